import Diagnostics
import Execution
import Foundation
import Lessons
import TestSupport
import Testing

@testable import Session

/// The questions of the quiz: each can be answered, in one way, and not by none or all.
@MainActor @Suite struct QuizTests {
  private func session(_ paths: [String] = []) throws -> (Session, MemorySink) {
    let output = MemorySink()
    let session = Session(output: output, errors: output, options: .init())
    try #require(session.open(paths) == .success, "\(output.text)")
    return (session, output)
  }

  /// A set of data with the questions on it that were looked at, since many seeds ask the same one.
  @MainActor private struct Subject {
    let material: QuizMaterial
    private var checked: Set<String> = []
    private var graded: Set<String> = []

    init(_ session: Session) throws { material = QuizMaterial(try #require(session.grader())) }

    /// Whether a question is met for the first time, or for the first time where it is graded.
    mutating func isNew(_ draft: QuizDraft, grades: Bool) -> Bool {
      let key = "\(draft)"
      return grades ? graded.insert(key).inserted : checked.insert(key).inserted
    }
  }

  /// Holds a quiz to what is promised of its questions.
  ///
  /// - Parameter grades: Whether right and wrong answers are graded as well, which takes long.
  private func check(_ quiz: Quiz, _ subject: inout Subject, _ set: String, grades: Bool) {
    let answers = quiz.drafts.map(\.answer)
    #expect(Set(answers).count == answers.count, "\(set): \(answers)")
    #expect(Set(quiz.drafts.map(\.question)).count == answers.count, "\(set): \(answers)")
    #expect(quiz.drafts.map(\.rung.rawValue) == quiz.drafts.map(\.rung.rawValue).sorted(), "\(set)")
    for draft in quiz.drafts {
      let place = "\(set): \(draft.question): \(draft.answer)"
      if subject.isNew(draft, grades: false) { check(draft, subject.material, place) }
      if grades, subject.isNew(draft, grades: true) { grade(draft, subject.material, place) }
    }
  }

  private func check(_ draft: QuizDraft, _ material: QuizMaterial, _ place: String) {
    guard let found = material.attempt(draft.answer) else {
      Issue.record("no answer: \(place)")
      return
    }
    switch found.result {
    case .number(let count):
      let total = found.answer.base?.total ?? 0
      #expect(count > 0 && count < total, "\(place)")
    case .share(let part, let whole): #expect(part > 0 && part < whole, "\(place)")
    case .lines(let lines):
      #expect(draft.rung == .statistic ? lines.count == 1 : lines.count > 1, "\(place)")
    }
    // The English names what is counted, and every value that the answer has.
    #expect(found.answer.unit.map { draft.question.contains($0) } ?? true, "\(place)")
    for text in draft.answer.split(separator: "\"").enumerated() where text.offset % 2 == 1 {
      #expect(draft.question.contains(text.element), "\(place)")
    }
    let hints = draft.exercise.hints
    #expect(hints.count == 3 && hints[2] != draft.answer, "\(place)")
  }

  private func grade(_ draft: QuizDraft, _ material: QuizMaterial, _ place: String) {
    let (exercise, grader) = (draft.exercise, material.grader)
    for text in [draft.answer] + draft.alternatives {
      #expect(grader.grade(text, for: exercise) == .right, "\(place): \(text)")
    }
    for wrong in draft.wrongs {
      #expect(
        grader.grade(wrong.statement, for: exercise) == .wrong(wrong.feedback),
        "\(place): \(wrong.statement)")
    }
  }

  @Test func `two hundred seeds each give ten sound questions on the bundled data`() throws {
    let (session, _) = try session()
    var subject = try Subject(session)
    var rungs: Set<QuizRung> = []
    for seed in 1...200 {
      let quiz = Quiz(seed: seed, material: subject.material)
      #expect(quiz.drafts.count == 10, "seed \(seed)")
      check(quiz, &subject, "seed \(seed)", grades: seed <= 30)
      rungs.formUnion(quiz.drafts.map(\.rung))
    }
    #expect(
      rungs == Set(QuizRung.allCases), "never asked: \(Set(QuizRung.allCases).subtracting(rungs))")
  }

