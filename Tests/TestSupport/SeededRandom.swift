/// SplitMix64 (<https://prng.di.unimi.it/splitmix64.c>): the same numbers for the same seed on every
/// machine, so that a failure can be run again.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to but not including the limit, which is above 0.
  public mutating func int(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// Yes or no.
  public mutating func bool() -> Bool { Bool.random(using: &self) }

  /// One of the values, of which there is at least one.
  public mutating func element<Value>(of values: [Value]) -> Value {
    values[int(below: values.count)]
  }
}
