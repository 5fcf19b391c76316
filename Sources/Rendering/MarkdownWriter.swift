internal import Execution
internal import TextLayout

/// Writes a GitHub table, numbers on the right; the base and the notes are paragraphs below it.
struct MarkdownWriter: AnswerWriter {
  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    let document = AnswerDocument(answer, options)
    for section in document.sections {
      if let title = section.title { out += "**\(Self.escaped(printable(title)))**\n\n" }
      write(section.grid, to: &out)
      if section.title != nil || !document.paragraphs.isEmpty { out += "\n" }
    }
    out += document.paragraphs.map { Self.escaped($0) + "\n" }.joined(separator: "\n")
  }

  func write(_ grid: Grid, to out: inout String) {
    let titles = grid.columns.map { column in
      // Markdown has no title over several columns, so each column names its dimension.
      let spanner = column.isUnderSpanner ? grid.spanner.map { $0 + ": " } ?? "" : ""
      return Self.escaped(spanner + column.title)
    }
    let rows = grid.rows.map { row in
      grid.columns.indices.map { column in
        column < row.cells.count ? Self.escaped(row.cells[column].text) : ""
      }
    }
    let widths = titles.indices.map { column in
      rows.reduce(max(3, displayWidth(titles[column]))) { max($0, displayWidth($1[column])) }
    }
    func writeLine(_ cells: [String]) {
      out += "|"
      for (column, cell) in cells.enumerated() {
        out += " " + padded(cell, to: widths[column], grid.columns[column].alignment) + " |"
      }
      out += "\n"
    }
    writeLine(titles)
    writeLine(
      grid.columns.enumerated().map { index, column in
        let dashes = String(repeating: "-", count: widths[index] - 1)
        return column.alignment == .right ? dashes + ":" : "-" + dashes
      })
    for row in rows { writeLine(row) }
  }

  /// The text with what Markdown would read as a sign escaped; `_` inside a word and `<` before a
  /// digit are no signs.
  static func escaped(_ text: String) -> String {
    let characters = Array(text)
    var out = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let isSign: Bool
      switch character {
      case "|", "\\", "*", "`", "[", "]", "~", "&": isSign = true
      case "_":
        isSign = !(before.isLetter || before.isNumber) || !(after.isLetter || after.isNumber)
      case "<": isSign = after.isLetter || "/!?".contains(after)
      default: isSign = false
      }
      if isSign { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
