import Execution
import Foundation
import Planning
import Tables

/// An answer as the rows that the SQL of its statement gives.
struct AnswerCells {
  let catalogue: Catalogue

  /// The rows of an answer: of a table of two dimensions, one for each cell that is not empty.
  func rows(_ answer: Answer) -> [[SQLCell]] {
    switch answer.body {
    case .count(let count): return [[.number(Double(count))]]
    case .share(let share):
      return [
        [
          .number(Double(share.part)), .number(Double(share.whole)),
          Self.percent(share.part, share.whole),
        ] + (share.interval.map { [.number($0.low), .number($0.high)] } ?? [])
          + [.number(Double(share.undecided))]
      ]
    case .table(let table): return table.rows.map { $0.map(Self.cell) }
    case .frequencies(let frequencies): return Self.rows(frequencies)
    case .crosstab(let crosstab): return Self.rows(crosstab)
    case .layers(_, let layers):
      return layers.flatMap { layer in
        Self.rows(layer.crosstab).map { [Self.cell(layer.key)] + $0 }
      }
    }
  }

  private static func percent(_ part: Int, _ whole: Int) -> SQLCell {
    whole == 0 ? .null : .number(100 * Double(part) / Double(whole))
  }

  private static func interval(_ isShown: Bool, _ part: Int, _ whole: Int) -> [SQLCell] {
    guard isShown else { return [] }
    guard let interval = Interval(part: part, whole: whole) else { return [.null, .null] }
    return [.number(interval.low), .number(interval.high)]
  }

  static func cell(_ value: AnswerValue) -> SQLCell {
    switch value {
    case .missing: .null
    case .text(let text): .text(text)
    case .integer(let number): .number(Double(number))
    case .number(let number): .number(number)
    case .boolean(let flag): .number(flag ? 1 : 0)
    case .date(let date): .text(date.description)
    case .list(let values): .text(values.sorted().joined(separator: "; "))
    case .percent(let part, let whole): percent(part, whole)
    }
  }

  private static func rows(_ frequencies: Frequencies) -> [[SQLCell]] {
    var rows: [[SQLCell]] = []
    var running = 0
    for group in frequencies.groups {
      running += group.count
      rows.append(
        [
          cell(group.key), .number(Double(group.count)), percent(group.count, frequencies.whole),
        ] + interval(frequencies.showsIntervals, group.count, frequencies.whole)
          + (frequencies.isOrdered ? [percent(running, frequencies.whole)] : []))
    }
    if frequencies.missing > 0 {
      let share =
        frequencies.includesMissing ? percent(frequencies.missing, frequencies.whole) : .null
      rows.append(
        [.null, .number(Double(frequencies.missing)), share]
          + interval(frequencies.showsIntervals, 0, 0) + (frequencies.isOrdered ? [.null] : []))
    }
    return rows
  }

  private static func rows(_ crosstab: Crosstab) -> [[SQLCell]] {
    func counts(_ key: AnswerValue) -> Bool {
      if case .missing = key { crosstab.includesMissing } else { true }
    }
    let inRow = crosstab.rowKeys.map(counts)
    let inColumn = crosstab.columnKeys.map(counts)
    func sum(_ cells: [(Int, Bool)]) -> Int { cells.reduce(0) { $1.1 ? $0 + $1.0 : $0 } }
    let rowTotals =
      crosstab.totals?.rows ?? crosstab.counts.map { sum(Array(zip($0, inColumn))) }
    let columnTotals =
      crosstab.totals?.columns
      ?? crosstab.columnKeys.indices.map { column in
        sum(crosstab.counts.indices.map { (crosstab.counts[$0][column], inRow[$0]) })
      }
    let grand = crosstab.totals?.grand ?? sum(Array(zip(rowTotals, inRow)))
    var rows: [[SQLCell]] = []
    for (row, counts) in crosstab.counts.enumerated() {
      for (column, count) in counts.enumerated() where count > 0 {
        let isCounted = inRow[row] && inColumn[column]
        let wholes = crosstab.percentages.map { kind in
          switch kind {
          case .row: rowTotals[row]
          case .column: columnTotals[column]
          case .total: grand
          }
        }
        rows.append(
          [cell(crosstab.rowKeys[row]), cell(crosstab.columnKeys[column]), .number(Double(count))]
            + wholes.map { isCounted ? percent(count, $0) : .null }
            + wholes.flatMap {
              interval(crosstab.showsIntervals, isCounted ? count : 0, isCounted ? $0 : 0)
            })
      }
    }
    return rows
  }

  // MARK: Labels

  /// The rows of SQL with the codebook's labels for the data's values, as answers show them.
  ///
  /// - Parameter columns: Where the first values of each row come from.
  func labelled(_ rows: [[SQLCell]], _ columns: [ColumnExpression]) -> [[SQLCell]] {
    let labels = columns.map(labels)
    return rows.map { row in
      row.enumerated().map { position, cell in
        guard position < labels.count, case .text(let text) = cell else { return cell }
        return labels[position](text)
      }
    }
  }

  private func labels(_ column: ColumnExpression) -> (String) -> SQLCell {
    let field: FieldReference
    switch column.source {
    case .field(_, let reference): field = reference
    case .each(let target), .eachRelated(_, _, let target): field = target.field
    case .condition, .number, .bands, .steps, .period: return { .text($0) }
    }
    let info = catalogue.info(of: field)
    if info.schema.type == .boolean {
      return { $0 == "yes" ? .number(1) : $0 == "no" ? .number(0) : .text($0) }
    }
    var labels: [String: String] = [:]
    for (code, value) in info.dictionary.enumerated() { labels[value] = info.label(ofCode: code) }
    let isWhole = if case .field = column.source { true } else { false }
    if info.schema.type == .list, isWhole {
      return { text in
        let values = try? JSONDecoder().decode([String].self, from: Data(text.utf8))
        return .text((values ?? []).map { labels[$0] ?? $0 }.sorted().joined(separator: "; "))
      }
    }
    return { .text(labels[$0] ?? $0) }
  }
}

extension [[SQLCell]] {
  /// Whether two results are the same, numbers as far as they can be told apart.
  func agrees(with other: [[SQLCell]], inOrder: Bool) -> Bool {
    guard count == other.count else { return false }
    let first = inOrder ? self : sorted { "\($0)" < "\($1)" }
    let second = inOrder ? other : other.sorted { "\($0)" < "\($1)" }
    return zip(first, second).allSatisfy { a, b in
      a.count == b.count && zip(a, b).allSatisfy { $0.isNear($1) }
    }
  }
}

extension SQLCell {
  /// Of a band such as `0.5 to under 1`, the number it begins at.
  var beginning: SQLCell {
    guard case .text(let text) = self, let end = text.range(of: " to under "),
      let number = Double(text[..<end.lowerBound])
    else { return self }
    return .number(number)
  }

  fileprivate func isNear(_ other: SQLCell) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      a == b || abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1)
    // Numbers among texts, such as the keys beside "(3 others)", are texts in SQL.
    case (.number(let number), .text(let text)): Double(text) == number
    default: self == other
    }
  }
}
