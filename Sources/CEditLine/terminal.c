#define _GNU_SOURCE
#define _DARWIN_C_SOURCE
#include "include/cel_terminal.h"
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool has_utf8;

static void choose_locale(void) {
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names && !has_utf8; i++) {
    has_utf8 = setlocale(LC_CTYPE, names[i]) != NULL && MB_CUR_MAX > 1;
  }
}

bool cel_has_utf8(void) {
  pthread_once(&once, choose_locale);
  return has_utf8;
}

int cel_width(uint32_t scalar) {
  pthread_once(&once, choose_locale);
  return wcwidth((wchar_t)scalar);
}

int cel_run_command_line(const char *command) {
  int status = system(command);
  return status != -1 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool cel_terminal_size(int fd, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}
