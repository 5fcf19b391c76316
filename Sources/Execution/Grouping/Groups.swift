internal import Bitmaps

/// Rows counted by one or several dimensions at once.
struct Groups {
  /// One combination of group codes that has rows.
  struct Group {
    /// A code of each dimension; `GroupKeys.missing` where the row has no value.
    var codes: [UInt32]
    /// Its rows.
    var count: Int
  }

  /// The groups that have rows, ordered by their codes, missing last.
  var groups: [Group]

  /// Counts the rows of a selection in each combination.
  ///
  /// - Complexity: O(rows selected + groups × log groups).
  init(_ rows: Bitmap, by dimensions: [GroupKeys]) {
    // Combinations are numbered in mixed radix, missing as the last digit of each dimension.
    let radices = dimensions.map { $0.values.count + 1 }
    let size = radices.reduce(1) { size, radix in
      let (product, overflow) = size.multipliedReportingOverflow(by: radix)
      return overflow ? Int.max : product
    }
    groups =
      size <= Self.denseLimit
      ? Self.dense(rows, dimensions, radices, size)
      : Self.sparse(rows, dimensions)
  }

  /// Up to this many combinations are counted in an array, more in a dictionary.
  private static let denseLimit = 1 << 20

  private static func dense(
    _ rows: Bitmap, _ dimensions: [GroupKeys], _ radices: [Int], _ size: Int
  ) -> [Group] {
    var counts = [Int](repeating: 0, count: size)
    let codes = dimensions.map(\.codes)
    rows.forEachRow { row in
      var slot = 0
      for dimension in codes.indices {
        let code = codes[dimension][row]
        let digit = code == GroupKeys.missing ? radices[dimension] - 1 : Int(code)
        slot = slot &* radices[dimension] &+ digit
      }
      counts[slot] &+= 1
    }
    return counts.indices.filter { counts[$0] > 0 }.map { slot in
      var rest = slot
      var group = [UInt32](repeating: 0, count: radices.count)
      for dimension in radices.indices.reversed() {
        let digit = rest % radices[dimension]
        group[dimension] = digit == radices[dimension] - 1 ? GroupKeys.missing : UInt32(digit)
        rest /= radices[dimension]
      }
      return Group(codes: group, count: counts[slot])
    }
  }

  private static func sparse(_ rows: Bitmap, _ dimensions: [GroupKeys]) -> [Group] {
    var counts: [[UInt32]: Int] = [:]
    rows.forEachRow { row in counts[dimensions.map { $0.codes[row] }, default: 0] += 1 }
    // `missing` is the largest code, so it comes last.
    return counts.map { Group(codes: $0.key, count: $0.value) }
      .sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
  }
}
