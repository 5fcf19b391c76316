internal import Diagnostics
internal import Language
internal import Lessons
internal import Planning

/// Holds the answers that a lesson lists to how they are graded.
@MainActor
struct LessonCheck {
  let grader: Grader

  /// Each answer that is not graded as the lesson says.
  func mistakes(in lesson: Lesson) -> [Diagnostic] {
    lesson.exercises.flatMap { exercise in
      ([exercise.answer] + exercise.alternatives).compactMap { mistake(inRight: $0, exercise) }
        + exercise.wrongs.compactMap { mistake(in: $0, exercise) }
    }
  }

  /// Whether every exercise has an answer in the open data; a lesson on other data mostly has none.
  func isAnswerable(_ lesson: Lesson) -> Bool {
    lesson.exercises.allSatisfy { grader.attempt($0.answer.text, in: grader.open) != nil }
  }

  private func mistake(inRight entry: Entry, _ exercise: Exercise) -> Diagnostic? {
    switch grader.grade(entry.text, for: exercise) {
    case .right: nil
    case .noAttempt: noQuestion(entry)
    case .wrong(let feedback):
      Diagnostic(
        .lessonLayout, "this should be right, and is not", at: entry.span, notes: [feedback])
    }
  }

  private func mistake(in wrong: Exercise.Wrong, _ exercise: Exercise) -> Diagnostic? {
    switch grader.gradeByResult(wrong.statement.text, for: exercise) {
    case .noAttempt: return noQuestion(wrong.statement)
    case .right:
      return Diagnostic(
        .lessonLayout, "this should be wrong, and is right", at: wrong.statement.span)
    case .wrong:
      let given = grader.grade(wrong.statement.text, for: exercise).feedback ?? ""
      guard given != wrong.feedback else { return nil }
      return Diagnostic(
        .lessonLayout, "this gets the feedback of another wrong answer",
        at: wrong.statement.span, notes: [given])
    }
  }

  private func noQuestion(_ entry: Entry) -> Diagnostic {
    let mistakes = Parser.parse(SourceText(entry.text)).flatMap { parsed in
      parsed.diagnostics
        + (parsed.statement.map { Binder.bind($0, in: grader.open.catalogue).diagnostics } ?? [])
    }.filter { $0.severity == .error }
    return Diagnostic(
      .lessonLayout, "this cannot be answered from the open data", at: entry.span,
      notes: mistakes.flatMap { [$0.message] + $0.notes })
  }
}
