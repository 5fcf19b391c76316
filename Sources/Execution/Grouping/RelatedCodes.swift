internal import Bitmaps
internal import Planning
internal import Tables

/// The distinct codes among the rows that each row is related to.
struct RelatedCodes: Sendable {
  private let index: RelationIndex
  private let link: RowLink
  private let keys: GroupKeys
  private let childRows: Int

  /// - Parameters:
  ///   - keys: The codes of the child rows.
  ///   - childRows: The number of child rows.
  init(_ index: RelationIndex, _ link: RowLink, _ keys: GroupKeys, childRows: Int) {
    self.index = index
    self.link = link
    self.keys = keys
    self.childRows = childRows
  }

  /// What is found for one stretch of rows.
  private struct Part: Sendable {
    var ends: [UInt32] = []
    var codes: [UInt32] = []
    var missing: [Int] = []
  }

  /// The codes of each row, upwards and each once.
  ///
  /// Related rows of which none has a value say nothing; no related rows hold no value.
  func several(_ cancellation: CancellationCheck) throws(QueryCancelled) -> GroupKeys.Several {
    let rowCount =
      switch link {
      case .children: index.childOffsets.count - 1
      case .siblings: index.parentOfChild.count
      }
    let written = keys.several == nil ? try keys.written(rowCount: childRows, cancellation) : []
    let parts = try RowBlocks(rowCount).map { range throws(QueryCancelled) in
      try cancellation.check()
      return self.part(range, written)
    }
    var recorded = Bitmap(allOf: rowCount)
    for row in parts.lazy.flatMap(\.missing) { recorded.remove(row) }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(rowCount + 1)
    var codes: [UInt32] = []
    codes.reserveCapacity(parts.reduce(0) { $0 + $1.codes.count })
    for part in parts {
      let start = UInt32(codes.count)
      offsets.append(contentsOf: part.ends.lazy.map { $0 + start })
      codes += part.codes
    }
    return GroupKeys.Several(
      offsets: Storage(offsets), codes: Storage(codes), recorded: recorded,
      noneCode: UInt32(valueCount))
  }

  /// The codes that stand for a value.
  private var valueCount: Int { keys.several.map { Int($0.noneCode) } ?? keys.codeCount }

  private func part(_ range: Range<Int>, _ written: Storage<UInt32>) -> Part {
    var part = Part()
    var held: [UInt32] = []
    let last = UInt32(valueCount)
    func add(_ row: Int) -> Bool {
      guard let several = keys.several else {
        let code = written[row]
        if code < last { held.append(code) }
        return code < last
      }
      var isRecorded = false
      several.withEntries { entries in
        let digits = entries.range(of: row)
        isRecorded = digits.first <= last
        if digits.first < last { held.append(digits.first) }
        held += entries.codes[digits.others]
      }
      return isRecorded
    }
    for row in range {
      held.removeAll(keepingCapacity: true)
      var (related, recorded) = (0, false)
      let parent =
        switch link {
        case .children: row
        case .siblings: Int(index.parentOfChild[row])
        }
      if parent >= 0 {
        for child in index.children(of: parent) where !(isSiblings && Int(child) == row) {
          related += 1
          recorded = add(Int(child)) || recorded
        }
      }
      if !recorded, related > 0 { part.missing.append(row) }
      if held.count > 1 { held.sort() }
      var before: UInt32?
      for code in held where code != before {
        part.codes.append(code)
        before = code
      }
      part.ends.append(UInt32(part.codes.count))
    }
    return part
  }

  private var isSiblings: Bool { if case .siblings = link { true } else { false } }
}
