import Diagnostics
import Language
import Planning
import TestSupport
import Testing

/// What the binder says of mistakes in names and values: the code, the words marked, and the
/// corrected query, which must itself have no mistake.
@Suite struct MistakeTests {
  private struct Case: CustomTestStringConvertible {
    var query: String
    /// Each mistake as its code and the words it marks.
    var mistakes: [(DiagnosticCode, String)]
    var corrected: String?
    var testDescription: String { query }
  }

  private static let cases: [Case] = [
    Case(
      query: #"count children where status = "CP paln""#,
      mistakes: [(.unknownValue, #""CP paln""#)],
      corrected: #"count children where status = "CP plan""#),
    Case(
      query: "count reviews where evaluated_date > round(evaluated_date)",
      mistakes: [(.typeMismatch, "evaluated_date")], corrected: nil),
    Case(
      query: "count childs where dide",
      mistakes: [(.unknownEntity, "childs"), (.unknownField, "dide")],
      corrected: "count children where died"),
    Case(
      query: #"count childs where statsu = "CP paln""#,
      mistakes: [
        (.unknownEntity, "childs"), (.unknownField, "statsu"), (.unknownValue, #""CP paln""#),
      ], corrected: #"count children where status = "CP plan""#),
    Case(
      query: #"count children where review.grdae = "good""#, mistakes: [(.unknownField, "grdae")],
      corrected: #"count children where review.grade = "good""#),
    Case(
      query: #"count children where reveiw.grade = "good""#,
      mistakes: [(.unknownRelation, "reveiw")],
      corrected: #"count children where review.grade = "good""#),
    Case(
      query: "count reviews where any chidl (died)", mistakes: [(.unknownRelation, "chidl")],
      corrected: "count reviews where any child (died)"),
    Case(
      query: "count reviews where children.died",
      mistakes: [(.needsQuantifier, "children.died")],
      corrected: "count reviews where any child (died)"),
    Case(
      query: "count children where any review (grade = \"good\")",
      mistakes: [(.unknownRelation, "review")], corrected: nil),
    Case(
      query: "count children where status", mistakes: [(.notABoolean, "status")], corrected: nil),
    Case(
      query: #"count children where gender > "male""#,
      mistakes: [(.notOrdered, #"gender > "male""#)], corrected: nil),
    Case(
      query: #"count children where disability = "LD""#,
      mistakes: [(.manyValued, #"disability = "LD""#)],
      corrected: #"count children where disability has "LD""#),
    Case(
      query: #"count children where gender has "male""#, mistakes: [(.notManyValued, "gender")],
      corrected: #"count children where gender = "male""#),
    Case(
      query: "count children where outcome = died", mistakes: [(.valueIsField, "died")],
      corrected: #"count children where outcome = "died""#),
    Case(
      query: #"count children where age = "3""#, mistakes: [(.typeMismatch, #""3""#)],
      corrected: "count children where age = 3"),
    Case(
      query: #"count reviews where evaluated_date > "2009-10-01""#,
      mistakes: [(.typeMismatch, #""2009-10-01""#)],
      corrected: "count reviews where evaluated_date > 2009-10-01"),
    Case(
      query: "count reviews where submitted_date - decision_date > 6 months",
      mistakes: [(.needsUnit, "6 months")],
      corrected: "count reviews where months(decision_date, submitted_date) > 6"),
    Case(
      query: #"count children where ethnicity is missing because "refusd""#,
      mistakes: [(.unknownValue, #""refusd""#)],
      corrected: #"count children where ethnicity is missing because "refused""#),
    Case(
      query: #"count children where ethnicity = "refused""#,
      mistakes: [(.unknownValue, #""refused""#)], corrected: nil),
    Case(
      query: "count reviews where moths(decision_date, submitted_date) > 6",
      mistakes: [(.unknownFunction, "moths")],
      corrected: "count reviews where months(decision_date, submitted_date) > 6"),
    Case(
      query: "count children where outcome = $outcom", mistakes: [(.unknownParameter, "$outcom")],
      corrected: nil),
    Case(
      query: "define children.age as age > 1", mistakes: [(.definitionExists, "age")],
      corrected: nil),
    Case(
      query: "define reviews as children where died", mistakes: [(.definitionExists, "reviews")],
      corrected: nil),
    Case(
      query: "values agency", mistakes: [(.ambiguousName, "agency")],
      corrected: "values agencies.agency"),
    Case(
      query: "values gendre", mistakes: [(.unknownField, "gendre")], corrected: "values gender"),
    Case(
      query: "describe chidren", mistakes: [(.unknownEntity, "chidren")],
      corrected: "describe children"),
    Case(
      query: "count children by status sort by cuont", mistakes: [(.unknownField, "cuont")],
      corrected: "count children by status sort by count"),
    Case(query: "expect died", mistakes: [(.unknownField, "died")], corrected: nil),
    Case(
      query: "count children by age bands (5, 1)", mistakes: [(.typeMismatch, "1")],
      corrected: nil),
  ]

  @Test(arguments: cases.indices)
  func `a mistake is named, marked and mended`(index: Int) throws {
    let expected = Self.cases[index]
    let source = SourceText(expected.query)
    let diagnostics = try mistakes(in: source)
    let found = diagnostics.map { "\($0.code.rawValue) \(source.text($0.span))" }
    #expect(
      found == expected.mistakes.map { "\($0.0.rawValue) \($0.1)" }, "\(expected.query)")
    let corrected = Diagnostic.corrected(source, edits: diagnostics.flatMap(\.edits))
    #expect(corrected == expected.corrected)
    if let corrected {
      #expect(try mistakes(in: SourceText(corrected)).isEmpty, "\(corrected)")
    }
  }

  @Test func `every message is one line of plain words`() throws {
    for expected in Self.cases {
      for diagnostic in try mistakes(in: SourceText(expected.query)) {
        #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
        #expect(!diagnostic.message.contains("\n"))
        #expect(diagnostic.message.first?.isUppercase == false, "\(diagnostic.message)")
      }
    }
  }

  @Test func `and with or is refused in a script, and mended by brackets`() throws {
    let text = "count children where infant or died and cin"
    let catalogue = try bundledCatalogue.get()
    let statement = try #require(Parser.parse(SourceText(text)).first?.statement)
    let strict = Binder.bind(statement, in: catalogue, isStrict: true)
    #expect(strict.statement == nil)
    #expect(strict.diagnostics.map(\.code) == [.mixedAndOr])
    let edits = strict.diagnostics.flatMap(\.edits)
    #expect(
      Diagnostic.corrected(SourceText(text), edits: edits)
        == "count children where infant or (died and cin)")
    #expect(Binder.bind(statement, in: catalogue).statement != nil)
  }

  private func mistakes(in source: SourceText) throws -> [Diagnostic] {
    let catalogue = try bundledCatalogue.get()
    let parsed = try #require(Parser.parse(source).first)
    guard let statement = parsed.statement else { return parsed.diagnostics }
    return parsed.diagnostics + Binder.bind(statement, in: catalogue).diagnostics
  }
}
