import Diagnostics
import Foundation
import Language
import TestSupport
import Testing

@testable import Planning
@testable import Session

/// The questions that analysts ask of the bundled data, each with what its statement means and what it
/// answers.
///
/// `UPDATE_TRANSCRIPTS=1` writes both anew instead of comparing them.
@MainActor @Suite struct QuestionTests {
  private nonisolated static let width = 100

  @Test(arguments: QuestionFile.all.indices)
  func `questions mean and answer what is written`(index: Int) throws {
    let file = QuestionFile.all[index]
    let written = try String(contentsOf: file.url, encoding: .utf8)
    let replayed = try Self.replayed(file)
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      try replayed.write(to: file.url, atomically: true, encoding: .utf8)
      return
    }
    let lines = zip(written.split(separator: "\n"), replayed.split(separator: "\n"))
    let difference = lines.first { $0 != $1 }
    #expect(
      written == replayed,
      "\(file.url.lastPathComponent): \(difference.map { "\($0) / \($1)" } ?? "length")")
  }

  @Test func `the questions are those of the corpus, each once`() {
    let numbers = QuestionFile.all.flatMap(\.questions).compactMap { question in
      Int(question.title.prefix { $0.isNumber })
    }
    // Comparing word frequencies, suppression, and what belongs to scripts as reports are not asked yet.
    let later: Set<Int> = [96, 108, 110, 117, 118, 119, 120]
    #expect(numbers.sorted() == (1...130).filter { !later.contains($0) })
  }

  private static func replayed(_ file: QuestionFile) throws -> String {
    var out = file.preface
    for question in file.questions {
      out.append("## \(question.title)")
      let sink = MemorySink()
      var options = Session.Options()
      options.width = width
      let session = Session(output: sink, errors: sink, options: options)
      #expect(session.open([]) == .success)
      for statement in question.statements {
        out.append("> \(statement)")
        out.append("= \(try meaning(of: statement, session))")
        let before = sink.text.utf8.count
        let outcome = session.run(statement)
        #expect(outcome.status == .success, "\(question.title): \(statement)")
        let answer = String(decoding: sink.text.utf8.dropFirst(before), as: UTF8.self)
        out += answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
          .dropLast()
      }
      out.append("")
    }
    return out.joined(separator: "\n")
  }

  private static func meaning(of text: String, _ session: Session) throws -> String {
    let statement = try #require(Parser.parse(SourceText(text)).first?.statement, "\(text)")
    let catalogue = try #require(session.workspace?.catalogue)
    return Explanation(catalogue).sentence(for: statement)
  }
}
