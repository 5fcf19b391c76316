internal import Execution

extension AnswerValue {
  /// Whether there is no value.
  var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}

extension Frequencies {
  /// What percentages are of.
  var base: Int { whole }
}

/// The sums of a crosstab over the keys that count.
struct CrosstabTotals {
  private let crosstab: Crosstab
  /// Whether each row, each column stands in the sums.
  let countsRow, countsColumn: [Bool]
  /// For each row, its sum over the columns that count; for each column likewise.
  let rows, columns: [Int]
  /// The sum over rows and columns that count.
  let grand: Int

  init(_ crosstab: Crosstab) {
    self.crosstab = crosstab
    let countsRow = crosstab.rowKeys.map { crosstab.includesMissing || !$0.isMissing }
    let countsColumn = crosstab.columnKeys.map { crosstab.includesMissing || !$0.isMissing }
    var rows = [Int](repeating: 0, count: countsRow.count)
    var columns = [Int](repeating: 0, count: countsColumn.count)
    for (row, counts) in crosstab.counts.prefix(countsRow.count).enumerated() {
      for (column, count) in counts.prefix(countsColumn.count).enumerated() {
        if countsColumn[column] { rows[row] += count }
        if countsRow[row] { columns[column] += count }
      }
    }
    self.countsRow = countsRow
    self.countsColumn = countsColumn
    if let totals = crosstab.totals, totals.rows.count == rows.count,
      totals.columns.count == columns.count
    {
      // A row of the data may stand in several cells: sums would count it twice.
      self.rows = totals.rows
      self.columns = totals.columns
      grand = totals.grand
      return
    }
    self.rows = rows
    self.columns = columns
    grand = zip(rows, countsRow).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
  }

  /// The count of a cell.
  func count(_ row: Int, _ column: Int) -> Int {
    let counts = row < crosstab.counts.count ? crosstab.counts[row] : []
    return column < counts.count ? counts[column] : 0
  }

  /// The percentage of a count in a row and a column, `nil` standing for the total; `nil` for a
  /// cell outside the base.
  func percentage(
    _ kind: Crosstab.Percentage, of count: Int, row: Int?, column: Int?
  ) -> Percentage? {
    if let row, !countsRow[row] { return nil }
    if let column, !countsColumn[column] { return nil }
    switch kind {
    case .row: return Percentage(part: count, whole: row.map { rows[$0] } ?? grand)
    case .column: return Percentage(part: count, whole: column.map { columns[$0] } ?? grand)
    case .total: return Percentage(part: count, whole: grand)
    }
  }
}
