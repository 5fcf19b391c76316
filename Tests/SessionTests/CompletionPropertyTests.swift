import Diagnostics
import Language
import LineEditing
import TestSupport
import Testing

@testable import Planning
@testable import Session

/// Whatever Tab offers leads somewhere: at every place of every example of the grammar, the statement
/// with the candidate in it can be read up to there, and where it is whole, the binder takes it or a
/// longer one.
@MainActor @Suite struct CompletionPropertyTests {
  /// Ways to go on that are not those of the product.
  private static let endings = [
    "", " is missing", " >= 2", " = 2009-10", " of children", " recorded", " 5", " and 3",
    ") of children", ")", ") >= 2", " of reviews", ") and died", " is missing)", " disability",
    " child", " died", " of evaluated_date", " findings.theme", " 3 of 2009-10",
    " recommendation_count > 9", " recommendation_count", " died > 1", " cin", " grade = \"good\"",
    ".age > 1", ".smart > 1", "s > 1",
  ]
  /// Which of the places of an example are looked at; all are far too many for every run.
  private static let seed: UInt64 = 7

  private nonisolated static let examples = GrammarProduction.all.flatMap(\.examples)
    .filter { !$0.contains(";") && !$0.hasPrefix("check") }

  @Test(arguments: examples)
  func `every candidate at every place leads somewhere`(example: String) throws {
    let session = Session(output: MemorySink(), errors: MemorySink(), options: .init())
    #expect(session.open([]) == .success)
    #expect(session.run("tabulate children by status, died").status == .success)
    var random = SeededRandom(seed: Self.seed &+ UInt64(example.utf8.count))
    let catalogue = try #require(session.workspace?.catalogue)
    let bytes = Array(example.utf8)
    for cursor in places(in: example) where random.int(below: 8) == 0 {
      let before = String(decoding: bytes[..<cursor], as: UTF8.self)
      let completion = session.completion(of: before, atByte: cursor)
      let start = String(decoding: bytes[..<completion.replaceFrom], as: UTF8.self)
      for candidate in completion.candidates.prefix(30) {
        let text = start + candidate.text
        #expect(canBeRead(text), "\(before)|: \(candidate.text)")
        // Which relations have numbers, what can be a key, and which measures have a name is not
        // looked at.
        let isUnchecked = ["sort by", " show ", " having "].contains { before.contains($0) }
        if before.hasSuffix(" of ") || isUnchecked { continue }
        // What is whole must mean something, or be the beginning of what does.
        guard let statement = Parser.parse(SourceText(text)).first?.statement else { continue }
        let isBound = Binder.bind(statement, in: catalogue).statement != nil
        #expect(
          isBound || Self.endings.contains { bound(text + $0, catalogue) },
          "\(before)|: \(candidate.text) is refused")
      }
    }
  }

  /// The starts of the words, and the middle of each.
  private func places(in text: String) -> [Int] {
    Highlighting.spans(of: text).flatMap { [$0.span.start, ($0.span.start + $0.span.end) / 2] }
  }

  /// Whether the parser reaches the end of a text without a mistake, and could go on from there.
  private func canBeRead(_ text: String) -> Bool {
    let context = CompletionContext.at(cursor: text.utf8.count + 1, in: text + " ")
    let isWhole = Parser.parse(SourceText(text)).allSatisfy { $0.diagnostics.isEmpty }
    return isWhole || !context.keywords.isEmpty || !context.expected.isEmpty
      || text.hasSuffix(" ") || ["\"", "`"].contains(text.last) || takesNumber(text)
  }

  /// After these a number or values in brackets are needed, which are not offered.
  private func takesNumber(_ text: String) -> Bool {
    [
      "at least", "at most", "exactly", "bands", "first", "width", "every", "between", "in",
      "matches", "sample", "of",
      "parameter", "find", "first", "define", "measure", "relation", "missing", "save", "open",
    ]
    .contains { text.hasSuffix($0) }
  }

  private func bound(_ text: String, _ catalogue: Catalogue) -> Bool {
    guard let parsed = Parser.parse(SourceText(text)).first, let statement = parsed.statement,
      parsed.diagnostics.allSatisfy({ $0.severity != .error })
    else { return false }
    return Binder.bind(statement, in: catalogue).statement != nil
  }
}
