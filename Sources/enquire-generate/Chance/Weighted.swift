/// Values with the weight of each, in whole numbers: no fraction is rounded differently anywhere.
struct Weighted<Value: Sendable>: Sendable {
  private let values: [Value]
  private let upTo: [Int]
  private let total: Int

  /// Creates a table; at least one weight is above 0.
  init(_ pairs: [(Value, Int)]) {
    values = pairs.map(\.0)
    var sum = 0
    upTo = pairs.map {
      sum += $0.1
      return sum
    }
    total = sum
    precondition(sum > 0, "a weight above 0")
  }

  /// One of the values.
  func draw(_ random: inout RandomSource) -> Value {
    let point = random.below(total)
    var index = 0
    while upTo[index] <= point { index += 1 }
    return values[index]
  }
}

/// Balls of several kinds, which are put back after drawing or are not.
///
/// Without putting back, drawing every ball gives exactly the counts that the urn began with, however
/// the draws were favoured: this is how published totals come out exact. With putting back, the same
/// code draws from the same distribution for ever.
struct Urn<Kind: Sendable>: Sendable {
  private let kinds: [Kind]
  private var counts: [Int]
  private let putsBack: Bool

  /// Creates an urn.
  init(_ balls: [(Kind, Int)], puttingBack: Bool) {
    kinds = balls.map(\.0)
    counts = balls.map(\.1)
    putsBack = puttingBack
  }

  /// Draws a ball; a kind's chance is its count times its favour.
  ///
  /// A kind of favour 0 is drawn only when nothing else is left. The urn is not empty.
  mutating func draw(_ random: inout RandomSource, favour: (Kind) -> Int = { _ in 1 }) -> Kind {
    var weights = counts
    for index in kinds.indices { weights[index] *= favour(kinds[index]) }
    var total = weights.reduce(0, +)
    if total == 0 {
      weights = counts
      total = weights.reduce(0, +)
    }
    precondition(total > 0, "a ball is left")
    var point = random.below(total)
    var index = 0
    while point >= weights[index] {
      point -= weights[index]
      index += 1
    }
    if !putsBack { counts[index] -= 1 }
    return kinds[index]
  }
}
