// Lists the texts of a column that is sorted, as keys mostly are.

#include "Cell.h"

/// A short text as one number, in the order of its bytes.
static inline unsigned __int128 ordered(const uint8_t *text, uint32_t length) {
  cds_key key = padded(text, length);
  return (unsigned __int128)__builtin_bswap64(key.low) << 64 | __builtin_bswap64(key.high);
}

static inline cds_ascending list(
    const cds_column column, uint8_t *texts, uint32_t *ends, uint32_t *codes, const int is_last) {
  cds_ascending result = {0, 0, 1};
  const uint32_t *end = column.ends;
  // The text before, which stands at the end of the list.
  uint32_t length = 0;
  unsigned __int128 order = 0;
  for (size_t row = 0; row < column.rows; row++, end += column.width) {
    cell found;
    result.is_ascending = find_cell(&column, end, is_last, &found);
    uint8_t *next = texts + result.bytes;
    // The first is above what is not there.
    int is_above = found.length > length || row == 0;
    int is_same = 0;
    if (__builtin_expect(found.length <= LONGEST_KEY, 1)) {
      unsigned __int128 other = ordered(found.text, found.length);
      is_same = found.length == length && other == order && row > 0;
      is_above |= found.length == length && other > order;
      order = other;
      // Without a jump: sixteen bytes, of which those past the end are written over.
      cds_store64(next, cds_load64(found.text));
      cds_store64(next + 8, cds_load64(found.text + 8));
    } else {
      if (found.length == length) {
        int compared = memcmp(found.text, next - length, length);
        is_same = compared == 0;
        is_above |= compared > 0;
      }
      if (is_above) memcpy(next, found.text, found.length);
    }
    result.is_ascending &= is_above | is_same;
    if (!result.is_ascending) return result;
    length = found.length;
    result.bytes += is_above ? length : 0;
    ends[result.texts] = (uint32_t)result.bytes;
    result.texts += (size_t)is_above;
    codes[row] = (uint32_t)(result.texts - 1);
  }
  return result;
}

cds_ascending cds_list_ascending(
    cds_column column, uint8_t *texts, uint32_t *ends, uint32_t *codes) {
  return column.is_last ? list(column, texts, ends, codes, 1)
                        : list(column, texts, ends, codes, 0);
}
