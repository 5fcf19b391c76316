internal import Execution
internal import TextLayout

extension Grid {
  /// A crosstab: a line of counts for each row key, and under it one for each percentage.
  ///
  /// Percentages stand in lines and not beside the counts, so that a crosstab keeps its width, and
  /// each line says what it is of.
  init(_ crosstab: Crosstab, _ options: RenderOptions) {
    let totals = CrosstabTotals(crosstab)
    let hasStatistics = !crosstab.percentages.isEmpty
    let decimals = options.decimals(for: crosstab.columnKeys)
    columns = [
      Column(title: printable(crosstab.rowDimension), alignment: alignment(of: crosstab.rowKeys))
    ]
    if hasStatistics { columns.append(Column(title: "")) }
    keyColumnCount = columns.count
    let order = totals.columnOrder
    columns += order.map { column in
      let title = column.map { Cell(crosstab.columnKeys[$0], decimals: decimals).text } ?? "total"
      return Column(title: title, alignment: .right, isUnderSpanner: column != nil)
    }
    spanner = printable(crosstab.columnDimension)
    overflow = .split

    let countedRows = totals.countsRow.count { $0 }
    totalRowCount = countedRows
    shownRowCount = min(options.maxRows.map { max(0, $0) } ?? countedRows, countedRows)
    let keyDecimals = options.decimals(for: crosstab.rowKeys)
    var countedSoFar = 0
    for row in totals.rowOrder {
      if let row, totals.countsRow[row] {
        countedSoFar += 1
        if countedSoFar > shownRowCount { continue }
      }
      let key = row.map { Cell(crosstab.rowKeys[$0], decimals: keyDecimals) } ?? Cell("total")
      let role: Role = row.map { totals.countsRow[$0] ? .body : .outside } ?? .total
      let counts = order.map { totals.sum(row, $0) }
      rows.append(
        Row(
          cells: [key] + (hasStatistics ? [Cell("n")] : []) + counts.map { Cell(String($0)) },
          role: role))
      for kind in crosstab.percentages where role != .outside {
        let percentages = zip(order, counts).map { column, count in
          totals.percentage(kind, of: count, row: row, column: column).map { Cell($0.text) }
            ?? .blank
        }
        rows.append(
          Row(
            cells: [.blank, Cell(kind.rawValue)] + percentages, role: role, isContinuation: true))
        guard crosstab.showsIntervals else { continue }
        let intervals = zip(order, counts).map { column, count in
          totals.percentage(kind, of: count, row: row, column: column)
            .flatMap { Interval(part: $0.part, whole: $0.whole) }.map { Cell($0.text) } ?? .blank
        }
        rows.append(
          Row(cells: [.blank, Cell("95%")] + intervals, role: role, isContinuation: true))
      }
    }
    if options.palette.hasShades { addHeat(crosstab) }
  }
}

extension CrosstabTotals {
  /// The rows as they are shown: those that count, the total as `nil`, those outside the base.
  fileprivate var rowOrder: [Int?] { order(countsRow) }
  /// The columns likewise.
  fileprivate var columnOrder: [Int?] { order(countsColumn) }

  private func order(_ counts: [Bool]) -> [Int?] {
    let inside = counts.indices.filter { counts[$0] }.map(Optional.some)
    return inside + [nil] + counts.indices.filter { !counts[$0] }.map(Optional.some)
  }

  /// The count of a cell, `nil` standing for the total.
  fileprivate func sum(_ row: Int?, _ column: Int?) -> Int {
    switch (row, column) {
    case (let row?, let column?): count(row, column)
    case (let row?, nil): rows[row]
    case (nil, let column?): columns[column]
    case (nil, nil): grand
    }
  }
}
