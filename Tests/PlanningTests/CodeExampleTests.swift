import Diagnostics
import Language
import Planning
import TestSupport
import Testing

/// The examples of `help CODE`: the wrong one makes that very mistake, the right one makes none.
@Suite struct CodeExampleTests {
  /// Mistakes that only the shell or a script can make; the parser and the binder see nothing
  /// wrong.
  private static let elsewhere: Set<DiagnosticCode> = [
    .dataNotReadable, .expectationFailed, .fileNotWritten, .missingParameter, .scriptLayout,
    .lessonLayout, .lessonMissing, .notCopied,
    .timedOut, .unknownFormat, .unknownOption, .unknownParameter, .unknownScript, .unknownTopic,
  ]

  @Test(arguments: DiagnosticCode.allCases.filter { !elsewhere.contains($0) })
  func `the examples of a mistake are true`(code: DiagnosticCode) throws {
    let page = code.explanation
    let wrong = try #require(page.wrong)
    let found = try codes(wrong)
    #expect(found.contains(code), "\(wrong) gives \(found)")
    let right = try #require(page.right)
    let rest = try codes(right)
    #expect(rest.isEmpty, "\(right) gives \(rest)")
  }

  // The layout of a script is no statement.
  @Test(arguments: elsewhere.subtracting([.scriptLayout]))
  func `the right form of a mistake of the shell has no mistake`(code: DiagnosticCode) throws {
    for text in [code.explanation.right, code.explanation.wrong].compactMap({ $0 })
    where !text.contains("$") {
      let found = try codes(text)
      #expect(found.isEmpty, "\(text) gives \(found)")
    }
  }

  @Test(arguments: StatementForm.allCases)
  func `the example of a statement has no mistake`(form: StatementForm) throws {
    #expect(try codes(form.example).isEmpty, "\(form.example)")
  }

  @Test(arguments: LanguageTopic.all.map(\.example) + NumericFunction.allCases.map(\.example))
  func `the example of a topic has no mistake`(example: String) throws {
    #expect(try codes(example).isEmpty, "\(example)")
  }

  private func codes(_ text: String) throws -> [DiagnosticCode] {
    let catalogue = try bundledCatalogue.get()
    return Parser.parse(SourceText(text)).flatMap { parsed in
      let bound =
        parsed.statement.map { Binder.bind($0, in: catalogue, isStrict: true).diagnostics } ?? []
      return (parsed.diagnostics + bound).map(\.code)
    }
  }
}
