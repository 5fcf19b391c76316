internal import Execution

/// A Markdown table for a report, with base and notes below.
enum MarkdownFormat {
  static func render(_ answer: Answer) -> String {
    let table = answer.tidyTable
    var out = line(table.columns.map(\.name))
    out += "|" + table.columns.map { $0.kind.isNumeric ? "---:|" : "---|" }.joined() + "\n"
    for row in table.rows {
      out += line(
        row.map { value in
          if case .missing(nil) = value { return "(not recorded)" }
          return value.text
        })
    }
    let footer = Footer.lines(answer)
    if !footer.isEmpty { out += "\n" + footer.map { escaped($0) }.joined(separator: "  \n") + "\n" }
    return out
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\r\n", with: "<br>")
      .replacing("\n", with: "<br>")
  }
}

extension AnswerColumn.Kind {
  /// Whether values of the kind stand to the right.
  var isNumeric: Bool {
    switch self {
    case .integer, .number, .percent: true
    case .text, .boolean, .date, .list: false
    }
  }
}
