internal import Execution
internal import TextLayout

/// Writes one HTML document that needs nothing else: a chart where the answer has one, a table with its
/// statement as the caption, the base and the notes as paragraphs below it.
struct HTMLWriter: AnswerWriter {
  /// Enough to read it by, on light and dark screens and on paper.
  static let style = """
    :root { color-scheme: light dark; }
    body { font-family: sans-serif; margin: 2em; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; min-width: min(100%, 26em); }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    tbody th { font-weight: normal; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    """

  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    let document = AnswerDocument(answer, options)
    let title = Self.escaped(printable(answer.statement))
    out += """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>

      """
    if document.sections.isEmpty { out += "<h1>\(title)</h1>\n" }
    writeChart(of: answer, to: &out)
    for section in document.sections { write(section, caption: title, to: &out) }
    for paragraph in document.paragraphs { out += "<p>\(Self.escaped(paragraph))</p>\n" }
    out += "</body>\n</html>\n"
  }

  /// One table.
  ///
  /// - Parameter caption: What stands above it, as HTML; the layer's key follows it.
  func write(_ section: AnswerDocument.Section, caption: String, to out: inout String) {
    let layer = section.title.map { ", " + Self.escaped(printable($0)) } ?? ""
    out += "<table>\n<caption>\(caption)\(layer)</caption>\n"
    writeTitles(of: section.grid, to: &out)
    out += "<tbody>\n"
    for row in section.grid.rows { write(row, of: section.grid, to: &out) }
    out += "</tbody>\n</table>\n"
  }

  /// The chart above the tables, which hold its numbers.
  private func writeChart(of answer: Answer, to out: inout String) {
    guard let chart = SVGChart(answer) else { return }
    out += "<figure>\n" + chart.svg() + "</figure>\n"
  }

  /// The titles; those of a crosstab's columns stand under the name of their dimension.
  private func writeTitles(of grid: Grid, to out: inout String) {
    out += "<thead>\n"
    let isUnder = grid.columns.map(\.isUnderSpanner)
    if let spanner = grid.spanner, let first = isUnder.firstIndex(of: true) {
      // `total` stands among the columns of the dimension, so the name spans all from the first.
      out += "<tr>"
      if first > 0 { out += "<td colspan=\"\(first)\"></td>" }
      out += "<th scope=\"colgroup\" colspan=\"\(isUnder.count - first)\">"
      out += Self.escaped(spanner) + "</th></tr>\n"
    }
    out += "<tr>"
    for column in grid.columns {
      out += "<th scope=\"col\"\(Self.kind(of: column))>\(Self.escaped(column.title))</th>"
    }
    out += "</tr>\n</thead>\n"
  }

  private func write(_ row: Grid.Row, of grid: Grid, to out: inout String) {
    var classes: [String] = []
    switch row.role {
    case .body: break
    case .total: classes.append("total")
    case .outside: classes.append("outside")
    }
    if row.isContinuation { classes.append("more") }
    out += classes.isEmpty ? "<tr>" : "<tr class=\"\(classes.joined(separator: " "))\">"
    for (position, column) in grid.columns.enumerated() {
      let text = position < row.cells.count ? Self.escaped(row.cells[position].text) : ""
      let isKey = position < grid.keyColumnCount && !text.isEmpty && !grid.isListing
      out +=
        isKey
        ? "<th scope=\"row\"\(Self.kind(of: column))>\(text)</th>"
        : "<td\(Self.kind(of: column))>\(text)</td>"
    }
    out += "</tr>\n"
  }

  private static func kind(of column: Grid.Column) -> String {
    column.alignment == .right ? " class=\"number\"" : ""
  }

  /// The text with the signs of HTML as entities.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      // No document may hold these two, not even as entities.
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.append(character)
      }
    }
    return out
  }
}
