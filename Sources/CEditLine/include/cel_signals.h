#ifndef CEL_SIGNALS_H
#define CEL_SIGNALS_H
#include <stdbool.h>

/* SIGINT is counted, SIGINT, SIGWINCH and SIGCONT write a byte into a pipe, SIGPIPE is ignored.
   Only the first call does anything. */
void cel_signals_install(void);
/* How many SIGINTs have come; may be read from any thread. */
int cel_interrupt_count(void);
/* The pipe's end to poll and read: 'i', 'w' and 'c' for the three signals, 't' for a SIGTSTP that
   came while the terminal was guarded. -1 before
   cel_signals_install. Reading never blocks. */
int cel_wake_fd(void);
/* While the terminal is guarded, a signal that ends the process first puts it back into the state
   it is in at this call, and SIGTSTP is only told, so that the editor can stop in good order. */
void cel_guard_terminal(bool guard);
/* Stops the process group as Ctrl-Z does; returns when it goes on. */
void cel_suspend(void);
#endif
