#ifndef CEL_TERMINAL_H
#define CEL_TERMINAL_H
#include <stdbool.h>
#include <stdint.h>

/* Columns of one scalar: 0, 1 or 2; -1 for what cannot be printed. The first call chooses a
   UTF-8 locale for characters: the user's, else C.UTF-8. */
int cel_width(uint32_t scalar);
/* Chooses the locale without asking for a width; false where the system has no UTF-8 locale. */
bool cel_has_utf8(void);
/* Runs a command with the system's shell and waits for it, with Ctrl-C left to it; returns its exit
   status, or -1 where it could not be run or was ended by a signal. */
int cel_run_command_line(const char *_Nonnull command);
/* The size of the terminal on a file descriptor; false where it is not one. */
bool cel_terminal_size(int fd, int *_Nonnull rows, int *_Nonnull columns);
#endif
