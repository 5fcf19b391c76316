internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// A query with measures, and perhaps groups: a row for each group that has rows; of one scale,
  /// every level.
  func groupedTable(
    _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> (table: AnswerTable, notes: [String]) {
    let dimensions = try keys(query)
    let grouping = dimensions.isEmpty ? nil : Groups(selection.rows, by: dimensions)
    var cells: [[Measured]] = []
    for measure in query.measures {
      cells.append(
        try evaluator.measured(
          measure.measure, over: selection.rows, table: query.set.table, by: grouping))
    }
    let groups = grouping?.groups ?? [Groups.Group(codes: [], count: selection.rows.count)]
    var rows = groups.indices.map { group in
      MeasuredGroup(group: groups[group], measures: cells.map { $0[group] })
    }
    var notes: [String] = []
    if let having = query.having {
      notes += try keep(having, &rows, query)
    } else if let only = dimensions.first, dimensions.count == 1 {
      rows = Self.withEveryLevel(rows, of: only, query)
    }
    rows = Self.sorted(rows, by: query.sort, group: \.group) { $0.measures[$1].number }
    let columns = query.dimensions.map { AnswerColumn($0.name, columnKind($0)) }
    let shown = MeasureColumns(query)
    let values = rows.map { row in
      Self.values(of: row.group.codes, dimensions) + shown.values(row.measures)
    }
    let table = AnswerTable(
      columns: columns + shown.columns, rows: Self.first(query.first, of: values),
      totalRowCount: values.count, chartedColumn: columns.count + shown.chartedColumn)
    return (table, notes)
  }

  /// A group with its measures.
  struct MeasuredGroup {
    var group: Groups.Group
    var measures: [Measured]
  }

  /// Keeps the groups for which a condition on their measures is true.
  private func keep(
    _ having: Condition, _ rows: inout [MeasuredGroup], _ query: BoundQuery
  ) throws(QueryCancelled) -> [String] {
    let count = rows.count
    let vectors = query.measures.indices.map { measure in
      let numbers = rows.map { $0.measures[measure].number }
      return NumericVector(
        values: numbers.map { $0 ?? 0 },
        recorded: Bitmap(capacity: count) { numbers[$0] != nil })
    }
    let truth = try evaluator.truth(having, over: .groups(vectors, count: count))
    let kept = rows.indices.filter { truth.yes.contains($0) }
    rows = kept.map { rows[$0] }
    let undecided = truth.undecided.count
    let left = "having left \(kept.count) of \(count) groups"
    return [
      undecided == 0
        ? left : "\(left); of \(undecided) a measure has no value, so they are left out"
    ]
  }

  /// The groups with the levels of a scale that have no rows.
  private static func withEveryLevel(
    _ rows: [MeasuredGroup], of keys: GroupKeys, _ query: BoundQuery
  ) -> [MeasuredGroup] {
    guard keys.isScale else { return rows }
    let present = Set(rows.map { $0.group.codes[0] })
    let absent = keys.values.indices.filter {
      !present.contains(UInt32($0)) && !keys.optional.contains($0)
    }
    let empty = query.measures.map { measure -> Measured in
      switch measure.measure {
      case .count: Measured(number: 0)
      case .distinct: Measured(number: 0, base: 0)
      case .percent: Measured(number: nil, base: 0, part: 0)
      case .statistic: Measured(number: nil, base: 0)
      }
    }
    let more = absent.map { code in
      MeasuredGroup(group: Groups.Group(codes: [UInt32(code)], count: 0), measures: empty)
    }
    return (rows + more).sorted { $0.group.codes[0] < $1.group.codes[0] }
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
    _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> Frequencies {
    let dimension = try keys(query)[0]
    let grouping = Groups(selection.rows, by: [dimension])
    var groups = grouping.groups
    let includesMissing = query.options.contains(.missing)
    let missing = groups.first { $0.codes[0] == GroupKeys.missing }?.count ?? 0
    groups.removeAll { $0.codes[0] == GroupKeys.missing }
    groups = Self.withEveryLevel(groups, of: dimension)
    groups = Self.sorted(groups, by: query.sort, group: \.self) { group, _ in
      Double(group.count)
    }
    let all = groups.map { group in
      Frequencies.Group(key: dimension.values[Int(group.codes[0])], count: group.count)
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
    return Frequencies(
      dimension: query.dimensions[0].name, groups: shown, missing: missing,
      includesMissing: includesMissing,
      isOrdered: dimension.isScale && query.sort.isEmpty && others.count < 2
        && dimension.several == nil,
      whole: whole, showsIntervals: query.options.contains(.interval))
  }

  /// What stands for the groups that `first N` leaves out of a table with totals: leaving their rows
  /// out as well would change every percentage.
  static func others(_ count: Int) -> AnswerValue {
    .text("(\(count) others)")
  }

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

  static func values(of codes: [UInt32], _ dimensions: [GroupKeys]) -> [AnswerValue] {
    zip(codes, dimensions).map { code, keys in
      code == GroupKeys.missing ? .missing(reason: nil) : keys.values[Int(code)]
    }
  }

  /// The groups with the levels of a scale that have no rows.
  static func withEveryLevel(_ groups: [Groups.Group], of keys: GroupKeys) -> [Groups.Group] {
    guard keys.isScale else { return groups }
    let present = Set(groups.map { $0.codes[0] })
    let absent = keys.values.indices.filter {
      !present.contains(UInt32($0)) && !keys.optional.contains($0)
    }
    return (groups + absent.map { Groups.Group(codes: [UInt32($0)], count: 0) })
      .sorted { $0.codes[0] < $1.codes[0] }
  }

  static func first<Row>(_ limit: Int?, of rows: [Row]) -> [Row] {
    limit.map { Array(rows.prefix($0)) } ?? rows
  }

  /// Rows of an answer in the order of the sort keys, and otherwise as they are.
  ///
  /// - Parameter measure: The number of a row's measure; a row without one comes last.
  static func sorted<Row>(
    _ rows: [Row], by sort: [BoundQuery.Sort], group: (Row) -> Groups.Group,
    measure: (Row, Int) -> Double?
  ) -> [Row] {
    guard !sort.isEmpty else { return rows }
    return rows.enumerated().sorted { a, b in
      let (first, second) = (group(a.element).codes, group(b.element).codes)
      // Missing stays last whichever way the rest goes.
      let aIsMissing = first.first == GroupKeys.missing
      if aIsMissing != (second.first == GroupKeys.missing) { return !aIsMissing }
      for key in sort {
        let order: Int
        switch key.key {
        case .measure(let index):
          let (left, right) = (measure(a.element, index), measure(b.element, index))
          guard let left, let right else {
            if (left == nil) != (right == nil) { return right == nil }
            continue
          }
          order = compare(left, right)
        case .dimension(let index):
          let (left, right) = (first[index], second[index])
          if left == GroupKeys.missing || right == GroupKeys.missing {
            if left != right { return right == GroupKeys.missing }
            continue
          }
          order = compare(left, right)
        case .column: order = 0
        }
        if order != 0 { return key.isDescending ? order > 0 : order < 0 }
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  static func compare<Value: Comparable>(_ a: Value, _ b: Value) -> Int {
    a < b ? -1 : a > b ? 1 : 0
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
