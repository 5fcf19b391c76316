internal import Bitmaps
internal import Planning
internal import Tables

/// What an answer says of cells that could not be read.
extension Executor {
  /// `3 children have an unreadable age`: a note for each field that the query looks at.
  func unreadableNotes(
    _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> [String] {
    var leaves = query.set.unreadableLeaves(in: catalogue)
    leaves += query.dimensions.flatMap { $0.unreadableLeaves(in: catalogue) }
    leaves += query.measures.flatMap { $0.measure.unreadableLeaves(in: catalogue) }
    switch query.verb {
    case .percent(let condition): leaves += condition.unreadableLeaves(in: catalogue)
    case .summarise(let value, _, _): leaves += value.unreadableLeaves(in: catalogue)
    case .compare(let other, _):
      leaves += other.unreadableLeaves(in: catalogue)
    case .count, .list, .tabulate, .measures: break
    }
    guard !leaves.isEmpty else { return [] }
    var rows = selection.rows.union(selection.undecided)
    if case .compare(let other, _) = query.verb {
      let second = try evaluator.selection(other)
      rows = rows.union(second.rows).union(second.undecided)
    }
    return try notes(on: leaves, among: rows, of: query.set.table)
  }

  /// A note for each of the fields that has an unreadable cell in one of the rows.
  ///
  /// - Parameter rows: Those counted, and those left undecided.
  func notes(
    on leaves: [UnreadableLeaf], among rows: Bitmap, of table: Int
  ) throws(QueryCancelled) -> [String] {
    let schema = catalogue.data.tables[table].schema
    var notes: [String] = []
    var named: Set<String> = []
    for leaf in leaves where named.insert(leaf.name).inserted {
      let count = try evaluator.truth(leaf.isUnreadable, over: .table(table)).yes
        .intersectionCount(with: rows)
      guard count > 0 else { continue }
      notes.append(
        "\(Wording.count(count, schema)) \(count == 1 ? "has" : "have") an unreadable \(leaf.name)")
    }
    return notes
  }
}
