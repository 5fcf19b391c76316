import Diagnostics
import Language
import Planning
import TestSupport
import Testing

/// Words that stand in the wrong place, or lack their quotes: each is answered by a statement that
/// has no mistake.
@Suite struct PlacedWordTests {
  @Test(arguments: [
    (
      #"find "xx" in children"#, DiagnosticCode.notText, "children",
      #"find "xx" in findings.text"#
    ),
    (
      "find not seen in narratives", .syntax, "not seen", #"find "not seen" in narratives"#
    ),
    (
      "define measure death rate as percent died", .syntax, "death rate",
      "define measure death_rate as percent died"
    ),
    (
      "define children.very young as age < 1 year", .syntax, "very young",
      "define children.very_young as age < 1 year"
    ),
    (
      "define young people as children where age < 1 year", .syntax, "young people",
      "define young_people as children where age < 1 year"
    ),
    (
      "count children where review has any finding (agency = \"Police\")", .habit,
      "review has any finding", "count children where any review.finding (agency = \"Police\")"
    ),
    (
      "count children where review has at least 2 findings and died", .habit,
      "review has at least 2 findings", "count children where at least 2 review.findings and died"
    ),
    (
      "tabulate children by died, cin with ci", .syntax, "ci",
      "tabulate children by died, cin with row %, ci"
    ),
  ])
  func `a word in the wrong place is answered`(
    typed: String, code: DiagnosticCode, words: String, corrected: String
  ) throws {
    let source = SourceText(typed)
    let diagnostics = try Self.mistakes(in: source)
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first.map { source.text($0.span) } == words)
    let mended = Diagnostic.corrected(source, edits: diagnostics.flatMap(\.edits))
    #expect(mended == corrected)
    #expect(try Self.mistakes(in: SourceText(corrected)) == [])
  }

  private static func mistakes(in source: SourceText) throws -> [Diagnostic] {
    let parsed = try #require(Parser.parse(source).first)
    guard let statement = parsed.statement else { return parsed.diagnostics }
    let catalogue = try bundledCatalogue.get()
    return parsed.diagnostics
      + Binder.bind(statement, in: catalogue).diagnostics
  }
}
