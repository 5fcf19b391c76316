// The kernels of one level. Included once for each, with these defined:
//
//   KERNEL(name)      the name of a function of the level
//   TARGET            what the compiler may use
//   PACK64(bytes)     the top bits of 64 bytes, as a word
//   EXTRACT, DEPOSIT  bits at the places of a mask, side by side, and back
//   COUNTING          what the compiler is told of a loop that counts bits

#define LOOP_COMBINE(NAME, EXPRESSION)                                                             \
  TARGET static uint64_t KERNEL(NAME)(                                                             \
      const uint64_t *a, const uint64_t *b, size_t words, uint64_t *out) {                         \
    uint64_t total = 0;                                                                            \
    COUNTING                                                                                       \
    for (size_t i = 0; i < words; i++) {                                                           \
      uint64_t word = EXPRESSION;                                                                  \
      out[i] = word;                                                                               \
      total += (uint64_t)__builtin_popcountll(word);                                               \
    }                                                                                              \
    return total;                                                                                  \
  }

LOOP_COMBINE(intersect, a[i] & b[i])
LOOP_COMBINE(unite, a[i] | b[i])
LOOP_COMBINE(subtract, a[i] & ~b[i])

TARGET static uint64_t KERNEL(count)(const uint64_t *a, size_t words) {
  uint64_t total = 0;
  COUNTING
  for (size_t i = 0; i < words; i++) total += (uint64_t)__builtin_popcountll(a[i]);
  return total;
}

TARGET static uint64_t KERNEL(count_and)(const uint64_t *a, const uint64_t *b, size_t words) {
  uint64_t total = 0;
  COUNTING
  for (size_t i = 0; i < words; i++) total += (uint64_t)__builtin_popcountll(a[i] & b[i]);
  return total;
}

// The words of a set in a block: where they are, or made from row numbers in `room`.
TARGET static const uint64_t *KERNEL(block)(
    const cbk_set *set, size_t at, size_t length, size_t *cursor, uint64_t *room) {
  if (set->words) return set->words + at;
  for (size_t i = 0; i < length; i++) room[i] = 0;
  size_t next = *cursor, end = (at + length) * 64;
  for (; next < set->count && set->rows[next] < end; next++) {
    size_t row = set->rows[next] - at * 64;
    room[row / 64] |= 1ull << row % 64;
  }
  *cursor = next;
  return room;
}

#define LOOP_BLOCK(EXPRESSION)                                                                     \
  for (size_t i = 0; i < length; i++) { EXPRESSION; }

// Adds to a part where something is true, `y`, and where it may be, `m`, or its opposite. What may be
// is the same as what is true as long as all is decided, and then not looked at.
TARGET static void KERNEL(join)(
    int kind, int is_negated, int is_decided, size_t length, const uint64_t *y, const uint64_t *m,
    uint64_t *yes, uint64_t *may) {
  if (kind == CBK_BEGIN_ALL) {
    if (is_negated) {
      LOOP_BLOCK(yes[i] &= ~m[i])
      if (!is_decided) LOOP_BLOCK(may[i] &= ~y[i])
    } else {
      LOOP_BLOCK(yes[i] &= y[i])
      if (!is_decided) LOOP_BLOCK(may[i] &= m[i])
    }
  } else {
    if (is_negated) {
      LOOP_BLOCK(yes[i] |= ~m[i])
      if (!is_decided) LOOP_BLOCK(may[i] |= ~y[i])
    } else {
      LOOP_BLOCK(yes[i] |= y[i])
      if (!is_decided) LOOP_BLOCK(may[i] |= m[i])
    }
  }
}

