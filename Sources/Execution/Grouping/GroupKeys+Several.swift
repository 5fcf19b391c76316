internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Evaluator {
  /// What a row that holds none of the values is grouped as.
  private static let none = AnswerValue.text("(none)")

  /// Each value of a many-valued field is a group.
  func keys(ofEach column: Column, _ info: FieldInfo) -> GroupKeys {
    guard case .lists(let lists) = column.values else {
      return GroupKeys(
        codes: Storage(count: column.rowCount) { _ in GroupKeys.missing }, values: [],
        isScale: false)
    }
    var builder = SeveralBuilder(rowCount: column.rowCount, none: lists.dictionary.count)
    for row in 0..<column.rowCount {
      let isRecorded = column.recorded.contains(row)
      let held = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
      builder.add(isRecorded ? Array(held) : nil)
    }
    return builder.keys(lists.dictionary.indices.map { .text(info.label(ofCode: $0)) }, Self.none)
  }

  /// Each value of a field among related rows is a group; a value that several of them hold counts
  /// the row once.
  func keys(
    ofRelated hops: [Int], _ link: RowLink, _ target: FieldTarget
  ) throws(QueryCancelled) -> GroupKeys {
    let related = try column(target.field, through: target.hops)
    let info = catalogue.info(of: target.field)
    let values: [AnswerValue]
    switch related.values {
    case .coded(let coded): values = coded.dictionary.indices.map { .text(info.label(ofCode: $0)) }
    case .lists(let lists): values = lists.dictionary.indices.map { .text(info.label(ofCode: $0)) }
    case .flags: values = [.boolean(true), .boolean(false)]
    case .integers, .numbers, .dates: values = []
    }
    let index = data.relationIndex(link.relation)
    let rowCount =
      switch link {
      case .children: index.childOffsets.count - 1
      case .siblings: index.parentOfChild.count
      }
    var ofRow: [[UInt32]?] = []
    for row in 0..<rowCount {
      let rows = Self.related(to: row, link, index)
      let recorded = rows.filter { related.recorded.contains($0) }
      // Related rows of which none has the value say nothing; no related rows hold no value.
      ofRow.append(
        recorded.isEmpty && !rows.isEmpty
          ? nil : Array(Set(recorded.flatMap { related.codes(of: $0) })).sorted())
    }
    var parents: [Int]?
    for hop in hops.reversed() {
      let next = data.relationIndex(hop).parentOfChild
      parents = next.map { parent in
        parent < 0 ? -1 : parents.map { $0[Int(parent)] } ?? Int(parent)
      }
    }
    var builder = SeveralBuilder(rowCount: parents?.count ?? rowCount, none: values.count)
    if let parents {
      for parent in parents { builder.add(parent < 0 ? nil : ofRow[parent]) }
    } else {
      for codes in ofRow { builder.add(codes) }
    }
    return builder.keys(values, Self.none)
  }

  private static func related(to row: Int, _ link: RowLink, _ index: RelationIndex) -> [Int] {
    switch link {
    case .children: return index.children(of: row).map { Int($0) }
    case .siblings:
      let parent = Int(index.parentOfChild[row])
      return parent < 0 ? [] : index.children(of: parent).map { Int($0) }.filter { $0 != row }
    }
  }
}

extension Column {
  /// The codes that a row holds.
  fileprivate func codes(of row: Int) -> [UInt32] {
    switch values {
    case .coded(let coded): [coded.codes[row]]
    case .lists(let lists):
      Array(lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])])
    case .flags(let yes): [yes.contains(row) ? 0 : 1]
    case .integers, .numbers, .dates: []
    }
  }
}

/// Collects the codes of each row in turn.
private struct SeveralBuilder {
  private var codes: [UInt32] = []
  private var offsets: [UInt32] = [0]
  private var severalCodes: [UInt32] = []
  private let none: UInt32
  private var hasNone = false

  init(rowCount: Int, none: Int) {
    self.none = UInt32(none)
    codes.reserveCapacity(rowCount)
    offsets.reserveCapacity(rowCount + 1)
  }

  /// The codes of the next row; `nil` for a row that is missing.
  mutating func add(_ held: [UInt32]?) {
    codes.append(held == nil ? GroupKeys.missing : 0)
    if let held {
      if held.isEmpty { hasNone = true }
      severalCodes += held.isEmpty ? [none] : held
    }
    offsets.append(UInt32(severalCodes.count))
  }

  func keys(_ values: [AnswerValue], _ noneValue: AnswerValue) -> GroupKeys {
    GroupKeys(
      codes: Storage(codes), values: hasNone ? values + [noneValue] : values, isScale: false,
      several: GroupKeys.Several(
        offsets: Storage(offsets), codes: Storage(severalCodes), noneCode: none))
  }
}
