internal import Bitmaps
internal import Tables

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
  private(set) var groups: [Group]
  private let dimensions: [GroupKeys]
  private let numbering: Numbering

  /// How a combination of codes finds its group.
  private enum Numbering {
    /// By its number in mixed radix, missing being the last digit of each dimension.
    case dense(radices: [Int], positions: [Int32])
    case sparse([[UInt32]: Int])
  }

  /// Up to this many combinations are counted in an array, more in a dictionary.
  private static let denseLimit = 1 << 20

  /// Counts the rows of a selection in each combination.
  ///
  /// A row that holds several values of a dimension stands in the group of each.
  ///
  /// - Complexity: O(rows selected + groups × log groups).
  init(_ rows: Bitmap, by dimensions: [GroupKeys]) {
    self.dimensions = dimensions
    let radices = dimensions.map { $0.values.count + 1 }
    let size = radices.reduce(1) { size, radix in
      let (product, overflow) = size.multipliedReportingOverflow(by: radix)
      return overflow ? Int.max : product
    }
    if size <= Self.denseLimit {
      var counts = [Int](repeating: 0, count: size)
      Self.forEachSlot(rows, dimensions, radices) { slot, _ in counts[slot] &+= 1 }
      let used = counts.indices.filter { counts[$0] > 0 }
      var positions = [Int32](repeating: -1, count: size)
      for (position, slot) in used.enumerated() { positions[slot] = Int32(position) }
      groups = used.map { Group(codes: Self.codes(of: $0, radices), count: counts[$0]) }
      numbering = .dense(radices: radices, positions: positions)
    } else {
      var counts: [[UInt32]: Int] = [:]
      Self.forEachCombination(rows, dimensions) { codes, _ in counts[codes, default: 0] += 1 }
      // `missing` is the largest code, so it comes last.
      groups = counts.map { Group(codes: $0.key, count: $0.value) }
        .sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
      numbering = .sparse(
        Dictionary(
          uniqueKeysWithValues: groups.enumerated().map { ($0.element.codes, $0.offset) }))
    }
  }

  /// Calls a function with each row of a selection and the position of its group; more than once for
  /// a row in several groups.
  ///
  /// The selection must be part of the one that the groups were made from.
  func forEachMember(_ rows: Bitmap, _ body: (_ group: Int, _ row: Int) -> Void) {
    switch numbering {
    case .dense(let radices, let positions):
      Self.forEachSlot(rows, dimensions, radices) { slot, row in body(Int(positions[slot]), row) }
    case .sparse(let positions):
      Self.forEachCombination(rows, dimensions) { codes, row in
        if let position = positions[codes] { body(position, row) }
      }
    }
  }

  /// The number of combinations that the selection's rows are in, each row counted once for each.
  var memberCount: Int { groups.reduce(0) { $0 + $1.count } }

  private static func forEachSlot(
    _ rows: Bitmap, _ dimensions: [GroupKeys], _ radices: [Int], _ body: (Int, Int) -> Void
  ) {
    guard dimensions.allSatisfy({ $0.several == nil }) else {
      forEachCombination(rows, dimensions) { codes, row in
        var slot = 0
        for (code, radix) in zip(codes, radices) {
          slot = slot &* radix &+ (code == GroupKeys.missing ? radix - 1 : Int(code))
        }
        body(slot, row)
      }
      return
    }
    let codes = dimensions.map(\.codes)
    rows.forEachRow { row in
      var slot = 0
      for dimension in codes.indices {
        let code = codes[dimension][row]
        let digit = code == GroupKeys.missing ? radices[dimension] - 1 : Int(code)
        slot = slot &* radices[dimension] &+ digit
      }
      body(slot, row)
    }
  }

  private static func codes(of slot: Int, _ radices: [Int]) -> [UInt32] {
    var rest = slot
    var codes = [UInt32](repeating: 0, count: radices.count)
    for dimension in radices.indices.reversed() {
      let digit = rest % radices[dimension]
      codes[dimension] = digit == radices[dimension] - 1 ? GroupKeys.missing : UInt32(digit)
      rest /= radices[dimension]
    }
    return codes
  }

  private static func forEachCombination(
    _ rows: Bitmap, _ dimensions: [GroupKeys], _ body: ([UInt32], Int) -> Void
  ) {
    var codes = [UInt32](repeating: 0, count: dimensions.count)
    func walk(_ dimension: Int, _ row: Int) {
      guard dimension < dimensions.count else { return body(codes, row) }
      for code in dimensions[dimension].codes(of: row) {
        codes[dimension] = code
        walk(dimension + 1, row)
      }
    }
    rows.forEachRow { walk(0, $0) }
  }
}
