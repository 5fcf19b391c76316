import Language
import Tables

/// Whole answers, laid out as the engine lays them out.
extension NaiveEvaluator {
  /// The answer to a query; `nil` for what is drawn at random.
  func answer(_ query: Query) -> Finding? {
    let found = select(query.set)
    var finding = Finding(rows: [], counted: found.rows.count, undecided: found.undecided.count)
    let isGrouped = !query.dimensions.isEmpty
    switch query.verb {
    case .count where !isGrouped: finding.rows = [[.number(Double(found.rows.count))]]
    case .percent where !isGrouped:
      let measured = value(of: measure(of: query), found.table, found.rows)
      finding.rows = [
        [
          .share(measured.part, measured.base), .number(Double(found.rows.count - measured.base)),
        ]
      ]
      if query.has(.interval), measured.base > 0 {
        finding.rows[0] += Self.interval(measured.part, measured.base)
      }
    case .count, .percent, .measures:
      cut(&finding, grouped(query, found.table, found.rows), query)
    case .summarise(let value): cut(&finding, summary(value, query, found.table, found.rows), query)
    case .compare(let other): cut(&finding, comparison(query, found, select(other)), query)
    case .tabulate: finding.rows = tabulated(query, found.table, found.rows)
    case .list(let shown):
      cut(&finding, listing(shown, query, found.table, found.rows), query)
    case .sample: return nil
    }
    return finding
  }

  /// Keeps as many rows as `first` says.
  private func cut(_ finding: inout Finding, _ rows: [[Cell]], _ query: Query) {
    finding.total = rows.count
    finding.rows = query.output.first.map { Array(rows.prefix($0)) } ?? rows
  }

  // MARK: Groups

  /// A combination of the dimensions' groups, with its rows.
  struct Group {
    var codes: [Int]
    var rows: [Int]
  }

  /// The combinations that have rows, in order; a row stands in one for each of its values.
  func groups(_ dimensions: [NaiveKeys], _ rows: [Int]) -> [Group] {
    guard !dimensions.isEmpty else { return [Group(codes: [], rows: rows)] }
    var members: [[Int]: [Int]] = [:]
    for row in rows {
      var combinations: [[Int]] = [[]]
      for dimension in dimensions {
        combinations = combinations.flatMap { start in
          dimension.positions(of: row).map { start + [$0] }
        }
      }
      for codes in combinations { members[codes, default: []].append(row) }
    }
    return members.map { Group(codes: $0.key, rows: $0.value) }
      .sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
  }

  private func grouped(_ query: Query, _ table: Int, _ rows: [Int]) -> [[Cell]] {
    let dimensions = query.dimensions.map { keys($0, table) }
    let measures = measures(of: query)
    var groups = groups(dimensions, rows)
    if let having = query.having {
      groups.removeAll { truth(having, .group(table: table, $0.rows, shown: measures)) != true }
    } else if dimensions.count == 1 {
      groups += dimensions[0].levels.filter { level in !groups.contains { $0.codes == [level] } }
        .map { Group(codes: [$0], rows: []) }
      groups.sort { $0.codes[0] < $1.codes[0] }
    }
    groups = sorted(groups, query) { measure, group in
      value(of: measure, table, group.rows).number
    }
    return groups.map { group in
      zip(dimensions, group.codes).map { $0.value($1) }
        + cells(measures, query, measures.map { value(of: $0, table, group.rows) }, table)
    }
  }

  func measures(of query: Query) -> [MeasureExpression] {
    guard case .measures(let several) = query.verb else { return [measure(of: query)] }
    return several
  }

