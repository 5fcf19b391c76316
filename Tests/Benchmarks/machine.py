"""What the machine can do at most, measured in the same run."""
import os
import subprocess
import tempfile

PROGRAM = r"""
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int count, char **arguments) {
  size_t words = (strtoull(arguments[1], 0, 10) + 63) / 64;
  uint64_t *a = malloc(words * 8), *b = malloc(words * 8), total = 0;
  for (size_t i = 0; i < words; i++) { a[i] = i * 0x9E3779B97F4A7C15u; b[i] = ~a[i] * 31; }
  double best = 1e9;
  for (int run = 0; run < 200; run++) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    uint64_t ones = 0;
    for (size_t i = 0; i < words; i++) ones += __builtin_popcountll(a[i] & b[i]);
    clock_gettime(CLOCK_MONOTONIC, &end);
    total += ones;
    a[run % words] ^= 1;
    double seconds = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) * 1e-9;
    if (seconds < best) best = seconds;
  }
  fprintf(stderr, "%llu\n", (unsigned long long)total);
  printf("%.9f\n", best);
}
"""


def and_popcount_seconds(rows):
    """Seconds to count the common bits of two bitmaps of so many rows, as a C compiler makes it
    for this machine; the best of many runs, since it is a limit."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = f"{folder}/limit.c", f"{folder}/limit"
        with open(source, "w", encoding="ascii") as file:
            file.write(PROGRAM)
        subprocess.run(
            [os.environ.get("CC", "cc"), "-O3", "-march=native", source, "-o", program], check=True)
        output = subprocess.run(
            [program, str(rows)], check=True, capture_output=True, text=True).stdout
    return float(output)
