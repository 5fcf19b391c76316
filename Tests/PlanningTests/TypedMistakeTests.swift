import Diagnostics
import Language
import Planning
import TestSupport
import Testing

/// What someone types who knows another tool, or slips: each mistake as its code and the words it
/// marks, and the corrected statement.
struct TypedMistake: Sendable, CustomTestStringConvertible {
  var typed: String
  var mistakes: [(DiagnosticCode, String)]
  /// `nil` where no correction is sure.
  var corrected: String?
  var testDescription: String { typed }

  init(_ typed: String, _ mistakes: [(DiagnosticCode, String)], _ corrected: String?) {
    self.typed = typed
    self.mistakes = mistakes
    self.corrected = corrected
  }
}

/// The catalogue of what people type, against the bundled data: every mistake is named and marked,
/// and every corrected statement has none.
@Suite struct TypedMistakeTests {
  private static let all =
    TypedMistake.statements + TypedMistake.otherTools + TypedMistake.conditions + TypedMistake.names
    + TypedMistake.open + TypedMistake.declarations

  @Test(arguments: all)
  func `what is typed is answered by the right form`(mistake: TypedMistake) throws {
    let source = SourceText(mistake.typed)
    let errors = try Self.errors(in: source)
    let found = errors.map { "\($0.code.rawValue): \(source.text($0.span))" }
    #expect(found == mistake.mistakes.map { "\($0.0.rawValue): \($0.1)" })
    let corrected = Diagnostic.correctedStatement(errors, of: source)
    #expect(corrected == mistake.corrected)
    if let corrected { #expect(try Self.errors(in: SourceText(corrected)) == []) }
  }

  @Test func `the catalogue holds more than a hundred habits and slips`() {
    #expect(Self.all.count - TypedMistake.open.count >= 200)
  }

  @Test(arguments: [
    #"sum(age) of children"#,
    #"count children where died = Y"#,
    #"count children where died = 1"#,
    #"count children where died = true"#,
    #"count children where not(died)"#,
    #"count children where age is at least 5"#,
    #"count children;"#,
    #"count children where status = “CP plan”"#,
    #"count children where status = "CP plan" or "Child in need""#,
    #"COUNT CHILDREN WHERE DIED"#,
    #"Count Children Where Status = "cp plan""#,
    #"count children where status > "Known""#,
    #"count children where died is yes and gender is male"#,
  ])
  func `what only looks like a mistake is none`(typed: String) throws {
    #expect(try Self.errors(in: SourceText(typed)) == [])
  }

  /// The example of each code's page makes that mistake; where a correction is offered, it has none.
  @Test(arguments: DiagnosticCode.allCases)
  func `the correction of a code's example has no mistake`(code: DiagnosticCode) throws {
    guard let wrong = code.explanation.wrong else { return }
    let source = SourceText(wrong)
    let errors = try Self.errors(in: source)
    guard let corrected = Diagnostic.correctedStatement(errors, of: source) else { return }
    #expect(try Self.errors(in: SourceText(corrected)) == [], "\(wrong)")
  }

  @Test func `a path to many rows shows what each quantifier counts`() throws {
    let source = SourceText(#"count reviews where findings.agnecy = "Police""#)
    let parsed = try #require(Parser.parse(source).first)
    let checked = Binder.check(
      parsed, of: source, in: try bundledCatalogue.get(), isStrict: true, counter: { _ in 7 })
    #expect(
      checked.diagnostics.first?.notes == [
        #"any finding (agency = "Police"): 7 reviews"#,
        #"every finding (agency = "Police"): 7 reviews"#,
        #"no finding (agency = "Police"): 7 reviews"#,
      ])
  }

  /// In the order of their words, as they are shown; strictly, as a script reads it.
  private static func errors(in source: SourceText) throws -> [Diagnostic] {
    let parsed = Parser.parse(source)
    let only = try #require(parsed.first)
    try #require(parsed.count == 1)
    let checked = Binder.check(
      only, of: source, in: try bundledCatalogue.get(), isStrict: true)
    return checked.diagnostics.filter { $0.severity == .error }
      .enumerated().sorted {
        ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
      }
      .map(\.element)
  }
}
