import Lessons
import TestSupport
import Testing

@testable import Session

/// What a quiz says at its end.
@MainActor @Suite struct QuizScoreTests {
  private func session() throws -> (Session, MemorySink) {
    let output = MemorySink()
    let session = Session(output: output, errors: output, options: .init())
    try #require(session.open([]) == .success)
    return (session, output)
  }

  /// The words that were said since a mark, without line breaks.
  private func said(_ output: MemorySink) -> String {
    output.text.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func `the end tells what went right at first, what with help, and what to practise`() throws
  {
    let (session, output) = try session()
    _ = session.run("quiz seed 7")
    let exercises = session.course.exercises
    let rungs = try #require(session.course.score).rungs
    for (position, exercise) in exercises.enumerated() {
      switch position {
      case 1: _ = session.run("hint")
      case 2: _ = session.run(try #require(exercise.wrongs.first).statement.text)
      case 3:
        _ = session.run("skip")
        continue
      default: break
      }
      _ = session.run(exercise.answer.text)
    }
    let text = said(output)
    #expect(
      text.contains(
        "Of 10 questions: 7 right at first try, 2 right after a hint or another try "
          + "and 1 left open. To practise:"))
    for position in [1, 2, 3] {
      let subject = rungs[position].subject
      #expect(text.contains("\(subject.name) (question"), "\(subject)")
      #expect(text.contains("help \(subject.topic), lesson "), "\(subject)")
    }
  }

  @Test func `all right is told as such, and leaving tells what was done`() throws {
    let (session, output) = try session()
    _ = session.run("quiz seed 7")
    for exercise in session.course.exercises { _ = session.run(exercise.answer.text) }
    #expect(said(output).contains("All 10 were right at first try. Well done."))
    _ = session.run("quiz seed 7")
    _ = session.run(session.course.exercises[0].answer.text)
    _ = session.run("hint; leave")
    #expect(
      said(output).contains("Of 10 questions: 1 right at first try, 1 left open and 8 not reached.")
    )
  }

  @Test func `a quiz that was only looked at has no score, and one that another follows has`()
    throws
  {
    let (session, output) = try session()
    _ = session.run("quiz seed 7; skip; leave")
    #expect(!output.text.contains("left open"))
    _ = session.run("quiz seed 7; hint; lesson 1")
    #expect(said(output).contains("Of 10 questions: 1 left open and 9 not reached. To practise:"))
    #expect(session.course.score == nil)
  }

  @Test func `going back to a right answer leaves it right`() {
    var score = QuizScore(rungs: [.value, .percent])
    score.reach(1)
    score.answer(0)
    score.help(0)
    score.help(1)
    score.answer(1)
    #expect(score.outcome(of: 0) == .rightAtFirst)
    #expect(score.outcome(of: 1) == .rightWithHelp)
    #expect(score.subjectsToPractise.map(\.questions) == [[2]])
  }

  @Test(arguments: QuizSubject.allCases)
  func `every subject has a topic of help and a lesson`(subject: QuizSubject) throws {
    let (session, output) = try session()
    #expect(session.run("help \(subject.topic)").status == .success, "\(output.text)")
    #expect(!output.text.contains("No topic"), "\(output.text)")
    let titles = LessonShelf.shipped.read().map(\.lesson.title)
    #expect(titles.contains(subject.lesson))
    #expect(QuizRung.allCases.contains { $0.subject == subject })
  }
}
