import Language
import Tables

/// Tables of counts, summaries, comparisons and lists.
extension NaiveEvaluator {
  func summary(_ value: Expression, _ query: Query, _ table: Int, _ rows: [Int]) -> [[Cell]] {
    let dimensions = query.dimensions.map { keys($0, table) }
    let isDate = type(of: value, .row(table: table, 0)) == .date
    let statistics: [Statistic] =
      isDate
      ? [.min, .max]
      : [.average, .deviation, .min, .percentile(25), .median, .percentile(75), .max]
    return sorted(groups(dimensions, rows), query) { _, group in Double(group.rows.count) }
      .map { group in
        let numbers = group.rows.compactMap { number(value, .row(table: table, $0)) }
        return zip(dimensions, group.codes).map { $0.value($1) }
          + [.number(Double(numbers.count)), .number(Double(group.rows.count - numbers.count))]
          + statistics.map { statistic in
            guard let number = Self.statistic(statistic, numbers) else { return .missing(nil) }
            return isDate ? .date(Int(number)) : .number(number)
          }
      }
  }

  func comparison(
    _ query: Query, _ first: (table: Int, rows: [Int], undecided: [Int]),
    _ second: (table: Int, rows: [Int], undecided: [Int])
  ) -> [[Cell]] {
    let (one, two) = (Double(first.rows.count), Double(second.rows.count))
    guard !query.dimensions.isEmpty else {
      return [
        [.number(one), .number(two), .number(one - two), .share(Int(one), Int(two))]
      ]
    }
    let dimensions = query.dimensions.map { keys($0, first.table) }
    let both = Set(first.rows).union(second.rows).sorted()
    func recorded(_ rows: [Int]) -> Int {
      rows.filter { row in dimensions.allSatisfy { $0.ofRow[row] != nil } }.count
    }
    let wholes = (recorded(first.rows), recorded(second.rows))
    let groups = sorted(groups(dimensions, both), query) { _, group in
      Double(group.rows.filter { first.rows.contains($0) }.count)
    }
    return groups.map { group in
      let one = group.rows.filter { first.rows.contains($0) }.count
      let two = group.rows.filter { second.rows.contains($0) }.count
      let keys = zip(dimensions, group.codes).map { $0.value($1) }
      if group.codes.contains(NaiveKeys.missing) {
        return keys + [
          .number(Double(one)), .missing(nil), .number(Double(two)), .missing(nil), .missing(nil),
        ]
      }
      let difference: Cell =
        wholes.0 == 0 || wholes.1 == 0
        ? .missing(nil)
        : .number(
          100 * Double(one) / Double(wholes.0) - 100 * Double(two) / Double(wholes.1))
      return keys + [
        .number(Double(one)), .share(one, wholes.0), .number(Double(two)), .share(two, wholes.1),
        difference,
      ]
    }
  }

  // MARK: tabulate

  func tabulated(_ query: Query, _ table: Int, _ rows: [Int]) -> [[Cell]] {
    let dimensions = query.dimensions.map { keys($0, table) }
    switch dimensions.count {
    case 1: return frequencies(query, dimensions[0], rows)
    case 2: return crosstab(query, dimensions, rows) + tests(query, dimensions, rows)
    default:
      let layers = groups([dimensions[2]], rows)
      return layers.flatMap { layer in
        [[dimensions[2].value(layer.codes[0])]] + crosstab(query, dimensions, layer.rows)
      } + layers.flatMap { tests(query, dimensions, $0.rows) }
    }
  }