// Block by block, so that what is true so far stays close by while each term passes.
TARGET static cbk_counts KERNEL(evaluate)(
    const cbk_step *steps, size_t count, size_t rows, size_t from, size_t to, size_t *cursors,
    uint64_t *out, uint64_t *undecided, const cbk_set *sets, size_t set_count, uint64_t *in_sets) {
  cbk_counts total = {0, 0};
  size_t words = (rows + 63) / 64;
  uint64_t yes[CBK_MOST_PARTS][BLOCK_WORDS], may[CBK_MOST_PARTS][BLOCK_WORDS];
  uint64_t room[2][BLOCK_WORDS], possible[BLOCK_WORDS];
  int kinds[CBK_MOST_PARTS], decided[CBK_MOST_PARTS];
  int is_decided = steps[0].is_decided;
  for (size_t s = 0; s < count; s++) {
    cursors[2 * s] = cbk_first_from(&steps[s].yes, from * 64);
    cursors[2 * s + 1] = cbk_first_from(&steps[s].undecided, from * 64);
  }
  for (size_t s = 0; s < set_count; s++) cursors[2 * count + s] = cbk_first_from(sets + s, from * 64);
  for (size_t at = from; at < to; at += BLOCK_WORDS) {
    size_t length = to - at < BLOCK_WORDS ? to - at : BLOCK_WORDS;
    size_t parts = 0;
    for (size_t s = 0; s < count; s++) {
      const cbk_step *step = steps + s;
      if (step->kind == CBK_TERM) {
        const uint64_t *y = KERNEL(block)(&step->yes, at, length, cursors + 2 * s, room[0]);
        const uint64_t *m = y;
        if (step->undecided.words || step->undecided.rows) {
          const uint64_t *u =
              KERNEL(block)(&step->undecided, at, length, cursors + 2 * s + 1, room[1]);
          LOOP_BLOCK(possible[i] = y[i] | u[i])
          m = possible;
        }
        KERNEL(join)(
            kinds[parts - 1], step->is_negated, decided[parts - 1], length, y, m, yes[parts - 1],
            may[parts - 1]);
      } else if (step->kind == CBK_END) {
        parts--;
        if (parts > 0) {
          KERNEL(join)(
              kinds[parts - 1], step->is_negated, decided[parts - 1], length, yes[parts],
              decided[parts] ? yes[parts] : may[parts], yes[parts - 1], may[parts - 1]);
        }
      } else {
        uint64_t start = step->kind == CBK_BEGIN_ALL ? ~0ull : 0;
        kinds[parts] = step->kind;
        decided[parts] = step->is_decided;
        LOOP_BLOCK(yes[parts][i] = start)
        if (!step->is_decided) LOOP_BLOCK(may[parts][i] = start)
        parts++;
      }
    }
    if (at + length == words && rows % 64) {
      yes[0][length - 1] &= (1ull << rows % 64) - 1;
      if (!is_decided) may[0][length - 1] &= (1ull << rows % 64) - 1;
    }
    total.yes += out ? KERNEL(intersect)(yes[0], yes[0], length, out + at)
                     : KERNEL(count)(yes[0], length);
    if (is_decided) continue;
    uint64_t *open = undecided ? undecided + at : may[0];
    uint64_t open_count = KERNEL(subtract)(may[0], yes[0], length, open);
    total.undecided += open_count;
    for (size_t s = 0; s < set_count; s++) {
      size_t *cursor = cursors + 2 * count + s;
      const uint64_t *set = KERNEL(block)(sets + s, at, length, cursor, room[0]);
      if (open_count) in_sets[s] += KERNEL(intersect)(open, set, length, room[1]);
    }
  }
  return total;
}

// A byte for each row, then a bit for each byte: the compiler makes vectors of the first step for any
// type and processor, and the second is an instruction or two.
#define LOOP_COMPARE(NAME, PARAMETERS, TEST)                                                       \
  TARGET static uint64_t KERNEL(NAME) PARAMETERS {                                                 \
    uint64_t total = 0;                                                                            \
    size_t at = 0;                                                                                 \
    for (; at + 64 <= rows; at += 64) {                                                            \
      uint8_t holds[64] __attribute__((aligned(64)));                                              \
      for (size_t i = 0; i < 64; i++) holds[i] = (TEST(values[at + i])) ? 0xff : 0;                \
      uint64_t word = PACK64(holds);                                                               \
      out[at / 64] = word;                                                                         \
      total += (uint64_t)__builtin_popcountll(word);                                               \
    }                                                                                              \
    if (at < rows) {                                                                               \
      uint64_t word = 0;                                                                           \
      for (size_t i = at; i < rows; i++) word |= (uint64_t)(TEST(values[i])) << (i - at);          \
      out[at / 64] = word;                                                                         \
      total += (uint64_t)__builtin_popcountll(word);                                               \
    }                                                                                              \
    return total;                                                                                  \
  }

#define IS_WANTED(value) ((value) == wanted)
#define IS_WITHIN(value) (((value) >= low) & ((value) <= high))
// The distance from the lowest, as a number that wraps: one comparison where there would be two.
#define IS_NEAR_8(value) ((uint8_t)((value)-low) <= (uint8_t)(high - low))
#define IS_NEAR_16(value) ((uint16_t)((value)-low) <= (uint16_t)(high - low))
#define IS_NEAR_32(value) ((uint32_t)(value) - (uint32_t)low <= (uint32_t)high - (uint32_t)low)

LOOP_COMPARE(
    equal_u32, (const uint32_t *values, size_t rows, uint32_t wanted, uint64_t *out), IS_WANTED)
LOOP_COMPARE(
    within_u8, (const uint8_t *values, size_t rows, uint8_t low, uint8_t high, uint64_t *out),
    IS_NEAR_8)
LOOP_COMPARE(
    within_u16, (const uint16_t *values, size_t rows, uint16_t low, uint16_t high, uint64_t *out),
    IS_NEAR_16)
LOOP_COMPARE(
    within_i32, (const int32_t *values, size_t rows, int32_t low, int32_t high, uint64_t *out),
    IS_NEAR_32)
