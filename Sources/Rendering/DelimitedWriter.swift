internal import Execution
internal import Tables

/// Writes the tidy table with a header, values apart by one character, lines ended by a newline.
///
/// A missing value is an empty cell, and an empty text is `""` in CSV. Booleans are `true` and
/// `false`, percentages plain numbers, lists joined by `;`.
struct DelimitedWriter: AnswerWriter {
  private let separator: String
  private let escape: @Sendable (String) -> String
  /// What a missing value is in a line that would otherwise be empty, and so look like no row.
  private let loneMissing: String

  /// RFC 4180 quoting; lines end in a newline alone, which every reader of CSV takes.
  static let csv = DelimitedWriter(separator: ",", escape: quoted, loneMissing: "\"\"")

  /// A tab, newline or backslash inside a value is written `\t`, `\n`, `\\`.
  static let tsv = DelimitedWriter(separator: "\t", escape: backslashed, loneMissing: "")

  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    let table = answer.tidyTable
    writeLine(table.columns.map { escape($0.name) }, to: &out)
    for row in table.rows {
      writeLine(row.map { Self.plainText($0).map(escape) ?? "" }, to: &out)
    }
  }

  private func writeLine(_ cells: [String], to out: inout String) {
    if cells.count == 1, cells[0].isEmpty { out += loneMissing }
    for (index, cell) in cells.enumerated() {
      if index > 0 { out += separator }
      out += cell
    }
    out += "\n"
  }

  /// The value without decoration; `nil` when there is none.
  private static func plainText(_ value: AnswerValue) -> String? {
    switch value {
    case .missing: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): NumberText.shortest(number)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .date(let date): date.description
    case .list(let values): values.joined(separator: ";")
    case .percent(let part, let whole): Percentage(part: part, whole: whole).digits
    }
  }

  @Sendable private static func quoted(_ text: String) -> String {
    // By byte, because a carriage return and a newline together are one character.
    let needsQuotes =
      text.isEmpty || text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }

  @Sendable private static func backslashed(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\\": out += "\\\\"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
