#include "CBundledData.h"

/* #embed puts the files' bytes into the program, so that it needs no path to find them, wherever it
   is installed or run from. It is C23; the compiler that comes with Swift has it as an extension. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char descriptor[] = {
#embed "scr-2009-10/datapackage.json"
};

static const struct cbd_file files[] = {
    {"datapackage.json", descriptor, sizeof descriptor},
};

size_t cbd_file_count(void) { return sizeof files / sizeof files[0]; }
struct cbd_file cbd_file_at(size_t index) { return files[index]; }
