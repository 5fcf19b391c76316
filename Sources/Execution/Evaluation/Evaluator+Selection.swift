internal import Bitmaps
internal import Planning
internal import Tables

/// The rows that a set names, and those it cannot decide on.
struct Selection: Sendable {
  /// How many rows are in the set.
  let count: Int
  /// How many rows would be in the set or not if a missing value were known.
  let undecidedCount: Int
  /// The fields that are missing in undecided rows, most first, where they were counted as well.
  let undecidedFields: [UndecidedField]?
  private let truth: Deferred<Truth>

  /// The rows of the set.
  var rows: Bitmap { truth.value.yes }
  /// The rows that would be in the set or not if a missing value were known.
  var undecided: Bitmap { truth.value.undecided }

  /// The rows that a condition is true for.
  init(_ truth: Truth) {
    (count, undecidedCount) = (truth.yes.count, truth.undecided.count)
    undecidedFields = nil
    self.truth = Deferred(truth)
  }

  /// So many rows as a condition is true for; which they are is only worked out when asked for.
  ///
  /// - Parameters:
  ///   - missing: The fields that can leave it undecided, and where each is missing.
  ///   - isTheirsAlone: Whether nothing else can.
  init(
    counting tree: TruthTree, rowCount: Int, _ missing: [(name: String, rows: Bitmap)],
    isTheirsAlone: Bool
  ) {
    // A single field is missing in every undecided row, so these need not be looked for.
    let isOne = missing.count == 1 && isTheirsAlone
    let counts = tree.counts(rowCount: rowCount, undecidedIn: isOne ? [] : missing.map(\.rows))
    (count, undecidedCount) = (counts.yes, counts.undecided)
    undecidedFields =
      zip(missing, isOne ? [counts.undecided] : counts.inSets).map { field, count in
        UndecidedField(name: field.name, count: count, missingCount: field.rows.count)
      }.mostFirst
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

  /// How many rows a set has, how many are undecided and why; which they are is only worked out if it
  /// is asked for.
  func counted(_ set: BoundSet) throws(QueryCancelled) -> Selection {
    let tree = try tree(set)
    let missing = tree.isDecided ? [] : try missingRows(set.condition, table: set.table)
    return Selection(
      counting: tree, rowCount: data.tables[set.table].rowCount, missing,
      isTheirsAlone: set.condition?.isUndecidedByFieldsAlone ?? true)
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
    var base = Base(
      total: data.tables[set.table].rowCount, counted: selection.count,
      undecided: selection.undecidedCount)
    if let fields = selection.undecidedFields {
      base.undecidedFields = fields
    } else if base.undecided > 0 {
      base.undecidedFields = try undecidedFields(
        set.condition, among: selection.undecided, table: set.table)
    }
    return base
  }

  /// The fields that are missing in undecided rows, most first.
  private func undecidedFields(
    _ condition: Condition?, among undecided: Bitmap, table: Int
  ) throws(QueryCancelled) -> [UndecidedField] {
    try missingRows(condition, table: table).map { field in
      UndecidedField(
        name: field.name, count: field.rows.intersectionCount(with: undecided),
        missingCount: field.rows.count)
    }.mostFirst
  }

  /// The fields that can leave a condition undecided, each once, and the rows where it is missing.
  private func missingRows(
    _ condition: Condition?, table: Int
  ) throws(QueryCancelled) -> [(name: String, rows: Bitmap)] {
    var fields: [(name: String, rows: Bitmap)] = []
    for leaf in condition?.missingLeaves(in: catalogue) ?? []
    where !fields.contains(where: { $0.name == leaf.name }) {
      fields.append((leaf.name, try truth(leaf.isMissing, over: .table(table)).yes))
    }
    return fields
  }
}

extension [UndecidedField] {
  /// Those that leave rows undecided, most first.
  fileprivate var mostFirst: [UndecidedField] {
    filter { $0.count > 0 }.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }
}
