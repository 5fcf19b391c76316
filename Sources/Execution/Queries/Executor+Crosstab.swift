internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// `tabulate SET by ROWS, COLUMNS`.
  func crosstab(
    _ query: BoundQuery, _ selection: Selection, _ options: [TabulateOption.Kind]
  ) throws(QueryCancelled) -> Crosstab {
    let dimensions = try keys(query)
    let groups = Groups(selection.rows, by: dimensions).groups
    let rowCodes = Self.shownCodes(groups.map { $0.codes[0] }, dimensions[0])
    let columnCodes = Self.shownCodes(groups.map { $0.codes[1] }, dimensions[1])
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
      rowKeys: order.map { Self.values(of: [rowCodes[$0]], [dimensions[0]])[0] },
      columnKeys: columnCodes.map { Self.values(of: [$0], [dimensions[1]])[0] },
      counts: order.map { counts[$0] }, percentages: options.compactMap(\.percentage),
      includesMissing: options.contains(.missing))
    if let first = query.first { table.gatherRows(after: first) }
    return table
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
    // The second code of these groups is the row's own place, not a column to sort by.
    let keys = sort.filter { $0.key != .dimension(1) }
    return sorted(groups, by: keys) { Double($0.count) }.map { Int($0.codes[1]) }
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

extension TabulateOption.Kind {
  /// The percentage that the option asks for.
  fileprivate var percentage: Crosstab.Percentage? {
    switch self {
    case .rowPercent: .row
    case .columnPercent: .column
    case .totalPercent: .total
    case .missing: nil
    }
  }
}
