public import Execution

extension Answer {
  /// The answer as one row for each thing counted, whatever its shape: what every format for
  /// programs writes.
  ///
  /// - A count has the column `count`; a share `count`, `base`, `percent`.
  /// - Frequencies have the dimension, `count`, `percent`, and `cumulative_percent` for a scale.
  /// - A crosstab is long: both dimensions, `count`, and a column for each percentage asked for.
  /// - A missing group is a row whose key is missing, and so is its percentage outside the base.
  ///
  /// Names are unique: a second `age` is called `age_2`.
  /// - Complexity: O(cells).
  public var tidyTable: AnswerTable {
    var table: AnswerTable
    switch body {
    case .count(let count):
      table = AnswerTable(columns: [AnswerColumn("count", .integer)], rows: [[.integer(count)]])
    case .share(let share): table = share.tidyTable
    case .table(let given): table = given
    case .frequencies(let frequencies): table = frequencies.tidyTable
    case .crosstab(let crosstab): table = crosstab.tidyTable
    case .layers(let dimension, let layers): table = Self.tidyTable(dimension, layers)
    }
    table.makeNamesUnique()
    return table
  }

  /// The tables of all layers in one, the layer's key in the first column.
  private static func tidyTable(_ dimension: String, _ layers: [Layer]) -> AnswerTable {
    var columns = [AnswerColumn(dimension, kind(of: layers.map(\.key)))]
    var rows: [[AnswerValue]] = []
    for layer in layers {
      let table = layer.crosstab.tidyTable
      if columns.count == 1 { columns += table.columns }
      rows += table.rows.map { [layer.key] + $0 }
    }
    return AnswerTable(columns: columns, rows: rows)
  }
}

extension AnswerTable {
  fileprivate mutating func makeNamesUnique() {
    var taken: Set<String> = []
    for index in columns.indices {
      let name = columns[index].name
      var number = 2
      while !taken.insert(columns[index].name).inserted {
        columns[index].name = "\(name)_\(number)"
        number += 1
      }
    }
  }
}

extension Share {
  fileprivate var tidyTable: AnswerTable {
    AnswerTable(
      columns: [
        AnswerColumn("count", .integer), AnswerColumn("base", .integer),
        AnswerColumn("percent", .percent),
      ]
        + (interval == nil
          ? [] : [AnswerColumn("ci_low", .number), AnswerColumn("ci_high", .number)]),
      rows: [
        [.integer(part), .integer(whole), .percent(part: part, whole: whole)]
          + (interval.map { [.number($0.low), .number($0.high)] } ?? [])
      ])
  }
}

extension Frequencies {
  fileprivate var tidyTable: AnswerTable {
    var columns = [
      AnswerColumn(dimension, kind(of: groups.map(\.key))), AnswerColumn("count", .integer),
      AnswerColumn("percent", .percent),
    ]
    if showsIntervals {
      columns += [AnswerColumn("ci_low", .number), AnswerColumn("ci_high", .number)]
    }
    if isOrdered { columns.append(AnswerColumn("cumulative_percent", .percent)) }
    let whole = base
    var running = 0
    var rows: [[AnswerValue]] = []
    for group in groups {
      running += group.count
      var row = [group.key, .integer(group.count), .percent(part: group.count, whole: whole)]
      if showsIntervals { row += Interval.ends(part: group.count, whole: whole) }
      if isOrdered { row.append(.percent(part: running, whole: whole)) }
      rows.append(row)
    }
    if missing > 0 {
      var row: [AnswerValue] = [.missing(reason: nil), .integer(missing)]
      row.append(
        includesMissing ? .percent(part: missing, whole: whole) : .missing(reason: nil))
      if showsIntervals { row += Interval.ends(part: 0, whole: 0) }
      if isOrdered { row.append(.missing(reason: nil)) }
      rows.append(row)
    }
    return AnswerTable(columns: columns, rows: rows)
  }
}

extension Crosstab {
  fileprivate var tidyTable: AnswerTable {
    let columns =
      [
        AnswerColumn(rowDimension, kind(of: rowKeys)),
        AnswerColumn(columnDimension, kind(of: columnKeys)), AnswerColumn("count", .integer),
      ] + percentages.map { AnswerColumn($0.columnName, .percent) }
    let all =
      showsIntervals
      ? columns
        + percentages.flatMap { percentage in
          ["low", "high"].map { AnswerColumn("\(percentage.columnName)_ci_\($0)", .number) }
        } : columns
    let totals = CrosstabTotals(self)
    var rows: [[AnswerValue]] = []
    for (row, rowKey) in rowKeys.enumerated() {
      for (column, columnKey) in columnKeys.enumerated() {
        let count = totals.count(row, column)
        rows.append(
          [rowKey, columnKey, .integer(count)]
            + percentages.map { kind in
              totals.percentage(kind, of: count, row: row, column: column)
                .map { .percent(part: $0.part, whole: $0.whole) } ?? .missing(reason: nil)
            }
            + (showsIntervals
              ? percentages.flatMap { kind in
                let part = totals.percentage(kind, of: count, row: row, column: column)
                return Interval.ends(part: part?.part ?? 0, whole: part?.whole ?? 0)
              } : []))
      }
    }
    return AnswerTable(columns: all, rows: rows)
  }
}

extension Interval {
  /// The ends as cells; missing of nothing.
  fileprivate static func ends(part: Int, whole: Int) -> [AnswerValue] {
    let interval = Interval(part: part, whole: whole)
    return [interval?.low, interval?.high].map { end in
      end.map { .number($0) } ?? .missing(reason: nil)
    }
  }
}

extension Crosstab.Percentage {
  fileprivate var columnName: String {
    switch self {
    case .row: "row_percent"
    case .column: "column_percent"
    case .total: "total_percent"
    }
  }
}

/// The kind that all recorded keys share; text when they differ or there is none.
private func kind(of keys: [AnswerValue]) -> AnswerColumn.Kind {
  let kinds = Set(keys.compactMap(\.kind))
  return kinds.count == 1 ? kinds.first ?? .text : .text
}

extension AnswerValue {
  /// The kind of column that holds such a value; `nil` for a missing one.
  var kind: AnswerColumn.Kind? {
    switch self {
    case .missing: nil
    case .text: .text
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .list: .list
    case .percent: .percent
    }
  }
}
