import Diagnostics
import TestSupport
import Testing

@testable import Scripts

/// The layout of a script, without its statements.
@Suite struct ScriptDocumentTests {
  private func parts(_ text: String) -> [ScriptPart.Kind] {
    ScriptDocument(SourceText(text)).parts.map(\.kind)
  }

  private func mistakes(_ text: String) -> [String] {
    let source = SourceText(text)
    return ScriptDocument(source).diagnostics.map { source.text($0.span) + ": " + $0.message }
  }

  @Test func `statements keep their places and everything else is blank`() {
    let text = """
      ## Children
      count children
      ----
      194 children

      \"""
      Of {{ count children }} children.
      \"""
      for each region in values reviews.region
        count reviews where region = $region
          by grade
        count reviews
      end
      count reviews

      """
    let document = ScriptDocument(SourceText(text))
    #expect(document.diagnostics.isEmpty)
    #expect(document.statements.bytes.count == document.source.bytes.count)
    let lines = document.statements.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    #expect(
      lines == [
        "## Children", "count children", "", "", "", "", "", "",
        ";values reviews.region", ";count reviews where region = $region", "by grade",
        ";count reviews", "", "count reviews", "",
      ])
    #expect(parts(text).count == 4)
  }

  @Test func `headings, prose and tables are found`() {
    #expect(parts("### Ages \n") == [.heading(level: 3, text: "Ages")])
    #expect(parts("# only a comment\n").isEmpty)
    #expect(
      parts("count children\n----\na  1\nb  2\n\ncount reviews")
        == [.table(lines: ["a  1", "b  2"])])
    #expect(parts("count children\n------") == [.table(lines: [])])
    #expect(
      parts("\"\"\"\n{{count children}} of {{ count reviews }}\n\"\"\"") == [
        .prose([
          .statement(Span(6, 20)), .text(" of "), .statement(Span(29, 42)), .text("\n"),
        ])
      ])
    #expect(parts("\"\"\"\n\"\"\"\n") == [.prose([])])
  }

  @Test func `loops hold their header and their body`() {
    let text = "for each x in values a.b\ncount a\nfor each $y in values c\ncount c\nend\nend"
    let source = SourceText(text)
    let loops = ScriptDocument(source).parts.compactMap { part -> ScriptLoop? in
      if case .loop(let loop) = part.kind { return loop }
      return nil
    }
    #expect(loops.map(\.variable) == ["x", "y"])
    #expect(loops.map { source.text($0.header) } == ["values a.b", "values c"])
    #expect(source.text(loops[1].body) == "count c\n")
  }

  @Test func `what is not complete is told where it stands`() {
    #expect(mistakes("count a\n\"\"\"\nwords") == ["\"\"\": this text has no closing \"\"\""])
    #expect(mistakes("\"\"\"\na {{ b\n\"\"\"") == ["{{: these {{ have no }}"])
    #expect(mistakes("end") == ["end: this `end` ends no `for each`"])
    #expect(
      mistakes("for each x in values a") == [
        "for each x in values a: this `for each` has no `end`"
      ])
    #expect(mistakes("for each x in reviews\nend").count == 1)
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `any text is read, and no statement moves`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "\"\"\"", "----", "for each x in values a.b", "end", "## H", "{{", "}}", "\n", "\n", "\n",
      "  ",
      "count a", "é", "\r\n", "for each ", "\t",
    ]
    let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
    let document = ScriptDocument(SourceText(text))
    let bytes = document.statements.bytes
    #expect(bytes.count == text.utf8.count, "seed \(seed)")
    for (written, kept) in zip(text.utf8, bytes) {
      let isBlank = kept == UInt8(ascii: " ") || kept == UInt8(ascii: ";")
      #expect(written == kept || isBlank, "seed \(seed): \(text)")
    }
  }
}
