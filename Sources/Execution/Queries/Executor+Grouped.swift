internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// A query with measures, and perhaps groups: a row for each group that has rows; of one scale,
  /// every level.
  func groupedTable(
    _ query: BoundQuery, _ dimensions: [GroupKeys], _ selection: Selection
  ) throws(QueryCancelled) -> (table: AnswerTable, notes: [String]) {
    let groups = try Groups(
      selection.rows, by: dimensions, showsLevels: query.having == nil,
      evaluator.cancellation)
    var measures: [MeasuredGroups] = []
    for measure in query.measures {
      measures.append(
        try evaluator.measured(
          measure.measure, over: selection.rows, table: query.set.table, by: groups))
    }
    var shown = Array(0..<groups.count)
    var notes: [String] = []
    if let having = query.having { notes += try keep(having, &shown, measures) }
    let total = shown.count
    shown = Self.sorted(shown, of: groups, by: query.sort, first: query.first) {
      measures[$1].number($0)
    }
    let columns = query.dimensions.map { AnswerColumn($0.name, columnKind($0)) }
    let cells = MeasureColumns(query)
    var table = AnswerTable(
      columns: columns + cells.columns,
      rows: shown.map { group in
        groups.values(group) + cells.values(measures.map { $0[group] })
      },
      totalRowCount: total, chartedColumn: columns.count + cells.chartedColumn)
    table.keyColumnCount = query.dimensions.count
    table.isSeries =
      query.measures.map(\.measure) == [.count]
      && Self.showsEveryPeriod(query, dimensions: dimensions)
    return (table, notes)
  }

  /// Whether a query has periods for its only groups and shows each of them, in order.
  private static func showsEveryPeriod(_ query: BoundQuery, dimensions: [GroupKeys]) -> Bool {
    guard query.dimensions.count == 1, case .period = query.dimensions[0].source,
      dimensions[0].isScale, dimensions[0].several == nil
    else { return false }
    return query.having == nil && query.sort.isEmpty && query.first == nil
  }

  /// Keeps the groups for which a condition on their measures is true.
  private func keep(
    _ having: Condition, _ groups: inout [Int], _ measures: [MeasuredGroups]
  ) throws(QueryCancelled) -> [String] {
    let count = groups.count
    let vectors = measures.map { measure in
      let numbers = groups.map { measure.number($0) }
      return NumericVector(
        values: numbers.map { $0 ?? 0 },
        recorded: Bitmap(capacity: count) { numbers[$0] != nil })
    }
    let truth = try evaluator.truth(having, over: .groups(vectors, count: count))
    groups = Array(truth.yes)
    let undecided = truth.undecided.count
    let left = "having left \(groups.count) of \(count) groups"
    return [
      undecided == 0
        ? left : "\(left); of \(undecided) a measure has no value, so they are left out"
    ]
  }

  /// `percent COND of SET`.
  func share(
    _ condition: Condition, _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> Share {
    let truth = try evaluator.truth(condition, over: .table(query.set.table))
    let undecided = selection.rows.intersectionCount(with: truth.undecided)
    let part = selection.rows.intersectionCount(with: truth.yes)
    let whole = selection.rows.count - undecided
    return Share(
      part: part, whole: whole, undecided: undecided,
      interval: query.options.contains(.interval) ? Interval(part: part, whole: whole) : nil)
  }

  /// `tabulate SET by DIM`.
  func frequencies(
    _ query: BoundQuery, _ dimension: GroupKeys, _ selection: Selection
  ) throws(QueryCancelled) -> Frequencies {
    let groups = try Groups(
      selection.rows, by: [dimension], showsLevels: true, evaluator.cancellation)
    let includesMissing = query.options.contains(.missing)
    var recorded = Array(0..<groups.count)
    var missing = 0
    // Missing comes last.
    if let last = recorded.last, groups.code(last, 0) == GroupKeys.missing {
      missing = groups.counts[last]
      recorded.removeLast()
    }
    recorded = Self.sorted(recorded, of: groups, by: query.sort) { group, _ in
      Double(groups.counts[group])
    }
    let all = recorded.map { group in
      Frequencies.Group(key: groups.values(group)[0], count: groups.counts[group])
    }
    var shown = Self.first(query.first, of: all)
    let others = all.dropFirst(shown.count)
    if others.count == 1 || dimension.several != nil {
      // Rows that stand in several groups cannot be gathered into one by adding.
      if others.count == 1 { shown = all }
    } else if !others.isEmpty {
      shown.append(
        Frequencies.Group(
          key: Self.others(others.count), count: others.reduce(0) { $0 + $1.count }))
    }
    let whole = selection.rows.count - (includesMissing ? 0 : missing)
    var frequencies = Frequencies(
      dimension: query.dimensions[0].name, groups: shown, missing: missing,
      includesMissing: includesMissing,
      isOrdered: dimension.isScale && query.sort.isEmpty && others.count < 2
        && dimension.several == nil,
      whole: whole, showsIntervals: query.options.contains(.interval))
    frequencies.isSeries = Self.showsEveryPeriod(query, dimensions: [dimension])
    return frequencies
  }

  /// What stands for the groups that `first N` leaves out of a table with totals: leaving their rows
  /// out as well would change every percentage.
  static func others(_ count: Int) -> AnswerValue {
    .text("(\(count) others)")
  }

  /// The dimensions of a query.
  func keys(_ query: BoundQuery) throws(QueryCancelled) -> [GroupKeys] {
    var keys: [GroupKeys] = []
    for dimension in query.dimensions {
      keys.append(try evaluator.keys(dimension, table: query.set.table))
    }
    return keys
  }

  /// What kind of values a column expression gives.
  func columnKind(_ column: ColumnExpression) -> AnswerColumn.Kind {
    switch column.source {
    case .condition: .boolean
    case .bands, .steps, .each, .eachRelated: .text
    case .period(_, let part): part == .year ? .integer : .text
    case .number(_, .date): .date
    case .number(_, let kind): kind.isWholeNumber ? .integer : .number
    case .field(_, let reference):
      switch catalogue.info(of: reference).schema.type {
      case .text, .category: .text
      case .boolean: .boolean
      case .integer: .integer
      case .number: .number
      case .date: .date
      case .list: .list
      }
    }
  }

  static func first<Row>(_ limit: Int?, of rows: [Row]) -> [Row] {
    limit.map { Array(rows.prefix($0)) } ?? rows
  }
}

extension NumberKind {
  /// Whether answers show the number without a fraction.
  var isWholeNumber: Bool {
    switch self {
    case .plain(let isWhole): isWhole
    case .unit: true
    case .percent, .date: false
    }
  }
}
