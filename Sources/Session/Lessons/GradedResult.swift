internal import Execution

/// What an answer says, without how it is laid out: two ways of asking the same agree in it.
enum GradedResult: Hashable {
  case number(Int)
  case share(part: Int, whole: Int)
  /// Lines of a table, each its values in a fixed order; the lines too, unless they were sorted.
  case lines([[String]])

  init(_ answer: Answer, isSorted: Bool) {
    switch answer.body {
    case .count(let count): self = .number(count)
    case .share(let share): self = .share(part: share.part, whole: share.whole)
    case .table(let table):
      self = .lines(Self.ordered(table.rows.map { $0.map(Self.text).sorted() }, isSorted))
    case .frequencies(let found):
      let groups = found.groups.map { [Self.text($0.key), String($0.count)].sorted() }
      let missing = found.missing == 0 ? [] : [["(missing)", String(found.missing)].sorted()]
      self = .lines(Self.ordered(groups + missing, isSorted))
    case .crosstab(let found): self = .lines(Self.ordered(Self.cells(found, []), isSorted))
    case .layers(_, let layers):
      self = .lines(
        Self.ordered(layers.flatMap { Self.cells($0.crosstab, [Self.text($0.key)]) }, isSorted))
    }
  }

  /// A line for each cell, so that a crosstab and a count by two fields are the same.
  private static func cells(_ table: Crosstab, _ layer: [String]) -> [[String]] {
    table.rowKeys.enumerated().flatMap { row, rowKey in
      table.columnKeys.enumerated().compactMap { column, columnKey in
        let count = table.counts[row][column]
        return count == 0 ? nil : (layer + [text(rowKey), text(columnKey), String(count)]).sorted()
      }
    }
  }

  private static func ordered(_ lines: [[String]], _ isSorted: Bool) -> [[String]] {
    // A group that nothing is in says nothing: `count by` shows it for scales alone.
    let lines = lines.filter { !($0.count == 2 && $0.contains("0")) }
    return isSorted ? lines : lines.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func text(_ value: AnswerValue) -> String {
    switch value {
    case .missing: "(missing)"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number):
      // Sums in another order differ in their last digits.
      abs(number) < 1e12 ? String((number * 1e6).rounded() / 1e6) : String(number)
    case .boolean(let isTrue): isTrue ? "yes" : "no"
    case .date(let date): "\(date)"
    case .list(let values): values.joined(separator: "; ")
    case .percent(let part, let whole): "\(part) of \(whole)"
    }
  }

  /// Whether the learner's result is the one that was asked for.
  ///
  /// `percent died of children` shows how many died, and answers a question for their number too.
  func satisfies(_ wanted: GradedResult) -> Bool {
    if case .number(let count) = wanted, case .share(let part, _) = self { return part == count }
    return self == wanted
  }
}
