// Loops over bitmaps and columns, compiled for several kinds of x86-64 and chosen when the program
// runs; on other processors the compiler's own choice is good (NEON on arm64).

#include "CBitmapKernels.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Bits that are written side by side.
typedef struct {
  uint64_t *next;
  uint64_t word;
  unsigned length;
} cbk_writer;

static inline void cbk_write(cbk_writer *writer, uint64_t bits, unsigned length) {
  writer->word |= bits << writer->length;
  unsigned filled = writer->length + length;
  if (filled < 64) {
    writer->length = filled;
    return;
  }
  *writer->next++ = writer->word;
  unsigned taken = 64 - writer->length;
  writer->word = taken < 64 ? bits >> taken : 0;
  writer->length = filled - 64;
}

static inline void cbk_finish(cbk_writer *writer) { *writer->next = writer->word; }

/// The 64 bits from a place on.
static inline uint64_t cbk_read(const uint64_t *bits, size_t at) {
  uint64_t low = bits[at / 64] >> (at % 64);
  return at % 64 == 0 ? low : low | bits[at / 64 + 1] << (64 - at % 64);
}

/// Each bit tells whether an odd number of bits is set up to and with it.
static inline uint64_t cbk_running_parity(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/// The bits at the places of a mask, side by side.
static inline uint64_t cbk_extract(uint64_t bits, uint64_t mask) {
  uint64_t result = 0;
  for (unsigned length = 0; mask; mask &= mask - 1, length++) {
    result |= (bits >> __builtin_ctzll(mask) & 1) << length;
  }
  return result;
}

/// The lowest bits at the places of a mask.
static inline uint64_t cbk_deposit(uint64_t bits, uint64_t mask) {
  uint64_t result = 0;
  for (; mask; mask &= mask - 1, bits >>= 1) result |= (mask & -mask) * (bits & 1);
  return result;
}

/// The place of the first row number of a set that is no less than a row.
static size_t cbk_first_from(const cbk_set *set, size_t row) {
  size_t low = 0, high = set->rows ? set->count : 0;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (set->rows[middle] < row) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

#if defined(__x86_64__)
static inline uint64_t cbk_pack64_sse2(const uint8_t *bytes) {
  uint64_t word = 0;
  for (unsigned i = 0; i < 4; i++) {
    __m128i part = _mm_load_si128((const __m128i *)(bytes + 16 * i));
    word |= (uint64_t)(uint16_t)_mm_movemask_epi8(part) << (16 * i);
  }
  return word;
}

__attribute__((target("avx2"))) static inline uint64_t cbk_pack64_avx2(const uint8_t *bytes) {
  __m256i low = _mm256_load_si256((const __m256i *)bytes);
  __m256i high = _mm256_load_si256((const __m256i *)(bytes + 32));
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}
#else
static inline uint64_t cbk_pack64(const uint8_t *bytes) {
  uint64_t word = 0;
  for (unsigned i = 0; i < 8; i++) {
    uint64_t eight;
    memcpy(&eight, bytes + 8 * i, 8);
    // Moves the lowest bit of each byte to its place in the highest byte.
    word |= ((eight & 0x0101010101010101) * 0x0102040810204080 >> 56) << (8 * i);
  }
  return word;
}
#endif

// Each word of a result depends on the same word of what it is made from, so that `out` may be one of
// them; the compiler has to be told.
#define VECTORS _Pragma("clang loop vectorize(assume_safety)")
#define NO_VECTORS _Pragma("clang loop vectorize(disable) unroll_count(4)")

#define BLOCK_WORDS CBK_BLOCK_WORDS

#define KERNEL(name) plain_##name
#define TARGET
#if defined(__x86_64__)
#define PACK64 cbk_pack64_sse2
#else
#define PACK64 cbk_pack64
#endif
#define EXTRACT cbk_extract
#define DEPOSIT cbk_deposit
#define COUNTING VECTORS
#define LEVEL_NAME "plain"
#include "KernelBodies.h"

#if defined(__x86_64__)
#define KERNEL(name) popcnt_##name
#define TARGET __attribute__((target("popcnt")))
#define PACK64 cbk_pack64_sse2
#define EXTRACT cbk_extract
#define DEPOSIT cbk_deposit
#define COUNTING NO_VECTORS
#define LEVEL_NAME "POPCNT"
#include "KernelBodies.h"

#define KERNEL(name) avx2_##name
#define TARGET __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define PACK64 cbk_pack64_avx2
#define EXTRACT _pext_u64
#define DEPOSIT _pdep_u64
#define COUNTING VECTORS
#define LEVEL_NAME "AVX2"
#include "KernelBodies.h"
#endif

const cbk_kernels *cbk_kernels_of_level(int level) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  int has_popcnt = __builtin_cpu_supports("popcnt");
  int has_avx2 = has_popcnt && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
      && __builtin_cpu_supports("bmi2");
  if (level == 1 && has_popcnt) return &popcnt_kernels;
  if (level == 2 && has_avx2) return &avx2_kernels;
#endif
  return level == 0 ? &plain_kernels : NULL;
}

const cbk_kernels *cbk_best_kernels(void) {
  for (int level = 2; level > 0; level--) {
    const cbk_kernels *kernels = cbk_kernels_of_level(level);
    if (kernels) return kernels;
  }
  return &plain_kernels;
}
