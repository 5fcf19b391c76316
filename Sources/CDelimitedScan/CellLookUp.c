// Looks up the codes of cells, most of which are short and were met before.
//
// A text of up to 15 bytes is two numbers, so it is found by two loads, without a loop or a jump that
// depends on its length. A longer one is found by its hash and then compared. Where a column mixes
// both, a jump for each cell that goes now one way and now the other would cost more than comparing 64
// bytes of every one.

#include "Cell.h"

static const uint64_t factor = 0x9E3779B97F4A7C15ull;

/// A hash of all bytes of a text of more than `LONGEST_KEY`.
static uint64_t hash(const uint8_t *text, size_t length) {
  uint64_t mixed = length;
  for (size_t at = 0; at + 8 < length; at += 8) {
    mixed = (mixed ^ cds_load64(text + at)) * factor;
    mixed ^= mixed >> 29;
  }
  return (mixed ^ cds_load64(text + length - 8)) * factor;
}

// The last byte of a key tells short texts, long texts and empty places apart.

static inline cds_key short_key(const uint8_t *text, uint32_t length) {
  cds_key key = padded(text, length);
  key.high |= (uint64_t)length << 56;
  return key;
}

static inline cds_key long_key(const uint8_t *text, uint32_t length) {
  cds_key key = {hash(text, length), (uint64_t)length | 1ull << 63};
  return key;
}

static const uint64_t empty = ~0ull;

static inline size_t first_place(cds_key key, size_t mask) {
  uint64_t mixed = (key.low ^ (key.high << 29 | key.high >> 35)) * factor;
  return (size_t)(mixed >> 40) & mask;
}

/// 64 bytes that belong to a text and 64 that do not: which of them do is read from here, `length`
/// before the middle.
static const uint8_t wide_masks[128] = {
#define EIGHT(byte) byte, byte, byte, byte, byte, byte, byte, byte
    EIGHT(0xFF), EIGHT(0xFF), EIGHT(0xFF), EIGHT(0xFF),
    EIGHT(0xFF), EIGHT(0xFF), EIGHT(0xFF), EIGHT(0xFF),
#undef EIGHT
};

/// Where a text of at most 64 bytes is looked for first, by its first 16 bytes, its last eight and its
/// length.
static inline size_t wide_place(const uint8_t *text, uint32_t length, size_t mask) {
  const uint8_t *masks = wide_masks + sizeof wide_masks / 2 - length;
  uint64_t first = cds_load64(text) & cds_load64(masks);
  uint64_t second = cds_load64(text + 8) & cds_load64(masks + 8);
  const uint8_t *end = length < 8 ? text : text + length - 8;
  uint64_t last = cds_load64(end) & cds_load64(masks);
  uint64_t mixed = (first ^ (second << 29 | second >> 35)) + length;
  return (size_t)((mixed * factor ^ last) * factor >> 40) & mask;
}

typedef uint64_t pair __attribute__((vector_size(16)));

static inline pair load(const uint8_t *bytes) {
  pair loaded;
  memcpy(&loaded, bytes, sizeof loaded);
  return loaded;
}

/// Whether a text is one of at most 64 bytes; compares all 64, without a loop.
static inline int is_wide_text(const cds_wide_text *held, const uint8_t *text, uint32_t length) {
  const uint8_t *masks = wide_masks + sizeof wide_masks / 2 - length;
  pair differs = (load(text) ^ load(held->bytes)) & load(masks);
  differs |= (load(text + 16) ^ load(held->bytes + 16)) & load(masks + 16);
  differs |= (load(text + 32) ^ load(held->bytes + 32)) & load(masks + 32);
  differs |= (load(text + 48) ^ load(held->bytes + 48)) & load(masks + 48);
  return (differs[0] | differs[1] | (held->length ^ length)) == 0;
}

/// The length of a text that is none.
enum { NO_LENGTH = UINT32_MAX };

void cds_forget(cds_known known) {
  memset(known.keys, 0xFF, (known.mask + 1) * sizeof(cds_key));
  if (known.wide) memset(known.wide, 0xFF, (known.wide_mask + 1) * sizeof(cds_wide_text));
}

