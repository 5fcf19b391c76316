internal import Execution
internal import TextLayout

/// Writes a report as Markdown, with bars as text: the places that show Markdown take no pictures from
/// inside it.
struct MarkdownReport {
  private let report: Report
  private(set) var text = ""

  init(_ report: Report) {
    self.report = report
    text = "# \(line(report.title))\n"
    writeFacts()
    for block in report.blocks { write(block) }
    writeAppendix()
  }

  private func escaped(_ text: String) -> String { MarkdownWriter.escaped(printable(text)) }

  /// A text that stays in its line.
  private func line(_ text: String) -> String {
    ProseText.inLine(escaped(text))
  }

  /// A text of several lines, none of which begins a heading, a list or a quotation.
  private func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = escaped(String(line.drop { $0 == " " || $0 == "\t" }))
      return words.first.map("#>-+=".contains) == true ? "\\" + words : words
    }.joined(separator: "\n")
  }

  private mutating func writeFacts() {
    if report.isSynthetic { text += "\n**\(Report.syntheticNotice)**\n" }
    if report.fails, let summary = report.checkSummary { text += "\n**\(summary).**\n" }
    text += "\n"
    for fact in report.facts { text += "- \(line(fact.name)): \(line(fact.value))\n" }
  }

  private mutating func write(_ block: Report.Block) {
    text += "\n"
    switch block {
    case .heading(let level, let words):
      text += String(repeating: "#", count: min(max(level, 2), 6)) + " \(line(words))\n"
    case .prose(let pieces): text += prose(pieces)
    case .answer(let query, let showsBars): writeAnswer(query, showsBars: showsBars)
    case .code(let code): text += MarkdownCode.block(code)
    case .failure(let failure):
      text +=
        "**\(failure.isWarning ? "Warning" : "Does not hold"):** \(MarkdownCode.span(failure.text))\n"
      if !failure.message.isEmpty { text += "\n" + lines(failure.message) + "\n" }
    }
  }

  private func prose(_ pieces: [Report.Piece]) -> String {
    var words = ""
    for piece in pieces {
      switch piece {
      case .text(let text): words += text
      // A value cannot end the line that it stands in.
      case .value(let value, _): words += ProseText.inLine(value)
      }
    }
    return ProseText.paragraphs(words).map { lines($0) + "\n" }.joined(separator: "\n")
  }

  private mutating func writeAnswer(_ query: Int, showsBars: Bool) {
    let answer = report.queries[query].answer
    text += "\(MarkdownCode.span(answer.statement)) (query \(query + 1))\n\n"
    if showsBars {
      text += MarkdownCode.block(Renderer.render(answer, as: .bars, options: RenderOptions()))
    } else {
      MarkdownWriter().write(answer, RenderOptions(), to: &text)
    }
  }

  private mutating func writeAppendix() {
    text += "\n## How to check this\n\n### Queries\n\n"
    for (index, query) in report.queries.enumerated() {
      text += "\(index + 1). \(MarkdownCode.span(query.answer.statement))"
      if let value = InlineText.of(query.answer) { text += " = \(line(value))" }
      text += ", \(line(query.place))"
      if !query.loop.isEmpty { text += ", with \(line(query.loop))" }
      let remarks = AnswerDocument.lineRemarks(query.answer)
      text += remarks.isEmpty ? "\n" : ": \(line(remarks.joined(separator: "; ")))\n"
    }
    if let summary = report.checkSummary {
      text += "\n### Expectations: \(summary)\n\n"
      for check in report.checks {
        text +=
          "- \(check.holds ? "holds" : "**does not hold**"): \(MarkdownCode.span(check.text)), "
        text += "\(line(check.place))\n"
      }
    }
    if !report.script.isEmpty { text += "\n### The script\n\n" + MarkdownCode.block(report.script) }
  }
}
