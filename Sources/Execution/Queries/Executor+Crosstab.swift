internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// `tabulate SET by ROWS, COLUMNS`.
  func crosstab(
    _ query: BoundQuery, _ dimensions: [GroupKeys], _ selection: Selection
  ) throws(QueryCancelled) -> Crosstab {
    let groups = try Groups(selection.rows, by: dimensions, evaluator.cancellation)
    return try crosstab(query, selection.rows, groups, Array(0..<groups.count))
  }

  /// `tabulate SET by ROWS, COLUMNS, LAYERS`: a crosstab for each value of the third dimension.
  func layers(
    _ query: BoundQuery, _ dimensions: [GroupKeys], _ selection: Selection
  ) throws(QueryCancelled) -> [Layer] {
    let groups = try Groups(
      selection.rows, by: [dimensions[2], dimensions[0], dimensions[1]], evaluator.cancellation)
    var layers: [Layer] = []
    var start = 0
    while start < groups.count {
      // The groups of a layer follow one another.
      let code = groups.code(start, 0)
      let end = (start..<groups.count).first { groups.code($0, 0) != code } ?? groups.count
      layers.append(
        Layer(
          key: dimensions[2].label(code),
          crosstab: try crosstab(query, selection.rows, groups, Array(start..<end), layer: code)))
      start = end
    }
    return layers
  }

  /// The crosstab of some groups by their last two dimensions.
  private func crosstab(
    _ query: BoundQuery, _ selected: Bitmap, _ groups: Groups, _ shown: [Int],
    layer: UInt32? = nil
  ) throws(QueryCancelled) -> Crosstab {
    let (across, down) = (groups.dimensions.count - 1, groups.dimensions.count - 2)
    let (rows, columns) = (groups.dimensions[down], groups.dimensions[across])
    let rowCodes = Self.shownCodes(groups, shown, down)
    let columnCodes = Self.shownCodes(groups, shown, across)
    let rowPositions = Self.positions(rowCodes)
    let columnPositions = Self.positions(columnCodes)
    var counts = Array(
      repeating: Array(repeating: 0, count: columnCodes.count), count: rowCodes.count)
    for group in shown {
      guard let row = rowPositions[groups.code(group, down)],
        let column = columnPositions[groups.code(group, across)]
      else { continue }
      counts[row][column] = groups.counts[group]
    }
    let order = Self.rowOrder(counts, rowCodes, query.sort)
    var table = Crosstab(
      rowDimension: query.dimensions[0].name, columnDimension: query.dimensions[1].name,
      rowKeys: order.map { rows.label(rowCodes[$0]) },
      columnKeys: columnCodes.map { columns.label($0) },
      counts: order.map { counts[$0] },
      percentages: Crosstab.Percentage.allCases.filter { query.options.contains($0.option) },
      includesMissing: query.options.contains(.missing))
    table.showsIntervals = query.options.contains(.interval)
    if rows.several != nil || columns.several != nil {
      let inLayer = try layer.map { code throws(QueryCancelled) in
        try self.rows(selected, of: groups.dimensions[0], code)
      }
      table.totals = try totals(
        inLayer ?? selected, (rows, order.map { rowCodes[$0] }), (columns, columnCodes),
        table.includesMissing)
    } else if let first = query.first {
      table.gatherRows(after: first)
    }
    return table
  }

  /// The rows of a selection that have a code.
  private func rows(
    _ selected: Bitmap, of keys: GroupKeys, _ code: UInt32
  ) throws(QueryCancelled) -> Bitmap {
    let digit = min(code, UInt32(keys.codeCount))
    let bits = RowBits(selected)
    let parts = try RowBlocks(selected.capacity).map { [evaluator] range throws(QueryCancelled) in
      var found: [Int] = []
      try Members<UInt32>.forEachBlock(
        of: bits, in: range, by: [keys], evaluator.cancellation
      ) { members in
        for member in 0..<members.count where members.slots[member] == digit {
          found.append(Int(members.rows[member]))
        }
      }
      return found
    }
    return Bitmap(capacity: selected.capacity, rows: parts.joined())
  }

  /// Totals of rows that may stand in several cells: each row counted once.
  private func totals(
    _ selected: Bitmap, _ rows: (keys: GroupKeys, codes: [UInt32]),
    _ columns: (keys: GroupKeys, codes: [UInt32]), _ includesMissing: Bool
  ) throws(QueryCancelled) -> Crosstab.Totals {
    let cancellation = evaluator.cancellation
    let withRow =
      includesMissing ? selected : try rows.keys.recorded(among: selected, cancellation)
    let withColumn =
      includesMissing ? selected : try columns.keys.recorded(among: selected, cancellation)
    // A missing key has the total of its own rows, whatever the base.
    func totals(
      _ counted: Bitmap, _ keys: GroupKeys, _ codes: [UInt32]
    ) throws(QueryCancelled) -> [Int] {
      let groups = try Groups(counted, by: [keys], cancellation)
      let counts = Dictionary(
        uniqueKeysWithValues: (0..<groups.count).map { (groups.code($0, 0), groups.counts[$0]) })
      return codes.map { counts[$0] ?? 0 }
    }
    return Crosstab.Totals(
      rows: try totals(withColumn, rows.keys, rows.codes),
      columns: try totals(withRow, columns.keys, columns.codes),
      grand: withRow.intersectionCount(with: withColumn))
  }

  /// The codes to show, in the order of the dimension, missing last: those with rows, and every level of a
  /// scale.
  private static func shownCodes(
    _ groups: Groups, _ shown: [Int], _ dimension: Int
  ) -> [UInt32] {
    // Levels are in the order of their codes, and so have the place of them.
    var places = Dictionary(
      groups.dimensions[dimension].levels.map { ($0, $0) }, uniquingKeysWith: { known, _ in known })
    for group in shown { places[groups.code(group, dimension)] = groups.place(group, dimension) }
    return places.sorted { $0.value < $1.value }.map(\.key)
  }

  private static func positions(_ codes: [UInt32]) -> [UInt32: Int] {
    Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
  }

  /// The order of the rows: by total when sorted by the count, else by the row dimension.
  private static func rowOrder(
    _ counts: [[Int]], _ rowCodes: [UInt32], _ sort: [BoundQuery.Sort]
  ) -> [Int] {
    let totals = counts.map { $0.reduce(0, +) }
    // Rows have the place of their key and no other, and a layer holds all of its rows.
    let keys = sort.filter { $0.key != .dimension(1) && $0.key != .dimension(2) }
    guard !keys.isEmpty else { return Array(counts.indices) }
    return counts.indices.sorted { a, b in
      let aIsMissing = rowCodes[a] == GroupKeys.missing
      if aIsMissing != (rowCodes[b] == GroupKeys.missing) { return !aIsMissing }
      for key in keys {
        let order = key.key == .dimension(0) ? compare(a, b) : compare(totals[a], totals[b])
        if order != 0 { return key.isDescending ? order > 0 : order < 0 }
      }
      return a < b
    }
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
