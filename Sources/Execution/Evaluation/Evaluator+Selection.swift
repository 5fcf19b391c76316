internal import Bitmaps
internal import Planning
internal import Tables

/// The rows that a set names, and those it cannot decide on.
struct Selection: Sendable {
  /// How many rows are in the set.
  let count: Int
  /// How many rows would be in the set or not if a missing value were known.
  let undecidedCount: Int
  private let truth: Deferred<Truth>

  /// The rows of the set.
  var rows: Bitmap { truth.value.yes }
  /// The rows that would be in the set or not if a missing value were known.
  var undecided: Bitmap { truth.value.undecided }

  /// The rows that a condition is true for.
  init(_ truth: Truth) {
    (count, undecidedCount) = (truth.yes.count, truth.undecided.count)
    self.truth = Deferred(truth)
  }

  /// So many rows as a condition is true for; which they are is only worked out when asked for.
  init(counting tree: TruthTree, rowCount: Int) {
    (count, undecidedCount) = tree.counts(rowCount: rowCount)
    truth = Deferred { tree.truth(rowCount: rowCount) }
  }
}

extension Evaluator {
  /// The rows of a set.
  ///
  /// `where` keeps what is true; `except where` drops only what is true, so the two split a set in
  /// two.
  func selection(_ set: BoundSet) throws(QueryCancelled) -> Selection {
    Selection(try tree(set).truth(rowCount: data.tables[set.table].rowCount))
  }

  /// How many rows a set has; which they are is only worked out if it is asked for.
  ///
  /// The rows that are undecided will be, to say why they are.
  func counted(_ set: BoundSet) throws(QueryCancelled) -> Selection {
    let tree = try tree(set)
    let rowCount = data.tables[set.table].rowCount
    return tree.isDecided
      ? Selection(counting: tree, rowCount: rowCount) : Selection(tree.truth(rowCount: rowCount))
  }

  /// How many rows a set has.
  func count(_ set: BoundSet) throws(QueryCancelled) -> Int {
    try tree(set).counts(rowCount: data.tables[set.table].rowCount).yes
  }

  private func tree(_ set: BoundSet) throws(QueryCancelled) -> TruthTree {
    let rows = Rows.table(set.table)
    let condition = try set.condition.map { condition throws(QueryCancelled) in
      try tree(condition, over: rows)
    }
    guard let exception = set.exception else { return condition ?? .all([]) }
    let dropped = Truth(yes: try truth(exception, over: rows).yes)
    return .all([condition ?? .all([]), .not(.leaf(dropped))])
  }

  /// What a selection was counted from, and which fields left rows undecided.
  func base(_ set: BoundSet, _ selection: Selection) throws(QueryCancelled) -> Base {
    Base(
      total: data.tables[set.table].rowCount, counted: selection.count,
      undecided: selection.undecidedCount,
      undecidedFields: selection.undecidedCount == 0
        ? [] : try undecidedFields(set.condition, among: selection.undecided, table: set.table))
  }

  /// The fields that are missing in undecided rows, most first.
  func undecidedFields(
    _ condition: Condition?, among undecided: Bitmap, table: Int
  ) throws(QueryCancelled) -> [UndecidedField] {
    guard let condition else { return [] }
    var fields: [UndecidedField] = []
    for leaf in condition.missingLeaves(in: catalogue)
    where !fields.contains(where: { $0.name == leaf.name }) {
      let missing = try truth(leaf.isMissing, over: .table(table)).yes
      let count = missing.intersectionCount(with: undecided)
      if count > 0 {
        fields.append(
          UndecidedField(name: leaf.name, count: count, missingCount: missing.count))
      }
    }
    return fields.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }
}
