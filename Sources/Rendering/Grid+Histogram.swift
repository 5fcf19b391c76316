internal import Execution
internal import TextLayout

extension Grid {
  /// The bands of a histogram with their counts.
  init(_ histogram: Histogram) {
    columns = [
      Column(title: printable(histogram.name)), Column(title: "n", alignment: .right),
    ]
    overflow = .split
    rows = histogram.bands.map { Row(cells: [Cell($0.name), Cell(String($0.count))]) }
    (shownRowCount, totalRowCount) = (rows.count, rows.count)
  }
}

extension Answer {
  /// How the numbers of a summary are spread; `nil` for any other answer.
  var histogram: Histogram? {
    guard case .table(let table) = body, !table.rows.isEmpty else { return nil }
    return table.histogram
  }
}
