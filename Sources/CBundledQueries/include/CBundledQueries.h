#ifndef CBUNDLEDQUERIES_H
#define CBUNDLEDQUERIES_H
#include <stddef.h>

/// One saved query that is part of the program.
struct cbq_query {
  /// Its name, as `run` takes it.
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
};

/// The number of saved queries.
size_t cbq_query_count(void);
/// A saved query by its position, below `cbq_query_count()`.
struct cbq_query cbq_query_at(size_t index);

/// The number of lessons.
size_t cbq_lesson_count(void);
/// A lesson by its position, below `cbq_lesson_count()`; its name is that of its file.
struct cbq_query cbq_lesson_at(size_t index);
#endif
