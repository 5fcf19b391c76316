internal import Execution
internal import TextLayout

extension Grid {
  /// Says of each cell of a crosstab how high it is: by its count, or by the first percentage where
  /// some are shown, since that is what is compared then.
  ///
  /// Totals and cells outside the base are no part of the comparison.
  mutating func addHeat(_ crosstab: Crosstab) {
    let totals = CrosstabTotals(crosstab)
    let counted = totals.countsColumn.indices.filter { totals.countsColumn[$0] }
    let kind = crosstab.percentages.first
    let label = kind?.rawValue
    func height(_ row: Int, _ column: Int) -> Double {
      let count = totals.count(row, column)
      guard let kind else { return Double(count) }
      guard let percentage = totals.percentage(kind, of: count, row: row, column: column),
        percentage.whole > 0
      else { return 0 }
      return Double(percentage.part) / Double(percentage.whole)
    }
    let keys = totals.countsRow.indices.filter { totals.countsRow[$0] }
    let heights = keys.map { row in counted.map { height(row, $0) } }
    guard let most = heights.joined().max(), most > 0 else { return }
    var key = -1
    for index in rows.indices where rows[index].role == .body {
      if !rows[index].isContinuation { key += 1 }
      guard heights.indices.contains(key) else { return }
      if let label, rows[index].cells.dropFirst().first?.text != label { continue }
      for (position, height) in heights[key].enumerated() {
        let share = height / most * Double(Palette.deepestShade)
        rows[index].cells[keyColumnCount + position].heat = Int(share.rounded(.up))
      }
    }
  }
}
