internal import Bitmaps
internal import Planning
internal import Tables

/// The order in which a list shows rows: by one key after another, and otherwise as the table has
/// them.
struct RowOrder: Sendable {
  /// What rows are sorted by; those without a value come last.
  struct Key: Sendable {
    fileprivate let values: Values
    fileprivate let isDescending: Bool

    fileprivate enum Values: Sendable {
      case numbers(RowNumbers)
      /// Codes, with the place of each where they are not in order.
      case codes(GroupKeys, places: [UInt32]?)
    }
  }

  private let keys: [Key]
  private let cancellation: CancellationCheck

  /// - Returns: `nil` without keys.
  init?(_ keys: [Key], _ cancellation: CancellationCheck) {
    guard !keys.isEmpty else { return nil }
    self.keys = keys
    self.cancellation = cancellation
  }

  /// The first rows of a selection, or all, in order.
  ///
  /// - Complexity: O(rows selected) while few are wanted.
  func rows(_ selected: Bitmap, first: Int?) throws(QueryCancelled) -> [Int] {
    guard let first, first < selected.count / 4 else {
      try cancellation.check()
      return Array(Array(selected).sorted(by: precedes).prefix(first ?? Int.max))
    }
    // What precedes all others in its stretch may still not do so in the table.
    let (key, isOnly) = (keys[0], keys.count == 1)
    let (recorded, others) = key.parted(selected)
    let parts = try RowBlocks(selected.capacity).map { range throws(QueryCancelled) in
      var leading = LeadingRows(first, isOnly: isOnly)
      try key.forEachBits(of: recorded, in: range, cancellation) { row, bits in
        leading.consider(row, bits, precedes)
      }
      if let others {
        try Members<UInt32>.forEachBlock(of: others, in: range, by: nil, cancellation) { members in
          for member in 0..<members.count {
            leading.consider(Int(members.rows[member]), .max, precedes)
          }
        }
      }
      return leading.rows(precedes)
    }
    return Array(parts.joined().sorted(by: precedes).prefix(first))
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    for key in keys {
      let (first, second) = (key.bits(ofRow: a), key.bits(ofRow: b))
      guard let first, let second else {
        if (first == nil) != (second == nil) { return second == nil }
        continue
      }
      if first != second { return first < second }
    }
    return a < b
  }
}

/// The rows that come first among those seen so far.
private struct LeadingRows {
  private let count: Int
  /// Whether the first key decides alone, and so the earlier of two rows that have it.
  private let isOnly: Bool
  private var kept: [(row: Int, bits: UInt64)] = []
  /// The first key of the last row that is among the first, once there are as many.
  private var limit: UInt64?

  /// How many more rows than wanted are kept before those that come later are dropped.
  private static let slack = 1024

  init(_ count: Int, isOnly: Bool) {
    self.count = count
    self.isOnly = isOnly
  }

  @inline(__always)
  mutating func consider(_ row: Int, _ bits: UInt64, _ precedes: (Int, Int) -> Bool) {
    if let limit, bits > limit || (isOnly && bits == limit) { return }
    add(row, bits, precedes)
  }

  private mutating func add(_ row: Int, _ bits: UInt64, _ precedes: (Int, Int) -> Bool) {
    kept.append((row, bits))
    if kept.count < count + Self.slack { return }
    sort(precedes)
    kept.removeLast(kept.count - count)
    limit = kept.last?.bits ?? 0
  }

  private mutating func sort(_ precedes: (Int, Int) -> Bool) {
    kept.sort { $0.bits != $1.bits ? $0.bits < $1.bits : precedes($0.row, $1.row) }
  }

  func rows(_ precedes: (Int, Int) -> Bool) -> [Int] {
    var sorted = self
    sorted.sort(precedes)
    return sorted.kept.prefix(count).map(\.row)
  }
}

extension RowOrder.Key {
  /// Bits that are in the order of the key; `nil` for a row without a value.
  fileprivate func bits(ofRow row: Int) -> UInt64? {
    let bits: UInt64
    switch values {
    case .codes(let keys, let places):
      let code = keys.code(ofRow: row)
      if code == GroupKeys.missing { return nil }
      bits = UInt64(places?[Int(code)] ?? code)
    case .numbers(let numbers):
      guard numbers.recorded.contains(row) else { return nil }
      bits = numbers.bits(ofRow: row)
    }
    return isDescending ? ~bits : bits
  }

  /// A selection in the rows to look at and those known to have no value, if any are known.
  fileprivate func parted(_ rows: Bitmap) -> (Bitmap, Bitmap?) {
    guard case .numbers(let numbers) = values else { return (rows, nil) }
    let others = rows.subtracting(numbers.recorded)
    return (rows.intersection(numbers.recorded), others.isEmpty ? nil : others)
  }

  /// Calls a function with each row of a stretch and its bits, the largest for a row without a value.
  ///
  /// - Parameter rows: The first part of `parted`.
  @inline(__always)
  fileprivate func forEachBits(
    of rows: Bitmap, in range: Range<Int>, _ cancellation: CancellationCheck,
    _ body: (Int, UInt64) -> Void
  ) throws(QueryCancelled) {
    let flip: UInt64 = isDescending ? ~0 : 0
    switch values {
    case .codes(let keys, let places):
      let last = UInt32(keys.codeCount)
      try Members<UInt32>.forEachBlock(of: rows, in: range, by: [keys], cancellation) { members in
        for member in 0..<members.count {
          let code = members.slots[member]
          let bits = code == last ? ~0 : UInt64(places?[Int(code)] ?? code) ^ flip
          body(Int(members.rows[member]), bits)
        }
      }
    case .numbers(let numbers):
      let bits = MemberNumbers<UInt64>()
      try Members<UInt32>.forEachBlock(of: rows, in: range, by: nil, cancellation) { members in
        numbers.copy(members, to: bits)
        for member in 0..<members.count { body(Int(members.rows[member]), bits[member] ^ flip) }
      }
    }
  }
}

extension Evaluator {
  /// What a list is sorted by.
  ///
  /// - Parameter rows: Those that are sorted.
  func sortKey(
    _ column: ColumnExpression, table: Int, isDescending: Bool, among rows: Bitmap
  ) throws(QueryCancelled) -> RowOrder.Key {
    if let numbers = try plainNumbers(column, table: table) {
      return RowOrder.Key(values: .numbers(numbers), isDescending: isDescending)
    }
    let keys = try keys(column, table: table)
    var places: [UInt32]?
    if let texts = keys.sortedBy {
      let occurring = try Groups(rows, by: [keys], cancellation)
      var found = [UInt32](repeating: 0, count: texts.count)
      for group in 0..<occurring.count where occurring.code(group, 0) != GroupKeys.missing {
        found[Int(occurring.code(group, 0))] = UInt32(group)
      }
      places = found
    }
    return RowOrder.Key(values: .codes(keys, places: places), isDescending: isDescending)
  }

  /// The numbers of a column whose values are numbers or dates.
  private func plainNumbers(
    _ column: ColumnExpression, table: Int
  ) throws(QueryCancelled) -> RowNumbers? {
    switch column.source {
    case .number(let value, _): return try numbers(value, table: table)
    case .field(let hops, let reference):
      switch catalogue.info(of: reference).schema.type {
      case .integer, .number, .date:
        let value = hops.reversed().reduce(NumericValue.field(reference)) {
          .through(relation: $1, $0)
        }
        return try numbers(value, table: table)
      case .text, .category, .boolean, .list: return nil
      }
    default: return nil
    }
  }
}