  private func frequencies(_ query: Query, _ keys: NaiveKeys, _ rows: [Int]) -> [[Cell]] {
    let missing = rows.filter { keys.ofRow[$0] == nil }.count
    var all = groups([keys], rows.filter { keys.ofRow[$0] != nil })
    all += keys.levels.filter { level in !all.contains { $0.codes == [level] } }
      .map { Group(codes: [$0], rows: []) }
    all.sort { $0.codes[0] < $1.codes[0] }
    all = sorted(all, query) { _, group in Double(group.rows.count) }
    var shown = all.map { [keys.value($0.codes[0]), .number(Double($0.rows.count))] as [Cell] }
    // What `first` leaves out of a table with totals is gathered into one row, unless a row can
    // stand in several groups; one group alone may as well be shown (the engine's choices).
    if let first = query.output.first {
      let others = all.dropFirst(first)
      if others.count > 1 {
        shown = Array(shown.prefix(first))
        if !keys.isSeveral {
          let count = others.reduce(0) { $0 + $1.rows.count }
          shown.append([.text("(\(others.count) others)"), .number(Double(count))])
        }
      }
    }
    let whole = rows.count - (query.has(.missing) ? 0 : missing)
    return shown + [[.number(Double(missing)), .number(Double(whole))]]
  }

  private func crosstab(_ query: Query, _ dimensions: [NaiveKeys], _ rows: [Int]) -> [[Cell]] {
    let (across, down) = (dimensions[1], dimensions[0])
    func codes(_ keys: NaiveKeys) -> [Int] {
      Set(rows.flatMap { keys.positions(of: $0) } + keys.levels).sorted()
    }
    let columns = codes(across)
    func cell(_ code: Int, _ column: Int) -> Int {
      rows.filter {
        down.positions(of: $0).contains(code) && across.positions(of: $0).contains(column)
      }.count
    }
    var lines = codes(down).map { code in
      (code: code, counts: columns.map { cell(code, $0) })
    }
    var sorting = query
    sorting.dimensions = [query.dimensions[0]]
    sorting.output.sort.removeAll { key in
      query.dimensions.dropFirst().contains {
        Self.columnName($0) == Self.columnName(key.key)
      } && Self.columnName(query.dimensions[0]) != Self.columnName(key.key)
    }
    // A line is as large as its cells together, also where a row stands in several of them.
    let order = sorted(lines.map { Group(codes: [$0.code], rows: []) }, sorting) { _, group in
      Double(lines.first { $0.code == group.codes[0] }?.counts.reduce(0, +) ?? 0)
    }
    lines = order.compactMap { group in lines.first { $0.code == group.codes[0] } }
    var table: [[Cell]] = lines.map { line in
      [down.value(line.code)] + line.counts.map { .number(Double($0)) }
    }
    let isSeveral = down.isSeveral || across.isSeveral
    if let first = query.output.first, !isSeveral {
      table = gathered(table, lines.map { $0.code == NaiveKeys.missing }, after: first)
    }
    return [columns.map { across.value($0) }] + table
      + (isSeveral ? totals(query, down, across, lines.map(\.code), columns, rows) : [])
  }

  /// Joins the lines past a number into one; the missing keep theirs.
  private func gathered(_ table: [[Cell]], _ isMissing: [Bool], after first: Int) -> [[Cell]] {
    let recorded = zip(table, isMissing).filter { !$1 }.map(\.0)
    let rest = recorded.dropFirst(first)
    guard rest.count > 1 else { return table }
    let sums = table[0].indices.dropFirst().map { column -> Cell in
      .number(rest.reduce(0) { $0 + ($1[column].number ?? 0) })
    }
    return Array(recorded.prefix(first)) + [[.text("(\(rest.count) others)")] + sums]
      + zip(table, isMissing).filter { $1 }.map(\.0)
  }

  /// Where a row can stand in several cells, totals count it once.
  private func totals(
    _ query: Query, _ down: NaiveKeys, _ across: NaiveKeys, _ lines: [Int], _ columns: [Int],
    _ rows: [Int]
  ) -> [[Cell]] {
    let all = query.has(.missing)
    func total(_ keys: NaiveKeys, _ other: NaiveKeys, _ code: Int) -> Cell {
      .number(
        Double(
          rows.filter { row in
            keys.positions(of: row).contains(code) && (all || other.ofRow[row] != nil)
          }.count))
    }
    let grand = rows.filter { all || (down.ofRow[$0] != nil && across.ofRow[$0] != nil) }.count
    return [
      lines.map { total(down, across, $0) }, columns.map { total(across, down, $0) },
      [.number(Double(grand))],
    ]
  }

