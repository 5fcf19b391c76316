import Diagnostics
import Execution
import Foundation
import Language
import Planning
import TestSupport
import Testing

/// Damaged statements: whatever is made of them, nothing traps, every place lies in the text, and what
/// a mistake offers instead can be read.
@Suite struct MutationTests {
  @Test(arguments: 0..<8)
  func `damaged statements are answered or refused`(batch: Int) throws {
    let seed = UInt64(batch) &* 7_919 &+ 11
    var judgement = Judgement(seed: seed)
    judgement.run(42)
    var mutations = Mutations(random: judgement.queries.random)
    for _ in 0..<40 {
      guard let statement = judgement.queries.statement() else { continue }
      for _ in 0..<5 {
        let text = mutations.damaged(Formatter.format(statement))
        examine(text, judgement, "seed \(seed)")
      }
    }
  }

  private func examine(_ text: String, _ judgement: Judgement, _ label: String) {
    let source = SourceText(text)
    for parsed in Parser.parse(source) {
      var found = parsed.diagnostics
      if let statement = parsed.statement {
        let bound = Binder.bind(statement, in: judgement.catalogue)
        found += bound.diagnostics
        #expect(bound.statement != nil || !found.isEmpty, "\(label): \(text)")
        if let bound = bound.statement {
          #expect(throws: Never.self, "\(label): \(text)") { _ = try judgement.engine(bound) }
        }
      }
      check(found, source, "\(label): \(text)")
    }
  }

  private func check(_ found: [Diagnostic], _ source: SourceText, _ label: String) {
    let length = source.bytes.count
    for diagnostic in found {
      #expect(diagnostic.span.start <= diagnostic.span.end, "\(label)")
      #expect(diagnostic.span.end <= length, "\(label)")
      for edit in diagnostic.edits { #expect(edit.span.end <= length, "\(label)") }
    }
    // What is offered is not always right yet, where several mistakes meet; it can be read and bound
    // without a trap.
    if let corrected = Diagnostic.corrected(source, edits: found.flatMap(\.edits)) {
      for parsed in Parser.parse(SourceText(corrected)) {
        #expect(parsed.statement != nil || !parsed.diagnostics.isEmpty, "\(label): \(corrected)")
      }
    }
  }
}
