public import Execution
internal import Tables

extension Answer {
  /// The answer as columns and rows, one row a group or cell, whatever its shape: what every format
  /// for machines writes.
  ///
  /// Of frequencies and crosstabs the percentages follow the count; missing groups have no key, and
  /// no percentage where they stand outside the base.
  public var tidyTable: AnswerTable {
    switch body {
    case .count(let count):
      AnswerTable(columns: [AnswerColumn("count", .integer)], rows: [[.integer(count)]])
    case .share(let share):
      AnswerTable(
        columns: [
          AnswerColumn("count", .integer), AnswerColumn("base", .integer),
          AnswerColumn("percent", .percent),
        ],
        rows: [
          [
            .integer(share.part), .integer(share.whole),
            .percent(part: share.part, whole: share.whole),
          ]
        ])
    case .table(let table): table
    case .frequencies(let frequencies): frequencies.tidyTable
    case .crosstab(let crosstab): crosstab.tidyTable
    }
  }
}

extension Frequencies {
  /// The rows that percentages are of.
  var whole: Int { groups.reduce(0) { $0 + $1.count } + (includesMissing ? missing : 0) }

  fileprivate var tidyTable: AnswerTable {
    let whole = whole
    var rows = groups.map { group -> [AnswerValue] in
      [group.key, .integer(group.count), .percent(part: group.count, whole: whole)]
    }
    if missing > 0 {
      rows.append([
        .missing(reason: nil), .integer(missing),
        includesMissing ? .percent(part: missing, whole: whole) : .missing(reason: nil),
      ])
    }
    return AnswerTable(
      columns: [
        AnswerColumn(dimension, groups.first?.key.kind ?? .text), AnswerColumn("count", .integer),
        AnswerColumn("percent", .percent),
      ], rows: rows)
  }
}

extension Crosstab {
  /// Whether a row or column stands in totals and percentages.
  func isInBase(_ key: AnswerValue) -> Bool {
    if case .missing = key { return includesMissing }
    return true
  }

  /// The count in the base of a row.
  func rowTotal(_ row: Int) -> Int {
    columnKeys.indices.reduce(0) { isInBase(columnKeys[$1]) ? $0 + counts[row][$1] : $0 }
  }

  /// The count in the base of a column.
  func columnTotal(_ column: Int) -> Int {
    rowKeys.indices.reduce(0) { isInBase(rowKeys[$1]) ? $0 + counts[$1][column] : $0 }
  }

  /// The count in the base of all.
  var total: Int {
    rowKeys.indices.reduce(0) { isInBase(rowKeys[$1]) ? $0 + rowTotal($1) : $0 }
  }

  /// What a percentage of a cell is of; `nil` where the cell stands outside the base.
  func whole(_ percentage: Percentage, row: Int, column: Int) -> Int? {
    guard isInBase(rowKeys[row]), isInBase(columnKeys[column]) else { return nil }
    switch percentage {
    case .row: return rowTotal(row)
    case .column: return columnTotal(column)
    case .total: return total
    }
  }

  fileprivate var tidyTable: AnswerTable {
    var rows: [[AnswerValue]] = []
    for (row, rowKey) in rowKeys.enumerated() {
      for (column, columnKey) in columnKeys.enumerated() {
        let count = counts[row][column]
        rows.append(
          [rowKey, columnKey, .integer(count)]
            + percentages.map { percentage in
              whole(percentage, row: row, column: column)
                .map { .percent(part: count, whole: $0) } ?? .missing(reason: nil)
            })
      }
    }
    return AnswerTable(
      columns: [
        AnswerColumn(rowDimension, rowKeys.first?.kind ?? .text),
        AnswerColumn(columnDimension, columnKeys.first?.kind ?? .text),
        AnswerColumn("count", .integer),
      ] + percentages.map { AnswerColumn($0.rawValue, .percent) }, rows: rows)
  }
}

extension AnswerValue {
  /// The kind of column that such a value stands in.
  var kind: AnswerColumn.Kind {
    switch self {
    case .missing, .text: .text
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .list: .list
    case .percent: .percent
    }
  }

  /// The value for people; `(not recorded)`, or the reason, where there is none.
  var text: String {
    switch self {
    case .missing(let reason): "(\(reason ?? "not recorded"))"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Self.digits(number)
    case .boolean(let value): value ? "yes" : "no"
    case .date(let date): date.description
    case .list(let values): values.isEmpty ? "(none)" : values.joined(separator: "; ")
    case .percent(let part, let whole): Percentage.text(part, of: whole)
    }
  }

  /// The value for machines; nothing where there is none.
  var plainText: String {
    switch self {
    case .missing: ""
    case .list(let values): values.joined(separator: ";")
    case .percent(let part, let whole): whole > 0 ? Percentage.digits(part, of: whole) : ""
    default: text
    }
  }

  /// A number without an exponent where that is readable.
  static func digits(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return "\(number)"
  }
}
