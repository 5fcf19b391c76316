#define _GNU_SOURCE
#define _DARWIN_C_SOURCE
#include "include/cel_pty.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__APPLE__)
#include <util.h>
#else
#include <pty.h>
#endif

static struct winsize window(int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return size;
}

pid_t cel_pty_spawn(const char *path, char *const *arguments, char *const *environment, int rows,
                    int columns, int *control) {
  struct winsize size = window(rows, columns);
  pid_t process = forkpty(control, NULL, NULL, &size);
  if (process == 0) {
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(path, arguments, environment);
    _exit(127);
  }
  /* Another child would otherwise hold this terminal open after the test has closed it. */
  if (process > 0) fcntl(*control, F_SETFD, FD_CLOEXEC);
  return process;
}

bool cel_pty_resize(int control, int rows, int columns) {
  struct winsize size = window(rows, columns);
  return ioctl(control, TIOCSWINSZ, &size) == 0;
}

int cel_process_status(pid_t process, bool wait) {
  int status = 0;
  if (waitpid(process, &status, wait ? 0 : WNOHANG) != process) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
