#ifndef CEL_PTY_H
#define CEL_PTY_H
#include <stdbool.h>
#include <sys/types.h>

/* Starts a program on a pseudo-terminal of its own, with default signals; -1 on failure.
   For tests. */
pid_t cel_pty_spawn(const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
                    char *_Nullable const *_Nonnull environment, int rows, int columns,
                    int *_Nonnull control);
bool cel_pty_resize(int control, int rows, int columns);
/* Exit status, or 128 and the signal; -1 where the process is still running. */
int cel_process_status(pid_t process, bool wait);
#endif
