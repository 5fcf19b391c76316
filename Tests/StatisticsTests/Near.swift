/// Whether two numbers differ by no more than a share of the expected one.
func near(_ value: Double?, _ expected: Double, relative: Double = 1e-10) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= relative * expected.magnitude
}

/// Whether a number, rounded as the expected one was, is it.
func rounds(_ value: Double?, to expected: Double, places: Int) -> Bool {
  guard let value else { return false }
  let half = (0..<places).reduce(0.5) { half, _ in half / 10 }
  return (value - expected).magnitude <= half * (1 + 1e-6)
}

/// SplitMix64 (<https://prng.di.unimi.it/splitmix64.c>): the same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
