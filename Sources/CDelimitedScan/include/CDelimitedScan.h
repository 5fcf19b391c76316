#ifndef CDELIMITEDSCAN_H
#define CDELIMITEDSCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "DelimitedCells.h"

/// The bytes that a scan looks for.
typedef struct {
  uint8_t delimiter;
  uint8_t quote;
  /// Whether there is a quote at all.
  int has_quote;
} cds_marks;

/// What one pass over a piece of a file finds, whose beginning may lie inside a quoted field.
typedef struct {
  /// The first line break outside quotes when the piece begins outside quotes, and when inside;
  /// `SIZE_MAX` when there is none.
  size_t first[2];
  /// The last ones.
  size_t last[2];
  /// Whether the number of quotes is odd.
  int is_odd;
} cds_survey_result;

/// Which bytes outside plain ASCII text there are.
typedef struct {
  /// Whether a byte is 128 or above.
  int has_high;
  /// Whether a byte is 0.
  int has_nul;
} cds_flags_result;

/// What a scan from the beginning of a record found.
typedef struct {
  /// The separators that were written out: the ends of as many fields.
  size_t fields;
  /// How many of them are line breaks.
  size_t records;
  /// The line feeds and carriage returns inside quotes.
  size_t embedded;
  /// Whether a quote stands where RFC 4180 has none, or a carriage return without a line feed.
  int is_irregular;
  /// Whether a quote is still open at the end.
  int is_open;
} cds_scan_result;

/// Looks for bytes outside plain ASCII text; 64 bytes past the end must be readable.
cds_flags_result cds_flags(const uint8_t *bytes, size_t count);

/// Finds line breaks; 64 bytes past its end must be readable.
cds_survey_result cds_survey(const uint8_t *bytes, size_t count, cds_marks marks);

/// Writes out where each field ends; 64 bytes past the end must be readable, and `ends` must have room
/// for `count + 64` numbers.
cds_scan_result cds_scan(const uint8_t *bytes, size_t count, cds_marks marks, uint32_t *ends);

/// Eight bytes at any address.
static inline uint64_t cds_load64(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

/// Writes eight bytes to any address.
static inline void cds_store64(uint8_t *bytes, uint64_t word) { memcpy(bytes, &word, sizeof word); }

/// Asks for memory that will be needed soon.
static inline void cds_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