  /// Small sets of several shapes; how many questions each gives at the least.
  private nonisolated static let shapes: [(name: String, files: [String: String], least: Int)] = {
    let rows = Array(0..<40)
    func csv(_ header: String, _ line: (Int) -> String) -> String {
      header + "\n" + rows.map { line($0) + "\n" }.joined()
    }
    let regions = ["north", "south", "east"]
    return [
      (
        "one table",
        [
          "shops.csv": csv("key,region,stock,open") {
            "k\($0),\(regions[$0 % 3]),\($0 % 7),\($0 % 4 == 0 ? "yes" : "no")"
          }
        ], 10
      ),
      (
        "a relation",
        [
          "areas.csv": csv("id,kind") { "a\($0),\($0 % 3 == 0 ? "city" : "country")" },
          "shops.csv": csv("id,area_id,size") {
            "s\($0),a\($0 * 7 % 23),\(["small", "large"][$0 % 2])"
          },
          "datapackage.json": """
          {"name": "towns", "resources": [
            {"name": "areas", "path": "areas.csv", "schema": {"primaryKey": "id", "fields": [
              {"name": "id", "type": "string"}, {"name": "kind", "type": "string"}]}},
            {"name": "shops", "path": "shops.csv", "schema": {"primaryKey": "id", "fields": [
              {"name": "id", "type": "string"}, {"name": "area_id", "type": "string"},
              {"name": "size", "type": "string"}],
              "foreignKeys": [{"fields": "area_id",
                "reference": {"resource": "areas", "fields": "id"}}]}}
          ]}
          """,
        ], 10
      ),
      (
        "dates",
        [
          "visits.csv": csv("visitor,day,paid") {
            "v\($0 % 3),\(2015 + $0 % 5)-0\(1 + $0 % 9)-11,\($0 % 2 == 0 ? "yes" : "no")"
          }
        ], 10
      ),
      (
        "numbers only",
        ["measures.csv": csv("height,weight") { "\(150 + $0),\(Double($0 * $0 % 31) / 4)" }], 10
      ),
      (
        "missing values and odd names",
        [
          "odd names.csv": csv("What kind?,n of,by") {
            "\($0 % 3 == 0 ? "" : regions[$0 % 3]),\($0 % 5 == 0 ? "" : "\($0 % 9)"),\($0 % 2 == 0 ? "A, B" : "it's")"
          }
        ], 10
      ),
      ("two rows", ["pair.csv": "name,size\na,1\nb,2\n"], 0),
      ("all alike", ["alike.csv": "size\n1\n1\n1\n"], 0),
    ]
  }()

  @Test(arguments: shapes.map(\.name))
  func `small sets of several shapes give sound questions`(shape: String) throws {
    let (_, files, least) = try #require(Self.shapes.first { $0.name == shape })
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    let (session, _) = try session([folder.path])
    var subject = try Subject(session)
    for seed in 1...60 {
      let quiz = Quiz(seed: seed, material: subject.material)
      #expect(
        (least...10).contains(quiz.drafts.count), "seed \(seed): \(quiz.drafts.map(\.answer))")
      check(quiz, &subject, "\(shape), seed \(seed)", grades: seed <= 10)
    }
  }

  private nonisolated static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")
  private nonisolated static let isThere = FileManager.default.fileExists(atPath: folder.path)
  private nonisolated static let sets: [String] = [
    "camtrap-dp/datapackage.local.json",
    "congress-resignations-538/congressional_resignations.csv",
    "hmip-youth-justice/hmi_youth_justice_inspection_ratings.csv",
    "nfl-suspensions-538/nfl-suspensions-data.csv", "ssda903-fake/oc2.csv",
  ]

  @Test(.enabled(if: isThere, "the real data is not beside the checkout"), arguments: sets)
  func `real sets give ten sound questions`(set: String) throws {
    let (session, _) = try session([Self.folder.appending(path: set).path])
    var subject = try Subject(session)
    for seed in 1...200 {
      let quiz = Quiz(seed: seed, material: subject.material)
      #expect(quiz.drafts.count == 10, "\(set), seed \(seed): \(quiz.drafts.map(\.answer))")
      check(quiz, &subject, "\(set), seed \(seed)", grades: seed <= 3)
    }
  }

  @Test func `a quiz is done from its first question to its last, and says its seed`() throws {
    let (session, output) = try session()
    #expect(session.run("quiz seed 7").status == .success)
    #expect(output.text.contains("Quiz, seed 7"))
    let exercises = try #require(session.course.quiz?.exercises)
    #expect(exercises.count == 10)
    for exercise in exercises {
      #expect(session.course.exercise?.question == exercise.question)
      _ = session.run("hint; describe; repeat")
      _ = session.run(exercise.answer.text)
    }
    #expect(session.course.exercise == nil)
    let said = output.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(said.contains("That was the last question of the quiz."))
    _ = session.run("quiz seed 7")
    #expect(session.course.quiz?.exercises.map(\.answer) == exercises.map(\.answer))
  }

  @Test func `data too small for a quiz are told so`() throws {
    let folder = try TemporaryFolder()
    let (session, output) = try session([folder.write("size\n1\n1\n", to: "alike.csv")])
    #expect(session.run("quiz").status == .success)
    #expect(output.text.contains("too small"))
    #expect(session.course.exercise == nil)
  }

  @Test func `skip, back and leave move in a quiz, and free play leaves it as it is`() throws {
    let (session, output) = try session()
    _ = session.run("quiz seed 3; skip; skip; back")
    #expect(session.course.place?.exercise == 1)
    _ = session.run("set rows 20; cuont children; describe")
    #expect(session.course.place?.exercise == 1)
    _ = session.run("leave")
    #expect(session.course.place == nil)
    #expect(output.text.contains("You have left the quiz."))
  }
}
