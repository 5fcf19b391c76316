// Finds separators in delimited text 64 bytes at a time, as bit masks.
//
// The masks and the prefix XOR that tells what lies inside quotes follow simdjson
// (Langdale and Lemire, "Parsing Gigabytes of JSON per Second", 2019).

#include "CDelimitedScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Each bit tells whether an odd number of bits is set up to and with it.
static inline uint64_t prefix_xor(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

static inline size_t lowest(uint64_t bits) { return (size_t)__builtin_ctzll(bits); }
static inline size_t highest(uint64_t bits) { return 63 - (size_t)__builtin_clzll(bits); }

/// All functions, for one way to compare 64 bytes with one (`EQUAL`), with two (`EITHER`), and to find
/// those of 128 and above (`HIGH`).
#define DEFINE_SCANS(SUFFIX, TARGET, EQUAL, EITHER, HIGH)                                          \
  TARGET static cds_flags_result flags_##SUFFIX(const uint8_t *bytes, size_t count) {              \
    uint64_t high = 0, nul = 0;                                                                    \
    for (size_t at = 0; at < count; at += 64) {                                                    \
      uint64_t valid = count - at < 64 ? (1ull << (count - at)) - 1 : ~0ull;                       \
      high |= HIGH(bytes + at) & valid;                                                            \
      nul |= EQUAL(bytes + at, 0) & valid;                                                         \
    }                                                                                              \
    cds_flags_result result = {high != 0, nul != 0};                                               \
    return result;                                                                                 \
  }                                                                                                \
                                                                                                   \
  TARGET static cds_survey_result survey_##SUFFIX(                                                 \
      const uint8_t *bytes, size_t count, cds_marks marks) {                                       \
    cds_survey_result result = {                                                                   \
        {SIZE_MAX, SIZE_MAX}, {SIZE_MAX, SIZE_MAX}, 0};                                            \
    uint64_t inside_before = 0;                                                                    \
    for (size_t at = 0; at < count; at += 64) {                                                    \
      const uint8_t *block = bytes + at;                                                           \
      uint64_t valid = count - at < 64 ? (1ull << (count - at)) - 1 : ~0ull;                       \
      uint64_t quotes = marks.has_quote ? EQUAL(block, marks.quote) & valid : 0;                   \
      uint64_t breaks = EQUAL(block, '\n') & valid;                                                \
      uint64_t inside = quotes ? prefix_xor(quotes) ^ inside_before : inside_before;               \
      inside_before = (uint64_t)((int64_t)inside >> 63);                                           \
      uint64_t outside[2] = {breaks & ~inside, breaks & inside};                                   \
      for (int state = 0; state < 2; state++) {                                                    \
        if (!outside[state]) continue;                                                             \
        if (result.first[state] == SIZE_MAX) result.first[state] = at + lowest(outside[state]);    \
        result.last[state] = at + highest(outside[state]);                                         \
      }                                                                                            \
    }                                                                                              \
    result.is_odd = inside_before != 0;                                                            \
    return result;                                                                                 \
  }                                                                                                \
                                                                                                   \
  TARGET static cds_scan_result scan_##SUFFIX(                                                     \
      const uint8_t *bytes, size_t count, cds_marks marks, uint32_t *ends) {                       \
    uint32_t *out = ends;                                                                          \
    size_t records = 0, embedded = 0;                                                              \
    uint64_t inside_before = 0, close_before = 0, return_before = 0, irregular = 0;                \
    uint64_t start_before = 1; /* A quote may open at the very beginning. */                       \
    const uint8_t quote = marks.has_quote ? marks.quote : '\r';                                    \
    for (size_t at = 0; at < count; at += 64) {                                                    \
      const uint8_t *block = bytes + at;                                                           \
      uint64_t valid = count - at < 64 ? (1ull << (count - at)) - 1 : ~0ull;                       \
      uint64_t breaks = EQUAL(block, '\n') & valid;                                                \
      uint64_t separators = (EQUAL(block, marks.delimiter) & valid) | breaks;                      \
      uint64_t ending = separators;                                                                \
      /* Most blocks hold neither a quote nor a carriage return, and are done with that. */        \
      if (EITHER(block, quote, '\r') & valid ||                                                    \
          inside_before | close_before | return_before | irregular) {                              \
        uint64_t quotes = marks.has_quote ? EQUAL(block, marks.quote) & valid : 0;                 \
        uint64_t returns = EQUAL(block, '\r') & valid;                                             \
        uint64_t inside = inside_before, closes = 0;                                               \
        if (quotes) {                                                                              \
          inside ^= prefix_xor(quotes);                                                            \
          closes = quotes & ~inside;                                                               \
        }                                                                                          \
        ending = separators & ~inside;                                                             \
        uint64_t starts = ending | closes;                                                         \
        irregular |= quotes & inside & ~(starts << 1 | start_before);                              \
        irregular |= (closes << 1 | close_before) & ~(separators | returns | quotes) & valid;      \
        irregular |= ((returns & ~inside) << 1 | return_before) & ~breaks & valid;                 \
        close_before = closes >> 63;                                                               \
        return_before = (returns & ~inside) >> 63;                                                 \
        inside_before = (uint64_t)((int64_t)inside >> 63);                                         \
        embedded += (size_t)__builtin_popcountll((breaks | returns) & inside);                     \
        breaks &= ~inside;                                                                         \
        start_before = starts >> 63;                                                               \
      } else {                                                                                     \
        start_before = separators >> 63;                                                           \
      }                                                                                            \
      records += (size_t)__builtin_popcountll(breaks);                                             \
      uint32_t base = (uint32_t)at;                                                                \
      uint32_t *next = out + __builtin_popcountll(ending);                                         \
      while (ending) {                                                                             \
        /* Eight at a time, past the last as well: a branch for each would cost more. */           \
        for (int k = 0; k < 8; k++) {                                                              \
          out[k] = base + (uint32_t)__builtin_ctzll(ending | 1ull << 63);                          \
          ending &= ending - 1;                                                                    \
        }                                                                                          \
        out += 8;                                                                                  \
      }                                                                                            \
      out = next;                                                                                  \
    }                                                                                              \
    cds_scan_result result = {                                                                     \
        (size_t)(out - ends), records, embedded, irregular != 0 || return_before != 0,             \
        inside_before != 0};                                                                       \
    return result;                                                                                 \
  }

