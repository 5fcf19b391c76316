internal import Bitmaps
internal import Tables

/// Counters of all combinations of codes that there could be.
struct SlotCounts {
  /// The rows of each combination.
  let counts: [UInt32]

  /// Up to this many combinations each stretch has four counters for each, so that rows of one group
  /// that follow one another need not wait for the counter.
  private static let mostInFour = 1 << 10

  /// Counts the rows of a selection.
  ///
  /// - Parameter size: The number of combinations.
  init(
    _ rows: Bitmap, _ dimensions: [GroupKeys], _ size: Int, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) {
    if dimensions.isEmpty {
      counts = [UInt32(rows.count)]
      return
    }
    let ways = size <= Self.mostInFour ? 4 : 1
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity, cells: size).map { range throws(QueryCancelled) in
      var counters = [UInt32](repeating: 0, count: size * ways)
      let step = ways == 4 ? size : 0
      try Self.count(bits, range, dimensions, step, &counters, cancellation)
      return counters
    }
    var total = Array(parts[0].prefix(size))
    for (index, part) in parts.enumerated() {
      for way in (index == 0 ? 1 : 0)..<ways {
        for slot in 0..<size { total[slot] &+= part[way * size + slot] }
      }
    }
    counts = total
  }

  /// Counts the rows of a stretch.
  ///
  /// - Parameter step: How far apart the four counters of a combination are; 0 where there is one.
  private static func count(
    _ rows: RowBits, _ range: Range<Int>, _ dimensions: [GroupKeys], _ step: Int,
    _ counters: inout [UInt32], _ cancellation: CancellationCheck
  ) throws(QueryCancelled) {
    // The numbers of one dimension that has codes are these, and need not be copied.
    if dimensions.count == 1, dimensions[0].several == nil,
      case .codes(let codes) = dimensions[0].digits
    {
      let last = UInt32(dimensions[0].codeCount)
      try Members<UInt32>.forEachBlock(of: rows, in: range, by: nil, cancellation) { members in
        switch codes.form {
        case .bytes(let codes): count(members, codes, last, step, &counters)
        case .shorts(let codes): count(members, codes, last, step, &counters)
        case .words(let codes): count(members, codes, last, step, &counters)
        }
      }
      return
    }
    try Members<UInt32>.forEachBlock(of: rows, in: range, by: dimensions, cancellation) {
      members in
      let slots = members.slots
      count(members.count, step, &counters) { slots[$0] }
    }
  }

  /// Counts a block of rows by their codes.
  ///
  /// - Parameter last: The counter of rows without a value.
  private static func count<Code: FixedWidthInteger & UnsignedInteger>(
    _ members: Members<UInt32>, _ codes: Storage<Code>, _ last: UInt32, _ step: Int,
    _ counters: inout [UInt32]
  ) {
    codes.withUnsafeBufferPointer { codes in
      let rows = members.rows
      guard members.isRun else {
        return count(members.count, step, &counters) {
          min(UInt32(truncatingIfNeeded: codes[Int(rows[$0])]), last)
        }
      }
      let start = Int(rows[0])
      count(members.count, step, &counters) {
        min(UInt32(truncatingIfNeeded: codes[start &+ $0]), last)
      }
    }
  }

  /// - Parameter slot: The number of a member's combination.
  @inline(__always)
  private static func count(
    _ memberCount: Int, _ step: Int, _ counters: inout [UInt32], slot: (Int) -> UInt32
  ) {
    counters.withUnsafeMutableBufferPointer { counters in
      var member = 0
      while member &+ 4 <= memberCount {
        counters[Int(slot(member))] &+= 1
        counters[Int(slot(member &+ 1)) &+ step] &+= 1
        counters[Int(slot(member &+ 2)) &+ 2 &* step] &+= 1
        counters[Int(slot(member &+ 3)) &+ 3 &* step] &+= 1
        member &+= 4
      }
      while member < memberCount {
        counters[Int(slot(member))] &+= 1
        member &+= 1
      }
    }
  }
}
