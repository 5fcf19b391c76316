#define _GNU_SOURCE
#include "include/cel_signals.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static int wake[2] = {-1, -1};
static atomic_int interrupts;
static pthread_once_t once = PTHREAD_ONCE_INIT;
/* What ends a process, from elsewhere or by a mistake of its own. */
static const int endings[] = {SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV,
                              SIGBUS,  SIGFPE, SIGILL,  SIGTRAP, SIGSYS};
static struct sigaction before[sizeof endings / sizeof *endings];
static struct termios found;
static atomic_bool guarded;

static void on_signal(int number) {
  int saved = errno;
  char byte = number == SIGINT ? 'i' : number == SIGWINCH ? 'w' : number == SIGTSTP ? 't' : 'c';
  if (number == SIGINT) atomic_fetch_add(&interrupts, 1);
  /* A full pipe already wakes its reader. */
  if (write(wake[1], &byte, 1) < 0) {}
  errno = saved;
}

/* Only what may be called in a handler: the terminal as it was, no bracketed paste, the cursor seen.
   Then the signal does what it would have done without this. */
static void on_end(int number) {
  static const char plain[] = "\033[?2004l\033[?25h\r\n";
  if (atomic_exchange(&guarded, false)) {
    tcsetattr(STDIN_FILENO, TCSANOW, &found);
    if (write(STDOUT_FILENO, plain, sizeof plain - 1) < 0) {}
  }
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    if (endings[i] == number) sigaction(number, &before[i], NULL);
  }
  raise(number);
}

/* Leaves alone what is to be ignored. */
static void install_endings(void) {
  /* A stack that has overflowed cannot run a handler. */
  static char stack_memory[1 << 16];
  stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_ONSTACK;
  action.sa_handler = on_end;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    if (sigaction(endings[i], &action, &before[i]) == 0 && before[i].sa_handler == SIG_IGN) {
      sigaction(endings[i], &before[i], NULL);
    }
  }
}

static void install(void) {
  if (pipe(wake) == 0) {
    for (int i = 0; i < 2; i++) {
      fcntl(wake[i], F_SETFD, FD_CLOEXEC);
      fcntl(wake[i], F_SETFL, O_NONBLOCK);
    }
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGWINCH, &action, NULL);
  sigaction(SIGCONT, &action, NULL);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, NULL);
  /* A file that grows past the user's limit is an error of the write, like a full disk. */
  sigaction(SIGXFSZ, &action, NULL);
  install_endings();
}

void cel_signals_install(void) { pthread_once(&once, install); }
int cel_interrupt_count(void) { return atomic_load(&interrupts); }
int cel_wake_fd(void) { return wake[0]; }
void cel_guard_terminal(bool guard) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  action.sa_handler = guard ? on_signal : SIG_DFL;
  bool is_known = !guard || tcgetattr(STDIN_FILENO, &found) == 0;
  atomic_store(&guarded, guard && is_known);
  sigaction(SIGTSTP, &action, NULL);
}
void cel_suspend(void) { kill(0, SIGTSTP); }
