#ifndef CDELIMITEDSCAN_DELIMITEDCELLS_H
#define CDELIMITEDSCAN_DELIMITEDCELLS_H

#include <stddef.h>
#include <stdint.h>

/// The cells of one column in records whose fields were found by `cds_scan`.
///
/// 64 bytes past the end of any of them must be readable.
typedef struct {
  const uint8_t *bytes;
  /// Where the field before the first cell ends; then, `width` further on each time, those before
  /// the others. The number after each is the end of the cell itself.
  const uint32_t *ends;
  /// How many fields a record has.
  size_t width;
  /// How many records there are.
  size_t rows;
  /// The byte that cells are quoted with, or -1.
  int quote;
  /// Whether the cells stand at the end of their lines, perhaps with a carriage return.
  int is_last;
} cds_column;

/// A text as two numbers: the bytes of a short one and their number, or a hash.
typedef struct {
  uint64_t low;
  uint64_t high;
} cds_key;

/// A text of at most 64 bytes, followed by zeros.
typedef struct {
  uint8_t bytes[64];
  uint32_t length;
  uint32_t code;
  /// To the end of what the processor fetches at once.
  uint32_t unused[14];
} cds_wide_text;

/// The texts of a column that have a code: open-addressing tables, at most half full.
typedef struct {
  cds_key *keys;
  uint32_t *codes;
  /// The number of places, a power of two, less one.
  size_t mask;
  /// The texts of at most 64 bytes again, of a column where short and long ones are mixed; else null.
  cds_wide_text *wide;
  size_t wide_mask;
  /// The bytes of all texts by code, and where each begins.
  const uint8_t *texts;
  const uint32_t *offsets;
} cds_known;

/// Empties the tables.
void cds_forget(cds_known known);

/// Puts a text into the tables that it is not in; 16 bytes past its end must be readable.
void cds_know(cds_known known, const uint8_t *text, size_t length, uint32_t code);

/// Writes out the code of each cell, from one on, as far as they are known.
///
/// A cell with quotes inside its quotes is never known. Any number of threads may look up at once.
///
/// @returns The row of the first cell that is not known, or the number of rows.
size_t cds_look_up(cds_known known, cds_column column, size_t from, uint32_t *codes);

/// What a list of ascending cells became.
typedef struct {
  /// How many texts were listed: cells equal to the one before are not listed again.
  size_t texts;
  /// How many bytes they have.
  size_t bytes;
  /// Whether each cell is above or equal to the one before: longer, or as long and above by its bytes.
  ///
  /// Otherwise what was written means nothing. A cell with quotes inside its quotes is taken for one
  /// that is below.
  int is_ascending;
} cds_ascending;

/// Lists the texts of a column that are above the one before.
///
/// @param texts Takes their bytes, one after another; must have room for all cells and 16 bytes.
/// @param ends Takes where each ends; must have room for a number for each row.
/// @param codes Takes the position of each row's text in the list.
cds_ascending cds_list_ascending(
    cds_column column, uint8_t *texts, uint32_t *ends, uint32_t *codes);

#endif
