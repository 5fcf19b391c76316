internal import Diagnostics
internal import Lessons

extension Session {
  /// Grades what was answered just now, where a lesson asks a question.
  func gradeAttempt(_ text: String) {
    guard runningScripts.isEmpty, let exercise = course.exercise, let place = course.place,
      let grader = grader()
    else {
      return
    }
    let verdict = grader.grade(text, for: exercise)
    switch verdict {
    case .noAttempt: return
    case .wrong(let feedback):
      course.note(verdict)
      say("Not yet. \(feedback)")
    case .right:
      say("Right." + (exercise.why.map { " " + $0 } ?? ""))
      course.note(verdict)
      if let lesson = place.lesson { keep(text, of: lesson, place.exercise) }
      advance()
      course.verdict = verdict
    }
  }

  private func keep(_ text: String, of lesson: Int, _ exercise: Int) {
    let failure = course.progress?.add(.init(lesson: lesson + 1, exercise: exercise + 1), text)
    if let failure { errors.write(failure + "\n") }
  }

  /// What grades on the open data, and on other rows of their shape.
  func grader() -> Grader? {
    guard let workspace else { return nil }
    return Grader(
      open: workspace, practice: { [self] in practice(for: workspace) },
      executor: { [self] in executor($0) })
  }

  /// The data that the learner never sees, made once for the open data and their definitions.
  private func practice(for workspace: Workspace) -> [Workspace] {
    if let practice = course.practice, practice.fits(workspace) { return practice.workspaces }
    let practice = Practice(for: workspace)
    course.practice = practice
    return practice.workspaces
  }
}
