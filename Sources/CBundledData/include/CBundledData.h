#ifndef CBUNDLEDDATA_H
#define CBUNDLEDDATA_H
#include <stddef.h>

/// One file of the data package that is part of the program.
struct cbd_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
};

/// The number of files.
size_t cbd_file_count(void);
/// A file by its position, below `cbd_file_count()`.
struct cbd_file cbd_file_at(size_t index);

/// The number of files of the package that answers to exercises are tried on.
size_t cbd_practice_file_count(void);
/// One of them by its position, below `cbd_practice_file_count()`.
struct cbd_file cbd_practice_file_at(size_t index);
#endif
