public import Execution
internal import TextLayout

/// Horizontal bars as an SVG element that needs no other file.
///
/// A reader who cannot see it hears its title and each bar with its number. The text takes the colour of
/// the page around it, and the bars one that stands out on light and on dark
/// (<https://www.w3.org/TR/WCAG22/#non-text-contrast>). The class names let a page choose others.
public struct SVGBarChart: Sendable {
  /// One bar.
  public struct Bar: Sendable, Hashable {
    /// What it stands for.
    public var label: String
    /// Its length, not below 0; `nil` draws none.
    public var value: Double?
    /// The number as it is read.
    public var text: String

    /// Creates a bar.
    public init(label: String, value: Double?, text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }

  /// What the chart shows, for who cannot see it.
  public var title: String
  /// The bars, from top to bottom.
  public var bars: [Bar]

  /// Creates a chart.
  public init(title: String, bars: [Bar]) {
    self.title = title
    self.bars = bars
  }

  /// More bars than this are no picture any more.
  static let mostBars = 60

  // In the units of the drawing, which the page scales.
  private static let width = 720
  private static let lineHeight = 18
  private static let gap = 8
  private static let labelColumns = 30
  /// The room of one column of text of 14 units, on the safe side for wide letters.
  private static let columnWidth = 8

  /// The element.
  ///
  /// - Complexity: O(bars).
  public var text: String {
    let labels = bars.map { wrapped(printable($0.label), to: Self.labelColumns) }
    let labelWidth =
      Self.columnWidth * (labels.joined().map(displayWidth).max() ?? 0)
    let valueWidth = Self.columnWidth * (bars.map { displayWidth($0.text) }.max() ?? 0)
    let room = max(80, Self.width - labelWidth - valueWidth - 2 * Self.gap)
    let width = labelWidth + 2 * Self.gap + room + valueWidth
    let most = bars.compactMap(\.value).max() ?? 0
    var out = ""
    var top = 0
    for (bar, lines) in zip(bars, labels) {
      let height = Self.lineHeight * max(1, lines.count)
      let length = Self.length(of: bar.value, most: most, room: room)
      let middle = top + height / 2
      for (index, line) in lines.enumerated() {
        out += """
          <text x="\(labelWidth)" y="\(top + 14 + index * Self.lineHeight)" text-anchor="end">\
          \(HTMLWriter.escaped(line))</text>

          """
      }
      out += """
        <rect class="bar" x="\(labelWidth + Self.gap)" y="\(middle - 8)" width="\(length)" \
        height="16" fill="#1d70b8"/>
        <text x="\(labelWidth + Self.gap + Self.whole(length) + 6)" y="\(middle + 5)">\
        \(HTMLWriter.escaped(printable(bar.text)))</text>

        """
      top += height + Self.gap
    }
    let axis = """
      <line class="axis" x1="\(labelWidth + Self.gap)" y1="0" x2="\(labelWidth + Self.gap)" \
      y2="\(top)" stroke="currentColor"/>

      """
    return opening(width: width, height: max(top, 1)) + axis + out + "</svg>\n"
  }

  private func opening(width: Int, height: Int) -> String {
    let description = bars.map { "\(printable($0.label)): \(printable($0.text))" }
      .joined(separator: "; ")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" class="bars" \
      viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      font-family="sans-serif" font-size="14" fill="currentColor">
      <title>\(HTMLWriter.escaped(printable(title)))</title>
      <desc>\(HTMLWriter.escaped(description))</desc>

      """
  }

  /// A length with one decimal; more than nothing is never drawn as nothing.
  private static func length(of value: Double?, most: Double, room: Int) -> String {
    guard let value, value > 0, most > 0, value.isFinite, most.isFinite else { return "0" }
    return NumberText.fixed(max(1, value / most * Double(room)), decimals: 1)
  }

  private static func whole(_ length: String) -> Int { Int(length.prefix { $0 != "." }) ?? 0 }
}

extension SVGBarChart {
  /// The chart of an answer with one count or measure for each row.
  ///
  /// - Returns: `nil` where the answer has no such number, or too many rows for a picture.
  public init?(_ answer: Answer) {
    var flat = answer
    flat.dropPercentagesOfCrosstab()
    flat.flattenForBars()
    guard let numbers = flat.charted, !numbers.isEmpty, numbers.count <= Self.mostBars,
      let grid = Grid(flat, RenderOptions())
    else { return nil }
    let isFrequencies = if case .frequencies = flat.body { true } else { false }
    let charted = if case .table(let table) = flat.body { table.chartedColumn ?? 1 } else { 1 }
    self.init(
      title: answer.statement,
      bars: zip(numbers, grid.rows).map { number, row in
        let texts = row.cells.map(\.text)
        let value = charted < texts.count ? texts[charted] : ""
        let share = isFrequencies && texts.count > 2 && !texts[2].isEmpty ? " (\(texts[2]))" : ""
        return Bar(
          label: texts.prefix(max(1, min(charted, texts.count))).joined(separator: ", "),
          value: number, text: value + share)
      })
  }

  /// Why an answer has no chart.
  static func remark(on answer: Answer) -> String {
    var flat = answer
    flat.flattenForBars()
    guard let numbers = flat.charted, !numbers.isEmpty else {
      return "no bars: they show one count or measure that is never below 0, which this has not"
    }
    return "no bars: \(numbers.count) rows are more than the \(mostBars) that a chart can show"
  }
}
