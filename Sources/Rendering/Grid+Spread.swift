internal import Execution
internal import Tables
internal import TextLayout

extension Grid {
  /// The shortest picture that says anything, and the longest.
  private static let spreadWidths = 12...40

  /// Draws beside each row of a summary by groups how its numbers are spread, all on one scale: from the
  /// least to the greatest a line, the middle half a box with the median in it.
  ///
  /// Nothing is drawn where the window has no room beside the numbers, in a pipe, and for one row, which
  /// has nothing to be compared with.
  ///
  /// - Returns: What the marks mean, where there are any.
  mutating func addSpread(of answer: Answer, _ options: RenderOptions) -> String? {
    guard let width = options.width, case .table(let table) = answer.body, rows.count > 1 else {
      return nil
    }
    let summaries = options.shown(table.rows).map { row in
      table.spreadColumns.compactMap { $0 < row.count ? row[$0].position : nil }
    }.map { $0.count == table.spreadColumns.count ? $0 : [] }
    guard let least = summaries.compactMap(\.first).min(),
      let greatest = summaries.compactMap(\.last).max(), (greatest - least).isFinite,
      least < greatest, summaries.count == rows.count
    else { return nil }
    let others = columns.indices.reduce(0) { sum, column in
      sum + GridLayout.gap
        + rows.map { $0.cells[column].width }.reduce(
          displayWidth(columns[column].title), max)
    }
    let room = min(Self.spreadWidths.upperBound, width - others)
    guard room >= Self.spreadWidths.lowerBound else { return nil }
    columns.append(Column(title: "spread"))
    for (row, numbers) in summaries.enumerated() {
      let places = numbers.map { number in
        Int(((number - least) / (greatest - least) * Double(room - 1)).rounded())
      }
      rows[row].cells.append(Cell(options.glyphs.spread(places, width: room)))
    }
    let marks = options.glyphs.spread([0, 1, 2, 3, 4], width: 5)
    return table.spreadColumns.count == 5
      ? "spread: \(marks) is min, p25, median, p75 and max, on one scale"
      : "spread: from min to max, on one scale"
  }
}

extension AnswerValue {
  /// Where the value stands among others of its kind.
  fileprivate var position: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number.isFinite ? number : nil
    case .date(let date): Double(date.dayNumber)
    case .missing, .text, .boolean, .list, .percent: nil
    }
  }
}
