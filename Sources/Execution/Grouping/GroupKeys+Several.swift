internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension GroupKeys {
  /// Any number of codes a row.
  struct Several: Sendable {
    /// A range of `codes` for each row: as many offsets as rows, and one.
    var offsets: Storage<UInt32>
    var codes: Storage<UInt32>
    /// The rows that are not missing.
    var recorded: RowBits
    /// The code of a row that holds nothing.
    var noneCode: UInt32
    /// The row that each row leads to, whose codes it has; -1 for none.
    var parents: Storage<Int32>?

    /// The codes of the rows that lead to these.
    func linked(
      by parents: Storage<Int32>, _ cancellation: CancellationCheck
    ) throws(QueryCancelled) -> Several {
      var result = self
      // Two links become one.
      result.parents =
        try self.parents?.gathered(by: parents, else: -1, cancellation) ?? parents
      return result
    }

    /// Calls a function with the codes as memory.
    @inline(__always)
    func read<Result>(_ body: (Entries) -> Result) -> Result {
      offsets.withUnsafeBufferPointer { offsets in
        codes.withUnsafeBufferPointer { codes in
          recorded.read { recorded in
            var entries = Entries(
              offsets: offsets, codes: codes, recorded: recorded, none: noneCode, parents: nil)
            guard let parents else { return body(entries) }
            return parents.withUnsafeBufferPointer {
              entries.parents = $0
              return body(entries)
            }
          }
        }
      }
    }
  }

  /// The codes of each row, as memory.
  struct Entries {
    let offsets: UnsafeBufferPointer<UInt32>
    let codes: UnsafeBufferPointer<UInt32>
    let recorded: RowBits.Reading
    let none: UInt32
    var parents: UnsafeBufferPointer<Int32>?

    /// The digits of a row: the first, which is that of none where it holds nothing, and one past it
    /// where it is missing; and the places of the others.
    @inline(__always)
    func range(of row: Int) -> (first: UInt32, others: Range<Int>) {
      let (start, end, isRecorded) = entries(of: row)
      if !isRecorded { return (none &+ 1, 0..<0) }
      if start == end { return (none, 0..<0) }
      return (codes[start], start &+ 1..<end)
    }

    /// How many codes a row holds.
    @inline(__always)
    func count(of row: Int) -> Int {
      let (start, end, isRecorded) = entries(of: row)
      return isRecorded ? end &- start : 0
    }

    @inline(__always)
    private func entries(of row: Int) -> (start: Int, end: Int, isRecorded: Bool) {
      var holder = row
      if let parents {
        holder = Int(parents[row])
        if holder < 0 { return (0, 0, false) }
      }
      return (
        Int(offsets[holder]), Int(offsets[holder &+ 1]), recorded.contains(holder)
      )
    }
  }

  /// How many values the rows of a selection hold, a row that holds two of them counting twice.
  func mentions(
    among rows: Bitmap, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Int {
    guard let several else { return 0 }
    if let sets { return sets.mentions(among: rows) }
    let bits = RowBits(rows)
    return try RowBlocks(rows.capacity).map { range throws(QueryCancelled) in
      var total = 0
      try Members<UInt32>.forEachBlock(of: bits, in: range, by: nil, cancellation) { members in
        several.read { entries in
          for member in 0..<members.count {
            total &+= entries.count(of: Int(members.rows[member]))
          }
        }
      }
      return total
    }.reduce(0, +)
  }
}

extension Evaluator {
  /// Each value of a many-valued field is a group.
  static func keys(
    ofEach lists: ListValues, recorded: Bitmap, _ info: FieldInfo
  ) -> GroupKeys {
    keys(
      GroupKeys.Several(
        offsets: lists.offsets, codes: lists.codes, recorded: RowBits(recorded),
        noneCode: UInt32(lists.dictionary.count)), .field(info))
  }

  private static func keys(_ several: GroupKeys.Several, _ labels: GroupKeys.Labels) -> GroupKeys {
    GroupKeys(
      digits: .codes([]), codeCount: Int(several.noneCode) + 1, labels: labels, several: several)
  }

  /// Each value of a field among related rows is a group; a value that several of them hold counts
  /// the row once.
  func keys(
    ofRelated hops: [Int], _ link: RowLink, _ target: FieldTarget
  ) throws(QueryCancelled) -> GroupKeys {
    let related = try keys(of: target, isOfEach: true)
    var several = try RelatedCodes(
      data.relationIndex(link.relation), link, related,
      childRows: data.tables[data.relations[link.relation].childTable].rowCount
    ).several(cancellation)
    for hop in hops.reversed() {
      several = try several.linked(by: data.relationIndex(hop).parentOfChild, cancellation)
    }
    let info = catalogue.info(of: target.field)
    if case .boolean = info.schema.type {
      return Self.keys(several, .values([.boolean(true), .boolean(false), .text("(none)")]))
    }
    return Self.keys(several, .field(info))
  }
}
