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
      offsets: Storage(offsets), codes: Storage(codes), recorded: RowBits(recorded),
      noneCode: UInt32(valueCount))
  }

  /// The codes that stand for a value.
  private var valueCount: Int { keys.several.map { Int($0.noneCode) } ?? keys.codeCount }

  private func part(_ range: Range<Int>, _ written: Codes) -> Part {
    index.childOffsets.withUnsafeBufferPointer { offsets in
      index.children.withUnsafeBufferPointer { children in
        index.parentOfChild.withUnsafeBufferPointer { parents in
          let isSiblings = if case .siblings = link { true } else { false }
          let last = UInt32(valueCount)
          guard let several = keys.several else {
            return part(range, offsets, children, isSiblings ? parents : nil) { child, held in
              let code = written[child]
              if code < last { held.append(code) }
              return code < last
            }
          }
          return several.read { entries in
            part(range, offsets, children, isSiblings ? parents : nil) { child, held in
              let digits = entries.range(of: child)
              if digits.first < last { held.append(digits.first) }
              for entry in digits.others { held.append(entries.codes[entry]) }
              return digits.first <= last
            }
          }
        }
      }
    }
  }

  /// - Parameters:
  ///   - parents: The parent of each row where its siblings are asked for.
  ///   - add: Adds the codes of a child, and says whether it is recorded.
  @inline(__always)
  private func part(
    _ range: Range<Int>, _ offsets: UnsafeBufferPointer<Int32>,
    _ children: UnsafeBufferPointer<Int32>, _ parents: UnsafeBufferPointer<Int32>?,
    add: (_ child: Int, _ held: inout [UInt32]) -> Bool
  ) -> Part {
    var part = Part()
    part.ends.reserveCapacity(range.count)
    var held: [UInt32] = []
    for row in range {
      held.removeAll(keepingCapacity: true)
      var (related, recorded) = (0, false)
      let parent = parents.map { Int($0[row]) } ?? row
      if parent >= 0 {
        for place in Int(offsets[parent])..<Int(offsets[parent &+ 1]) {
          let child = Int(children[place])
          // A row is no sibling of its own.
          if parents != nil, child == row { continue }
          related &+= 1
          if add(child, &held) { recorded = true }
        }
      }
      if !recorded, related > 0 { part.missing.append(row) }
      if held.count > 1 { held.sort() }
      for place in held.indices where place == 0 || held[place] != held[place - 1] {
        part.codes.append(held[place])
      }
      part.ends.append(UInt32(part.codes.count))
    }
    return part
  }
}
