import Execution
import Tables

/// An answer as plain cells, so that two judges can be compared.
struct Finding: Equatable {
  var rows: [[Cell]]
  /// The rows before `first` cut them.
  var total: Int?
  /// The rows of the set, and those it could not decide on.
  var counted: Int?
  var undecided: Int?

  /// Whether every cell is the same, numbers to one part in a thousand million.
  static func == (a: Finding, b: Finding) -> Bool {
    guard a.total == b.total, a.counted == b.counted, a.undecided == b.undecided,
      a.rows.count == b.rows.count
    else { return false }
    return zip(a.rows, b.rows).allSatisfy { first, second in
      first.count == second.count && zip(first, second).allSatisfy(isNear)
    }
  }

  private static func isNear(_ a: Cell, _ b: Cell) -> Bool {
    guard case .number(let x) = a, case .number(let y) = b else { return a == b }
    return abs(x - y) <= 1e-9 * max(1, abs(x), abs(y))
  }
}

extension Finding: CustomStringConvertible {
  var description: String {
    let lines = rows.prefix(60).map { row in
      "    " + row.map(\.description).joined(separator: " | ")
    }
    return
      (["  counted \(counted ?? -1), undecided \(undecided ?? -1), total \(total ?? -1)"]
      + lines).joined(separator: "\n")
  }
}

extension Cell: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing(let reason): "-" + (reason.map { " (\($0))" } ?? "")
    case .text(let text): "\"\(text)\""
    case .number(let number): "\(number)"
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let day): "day \(day)"
    case .list(let texts): "\(texts)"
    case .share(let part, let whole): "\(part)/\(whole)"
    }
  }
}

extension Finding {
  /// What the engine answered.
  init(_ answer: Answer) {
    counted = answer.base?.counted
    undecided = answer.base?.undecided
    switch answer.body {
    case .count(let count): rows = [[.number(Double(count))]]
    case .share(let share):
      rows = [[.share(share.part, share.whole), .number(Double(share.undecided))]]
      if let interval = share.interval {
        rows[0] += [.number(interval.low), .number(interval.high)]
      }
    case .table(let table):
      rows = table.rows.map { $0.map(Cell.init) }
      total = table.totalRowCount
    case .frequencies(let table):
      rows =
        table.groups.map { [Cell($0.key), .number(Double($0.count))] }
        + [[.number(Double(table.missing)), .number(Double(table.whole))]]
    case .crosstab(let table): rows = Self.rows(table)
    case .layers(_, let layers):
      rows = layers.flatMap { [[Cell($0.key)]] + Self.rows($0.crosstab) }
    }
    for test in answer.tests {
      rows.append(
        [.text(test.name)]
          + [test.statistic, test.degreesOfFreedom.map(Double.init)].compactMap { $0 }.map {
            .number($0)
          })
    }
  }

  private static func rows(_ table: Crosstab) -> [[Cell]] {
    var rows = [table.columnKeys.map(Cell.init)]
    rows += zip(table.rowKeys, table.counts).map { key, counts in
      [Cell(key)] + counts.map { .number(Double($0)) }
    }
    if let totals = table.totals {
      rows += [totals.rows, totals.columns, [totals.grand]].map { $0.map { .number(Double($0)) } }
    }
    return rows
  }
}

extension Cell {
  init(_ value: AnswerValue) {
    self =
      switch value {
      case .missing(let reason): .missing(reason)
      case .text(let text): .text(text)
      case .integer(let number): .number(Double(number))
      case .number(let number): .number(number)
      case .boolean(let flag): .flag(flag)
      case .date(let date): .date(Int(date.dayNumber))
      case .list(let texts): .list(texts)
      case .percent(let part, let whole): .share(part, whole)
      }
  }
}
