import Foundation
import TestSupport
import Testing

@testable import Session

/// Questions on real sets of data, asked in the language and answered as other engines answered them in
/// SQL; the data lie beside the checkout, never in it.
@MainActor @Suite struct SharedAnswerTests {
  private nonisolated static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")
  private nonisolated static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(
    .enabled(if: isThere, "the real data is not beside the checkout"),
    arguments: SharedAnswerFile.all.map(\.name))
  func `questions are answered as other engines answer them`(set: String) throws {
    let file = try #require(SharedAnswerFile.all.first { $0.name == set })
    let answers = try SharedAnswer.all(in: Self.folder.appending(path: set))
    for section in file.sections {
      let output = MemorySink()
      let errors = MemorySink()
      let session = try Self.opened(section, output, errors)
      for question in section.questions where question.reasonNotAsked == nil {
        let wanted = try #require(
          answers.first { $0.question == question.title }, "\(set): \(question.title)")
        let before = errors.text.utf8.count
        let rows = Self.rows(of: question, session, output)
        let isRight = rows.map { wanted.agrees(with: $0) } ?? false
        let found = "\(set): \(question.title)\n\(rows ?? [])\n\(errors.after(before))"
        if let awaited = question.awaited {
          #expect(!isRight, "\(set): \(question.title): has what it awaited: \(awaited)")
        } else {
          #expect(isRight, "\(found)")
        }
      }
    }
  }

  @Test(
    .enabled(if: isThere, "the real data is not beside the checkout"),
    arguments: SharedAnswerFile.all.map(\.name))
  func `at least nine in ten questions of a set are asked, the others with a reason`(
    set: String
  ) throws {
    let file = try #require(SharedAnswerFile.all.first { $0.name == set })
    let answers = try SharedAnswer.all(in: Self.folder.appending(path: set))
    #expect(file.strayLines.isEmpty, "\(set): \(file.strayLines)")
    #expect(file.questions.map(\.title).sorted() == answers.map(\.question).sorted(), "\(set)")
    #expect(
      file.questions.allSatisfy { $0.statements.isEmpty != ($0.reasonNotAsked == nil) }, "\(set)")
    let asked = file.questions.count { $0.reasonNotAsked == nil && $0.awaited == nil }
    withKnownIssue("\(set) lacks what its questions await") {
      #expect(asked * 10 >= answers.count * 9, "\(set): \(asked) of \(answers.count)")
    } when: {
      asked * 10 < answers.count * 9 && file.questions.contains { $0.awaited != nil }
    }
  }

  @Test(.enabled(if: isThere, "the real data is not beside the checkout"))
  func `every set with answers has a file of questions`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
      FileManager.default.fileExists(
        atPath: Self.folder.appending(path: "\($0)/answers.json").path)
    }
    #expect(names.sorted() == SharedAnswerFile.all.map(\.name))
  }

  @Test(arguments: [
    ("[[7, 2]]", #"[["A", 3], ["B", 2]]"#, "SELECT x ORDER BY 1", false),
    (#"[["B", 2], ["A", 3]]"#, #"[["A", 3], ["B", 2]]"#, "SELECT x ORDER BY 1", true),
    (#"[["B", 2], ["A", 3]]"#, #"[["A", 3], ["B", 2]]"#, "SELECT x ORDER BY 2 DESC,1", false),
    (#"[["B", 3], ["A", 3]]"#, #"[["A", 3], ["B", 3]]"#, "SELECT x ORDER BY 2 DESC,1", true),
    (#"[["A", 3], ["A", 3]]"#, #"[["A", 3], ["B", 3]]"#, "SELECT x ORDER BY 2 DESC,1", false),
    (#"[["B", 2], [null, 3]]"#, #"[["", 3], ["B", 2]]"#, "SELECT x ORDER BY 2 DESC,1", true),
    (#"[[null, 3], ["B", 2]]"#, #"[["", 3], ["B", 2]]"#, "SELECT x ORDER BY 2 DESC,1", false),
    (#"[["A", 3]]"#, #"[["A", 3], ["B", 2]]"#, "SELECT x", false),
    (#"[["A", 3], ["B", 2], [null, 1]]"#, #"[["A", 3], ["B", 2]]"#, "SELECT x", false),
    (#"[["A", 3], [null, 2]]"#, #"[["A", 3], ["", 2]]"#, "SELECT x", true),
    (#"[["A", 3], [null, 2]]"#, #"[["A", 3], ["B", 2]]"#, "SELECT x", false),
    ("[[14.914]]", "14.91", "SELECT round(avg(x),2)", true),
    ("[[14.92]]", "14.91", "SELECT round(avg(x),2)", false),
    ("[[14.914]]", "14.91", "SELECT avg(x)", false),
    ("[[4]]", "5", "SELECT x", false), ("[[null]]", "0", "SELECT x", false),
    ("[[0]]", #""""#, "SELECT x", false), ("[]", "0", "SELECT x", false),
    ("[[7230]]", #""7230""#, "SELECT x", true), ("[[7231]]", #""7230""#, "SELECT x", false),
    ("[[1], [1]]", "1", "SELECT x", false), ("[[1, 1]]", "1", "SELECT x", false),
  ])
  func `an answer that differs is told from one that agrees`(
    rows: String, answer: String, sql: String, isRight: Bool
  ) throws {
    let rows = try JSONDecoder().decode([[AnswerCell]].self, from: Data(rows.utf8))
    let text = #"{"question": "", "sql": "\#(sql)", "answer": \#(answer)}"#
    let wanted = try JSONDecoder().decode(SharedAnswer.self, from: Data(text.utf8))
    #expect(wanted.agrees(with: rows) == isRight)
  }

  private static func opened(
    _ section: SharedAnswerFile.Section, _ output: MemorySink, _ errors: MemorySink
  ) throws -> Session {
    let session = Session(output: output, errors: errors, options: .init())
    try #require(session.open(section.paths.map { folder.appending(path: $0).path }) == .success)
    for statement in section.prelude + ["set format json"] {
      let before = errors.text.utf8.count
      #expect(
        session.run(statement).status == .success, "\(statement)\n\(errors.after(before))")
    }
    return session
  }

  /// The rows that the statements of a question answer; `nil` where one of them is wrong.
  private static func rows(
    of question: SharedAnswerFile.Question, _ session: Session, _ output: MemorySink
  ) -> [[AnswerCell]]? {
    var answer = ""
    for statement in question.statements {
      let before = output.text.utf8.count
      guard session.run(statement).status == .success else { return nil }
      answer = output.after(before)
    }
    let written = try? JSONDecoder().decode(WrittenAnswer.self, from: Data(answer.utf8))
    return written?.rows(question.part)
  }
}

extension MemorySink {
  /// What was written after that many bytes.
  fileprivate func after(_ bytes: Int) -> String {
    String(decoding: text.utf8.dropFirst(bytes), as: UTF8.self)
  }
}
