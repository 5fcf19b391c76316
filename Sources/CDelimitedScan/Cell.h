#ifndef CELL_H
#define CELL_H

#include "CDelimitedScan.h"

/// The number of bytes of the longest text whose key says all of it.
enum { LONGEST_KEY = 15 };

/// The bytes of a cell, without its quotes.
typedef struct {
  const uint8_t *text;
  uint32_t length;
} cell;

/// Which of 16 bytes belong to a text of each length, as two numbers.
static const uint64_t key_masks[LONGEST_KEY + 1][2] = {
    {0, 0},
    {0xFF, 0},
    {0xFFFF, 0},
    {0xFFFFFF, 0},
    {0xFFFFFFFF, 0},
    {0xFFFFFFFFFF, 0},
    {0xFFFFFFFFFFFF, 0},
    {0xFFFFFFFFFFFFFF, 0},
    {~0ull, 0},
    {~0ull, 0xFF},
    {~0ull, 0xFFFF},
    {~0ull, 0xFFFFFF},
    {~0ull, 0xFFFFFFFF},
    {~0ull, 0xFFFFFFFFFF},
    {~0ull, 0xFFFFFFFFFFFF},
    {~0ull, 0xFFFFFFFFFFFFFF},
};

/// The bytes of a text of at most `LONGEST_KEY` bytes, followed by zeros.
static inline cds_key padded(const uint8_t *text, uint32_t length) {
  cds_key key = {
      cds_load64(text) & key_masks[length][0], cds_load64(text + 8) & key_masks[length][1]};
  return key;
}

/// Finds a cell.
///
/// `is_last` is a constant where this is called, so that a loop does not ask for each cell.
///
/// @returns Whether the cell's text stands in the file as it is.
static inline int find_cell(
    const cds_column *column, const uint32_t *end, const int is_last, cell *found) {
  // In 32 bits, since what stands before the first cell of all ends at -1.
  uint32_t start = end[0] + 1, stop = end[1];
  if (is_last && stop > start && column->bytes[stop - 1] == '\r') stop--;
  found->text = column->bytes + start;
  found->length = stop - start;
  if (__builtin_expect(found->text[0] != column->quote || found->length < 2, 1)) return 1;
  found->text++;
  found->length -= 2;
  return memchr(found->text, column->quote, found->length) == 0;
}

#endif
