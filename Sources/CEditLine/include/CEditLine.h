#ifndef CEDITLINE_H
#define CEDITLINE_H
/* What Swift cannot call or do itself: libedit's variadic functions, signal handlers, the
   locale behind wcwidth, and a child on a pseudo-terminal. */
#include "cel_editor.h"
#include "cel_pty.h"
#include "cel_signals.h"
#include "cel_terminal.h"
#endif