  /// Pearson's statistic over the cells whose keys stand in the base.
  ///
  /// Of Fisher's test, only that it was made. Their probabilities have tests of their own.
  private func tests(_ query: Query, _ dimensions: [NaiveKeys], _ rows: [Int]) -> [[Cell]] {
    let columns = Set(rows.flatMap { dimensions[1].positions(of: $0) }).sorted()
    let counts = Set(rows.flatMap { dimensions[0].positions(of: $0) }).sorted().map { code in
      columns.map { column -> Double in
        let isInBase =
          query.has(.missing) || (code != NaiveKeys.missing && column != NaiveKeys.missing)
        return isInBase
          ? Double(
            rows.filter {
              dimensions[0].positions(of: $0).contains(code)
                && dimensions[1].positions(of: $0).contains(column)
            }.count) : 0
      }
    }
    let lines = counts.map { $0.reduce(0, +) }
    let sides = columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    let (height, width) = (lines.filter { $0 > 0 }.count, sides.filter { $0 > 0 }.count)
    let whole = lines.reduce(0, +)
    var statistic = 0.0
    var hasSmall = false
    for (line, row) in counts.enumerated() {
      for (column, count) in row.enumerated() where lines[line] > 0 && sides[column] > 0 {
        let expected = lines[line] * sides[column] / whole
        hasSmall = hasSmall || expected < 5
        statistic += (count - expected) * (count - expected) / expected
      }
    }
    var found: [[Cell]] = []
    let isPossible = height > 1 && width > 1
    if query.has(.chiSquared) {
      found.append(
        [.text("chi2")]
          + (isPossible
            ? [.number(statistic), .number(Double((height - 1) * (width - 1)))] : []))
    }
    let isSmallSquare = query.has(.chiSquared) && isPossible && hasSmall && height * width == 4
    if query.has(.fisher) || isSmallSquare { found.append([.text("fisher")]) }
    return found
  }

  // MARK: list

  func listing(
    _ shown: [Expression], _ query: Query, _ table: Int, _ rows: [Int]
  ) -> [[Cell]] {
    let sorts = query.output.sort.map { sort -> (keys: NaiveKeys, isDescending: Bool) in
      var key = sort.key
      // A listed row has no measures, but may have a field called count.
      if case .measure(let measure) = key.kind, measure.kind == .count {
        key = Expression(.path(Path([Name("count", at: key.span)])), at: key.span)
      }
      return (keys(key, table), sort.isDescending)
    }
    let ordered = rows.sorted { a, b in
      for sort in sorts {
        let (first, second) = (sort.keys.positions(of: a)[0], sort.keys.positions(of: b)[0])
        if first == second { continue }
        if first == NaiveKeys.missing || second == NaiveKeys.missing { return first < second }
        return sort.isDescending ? first > second : first < second
      }
      return a < b
    }
    var columns = shown
    if columns.isEmpty {
      columns = data.tables[table].schema.fields.map { field in
        Expression(.path(Path([Name(field.name, at: query.span)])), at: query.span)
      }
    }
    let cells = columns.map { self.cells($0, table) }
    return ordered.map { row in cells.map { $0[row] } }
  }

  /// What a column shows in each row of a table: labels in place of values.
  private func cells(_ column: Expression, _ table: Int) -> [Cell] {
    guard Self.path(column) != nil else {
      let keys = keys(column, table)
      return data.tables[table].rows.indices.map { keys.value(keys.positions(of: $0)[0]) }
    }
    let kind = kind(of: column, .row(table: table, 0))
    return data.tables[table].rows.indices.map { row in
      let cell = cell(of: column, .row(table: table, row))
      switch (kind, cell) {
      case (.coded(let book, _), .text(let text)):
        return .text(book.values.firstIndex(of: text).map { book.labels[$0] } ?? text)
      case (.list(let book), .list(let texts)):
        return .list(
          texts.map { text in book.values.firstIndex(of: text).map { book.labels[$0] } ?? text })
      default: return cell
      }
    }
  }
}
