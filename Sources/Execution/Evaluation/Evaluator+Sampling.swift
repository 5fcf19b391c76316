internal import Bitmaps
internal import Planning

extension Evaluator {
  /// So many rows of a set, drawn without replacement; the same for the same seed.
  ///
  /// - Complexity: O(rows of the set).
  func sample(_ set: BoundSet, count: Int, seed: UInt64) throws(QueryCancelled) -> Bitmap {
    var rows = Array(try selection(set).rows)
    var random = SplitMix64(state: seed)
    let drawn = min(count, rows.count)
    // Fisher and Yates, as far as rows are needed.
    for position in 0..<drawn {
      rows.swapAt(position, Int.random(in: position..<rows.count, using: &random))
    }
    return Bitmap(capacity: rowCount(.table(set.table)), rows: rows.prefix(drawn))
  }
}

/// A small generator with the same numbers on every machine
/// (<https://prng.di.unimi.it/splitmix64.c>).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
