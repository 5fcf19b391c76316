#ifndef CBITMAPKERNELS_H
#define CBITMAPKERNELS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Rows, as words or as their numbers upwards; none where there is neither.
typedef struct {
  const uint64_t *_Nullable words;
  const uint32_t *_Nullable rows;
  size_t count;
} cbk_set;

/// What a step of a condition does.
enum {
  /// Begins a part that holds where all of what follows it holds, up to its end.
  CBK_BEGIN_ALL,
  /// Begins a part that holds where any of it does.
  CBK_BEGIN_ANY,
  /// Adds a condition to the innermost part.
  CBK_TERM,
  /// Ends the innermost part and adds it to the one around it, if there is one.
  CBK_END,
};

/// How deep parts can lie in one another.
enum { CBK_MOST_PARTS = 8 };

/// How many words of several sets are looked at together: 2 KB of each.
enum { CBK_BLOCK_WORDS = 256 };

/// A step of a condition that is made of others: parts in brackets, in the order in which they are
/// written. The first begins the whole, and the last ends it.
typedef struct {
  int kind;
  /// Of a term or an end: whether its opposite is meant.
  int is_negated;
  /// Of a beginning or an end: whether nothing in the part is undecided.
  int is_decided;
  /// Of a term: where it is true, and where it is undecided; they are disjoint.
  cbk_set yes;
  cbk_set undecided;
} cbk_step;

/// How many rows there are in each of two sets.
typedef struct {
  uint64_t yes;
  uint64_t undecided;
} cbk_counts;

/// The loops over words of bitmaps and over values of columns, for one kind of processor.
///
/// A bitmap of `n` rows is `(n + 63) / 64` words, the lowest row in the lowest bit; bits past the last
/// row are clear. Where a kernel has a result beside `out`, it is the number of bits that are set there.
/// `out` may be one of the sets that it is made from.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  /// What the kernels ask of the processor, for people.
  const char *name;

  /// The number of bits that are set.
  uint64_t (*count)(const uint64_t *a, size_t words);
  /// The number of bits that are set in both.
  uint64_t (*count_and)(const uint64_t *a, const uint64_t *b, size_t words);

  /// `a & b`.
  uint64_t (*intersect)(const uint64_t *a, const uint64_t *b, size_t words, uint64_t *out);
  /// `a | b`.
  uint64_t (*unite)(const uint64_t *a, const uint64_t *b, size_t words, uint64_t *out);
  /// `a & ~b`.
  uint64_t (*subtract)(const uint64_t *a, const uint64_t *b, size_t words, uint64_t *out);

  /// The rows for which a condition is true, and those for which it is undecided, from a word on to
  /// before another.
  ///
  /// Each set that it is made of is read once, and nothing is written but the result, where there are
  /// pointers for it.
  ///
  /// - Parameters:
  ///   - rows: How many the table has.
  ///   - cursors: Room for two numbers for each step and one for each set.
  ///   - sets: Sets of which is wanted how many of their rows are undecided.
  ///   - in_sets: These numbers are added to it, one for each set.
  cbk_counts (*evaluate)(
      const cbk_step *steps, size_t count, size_t rows, size_t from, size_t to, size_t *cursors,
      uint64_t *_Nullable out, uint64_t *_Nullable undecided, const cbk_set *sets, size_t set_count,
      uint64_t *in_sets);

  /// The rows whose value is the wanted one.
  uint64_t (*equal_u32)(const uint32_t *values, size_t rows, uint32_t wanted, uint64_t *out);
  /// The rows whose value lies from `low` to `high`, both inside; `low <= high`.
  uint64_t (*within_u8)(const uint8_t *values, size_t rows, uint8_t low, uint8_t high, uint64_t *out);
  uint64_t (*within_u16)(
      const uint16_t *values, size_t rows, uint16_t low, uint16_t high, uint64_t *out);
  uint64_t (*within_i32)(
      const int32_t *values, size_t rows, int32_t low, int32_t high, uint64_t *out);
  uint64_t (*within_i64)(
      const int64_t *values, size_t rows, int64_t low, int64_t high, uint64_t *out);
  uint64_t (*within_f64)(const double *values, size_t rows, double low, double high, uint64_t *out);

  /// For each row, the bit of `bits` at its place; no bit for a place below 0.
  uint64_t (*gather)(const uint64_t *bits, const int32_t *places, size_t rows, uint64_t *out);

  /// For each run, whether one of its bits is set: a bit a run, in order.
  ///
  /// `ends` marks the last place of each run; the runs follow one another without a gap. Only whole
  /// words are written: `out` has room for a word more than its bits need.
  void (*any_of_runs)(const uint64_t *bits, const uint64_t *ends, size_t words, uint64_t *out);
  /// For each place, the bit of its run.
  ///
  /// `starts` marks the first place of each run, and the first place is one. `runs` is read a word past
  /// its last bit.
  uint64_t (*spread_over_runs)(
      const uint64_t *runs, const uint64_t *starts, size_t words, uint64_t *out);
  /// The bits at the places that a mask marks, side by side; `out` as in `any_of_runs`.
  void (*compress)(const uint64_t *bits, const uint64_t *mask, size_t words, uint64_t *out);
  /// The bits of a row of bits at the places that a mask marks; `bits` as in `spread_over_runs`.
  uint64_t (*expand)(const uint64_t *bits, const uint64_t *mask, size_t words, uint64_t *out);
} cbk_kernels;

/// The kernels of a level, from 0 for those that run everywhere; `NULL` where the processor lacks
/// something that they need, and above the highest level.
const cbk_kernels *_Nullable cbk_kernels_of_level(int level);

/// The kernels of the highest level that the processor can run.
const cbk_kernels *cbk_best_kernels(void);

#pragma clang assume_nonnull end

#endif
