import Diagnostics
import Language
import Testing

/// Text to tree and back.
@Suite struct RoundTripTests {
  @Test(arguments: Corpus.statements)
  func `a canonical statement is written back as it was`(text: String) throws {
    let parsed = Parser.parse(SourceText(text))
    #expect(parsed.count == 1)
    let first = try #require(parsed.first)
    #expect(first.diagnostics.isEmpty, "\(first.diagnostics)")
    let statement = try #require(first.statement)
    #expect(Formatter.format(statement) == text)
  }

  @Test func `random statements survive formatting and parsing`() throws {
    let seed: UInt64 = 20_091_031
    var trees = RandomTrees(seed: seed)
    for number in 0..<5000 {
      let tree = trees.statement()
      let text = Formatter.format(tree)
      let parsed = Parser.parse(SourceText(text))
      guard parsed.count == 1, parsed[0].diagnostics.isEmpty, let back = parsed[0].statement else {
        Issue.record("seed \(seed), statement \(number): \(text): \(parsed.map(\.diagnostics))")
        continue
      }
      #expect(
        withoutSpans(back) == withoutSpans(tree), "seed \(seed), statement \(number): \(text)")
      #expect(Formatter.format(back) == text)
    }
  }

  /// The tree as text with every span taken out.
  private func withoutSpans(_ statement: Statement) -> String {
    String(describing: statement)
      .replacing(/Diagnostics\.Span\(start: [0-9]+, end: [0-9]+\)/, with: "-")
      .replacing(/isQuoted: (true|false)/, with: "")
  }
}
