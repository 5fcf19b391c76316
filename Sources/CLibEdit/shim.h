#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H
/* One readable line instead of a page of errors where the library's header is missing. */
#if defined(__has_include)
#if !__has_include(<histedit.h>)
#error "libedit's header histedit.h is missing. Debian, Ubuntu: sudo apt-get install libedit-dev   Fedora: sudo dnf install libedit-devel   macOS: xcode-select --install"
#endif
#endif
#include <histedit.h>
#endif
