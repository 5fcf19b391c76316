internal import Bitmaps
internal import Planning
internal import Tables

extension Executor {
  /// `count SET by DIMS`: a row for each group that has rows; of one scale, every level.
  func countTable(
    _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> AnswerTable {
    let dimensions = try keys(query)
    var groups = Groups(selection.rows, by: dimensions).groups
    if let only = dimensions.first, dimensions.count == 1 {
      groups = Self.withEveryLevel(groups, of: only)
    }
    let sorted = Self.sorted(groups, by: query.sort) { Double($0.count) }
    let rows = sorted.map { group in
      Self.values(of: group.codes, dimensions) + [.integer(group.count)]
    }
    return AnswerTable(
      columns: columns(query) + [AnswerColumn("count", .integer)],
      rows: Self.first(query.first, of: rows), totalRowCount: rows.count)
  }

  /// `percent COND of SET`.
  func share(
    _ condition: Condition, _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> Share {
    let truth = try evaluator.truth(condition, over: .table(query.set.table))
    let undecided = selection.rows.intersectionCount(with: truth.undecided)
    return Share(
      part: selection.rows.intersectionCount(with: truth.yes),
      whole: selection.rows.count - undecided, undecided: undecided)
  }

  /// `percent COND of SET by DIMS`: part, base and percentage of each group.
  func shareTable(
    _ condition: Condition, _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> AnswerTable {
    let truth = try evaluator.truth(condition, over: .table(query.set.table))
    let dimensions = try keys(query)
    let decided = selection.rows.subtracting(truth.undecided)
    let parts = Groups(selection.rows.intersection(truth.yes), by: dimensions).groups
    let partOfGroup = Dictionary(uniqueKeysWithValues: parts.map { ($0.codes, $0.count) })
    let decidedOfGroup = Dictionary(
      uniqueKeysWithValues: Groups(decided, by: dimensions).groups.map { ($0.codes, $0.count) })
    var groups = Groups(selection.rows, by: dimensions).groups
    groups = Self.sorted(groups, by: query.sort) { group in
      let whole = decidedOfGroup[group.codes] ?? 0
      return whole == 0 ? -1 : Double(partOfGroup[group.codes] ?? 0) / Double(whole)
    }
    let rows = groups.map { group -> [AnswerValue] in
      let part = partOfGroup[group.codes] ?? 0
      let whole = decidedOfGroup[group.codes] ?? 0
      return Self.values(of: group.codes, dimensions) + [
        .integer(part), .integer(whole), .percent(part: part, whole: whole),
      ]
    }
    return AnswerTable(
      columns: columns(query) + [
        AnswerColumn("count", .integer), AnswerColumn("base", .integer),
        AnswerColumn("percent", .percent),
      ], rows: Self.first(query.first, of: rows), totalRowCount: rows.count)
  }

  /// `tabulate SET by DIM`.
  func frequencies(
    _ query: BoundQuery, _ selection: Selection, includesMissing: Bool
  ) throws(QueryCancelled) -> Frequencies {
    let dimension = try keys(query)[0]
    var groups = Groups(selection.rows, by: [dimension]).groups
    let missing = groups.first { $0.codes[0] == GroupKeys.missing }?.count ?? 0
    groups.removeAll { $0.codes[0] == GroupKeys.missing }
    groups = Self.sorted(
      Self.withEveryLevel(groups, of: dimension), by: query.sort
    ) { Double($0.count) }
    let all = groups.map { group in
      Frequencies.Group(key: dimension.values[Int(group.codes[0])], count: group.count)
    }
    var shown = Self.first(query.first, of: all)
    let others = all.dropFirst(shown.count)
    if others.count == 1 {
      shown = all
    } else if !others.isEmpty {
      shown.append(
        Frequencies.Group(
          key: Self.others(others.count), count: others.reduce(0) { $0 + $1.count }))
    }
    return Frequencies(
      dimension: query.dimensions[0].name, groups: shown, missing: missing,
      includesMissing: includesMissing,
      isOrdered: dimension.isScale && query.sort.isEmpty && others.count < 2)
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

  /// The columns of the dimensions.
  func columns(_ query: BoundQuery) -> [AnswerColumn] {
    query.dimensions.map { AnswerColumn($0.name, columnKind($0)) }
  }

  /// What kind of values a column expression gives.
  func columnKind(_ column: ColumnExpression) -> AnswerColumn.Kind {
    switch column.source {
    case .condition: .boolean
    case .bands: .text
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

  /// Groups in the order of the sort keys, and otherwise as they are.
  static func sorted(
    _ groups: [Groups.Group], by sort: [BoundQuery.Sort], measure: (Groups.Group) -> Double
  ) -> [Groups.Group] {
    guard !sort.isEmpty else { return groups }
    return groups.enumerated().sorted { a, b in
      // Missing stays last whichever way the rest goes.
      let aIsMissing = a.element.codes[0] == GroupKeys.missing
      if aIsMissing != (b.element.codes[0] == GroupKeys.missing) { return !aIsMissing }
      for key in sort {
        let order: Int
        switch key.key {
        case .measure: order = compare(measure(a.element), measure(b.element))
        case .dimension(let index):
          let left = a.element.codes[index]
          let right = b.element.codes[index]
          if left == GroupKeys.missing || right == GroupKeys.missing {
            if left != right { return right == GroupKeys.missing }
            order = 0
          } else {
            order = compare(left, right)
          }
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
