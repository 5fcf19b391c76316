internal import Bitmaps

/// Combinations of codes that are too many for an array, numbered as they are met.
///
/// As many dimensions as fit 64 bits go into one table; where more follow, the numbers of that table
/// take the place of its dimensions in the next.
struct SlotChain: Sendable {
  private let dimensions: [GroupKeys]
  /// The dimensions of each table.
  private let spans: [Range<Int>]
  private var tables: [SlotTable]

  init(_ dimensions: [GroupKeys], rowCount: Int) {
    self.dimensions = dimensions
    spans = Self.spans(dimensions)
    tables = spans.map { _ in SlotTable() }
  }

  /// The numbers of one table are below this, and so leave the next half of its bits.
  private static let mostNumbers = UInt64(1) << 32

  private static func spans(_ dimensions: [GroupKeys]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = 0
    var size: UInt64 = 1
    for (position, keys) in dimensions.enumerated() {
      let (product, overflow) = size.multipliedReportingOverflow(by: UInt64(keys.radix))
      if overflow {
        spans.append(start..<position)
        start = position
        size = mostNumbers * UInt64(keys.radix)
      } else {
        size = product
      }
    }
    return spans + [start..<dimensions.count]
  }

  /// Numbers the combinations of a selection.
  ///
  /// - Returns: The rows of each.
  mutating func count(
    _ rows: Bitmap, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> [Int] {
    var counts: [Int] = []
    var tables = tables
    try Members<UInt64>.forEachBlock(
      of: RowBits(rows), in: 0..<rows.capacity, by: Array(dimensions[spans[0]]), cancellation
    ) { members in
      members.renumber { UInt64(tables[0].insert($0)) }
      for (position, span) in spans.enumerated().dropFirst() {
        members.number(by: Array(dimensions[span]), isFirst: false)
        members.renumber { UInt64(tables[position].insert($0)) }
      }
      for member in 0..<members.count {
        let number = Int(members.slots[member])
        if number == counts.count { counts.append(0) }
        counts[number] &+= 1
      }
    }
    self.tables = tables
    return counts
  }

  /// The codes of each combination, by dimension.
  var codes: [[UInt32]] {
    var codes: [[UInt32]] = []
    var numbers: [Int]?
    for (table, span) in zip(tables, spans).reversed() {
      let keys = numbers.map { $0.map { table.keys[$0] } } ?? table.keys
      codes = Groups.codes(keys, dimensions[span]) + codes
      let size = dimensions[span].reduce(UInt64(1)) { $0 * UInt64($1.radix) }
      numbers = keys.map { Int(truncatingIfNeeded: $0 / size) }
    }
    return codes
  }

  /// Calls a function with the members of each block, numbered by the positions of their groups.
  func forEachBlock(
    of rows: RowBits, in range: Range<Int>, _ positions: [UInt32],
    _ cancellation: CancellationCheck, _ body: (Members<UInt32>) -> Void
  ) throws(QueryCancelled) {
    let positioned = Members<UInt32>()
    try Members<UInt64>.forEachBlock(
      of: rows, in: range, by: Array(dimensions[spans[0]]), cancellation
    ) { members in
      members.renumber { UInt64(tables[0].find($0) ?? 0) }
      for (position, span) in spans.enumerated().dropFirst() {
        members.number(by: Array(dimensions[span]), isFirst: false)
        members.renumber { UInt64(tables[position].find($0) ?? 0) }
      }
      positioned.take(members) { positions[Int($0)] }
      body(positioned)
    }
  }
}
