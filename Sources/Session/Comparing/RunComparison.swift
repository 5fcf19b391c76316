/// What changed between two runs, number by number.
///
/// Answers are matched by their statement; of one statement that was asked several times the first with
/// the first. Rows are matched by the fewest leading columns that tell the rows of both apart, and where
/// none do, by the whole row. Columns are matched by name.
struct RunComparison {
  /// A number, or another cell, that is not the same.
  struct Change: Hashable {
    var statement: String
    /// The row's names; empty where the answer is one row.
    var row: String
    var number: String
    var a: ComparedValue
    var b: ComparedValue
    var isPercent = false

    /// How much greater it is in the second run; `nil` where one of the two is no number.
    var difference: Double? {
      guard let a = a.number, let b = b.number else { return nil }
      return b - a
    }

    /// The difference as a part of the first; `nil` from 0, and of percentages, whose difference is in
    /// percentage points.
    var relative: Double? {
      guard !isPercent, let difference, let a = a.number, a != 0 else { return nil }
      return difference / abs(a)
    }
  }

  /// Something that only one of the runs has.
  struct Lone: Hashable {
    /// Whether it is the first run that has it.
    var isInA: Bool
    var statement: String
    /// The row; `nil` for the whole answer.
    var row: String?
  }

  private(set) var changes: [Change] = []
  private(set) var lone: [Lone] = []
  /// The numbers and other cells that are the same.
  private(set) var unchangedCount = 0

  /// Whether nothing changed.
  var isSame: Bool { changes.isEmpty && lone.isEmpty }

  /// Compares two runs.
  ///
  /// - Complexity: O(cells).
  init(_ a: RunResults, _ b: RunResults) {
    let others = Self.numbered(b.answers)
    let places = Dictionary(uniqueKeysWithValues: others.enumerated().map { ($1.key, $0) })
    var isMatched = others.map { _ in false }
    for (key, answer) in Self.numbered(a.answers) {
      if let place = places[key] {
        isMatched[place] = true
        compare(answer, others[place].answer)
      } else {
        lone.append(Lone(isInA: true, statement: answer.statement))
      }
    }
    for (place, other) in others.enumerated() where !isMatched[place] {
      lone.append(Lone(isInA: false, statement: other.answer.statement))
    }
  }

  /// The answer of a statement, and which of its answers it is.
  private struct Key: Hashable {
    var statement: String
    var number: Int
  }

  private static func numbered(
    _ answers: [ComparedAnswer]
  ) -> [(key: Key, answer: ComparedAnswer)] {
    var counts: [String: Int] = [:]
    return answers.map { answer in
      counts[answer.statement, default: 0] += 1
      return (Key(statement: answer.statement, number: counts[answer.statement] ?? 1), answer)
    }
  }

  private mutating func compare(_ a: ComparedAnswer, _ b: ComparedAnswer) {
    let rows = RowMatching(a, b)
    for (name, left, right) in rows.pairs {
      for (column, other) in rows.comparedColumns {
        add(
          Change(
            statement: a.statement, row: name, number: a.columns[column].name, a: left[column],
            b: right[other], isPercent: a.columns[column].isPercent))
      }
    }
    lone += rows.onlyInA.map { Lone(isInA: true, statement: a.statement, row: $0) }
    lone += rows.onlyInB.map { Lone(isInA: false, statement: a.statement, row: $0) }
    lone += rows.loneColumns.map {
      Lone(isInA: $0.isInA, statement: a.statement, row: "the column \($0.name)")
    }
    let sizes = Dictionary(b.sizes.map { ($0.name, $0.value) }) { first, _ in first }
    for (name, value) in a.sizes {
      guard let other = sizes[name] else { continue }
      add(
        Change(
          statement: a.statement, row: "", number: name,
          a: .number(Double(value), text: String(value)),
          b: .number(Double(other), text: String(other))))
    }
  }

  private mutating func add(_ change: Change) {
    if change.a == change.b {
      unchangedCount += 1
    } else {
      changes.append(change)
    }
  }
}
