internal import Execution
internal import TextLayout

/// Writes tables that a LaTeX document can take in with `\input`: `tabular` and `\hline` alone, so that no
/// package is needed; the base and the notes are paragraphs below.
struct LaTeXWriter: AnswerWriter {
  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    let document = AnswerDocument(answer, options)
    out += "% \(printable(answer.statement))\n"
    for section in document.sections {
      if let title = section.title {
        out += "\\paragraph{\(Self.escaped(printable(title)))}\\mbox{}\\\\\n"
      }
      write(section.grid, to: &out)
      out += "\n"
    }
    out += document.paragraphs.map { Self.escaped($0) + "\n" }.joined(separator: "\n")
  }

  private func write(_ grid: Grid, to out: inout String) {
    let sides = grid.columns.map { $0.alignment == .right ? "r" : "l" }.joined()
    out += "\\begin{tabular}{\(sides)}\n\\hline\n"
    let isUnder = grid.columns.map(\.isUnderSpanner)
    if let spanner = grid.spanner, let first = isUnder.firstIndex(of: true) {
      out += String(repeating: "& ", count: first)
      out += "\\multicolumn{\(isUnder.count - first)}{c}{\(Self.escaped(spanner))} \\\\\n"
    }
    writeLine(grid.columns.map(\.title), to: &out)
    out += "\\hline\n"
    var role = Grid.Role.body
    for row in grid.rows {
      if row.role == .total, role != .total { out += "\\hline\n" }
      role = row.role
      writeLine(
        grid.columns.indices.map { $0 < row.cells.count ? row.cells[$0].text : "" }, to: &out)
    }
    out += "\\hline\n\\end{tabular}\n"
  }

  private func writeLine(_ cells: [String], to out: inout String) {
    out += cells.map(Self.escaped).joined(separator: " & ") + " \\\\\n"
  }

  /// The text with the signs of LaTeX written as commands.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\textbackslash{}"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      case "<": out += "\\textless{}"
      case ">": out += "\\textgreater{}"
      case "|": out += "\\textbar{}"
      case "{", "}", "#", "$", "%", "&", "_": out += "\\\(character)"
      default: out.append(character)
      }
    }
    return out
  }
}
