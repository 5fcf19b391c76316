#define _GNU_SOURCE
#include "include/cel_signals.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static int wake[2] = {-1, -1};
static atomic_int interrupts;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void on_signal(int number) {
  int saved = errno;
  char byte = number == SIGINT ? 'i' : number == SIGWINCH ? 'w' : 'c';
  if (number == SIGINT) atomic_fetch_add(&interrupts, 1);
  /* A full pipe already wakes its reader. */
  if (write(wake[1], &byte, 1) < 0) {}
  errno = saved;
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
}

void cel_signals_install(void) { pthread_once(&once, install); }
int cel_interrupt_count(void) { return atomic_load(&interrupts); }
int cel_wake_fd(void) { return wake[0]; }
void cel_suspend(void) { kill(0, SIGTSTP); }
