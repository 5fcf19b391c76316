internal import Bitmaps
internal import Planning

extension Evaluator {
  /// So many rows of a set, drawn without replacement; the same for the same seed.
  ///
  /// - Complexity: O(rows of the set).
  func sample(_ set: BoundSet, count: Int, seed: UInt64) throws(QueryCancelled) -> Bitmap {
    let rows = try selection(set).rows
    let rowCount = rows.count
    var random = SplitMix64(seed: seed)
    // Fisher and Yates, as far as rows are needed; only places that have changed are written down.
    var moved: [Int: Int] = [:]
    var places: [Int] = []
    for position in 0..<min(count, rowCount) {
      let drawn = Int.random(in: position..<rowCount, using: &random)
      places.append(moved[drawn] ?? drawn)
      moved[drawn] = moved[position] ?? position
    }
    return Bitmap(capacity: rows.capacity, rows: rows.rows(at: places.sorted()))
  }
}

extension Bitmap {
  /// The rows at places among those of the set, both upwards.
  fileprivate func rows(at places: [Int]) -> [Int] {
    var found: [Int] = []
    withWords { words in
      var before = 0
      for (index, word) in words.enumerated() where found.count < places.count {
        let end = before &+ word.nonzeroBitCount
        while found.count < places.count, places[found.count] < end {
          var rest = word
          for _ in before..<places[found.count] { rest &= rest &- 1 }
          found.append(index &* 64 &+ rest.trailingZeroBitCount)
        }
        before = end
      }
    }
    return found
  }
}