void cds_know(cds_known known, const uint8_t *text, size_t length, uint32_t code) {
  if (length >= NO_LENGTH) return;
  uint32_t bytes = (uint32_t)length;
  cds_key key = length <= LONGEST_KEY ? short_key(text, bytes) : long_key(text, bytes);
  size_t place = first_place(key, known.mask);
  while (known.keys[place].high != empty) place = (place + 1) & known.mask;
  known.keys[place] = key;
  known.codes[place] = code;
  if (!known.wide || length > sizeof known.wide->bytes) return;
  place = wide_place(text, bytes, known.wide_mask);
  while (known.wide[place].length != NO_LENGTH) place = (place + 1) & known.wide_mask;
  cds_wide_text *held = &known.wide[place];
  memset(held->bytes, 0, sizeof held->bytes);
  memcpy(held->bytes, text, length);
  held->length = bytes;
  held->code = code;
}

/// Whether a text of more than `LONGEST_KEY` bytes is the one with a code.
static int is_text(const cds_known *known, uint32_t code, const uint8_t *text, uint32_t length) {
  const uint8_t *other = known->texts + known->offsets[code];
  for (size_t at = 0; at + 8 < length; at += 8) {
    if (cds_load64(text + at) != cds_load64(other + at)) return 0;
  }
  return cds_load64(text + length - 8) == cds_load64(other + length - 8);
}

static inline int are_equal(const cds_key *held, cds_key key) {
  return ((held->low ^ key.low) | (held->high ^ key.high)) == 0;
}

/// Finds the code of a text of more than `LONGEST_KEY` bytes, if it is known.
///
/// A function of its own, so that the loop over short ones keeps what it needs in registers.
static __attribute__((noinline)) int find_long(
    const cds_known *known, const uint8_t *text, uint32_t length, uint32_t *code) {
  cds_key key = long_key(text, length);
  size_t place = first_place(key, known->mask);
  while (known->keys[place].high != empty) {
    *code = known->codes[place];
    if (are_equal(&known->keys[place], key) && is_text(known, *code, text, length)) return 1;
    place = (place + 1) & known->mask;
  }
  return 0;
}

static inline size_t look_up(
    const cds_known *known, const cds_column *column, size_t from, uint32_t *codes,
    const int is_last) {
  const uint32_t *end = column->ends + from * column->width;
  const cds_key *keys = known->keys;
  const uint32_t *codes_of_keys = known->codes;
  const size_t mask = known->mask, width = column->width, rows = column->rows;
  for (size_t row = from; row < rows; row++, end += width) {
    cell found;
    if (!find_cell(column, end, is_last, &found)) return row;
    if (found.length > LONGEST_KEY) {
      if (!find_long(known, found.text, found.length, &codes[row])) return row;
      continue;
    }
    cds_key key = short_key(found.text, found.length);
    size_t place = first_place(key, mask);
    while (!are_equal(&keys[place], key)) {
      if (keys[place].high == empty) return row;
      place = (place + 1) & mask;
    }
    codes[row] = codes_of_keys[place];
  }
  return rows;
}

static inline size_t look_up_wide(
    const cds_known *known, const cds_column *column, size_t from, uint32_t *codes,
    const int is_last) {
  const uint32_t *end = column->ends + from * column->width;
  const cds_wide_text *texts = known->wide;
  const size_t mask = known->wide_mask, width = column->width, rows = column->rows;
  for (size_t row = from; row < rows; row++, end += width) {
    cell found;
    if (!find_cell(column, end, is_last, &found)) return row;
    if (__builtin_expect(found.length > sizeof texts->bytes, 0)) {
      if (!find_long(known, found.text, found.length, &codes[row])) return row;
      continue;
    }
    size_t place = wide_place(found.text, found.length, mask);
    while (!is_wide_text(&texts[place], found.text, found.length)) {
      if (texts[place].length == NO_LENGTH) return row;
      place = (place + 1) & mask;
    }
    codes[row] = texts[place].code;
  }
  return rows;
}

size_t cds_look_up(cds_known known, cds_column column, size_t from, uint32_t *codes) {
  if (known.wide) {
    return column.is_last ? look_up_wide(&known, &column, from, codes, 1)
                          : look_up_wide(&known, &column, from, codes, 0);
  }
  return column.is_last ? look_up(&known, &column, from, codes, 1)
                        : look_up(&known, &column, from, codes, 0);
}
