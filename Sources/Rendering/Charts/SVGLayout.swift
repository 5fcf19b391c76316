internal import TextLayout

/// Where each part of a chart stands, from the top down, in pixels.
///
/// SVG cannot break or measure text, so widths are guessed on the wide side from the characters.
struct SVGLayout {
  /// The width of every chart: what a page holds.
  static let width = 720
  private static let margin = 16
  private static let lineHeight = 18
  private static let barHeight = 18
  private static let gap = 8
  /// The columns in which titles and remarks, and the labels of bars, are broken into lines.
  private static let proseColumns = 84
  private static let labelColumns = 30
  /// Where a number leaves less room for bars than this, it is broken over lines.
  private static let leastBarRoom = 120

  /// Colours whose contrast to white is at least 4.5 to 1.
  private enum Color {
    static let text = "#1a1a1a"
    static let quiet = "#595959"
    static let bar = "#1d5f8a"
    static let outside = "#767676"
  }

  /// The elements, in the order they are read.
  private(set) var elements: [String] = []
  /// The height of it all.
  private(set) var height = margin

  init(_ chart: SVGChart) {
    for line in wrapped(chart.title, to: Self.proseColumns * 9 / 10) {
      addLine(line, attributes: " font-weight=\"bold\" fill=\"\(Color.text)\"")
    }
    height += Self.gap
    if !chart.chart.bars.isEmpty { addBars(of: chart) }
    for remark in chart.remarks {
      for line in wrapped(remark, to: Self.proseColumns) {
        addLine(line, attributes: " fill=\"\(Color.quiet)\"")
      }
    }
    height += Self.margin
  }

  /// Stands labels, bars and numbers side by side, each kind in its column.
  private mutating func addBars(of chart: SVGChart) {
    let bars = chart.chart.bars.prefix(SVGChart.mostBars)
    let labels = bars.map { wrapped($0.label, to: Self.labelColumns) }
    let labelWidth = labels.joined().map(Self.pixels).max() ?? 0
    let mostText = Self.width - 2 * Self.margin - labelWidth - 2 * Self.gap - Self.leastBarRoom
    let texts = bars.map { wrapped($0.text, to: max(8, mostText / 8)) }
    let textWidth = texts.joined().map(Self.pixels).max() ?? 0
    let start = Self.margin + labelWidth + Self.gap
    let room = Self.width - Self.margin - textWidth - Self.gap - start
    let top = height
    for (index, bar) in bars.enumerated() {
      if let heading = bar.heading { addHeading(heading) }
      add(
        bar, label: labels[index], text: texts[index], from: start,
        length: Self.length(of: bar, in: chart.chart, room: room))
    }
    elements.append(
      "<line x1=\"\(start)\" y1=\"\(top)\" x2=\"\(start)\" y2=\"\(height)\" "
        + "stroke=\"\(Color.quiet)\"/>")
    height += Self.gap
  }

  /// The length of a bar; more than nothing is never drawn as nothing.
  private static func length(of bar: BarChart.Bar, in chart: BarChart, room: Int) -> Int {
    guard let length = bar.length, length > 0, length.isFinite, chart.most > 0 else { return 0 }
    return max(1, Int((min(1, length / chart.most) * Double(room)).rounded()))
  }

  private mutating func addHeading(_ heading: String) {
    height += Self.gap
    for line in wrapped(heading, to: Self.proseColumns) {
      addLine(line, attributes: " fill=\"\(Color.text)\" font-weight=\"bold\"")
    }
    height += Self.gap / 2
  }

  private mutating func add(
    _ bar: BarChart.Bar, label: [String], text: [String], from start: Int, length: Int
  ) {
    let color = bar.isOutside ? Color.outside : Color.bar
    let isQuiet = bar.isOutside ? Color.quiet : Color.text
    for (index, line) in label.enumerated() {
      elements.append(
        "<text x=\"\(start - Self.gap)\" y=\"\(baseline(index))\" text-anchor=\"end\" "
          + "fill=\"\(isQuiet)\">\(HTMLWriter.escaped(line))</text>")
    }
    if length > 0 {
      elements.append(
        "<rect x=\"\(start)\" y=\"\(height)\" width=\"\(length)\" height=\"\(Self.barHeight)\" "
          + "fill=\"\(color)\"/>")
    }
    for (index, line) in text.enumerated() {
      elements.append(
        "<text x=\"\(start + length + Self.gap)\" y=\"\(baseline(index))\" "
          + "fill=\"\(isQuiet)\">\(HTMLWriter.escaped(line))</text>")
    }
    height += max(label.count, text.count) * Self.lineHeight + Self.gap
  }

  private func baseline(_ line: Int) -> Int { height + 14 + line * Self.lineHeight }

  private mutating func addLine(_ line: String, attributes: String) {
    elements.append(
      "<text x=\"\(Self.margin)\" y=\"\(baseline(0))\"\(attributes)>"
        + "\(HTMLWriter.escaped(line))</text>")
    height += Self.lineHeight
  }

  /// The width of a text in the usual sans-serif letters of 14 pixels, rather too much than too little.
  private static func pixels(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      let columns = displayWidth(String(character))
      if columns > 1 { return sum + 15 }
      if "ijl.,:;'|!() ".contains(character) { return sum + 5 }
      return sum + (character.isUppercase || "mw%".contains(character) ? 11 : 8)
    }
  }
}