  /// Each measure, with its base after it unless a measure of the same thing has shown that.
  private func cells(
    _ measures: [MeasureExpression], _ query: Query, _ values: [Measured], _ table: Int
  ) -> [Cell] {
    if case .percent = query.verb {
      let (part, base) = (values[0].part, values[0].base)
      let interval =
        base > 0 ? Self.interval(part, base) : [Cell.missing(nil), .missing(nil)]
      return [.number(Double(part)), .number(Double(base)), .share(part, base)]
        + (query.has(.interval) ? interval : [])
    }
    var cells: [Cell] = []
    var shown: [String] = []
    for (measure, value) in zip(measures, values) {
      cells.append(cell(measure, value, table))
      guard let subject = subject(measure), !shown.contains(subject) else { continue }
      shown.append(subject)
      cells.append(.number(Double(value.base)))
    }
    return cells
  }

  private func cell(_ measure: MeasureExpression, _ value: Measured, _ table: Int) -> Cell {
    switch measure.kind {
    case .named(let name): return cell(self.measure(named: name.text, []), value, table)
    case .percent: return .share(value.part, value.base)
    case .count, .distinct: return .number(value.number ?? 0)
    case .statistic:
      guard let number = value.number else { return .missing(nil) }
      return type(of: measure, table) == .date ? .date(Int(number)) : .number(number)
    }
  }

  /// What a measure is taken of; `nil` where it is its own base.
  private func subject(_ measure: MeasureExpression) -> String? {
    switch measure.kind {
    case .count, .distinct: return nil
    case .percent(let condition): return Formatter.format(condition)
    case .statistic(_, let value): return Formatter.format(value)
    case .named(let name):
      return subject(self.measure(named: name.text, [])) == nil ? nil : name.text
    }
  }

  static func interval(_ part: Int, _ whole: Int) -> [Cell] {
    // Wilson's score interval, straight from its formula.
    let (k, n, z) = (Double(part), Double(whole), 1.959963984540054)
    let middle = (k + z * z / 2) / (n + z * z)
    let reach = z / (n + z * z) * (k * (n - k) / n + z * z / 4).squareRoot()
    return [.number(100 * max(0, middle - reach)), .number(100 * min(1, middle + reach))]
  }

  // MARK: Order

  /// The groups in the order of the sort keys, and otherwise as they are.
  ///
  /// The specification says only that missing comes last: here, the group that lacks a value of the
  /// first dimension comes last whatever the keys, and so does what a key has no value for.
  func sorted(
    _ groups: [Group], _ query: Query,
    value: @escaping (MeasureExpression, Group) -> Double?
  ) -> [Group] {
    let names = query.dimensions.map(Self.columnName)
    let measures = measures(of: query)
    let keys = query.output.sort.map { sort -> (rank: (Group) -> Double?, isDescending: Bool) in
      if let position = names.firstIndex(of: Self.columnName(sort.key)) {
        return (
          { $0.codes[position] == NaiveKeys.missing ? nil : Double($0.codes[position]) },
          sort.isDescending
        )
      }
      if case .measure(let measure) = sort.key.kind {
        return ({ value(measure, $0) }, sort.isDescending)
      }
      let measure = measure(named: Self.columnName(sort.key), measures)
      return ({ value(measure, $0) }, sort.isDescending)
    }
    guard !keys.isEmpty else { return groups }
    return groups.enumerated().sorted { a, b in
      let aIsMissing = a.element.codes.first == NaiveKeys.missing
      let bIsMissing = b.element.codes.first == NaiveKeys.missing
      if aIsMissing != bIsMissing { return bIsMissing }
      for key in keys {
        switch (key.rank(a.element), key.rank(b.element)) {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let x?, let y?) where x != y: return key.isDescending ? x > y : x < y
        default: continue
        }
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// The expression as a heading has it, without brackets around it.
  static func columnName(_ expression: Expression) -> String {
    if case .group(let inner) = expression.kind { return columnName(inner) }
    if case .path(let path) = expression.kind { return path.text }
    return Formatter.format(expression)
  }
}

extension Query {
  func has(_ option: QueryOption.Kind) -> Bool { options.contains { $0.kind == option } }
}
