internal import Bitmaps

extension Groups {
  /// How the number that a combination of codes has in mixed radix leads to its group.
  enum Numbering: Sendable {
    /// By an array; of the combinations that are no group it holds nothing.
    case dense([UInt32])
    /// By a chain of tables, whose last numbers lead to groups.
    case sparse(SlotChain, positions: [UInt32])

    /// With each group in another position.
    ///
    /// - Parameter order: The old position for each new one.
    func reordered(_ order: [Int]) -> Numbering {
      var new = [UInt32](repeating: 0, count: order.count)
      for (position, old) in order.enumerated() { new[old] = UInt32(position) }
      switch self {
      case .dense(let positions):
        // What is no group keeps a position that is never asked for.
        return .dense(positions.map { $0 < new.count ? new[Int($0)] : $0 })
      case .sparse(let chain, let positions):
        return .sparse(chain, positions: positions.map { new[Int($0)] })
      }
    }
  }

  /// The groups that have rows by a counter for each combination that there could be.
  ///
  /// - Parameter levels: Codes of the only dimension that are groups in any case.
  static func counted(
    _ counters: [UInt32], _ dimensions: [GroupKeys], _ levels: [UInt32]
  ) -> (codes: [[UInt32]], counts: [Int], numbering: Numbering) {
    var used = dimensions.isEmpty ? [0] : counters.indices.filter { counters[$0] > 0 }
    if !levels.isEmpty { used = Set(used).union(levels.lazy.map { Int($0) }).sorted() }
    var positions = [UInt32](repeating: .max, count: counters.count)
    for (position, slot) in used.enumerated() { positions[slot] = UInt32(position) }
    return (
      codes(used.map { UInt64($0) }, dimensions[...]), used.map { Int(counters[$0]) },
      .dense(positions)
    )
  }

  /// Counts in a table of the combinations that there are.
  static func tallied(
    _ rows: Bitmap, _ dimensions: [GroupKeys], _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> (codes: [[UInt32]], counts: [Int], numbering: Numbering) {
    var chain = SlotChain(dimensions, rowCount: rows.capacity)
    let counts = try chain.count(rows, cancellation)
    return (
      chain.codes, counts, .sparse(chain, positions: counts.indices.map { UInt32($0) })
    )
  }

  /// The codes that numbers in mixed radix are made of, by dimension.
  static func codes(_ slots: [UInt64], _ dimensions: ArraySlice<GroupKeys>) -> [[UInt32]] {
    var rest = slots
    var codes: [[UInt32]] = []
    for keys in dimensions.reversed() {
      let radix = UInt64(keys.radix)
      codes.append(
        rest.map { slot in
          let digit = slot % radix
          return digit == radix - 1 ? GroupKeys.missing : UInt32(digit)
        })
      rest = rest.map { $0 / radix }
    }
    return codes.reversed()
  }

  /// Calls a function with the members of each block of a stretch of rows, numbered by the positions
  /// of their groups.
  ///
  /// - Parameter rows: Part of those that the groups were made from.
  func forEachBlock(
    of rows: RowBits, in range: Range<Int>, _ body: (Members<UInt32>) -> Void
  ) throws(QueryCancelled) {
    switch numbering {
    case .dense(let positions):
      try Members<UInt32>.forEachBlock(of: rows, in: range, by: dimensions, cancellation) {
        members in
        if !dimensions.isEmpty {
          positions.withUnsafeBufferPointer { positions in
            members.renumber { positions[Int($0)] }
          }
        }
        body(members)
      }
    case .sparse(let chain, let positions):
      try chain.forEachBlock(of: rows, in: range, positions, cancellation, body)
    }
  }

  /// How many rows of a selection are in each group.
  ///
  /// - Parameter rows: Part of those that the groups were made from.
  func counts(of rows: Bitmap) throws(QueryCancelled) -> [Int] {
    if dimensions.isEmpty { return [rows.count] }
    let size = count
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity, cells: size).map { range throws(QueryCancelled) in
      var counters = [UInt32](repeating: 0, count: size)
      try self.forEachBlock(of: bits, in: range) { members in
        counters.withUnsafeMutableBufferPointer { counters in
          for member in 0..<members.count { counters[Int(members.slots[member])] &+= 1 }
        }
      }
      return counters
    }
    return parts.dropFirst().reduce(into: parts[0].map { Int($0) }) { total, part in
      for group in total.indices { total[group] &+= Int(part[group]) }
    }
  }
}
