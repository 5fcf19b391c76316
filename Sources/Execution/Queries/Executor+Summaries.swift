internal import Bitmaps
internal import Language
public import Planning
internal import Statistics
internal import Tables

extension Executor {
  /// `summarise EXPR of SET [by DIMS]`: a row for each group; of the whole set, its histogram too.
  func summary(
    _ value: NumericValue, _ kind: NumberKind, _ query: BoundQuery,
    _ dimensions: [GroupKeys], _ selection: Selection
  ) throws(QueryCancelled) -> AnswerTable {
    let groups = try Groups(selection.rows, by: dimensions, evaluator.cancellation)
    let samples = try evaluator.samples(
      of: try evaluator.numbers(value, table: query.set.table), selection.rows, groups)
    let shown = Self.sorted(
      Array(0..<groups.count), of: groups, by: query.sort, first: query.first
    ) { group, _ in Double(groups.counts[group]) }
    let isDate = kind == .date
    let statistics: [Statistic] =
      isDate
      ? [.min, .max]
      : [.average, .deviation, .min, .percentile(25), .median, .percentile(75), .max]
    var values: [[AnswerValue]] = []
    values.reserveCapacity(shown.count)
    for group in shown {
      let sample = samples[group]
      var row = groups.values(group)
      row += [.integer(sample.count), .integer(groups.counts[group] - sample.count)]
      for statistic in statistics {
        // Each looks at every number of the group.
        try evaluator.cancellation.check()
        guard let number = statistic.apply(to: sample) else {
          row.append(.missing(reason: nil))
          continue
        }
        row.append(isDate ? kind.answer(number) : .number(number))
      }
      values.append(row)
    }
    let decimals: Int? = if case .unit = kind { 1 } else { nil }
    let columns =
      query.dimensions.map { AnswerColumn($0.name, columnKind($0)) }
      + [AnswerColumn("n", .integer), AnswerColumn("missing", .integer)]
      + statistics.map {
        AnswerColumn($0.heading, isDate ? .date : .number, decimals: isDate ? nil : decimals)
      }
    var table = AnswerTable(
      columns: columns, rows: values, totalRowCount: groups.count,
      chartedColumn: isDate ? nil : columns.firstIndex { $0.name == Statistic.median.heading })
    table.keyColumnCount = query.dimensions.count
    if !query.dimensions.isEmpty {
      table.spreadColumns = zip(columns.indices.suffix(statistics.count), statistics).filter {
        $0.1 != .average && $0.1 != .deviation
      }.map(\.0)
    }
    if query.dimensions.isEmpty, !isDate, let sample = samples.first {
      try evaluator.cancellation.check()
      let countsMonths = if case .unit(.months, _) = kind { true } else { false }
      table.histogram = Histogram(of: sample, countsMonths: countsMonths)
    }
    return table
  }

  /// `missing SET`: a row for each field.
  public func missing(
    _ set: BoundSet, text: String, first: Int?
  ) throws(QueryCancelled) -> Answer {
    let selection = try evaluator.selection(set)
    let schema = catalogue.data.tables[set.table].schema
    var rows: [[AnswerValue]] = []
    for field in catalogue.fields(ofTable: set.table) {
      let column = try evaluator.column(field.reference)
      let missing = selection.rows.subtracting(column.recorded)
      rows.append([
        .text(field.name), .integer(missing.count),
        .percent(part: missing.count, whole: selection.rows.count),
        .text(Self.reasons(column, missing)),
      ])
    }
    return Answer(
      statement: text, unit: schema.name, unitSingular: schema.singular,
      body: .table(
        AnswerTable(
          columns: [
            AnswerColumn("field", .text), AnswerColumn("missing", .integer),
            AnswerColumn("percent", .percent), AnswerColumn("reasons", .text),
          ], rows: Self.first(first, of: rows), totalRowCount: rows.count, chartedColumn: 1)),
      base: try evaluator.base(set, selection))
  }

  /// `not stated 5, refused 3`, most first, and how many have no reason.
  private static func reasons(_ column: Column, _ missing: Bitmap) -> String {
    var rest = missing
    var counts: [(reason: String, count: Int)] = []
    for reason in column.missingReasons {
      let count = missing.intersectionCount(with: reason.rows)
      if count > 0 { counts.append((reason.reason, count)) }
      rest.subtract(reason.rows)
    }
    counts.sort { ($1.count, $0.reason) < ($0.count, $1.reason) }
    var parts = counts.map { "\($0.reason) \($0.count)" }
    if !rest.isEmpty, !parts.isEmpty { parts.append("no reason \(rest.count)") }
    return parts.joined(separator: ", ")
  }
}

extension Statistic {
  /// The heading of a summary's column.
  fileprivate var heading: String {
    switch self {
    case .average: "mean"
    default: word
    }
  }
}
