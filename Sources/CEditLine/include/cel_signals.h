#ifndef CEL_SIGNALS_H
#define CEL_SIGNALS_H

/* SIGINT is counted, SIGINT, SIGWINCH and SIGCONT write a byte into a pipe, SIGPIPE is ignored.
   Only the first call does anything. */
void cel_signals_install(void);
/* How many SIGINTs have come; may be read from any thread. */
int cel_interrupt_count(void);
/* The pipe's end to poll and read: 'i', 'w' and 'c' for the three signals. -1 before
   cel_signals_install. Reading never blocks. */
int cel_wake_fd(void);
/* Stops the process group as Ctrl-Z does; returns when it goes on. */
void cel_suspend(void);
#endif
