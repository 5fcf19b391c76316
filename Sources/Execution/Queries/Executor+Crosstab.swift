internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// `tabulate SET by ROWS, COLUMNS`.
  func crosstab(_ query: BoundQuery, _ selection: Selection) throws(QueryCancelled) -> Crosstab {
    let dimensions = try keys(query)
    return crosstab(query, selection.rows, rows: dimensions[0], columns: dimensions[1])
  }

  /// `tabulate SET by ROWS, COLUMNS, LAYERS`: a crosstab for each value of the third dimension.
  func layers(_ query: BoundQuery, _ selection: Selection) throws(QueryCancelled) -> [Layer] {
    let dimensions = try keys(query)
    let layers = dimensions[2]
    let grouping = Groups(selection.rows, by: [layers])
    var members = [[Int]](repeating: [], count: grouping.groups.count)
    grouping.forEachMember(selection.rows) { group, row in members[group].append(row) }
    return zip(grouping.groups, members).map { group, members in
      let rows = Bitmap(capacity: selection.rows.capacity, rows: members)
      return Layer(
        key: Self.values(of: group.codes, [layers])[0],
        crosstab: crosstab(query, rows, rows: dimensions[0], columns: dimensions[1]))
    }
  }

  private func crosstab(
    _ query: BoundQuery, _ selected: Bitmap, rows: GroupKeys, columns: GroupKeys
  ) -> Crosstab {
    let groups = Groups(selected, by: [rows, columns]).groups
    let rowCodes = Self.shownCodes(groups.map { $0.codes[0] }, rows)
    let columnCodes = Self.shownCodes(groups.map { $0.codes[1] }, columns)
    let rowPositions = Self.positions(rowCodes)
    let columnPositions = Self.positions(columnCodes)
    var counts = Array(
      repeating: Array(repeating: 0, count: columnCodes.count), count: rowCodes.count)
    for group in groups {
      guard let row = rowPositions[group.codes[0]], let column = columnPositions[group.codes[1]]
      else { continue }
      counts[row][column] = group.count
    }
    let order = Self.rowOrder(counts, rowCodes, query.sort)
    var table = Crosstab(
      rowDimension: query.dimensions[0].name, columnDimension: query.dimensions[1].name,
      rowKeys: order.map { Self.values(of: [rowCodes[$0]], [rows])[0] },
      columnKeys: columnCodes.map { Self.values(of: [$0], [columns])[0] },
      counts: order.map { counts[$0] },
      percentages: Crosstab.Percentage.allCases.filter { query.options.contains($0.option) },
      includesMissing: query.options.contains(.missing))
    table.showsIntervals = query.options.contains(.interval)
    if rows.several != nil || columns.several != nil {
      table.totals = Self.totals(
        selected, rows, columns, order.map { rowCodes[$0] }, columnCodes, table.includesMissing)
    } else if let first = query.first {
      table.gatherRows(after: first)
    }
    return table
  }

  /// Totals of rows that may stand in several cells: each row counted once.
  private static func totals(
    _ selected: Bitmap, _ rows: GroupKeys, _ columns: GroupKeys, _ rowCodes: [UInt32],
    _ columnCodes: [UInt32], _ includesMissing: Bool
  ) -> Crosstab.Totals {
    let inBase = Bitmap(capacity: selected.capacity) { row in
      selected.contains(row)
        && (includesMissing
          || (rows.codes[row] != GroupKeys.missing && columns.codes[row] != GroupKeys.missing))
    }
    // A missing key has the total of its own rows, whatever the base.
    func totals(_ keys: GroupKeys, _ other: GroupKeys, _ codes: [UInt32]) -> [Int] {
      let counted = Bitmap(capacity: selected.capacity) { row in
        selected.contains(row) && (includesMissing || other.codes[row] != GroupKeys.missing)
      }
      let counts = Dictionary(
        uniqueKeysWithValues: Groups(counted, by: [keys]).groups.map { ($0.codes[0], $0.count) })
      return codes.map { counts[$0] ?? 0 }
    }
    return Crosstab.Totals(
      rows: totals(rows, columns, rowCodes), columns: totals(columns, rows, columnCodes),
      grand: inBase.count)
  }

  /// The codes to show, upwards, missing last: those with rows, and every level of a scale.
  private static func shownCodes(_ present: [UInt32], _ keys: GroupKeys) -> [UInt32] {
    var codes = Set(present)
    if keys.isScale {
      for level in keys.values.indices where !keys.optional.contains(level) {
        codes.insert(UInt32(level))
      }
    }
    return codes.sorted()
  }

  private static func positions(_ codes: [UInt32]) -> [UInt32: Int] {
    Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
  }

  /// The order of the rows: by total when sorted by the count, else by the row dimension.
  private static func rowOrder(
    _ counts: [[Int]], _ rowCodes: [UInt32], _ sort: [BoundQuery.Sort]
  ) -> [Int] {
    let groups = counts.indices.map { row in
      Groups.Group(
        codes: [rowCodes[row], UInt32(row)], count: counts[row].reduce(0, +))
    }
    // Rows have the place of their key and no other; the second code of these groups is the row's
    // own place, and a layer holds all of its rows.
    let keys = sort.filter { $0.key != .dimension(1) && $0.key != .dimension(2) }
    return sorted(groups, by: keys, group: \.self) { group, _ in Double(group.count) }
      .map { Int($0.codes[1]) }
  }
}

extension Crosstab {
  /// Joins the rows past a number into one, so that totals stay what they are.
  ///
  /// The missing row keeps its place.
  fileprivate mutating func gatherRows(after count: Int) {
    let recorded = rowKeys.indices.filter {
      if case .missing = rowKeys[$0] { false } else { true }
    }
    let gathered = recorded.dropFirst(count)
    guard gathered.count > 1, let place = gathered.first else { return }
    for column in columnKeys.indices {
      counts[place][column] = gathered.reduce(0) { $0 + counts[$1][column] }
    }
    rowKeys[place] = Executor.others(gathered.count)
    for row in gathered.dropFirst().reversed() {
      rowKeys.remove(at: row)
      counts.remove(at: row)
    }
  }
}

extension Crosstab.Percentage {
  /// The option that asks for the percentage.
  fileprivate var option: QueryOption.Kind {
    switch self {
    case .row: .rowPercent
    case .column: .columnPercent
    case .total: .totalPercent
    }
  }
}
