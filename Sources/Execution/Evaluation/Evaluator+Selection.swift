internal import Bitmaps
internal import Planning
internal import Tables

/// The rows that a set names, and those it cannot decide on.
struct Selection {
  /// The rows of the set.
  var rows: Bitmap
  /// The rows that would be in the set or not if a missing value were known.
  var undecided: Bitmap
}

extension Evaluator {
  /// The rows of a set.
  ///
  /// `where` keeps what is true; `except where` drops only what is true, so the two split a set in
  /// two.
  func selection(_ set: BoundSet) throws(QueryCancelled) -> Selection {
    let rowCount = data.tables[set.table].rowCount
    var selection = Selection(
      rows: Bitmap(allOf: rowCount), undecided: Bitmap(capacity: rowCount))
    if let condition = set.condition {
      let truth = try truth(condition, over: .table(set.table))
      selection = Selection(rows: truth.yes, undecided: truth.undecided)
    }
    if let exception = set.exception {
      let dropped = try truth(exception, over: .table(set.table)).yes
      selection.rows.subtract(dropped)
      selection.undecided.subtract(dropped)
    }
    return selection
  }

  /// What a selection was counted from, and which fields left rows undecided.
  func base(_ set: BoundSet, _ selection: Selection) throws(QueryCancelled) -> Base {
    let undecided = selection.undecided.count
    return Base(
      total: data.tables[set.table].rowCount, counted: selection.rows.count, undecided: undecided,
      undecidedFields: undecided == 0
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
