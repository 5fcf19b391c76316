/// A stream of random numbers that is the same on every machine for the same seed and stream.
///
/// xoshiro256** filled by SplitMix64 (Blackman and Vigna, <https://prng.di.unimi.it>). Each review
/// has its own stream, so that a review does not depend on how many were made before it.
struct RandomSource: Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// Creates the stream with a number.
  init(seed: UInt64, stream: UInt64) {
    var filler = SplitMix(state: seed)
    filler = SplitMix(state: filler.next() ^ (stream &* 0xD1B5_4A32_D192_ED03))
    s0 = filler.next()
    s1 = filler.next()
    s2 = filler.next()
    s3 = filler.next()
  }

  /// Sixty-four random bits.
  mutating func next() -> UInt64 {
    let product = s1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }

  /// A number of `0..<bound`; `bound` is above 0.
  mutating func below(_ bound: Int) -> Int {
    // The bias of a product is under one in 2^40 for the small bounds used here.
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of the range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether something that happens `percent` times in a hundred happens.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the elements, each as likely; there is at least one.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Puts the elements in random order (Fisher and Yates).
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }

  /// The elements in random order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var copy = elements
    shuffle(&copy)
    return copy
  }
}

/// A small generator, used only to fill the large one's state from a seed.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
