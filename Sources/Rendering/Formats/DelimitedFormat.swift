internal import Execution

/// Comma- and tab-separated values: a header, and a line for each row of the tidy table.
struct DelimitedFormat {
  private let separator: String
  private let quote: @Sendable (String) -> String

  /// RFC 4180, with line feeds.
  static let csv = DelimitedFormat(separator: ",") { text in
    let isSafe = !text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return isSafe ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Tabs and line breaks in values are written `\t` and `\n`, backslashes `\\`.
  static let tsv = DelimitedFormat(separator: "\t") { text in
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
      .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
  }

  private init(separator: String, quote: @escaping @Sendable (String) -> String) {
    self.separator = separator
    self.quote = quote
  }

  func render(_ answer: Answer) -> String {
    let table = answer.tidyTable
    var out = line(table.columns.map(\.name))
    for row in table.rows { out += line(row.map(\.plainText)) }
    return out
  }

  private func line(_ values: [String]) -> String {
    values.map(quote).joined(separator: separator) + "\n"
  }
}
