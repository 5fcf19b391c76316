import Execution
import Foundation
import TestSupport
import Testing

@testable import Rendering

/// Reports and their charts: what stands in them, and that no text of the data becomes a sign of HTML.
@Suite struct ReportTests {
  private static func frequencies(_ labels: [String]) -> Answer {
    Answer(
      statement: "tabulate things by kind", unit: "things", unitSingular: "thing",
      body: .frequencies(
        Frequencies(
          dimension: "kind",
          groups: labels.enumerated().map { Frequencies.Group(key: .text($1), count: $0 + 1) },
          missing: 0, includesMissing: false, isOrdered: false)))
  }

  @Test func `what has no single number has no chart, and the report says why`() {
    let count = Answer(statement: "count things", body: .count(3))
    #expect(SVGChart(count) == nil)
    var report = Report(title: "t")
    report.queries = [.init(answer: count, place: "s.enq:1")]
    report.blocks = [.answer(query: 0, showsBars: true)]
    #expect(report.html.contains("a chart shows one count"))
  }

  private static func report(_ text: (Int) -> String) -> Report {
    var report = Report(title: text(0))
    report.facts = [(text(1), text(2))]
    var answer = frequencies([text(3), text(4)])
    answer.statement = text(5)
    answer.notes = [text(6)]
    let one = Answer(statement: text(7), body: .count(7))
    report.queries = [
      .init(answer: answer, place: text(8), loop: text(9)), .init(answer: one, place: text(10)),
    ]
    report.blocks = [
      .heading(level: 2, text: text(11)),
      .prose([.text(text(12)), .value(text(13), query: 1), .text(text(14))]),
      .answer(query: 0, showsBars: true), .code(text(15)),
      .failure(.init(isWarning: false, text: text(16), message: text(17))),
    ]
    report.checks = [.init(text: text(18), place: text(19), holds: false)]
    report.script = text(20)
    return report
  }

  /// The tags of a page with the names of their attributes: what a browser acts on.
  private static func tags(_ html: String) -> Set<String> {
    var found: Set<String> = []
    for match in html.matches(of: /<[^>]*>/) {
      let names = String(match.output).replacing(/"[^"]*"/, with: "\"\"")
      found.insert(names)
    }
    return found
  }

  @Test func `no text of the data becomes a tag, an attribute or a link`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let pieces = [
      "<script>alert(1)</script>", "\"", "'", "\" onmouseover=\"x", "</title>", "</style>", "]]>",
      "<!--", "-->", "&lt;", "&", "<", ">", "javascript:x", "\u{202E}", "\u{0}", "\u{1B}[31m",
      "\n\n", "\r\n", "<img src=x onerror=y>", "</svg>", "`", "```", "{{", "|", "]( http://x )",
      "plain words", "é", "\u{FEFF}",
    ]
    let allowed = Self.tags(Self.report { "plain \($0)" }.html)
    for round in 0..<300 {
      let texts = (0...20).map { _ in
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      let html = Self.report { texts[$0] }.html
      let extra = Self.tags(html).subtracting(allowed)
      #expect(extra.isEmpty, "seed \(seed), round \(round): \(extra)")
      #expect(!html.contains("\u{202E}") && !html.contains("\u{1B}"), "seed \(seed)")
      let markdown = Self.report { texts[$0] }.markdown
      // Outside code a tag is escaped; a fence is longer than any in the text.
      let outside = Self.withoutCode(markdown)
      #expect(
        outside.firstMatch(of: /(^|[^\\])<[a-zA-Z\/!]/) == nil,
        "seed \(seed), round \(round): \(outside)")
    }
  }

  /// A document without its fenced blocks and code in lines.
  private static func withoutCode(_ markdown: String) -> String {
    var fence: String?
    var kept: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open { fence = nil }
      } else if line.hasPrefix("```"), !line.drop(while: { $0 == "`" }).contains("`") {
        fence = String(line.prefix { $0 == "`" })
      } else {
        kept.append(withoutSpans(line))
      }
    }
    return kept.joined(separator: "\n")
  }

  /// A line without its code, each piece from a run of backticks to the next run as long.
  private static func withoutSpans(_ line: Substring) -> String {
    var (kept, rest) = ("", line)
    while let tick = rest.firstIndex(of: "`") {
      kept += rest[..<tick]
      let opening = rest[tick...].prefix { $0 == "`" }
      rest = rest[opening.endIndex...]
      if kept.last == "\\" { continue }
      var look = rest
      var end: Substring.Index?
      while end == nil, let start = look.firstIndex(of: "`") {
        let run = look[start...].prefix { $0 == "`" }
        if run.count == opening.count { end = run.endIndex }
        look = look[run.endIndex...]
      }
      if let end { rest = rest[end...] } else { kept += opening }
    }
    return kept + rest
  }

  @Test(arguments: [
    ("count x", "`count x`"), ("count `a b`", "`` count `a b` ``"),
    ("``", "``` `` ```"), ("a``b`c", "``` a``b`c ```"), ("a\nb", "`a b`"),
  ])
  func `code in a line ends where it should`(text: String, written: String) {
    #expect(MarkdownCode.span(text) == written)
  }

  @Test func `a page asks for nothing from elsewhere`() {
    let html = Self.report { "plain \($0)" }.html
    #expect(html.contains("default-src 'none'"))
    #expect(html.firstMatch(of: /(src|href)="(?!#)/) == nil)
    #expect(!html.contains("@import") && !html.contains("url("))
    #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
  }

  @Test func `a blank line parts paragraphs, and a value stays in its line`() {
    var report = Report(title: "t")
    report.queries = [.init(answer: Answer(statement: "count x", body: .count(5)), place: "s:1")]
    report.blocks = [
      .prose([.text("One\n"), .value("5", query: 0), .text(" more.\n\n\nTwo.\n")])
    ]
    #expect(
      report.html.contains(
        "<p>One\n<a class=\"value\" href=\"#q1\" title=\"count x\">5</a> more.</p>\n<p>Two.</p>"))
    #expect(report.markdown.contains("One\n5 more.\n\nTwo.\n"))
  }
}
