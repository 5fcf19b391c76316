internal import Execution
internal import Rendering

/// An answer as it is compared: its table, and what it was taken from.
struct ComparedAnswer {
  struct Column: Hashable {
    var name: String
    /// The word of `AnswerColumn.Kind`.
    var kind: String

    var isPercent: Bool { kind == AnswerColumn.Kind.percent.rawValue }

    /// Whether its values name a row rather than measure it.
    var isName: Bool {
      let measures: [AnswerColumn.Kind] = [.integer, .number, .percent]
      return !measures.map(\.rawValue).contains(kind)
    }
  }

  var statement: String
  var columns: [Column]
  var rows: [[ComparedValue]]
  /// The rows there were before `first N` cut them.
  var totalRowCount: Int
  /// The rows of the unit, and those that were undecided; `nil` where nothing was counted.
  var base: (total: Int, undecided: Int)?

  init(
    statement: String, columns: [Column], rows: [[ComparedValue]], totalRowCount: Int,
    base: (total: Int, undecided: Int)?
  ) {
    self.statement = statement
    self.columns = columns
    self.rows = rows
    self.totalRowCount = totalRowCount
    self.base = base
  }

  init(_ found: ScriptRecord.Found) {
    let answer = found.answer
    let table = answer.tidyTable
    self.init(
      statement: answer.statement + (found.loop.isEmpty ? "" : "  [\(found.loop)]"),
      columns: table.columns.map { Column(name: $0.name, kind: $0.kind.rawValue) },
      rows: table.rows.map { $0.map(ComparedValue.init) }, totalRowCount: table.totalRowCount,
      base: answer.base.map { ($0.total, $0.undecided) })
  }

  /// What is compared beside the cells: sizes that the table does not hold.
  var sizes: [(name: String, value: Int)] {
    var sizes: [(String, Int)] = []
    if let base { sizes += [("base: all rows", base.total), ("base: undecided", base.undecided)] }
    if totalRowCount != rows.count { sizes.append(("rows in all", totalRowCount)) }
    return sizes
  }
}