LOOP_COMPARE(
    within_i64, (const int64_t *values, size_t rows, int64_t low, int64_t high, uint64_t *out),
    IS_WITHIN)
LOOP_COMPARE(
    within_f64, (const double *values, size_t rows, double low, double high, uint64_t *out),
    IS_WITHIN)

TARGET static uint64_t KERNEL(gather)(
    const uint64_t *bits, const int32_t *places, size_t rows, uint64_t *out) {
  uint64_t total = 0;
  for (size_t at = 0; at < rows; at += 64) {
    size_t length = rows - at < 64 ? rows - at : 64;
    uint64_t word = 0;
    for (size_t i = 0; i < length; i++) {
      int32_t place = places[at + i];
      uint64_t bit = place < 0 ? 0 : bits[place >> 6] >> (place & 63) & 1;
      word |= bit << i;
    }
    out[at / 64] = word;
    total += (uint64_t)__builtin_popcountll(word);
  }
  return total;
}

TARGET static void KERNEL(any_of_runs)(
    const uint64_t *bits, const uint64_t *ends, size_t words, uint64_t *out) {
  cbk_writer writer = {out, 0, 0};
  unsigned char carry = 0;
  for (size_t i = 0; i < words; i++) {
    // Below its end, a run is all ones; adding its bits carries into the end if any of them is set,
    // and out of the word into a run that goes on in the next.
    uint64_t inner = ~ends[i];
    uint64_t sum = (bits[i] & inner) + inner;
    unsigned char carries = sum < inner;
    sum += carry;
    carry = carries | (sum < carry);
    cbk_write(&writer, EXTRACT(sum | bits[i], ends[i]), (unsigned)__builtin_popcountll(ends[i]));
  }
  cbk_finish(&writer);
}

TARGET static uint64_t KERNEL(spread_over_runs)(
    const uint64_t *runs, const uint64_t *starts, size_t words, uint64_t *out) {
  uint64_t total = 0, before = 0, filled = 0;
  size_t at = 0;
  for (size_t i = 0; i < words; i++) {
    unsigned length = (unsigned)__builtin_popcountll(starts[i]);
    uint64_t own = cbk_read(runs, at);
    // A bit at each start whose run differs from the run before: their running parity is the bit of
    // the run at each of its places.
    uint64_t changes = DEPOSIT(own ^ (own << 1 | before), starts[i]);
    uint64_t word = cbk_running_parity(changes) ^ filled;
    filled = (uint64_t)((int64_t)word >> 63);
    if (length > 0) before = own >> (length - 1) & 1;
    out[i] = word;
    total += (uint64_t)__builtin_popcountll(word);
    at += length;
  }
  return total;
}

TARGET static void KERNEL(compress)(
    const uint64_t *bits, const uint64_t *mask, size_t words, uint64_t *out) {
  cbk_writer writer = {out, 0, 0};
  for (size_t i = 0; i < words; i++) {
    cbk_write(&writer, EXTRACT(bits[i], mask[i]), (unsigned)__builtin_popcountll(mask[i]));
  }
  cbk_finish(&writer);
}

TARGET static uint64_t KERNEL(expand)(
    const uint64_t *bits, const uint64_t *mask, size_t words, uint64_t *out) {
  uint64_t total = 0;
  size_t at = 0;
  for (size_t i = 0; i < words; i++) {
    uint64_t places = mask[i];
    uint64_t word = DEPOSIT(cbk_read(bits, at), places);
    at += (size_t)__builtin_popcountll(places);
    out[i] = word;
    total += (uint64_t)__builtin_popcountll(word);
  }
  return total;
}

static const cbk_kernels KERNEL(kernels) = {
    .name = LEVEL_NAME,
    .count = KERNEL(count),
    .count_and = KERNEL(count_and),
    .intersect = KERNEL(intersect),
    .unite = KERNEL(unite),
    .subtract = KERNEL(subtract),
    .evaluate = KERNEL(evaluate),
    .equal_u32 = KERNEL(equal_u32),
    .within_u8 = KERNEL(within_u8),
    .within_u16 = KERNEL(within_u16),
    .within_i32 = KERNEL(within_i32),
    .within_i64 = KERNEL(within_i64),
    .within_f64 = KERNEL(within_f64),
    .gather = KERNEL(gather),
    .any_of_runs = KERNEL(any_of_runs),
    .spread_over_runs = KERNEL(spread_over_runs),
    .compress = KERNEL(compress),
    .expand = KERNEL(expand),
};

#undef KERNEL
#undef TARGET
#undef PACK64
#undef EXTRACT
#undef DEPOSIT
#undef COUNTING
#undef LEVEL_NAME
#undef LOOP_COMBINE
#undef LOOP_COMPARE
#undef LOOP_BLOCK
#undef IS_WANTED
#undef IS_WITHIN
#undef IS_NEAR_8
#undef IS_NEAR_16
#undef IS_NEAR_32
