public import Execution

/// A bar chart of an answer as SVG that needs no other file, for a report or a web page.
///
/// Every bar has its label and its number as text, and none is told from another by colour alone. The
/// picture has a title and a description for those who do not see it, and the base and the notes of the
/// answer stand below the bars.
///
///     if let chart = SVGChart(answer, title: "Children by status") {
///       page += chart.svg(id: "figure-1")
///     }
public struct SVGChart: Sendable {
  /// What stands above the bars; the statement unless something else is said.
  public var title: String
  let chart: BarChart
  /// The base and the notes, which stand below the bars.
  let remarks: [String]

  /// The most bars that are drawn; the chart says how many there are beyond.
  public static let mostBars = 100

  /// The chart of an answer; `nil` where it has none: a count, a list, a measure below zero, no rows.
  ///
  /// - Parameter hasRemarks: Whether the base and the notes stand below the bars.
  /// - Complexity: O(cells).
  public init?(_ answer: Answer, title: String? = nil, hasRemarks: Bool = true) {
    guard let chart = BarChart(answer) else { return nil }
    self.chart = chart
    self.title = printable(title ?? answer.statement)
    var remarks = answer.baseLines
    if case .share = answer.body { remarks.insert(answer.sentence, at: 0) }
    if case .table(let table) = answer.body, table.rows.count < table.totalRowCount {
      remarks.insert("\(table.rows.count) of \(table.totalRowCount) rows answered", at: 0)
    }
    if chart.bars.count > Self.mostBars {
      remarks.insert(
        "\(Self.mostBars) of \(chart.bars.count) bars drawn; a table holds all", at: 0)
    }
    remarks += answer.notes.map { "note: " + $0 }
    self.remarks = hasRemarks ? remarks.map(printable) : []
  }

  /// The chart in words: every bar that is drawn with its number.
  public var description: String {
    guard !chart.bars.isEmpty else { return remarks.joined(separator: "; ") + "." }
    let bars = chart.bars.prefix(Self.mostBars).map { bar in
      (bar.heading.map { $0 + ": " } ?? "") + "\(bar.label) \(bar.text)"
    }
    return "Bar chart of \(chart.dimension): " + bars.joined(separator: "; ") + "."
  }

  /// The picture as one `svg` element, ending in a newline.
  ///
  /// - Parameter id: What the names of its parts begin with: a letter, then letters, digits and `-`;
  ///   two charts on one page need two.
  /// - Complexity: O(bars).
  public func svg(id: String = "chart") -> String {
    let layout = SVGLayout(self)
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" \
      aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(SVGLayout.width) \(layout.height)" \
      width="\(SVGLayout.width)" height="\(layout.height)" \
      font-family="Helvetica, Arial, sans-serif" font-size="14">
      <title id="\(id)-title">\(HTMLWriter.escaped(title))</title>
      <desc id="\(id)-desc">\(HTMLWriter.escaped(description))</desc>
      <rect width="100%" height="100%" fill="#ffffff"/>

      """
    for element in layout.elements { out += element + "\n" }
    return out + "</svg>\n"
  }
}