#if defined(__x86_64__)

static inline uint64_t equal_sse2(const uint8_t *block, uint8_t byte) {
  const __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(block + 16 * part));
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)) << (16 * part);
  }
  return bits;
}

static inline uint64_t either_sse2(const uint8_t *block, uint8_t one, uint8_t other) {
  const __m128i first = _mm_set1_epi8((char)one), second = _mm_set1_epi8((char)other);
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(block + 16 * part));
    __m128i equal = _mm_or_si128(_mm_cmpeq_epi8(bytes, first), _mm_cmpeq_epi8(bytes, second));
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(equal) << (16 * part);
  }
  return bits;
}

static inline uint64_t high_sse2(const uint8_t *block) {
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(block + 16 * part));
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << (16 * part);
  }
  return bits;
}

#define AVX2 __attribute__((target("avx2,bmi,popcnt,lzcnt")))

AVX2 static inline uint64_t equal_avx2(const uint8_t *block, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  __m256i low = _mm256_loadu_si256((const __m256i *)block);
  __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)) << 32;
}

AVX2 static inline uint64_t either_avx2(const uint8_t *block, uint8_t one, uint8_t other) {
  const __m256i first = _mm256_set1_epi8((char)one), second = _mm256_set1_epi8((char)other);
  __m256i low = _mm256_loadu_si256((const __m256i *)block);
  __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
  low = _mm256_or_si256(_mm256_cmpeq_epi8(low, first), _mm256_cmpeq_epi8(low, second));
  high = _mm256_or_si256(_mm256_cmpeq_epi8(high, first), _mm256_cmpeq_epi8(high, second));
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 static inline uint64_t high_avx2(const uint8_t *block) {
  __m256i low = _mm256_loadu_si256((const __m256i *)block);
  __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

DEFINE_SCANS(sse2, , equal_sse2, either_sse2, high_sse2)
DEFINE_SCANS(avx2, AVX2, equal_avx2, either_avx2, high_avx2)

static int has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("lzcnt");
}

cds_flags_result cds_flags(const uint8_t *bytes, size_t count) {
  return has_avx2() ? flags_avx2(bytes, count) : flags_sse2(bytes, count);
}

cds_survey_result cds_survey(const uint8_t *bytes, size_t count, cds_marks marks) {
  return has_avx2() ? survey_avx2(bytes, count, marks) : survey_sse2(bytes, count, marks);
}

cds_scan_result cds_scan(const uint8_t *bytes, size_t count, cds_marks marks, uint32_t *ends) {
  return has_avx2() ? scan_avx2(bytes, count, marks, ends) : scan_sse2(bytes, count, marks, ends);
}

#else

/// The top bit of each byte, as one byte.
static inline uint64_t top_bits(uint64_t word) {
  return ((word >> 7 & 0x0101010101010101ull) * 0x0102040810204080ull) >> 56;
}

static inline uint64_t equal_words(const uint8_t *block, uint8_t byte) {
  const uint64_t low = 0x7F7F7F7F7F7F7F7Full;
  uint64_t bits = 0;
  for (int part = 0; part < 8; part++) {
    uint64_t word = cds_load64(block + 8 * part) ^ byte * 0x0101010101010101ull;
    bits |= top_bits(~(((word & low) + low) | word | low)) << (8 * part);
  }
  return bits;
}

static inline uint64_t either_words(const uint8_t *block, uint8_t one, uint8_t other) {
  return equal_words(block, one) | equal_words(block, other);
}

static inline uint64_t high_words(const uint8_t *block) {
  uint64_t bits = 0;
  for (int part = 0; part < 8; part++) bits |= top_bits(cds_load64(block + 8 * part)) << (8 * part);
  return bits;
}

DEFINE_SCANS(words, , equal_words, either_words, high_words)

cds_flags_result cds_flags(const uint8_t *bytes, size_t count) {
  return flags_words(bytes, count);
}

cds_survey_result cds_survey(const uint8_t *bytes, size_t count, cds_marks marks) {
  return survey_words(bytes, count, marks);
}

cds_scan_result cds_scan(const uint8_t *bytes, size_t count, cds_marks marks, uint32_t *ends) {
  return scan_words(bytes, count, marks, ends);
}

#endif
