internal import Execution
internal import TextLayout

/// Writes a report as one HTML page.
///
/// Every text of the data or the author passes `escaped`, and the page forbids the browser to load or
/// run anything, so that a hostile label stays a label.
struct HTMLReport {
  private let report: Report
  private(set) var text = ""

  init(_ report: Report) {
    self.report = report
    text = opening
    writeFacts()
    text += "<main>\n"
    for block in report.blocks { write(block) }
    text += "</main>\n"
    writeAppendix()
    text += "</body>\n</html>\n"
  }

  private static let style =
    HTMLWriter.style + """

      body { max-width: 50em; margin: 2em auto; padding: 0 1em; line-height: 1.5; }
      h1, h2, h3 { line-height: 1.2; margin-top: 1.6em; }
      .wide, figure { overflow-x: auto; margin: 1.4em 0 0; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2em 1em; }
      dt { font-weight: bold; }
      dd { margin: 0; }
      .wide table { margin-bottom: 0.4em; }
      svg { max-width: 100%; min-width: 32em; height: auto; display: block; margin: 0; }
      .base { font-size: 0.9em; margin: 0.2em 0; }
      .value { text-decoration: none; color: inherit; border-bottom: 1px dotted; }
      .notice, .failure { border: 1px solid; border-left: 0.5em solid #b45309; padding: 0.5em 1em; }
      .failure { border-left-color: #d4351c; white-space: pre-line; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid; padding: 0.5em 1em; }
      code { overflow-wrap: anywhere; }
      ol.queries li { margin-bottom: 0.6em; }
      a { color: #1d70b8; }
      @media (prefers-color-scheme: dark) {
        a { color: #8abbe6; }
      }
      @media print {
        body { max-width: none; margin: 0; font-size: 10pt; }
        table, svg, .failure { break-inside: avoid; }
        h2, h3 { break-after: avoid; }
        .appendix { break-before: page; }
        .wide, figure { overflow: visible; }
        svg { min-width: 0; }
      }
      """

  private func escaped(_ text: String) -> String { HTMLWriter.escaped(printable(text)) }

  /// A text of several lines.
  private func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
      .joined(separator: "\n")
  }

  private var opening: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'">
    <title>\(escaped(report.title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <h1>\(escaped(report.title))</h1>

    """
  }

  private mutating func writeFacts() {
    if report.isSynthetic { text += "<p class=\"notice\">\(Report.syntheticNotice)</p>\n" }
    if report.fails, let summary = report.checkSummary {
      text += "<p class=\"failure\"><strong>\(summary).</strong> The others are marked below.</p>\n"
    }
    text += "<dl>\n"
    for fact in report.facts {
      text += "<dt>\(escaped(fact.name))</dt><dd>\(escaped(fact.value))</dd>\n"
    }
    text += "</dl>\n"
  }

  private mutating func write(_ block: Report.Block) {
    switch block {
    case .heading(let level, let words):
      let tag = "h\(min(max(level, 2), 6))"
      text += "<\(tag)>\(escaped(words))</\(tag)>\n"
    case .prose(let pieces): writeProse(pieces)
    case .answer(let query, let showsBars): writeAnswer(query, showsBars: showsBars)
    case .code(let code): text += "<pre><code>\(lines(code))</code></pre>\n"
    case .failure(let failure):
      let kind = failure.isWarning ? "Warning" : "Does not hold"
      text += "<p class=\"failure\"><strong>\(kind):</strong> <code>\(escaped(failure.text))</code>"
      text += (failure.message.isEmpty ? "" : "\n" + lines(failure.message)) + "</p>\n"
    }
  }

  private mutating func writeProse(_ pieces: [Report.Piece]) {
    var words = ""
    for piece in pieces {
      switch piece {
      case .text(let text): words += lines(text)
      case .value(let value, let query):
        // A value stays in its line, whatever the data hold.
        let statement = ProseText.inLine(report.queries[query].answer.statement)
        words +=
          "<a class=\"value\" href=\"#q\(query + 1)\" title=\"\(escaped(statement))\">"
          + escaped(ProseText.inLine(value)) + "</a>"
      }
    }
    for paragraph in ProseText.paragraphs(words) { text += "<p>\(paragraph)</p>\n" }
  }

  private mutating func writeAnswer(_ query: Int, showsBars: Bool) {
    let answer = report.queries[query].answer
    let document = AnswerDocument(answer, RenderOptions())
    let caption = "<a class=\"value\" href=\"#q\(query + 1)\">\(escaped(answer.statement))</a>"
    var remarks = document.paragraphs
    if showsBars {
      // The base and the notes stand below the table.
      if let chart = SVGChart(answer, hasRemarks: false) {
        text += "<figure>\n" + chart.svg(id: "chart-\(query + 1)") + "</figure>\n"
      } else {
        remarks.append(
          "no bars: they show one count or measure that is never below 0, which this has not")
      }
    }
    for section in document.sections {
      text += "<div class=\"wide\">\n"
      HTMLWriter().write(section, caption: caption, to: &text)
      text += "</div>\n"
    }
    if document.sections.isEmpty { text += "<p class=\"base\"><code>\(caption)</code></p>\n" }
    for remark in remarks { text += "<p class=\"base\">\(HTMLWriter.escaped(remark))</p>\n" }
  }

  private mutating func writeAppendix() {
    text += "<section class=\"appendix\">\n<h2>How to check this</h2>\n"
    text += "<h3>Queries</h3>\n<ol class=\"queries\">\n"
    for (index, query) in report.queries.enumerated() {
      text += "<li id=\"q\(index + 1)\"><code>\(escaped(query.answer.statement))</code>"
      if let value = InlineText.of(query.answer) { text += " = \(escaped(value))" }
      let loop = query.loop.isEmpty ? "" : ", with \(query.loop)"
      text += "<br>\n<small>\(escaped(query.place + loop))"
      for line in AnswerDocument.lineRemarks(query.answer) {
        text += "<br>\n\(HTMLWriter.escaped(line))"
      }
      text += "</small></li>\n"
    }
    text += "</ol>\n"
    if let summary = report.checkSummary {
      text += "<h3>Expectations: \(summary)</h3>\n<ul>\n"
      for check in report.checks {
        text += "<li>\(check.holds ? "holds" : "<strong>does not hold</strong>"): "
        text += "<code>\(escaped(check.text))</code> <small>\(escaped(check.place))</small></li>\n"
      }
      text += "</ul>\n"
    }
    if !report.script.isEmpty {
      text += "<h3>The script</h3>\n<pre><code>\(lines(report.script))</code></pre>\n"
    }
    text += "</section>\n"
  }
}
