import Diagnostics
import Language
import TestSupport
import Testing

@testable import Planning

/// Statements that are right, with one word damaged: few messages, and a correction that is right.
@Suite struct DamageTests {
  private static let statements =
    StatementForm.allCases.map(\.example) + LanguageTopic.all.map(\.example)
    + DiagnosticCode.allCases.compactMap { $0.explanation.right }

  @Test(arguments: statements.indices)
  func `one damaged word gives at most two messages and a correction that is right`(
    index: Int
  ) throws {
    let catalogue = try bundledCatalogue.get()
    let statement = Self.statements[index]
    var random = SeededRandom(seed: UInt64(index) + 1)
    for _ in 0..<6 {
      let damaged = Self.damaged(statement, &random)
      guard damaged != statement, let checked = Self.check(damaged, in: catalogue) else { continue }
      let errors = checked.diagnostics.filter { $0.severity == .error }
      let words = errors.map { "\($0.code.rawValue): \($0.message)" }.joined(separator: "\n")
      #expect(errors.count <= 2, "\(damaged)\n\(words)")
      guard let corrected = Diagnostic.correctedStatement(errors, of: SourceText(damaged)) else {
        continue
      }
      let again = Self.check(corrected, in: catalogue)?.diagnostics ?? []
      #expect(again.allSatisfy { $0.severity != .error }, "\(damaged)\n\(corrected)\n\(again)")
    }
  }

  /// What is said of a text of one statement; `nil` when the damage made several of it.
  private static func check(_ text: String, in catalogue: Catalogue) -> CheckedStatement? {
    let source = SourceText(text)
    let parsed = Parser.parse(source)
    guard parsed.count == 1, let only = parsed.first else { return nil }
    return Binder.check(only, of: source, in: catalogue)
  }

  /// One word with two letters exchanged, one left out or one typed twice.
  private static func damaged(_ statement: String, _ random: inout SeededRandom) -> String {
    var words = statement.split(separator: " ").map(String.init)
    let long = words.indices.filter { index in
      words[index].count >= 4 && words[index].allSatisfy(\.isLetter)
    }
    guard !long.isEmpty else { return statement }
    let index = random.element(of: long)
    var letters = Array(words[index])
    let place = 1 + random.int(below: letters.count - 2)
    switch random.int(below: 3) {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    default: letters.insert(letters[place], at: place)
    }
    words[index] = String(letters)
    return words.joined(separator: " ")
  }
}
