internal import Diagnostics
internal import Language
internal import Lessons
internal import Loading
internal import Planning

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
      course.verdict = verdict
      say("Not yet. \(feedback)")
    case .right:
      say("Right." + (exercise.why.map { " " + $0 } ?? ""))
      if let lesson = place.lesson { keep(text, of: lesson, place.exercise) }
      advance()
      course.verdict = verdict
    }
  }

  private func keep(_ text: String, of lesson: Int, _ exercise: Int) {
    let failure = course.progress?.add(.init(lesson: lesson + 1, exercise: exercise + 1), text)
    if let failure { errors.write(failure + "\n") }
  }

  /// What grades on the open data, and on other rows of its shape where the program has them.
  func grader() -> Grader? {
    guard let workspace else { return nil }
    if course.practice == nil, workspace.paths.isEmpty, let data = try? Loader.loadPractice() {
      course.practice = Workspace(data, paths: [])
    }
    let practice = workspace.paths.isEmpty ? course.practice : nil
    return Grader(
      open: workspace, practice: practice?.defining(workspace.definitions),
      executor: { [self] in executor($0) })
  }
}

extension Workspace {
  /// The same data with the definitions that were typed since they were opened.
  fileprivate func defining(_ definitions: [Definition]) -> Workspace {
    var result = self
    for definition in definitions where definition.script == nil {
      guard let statement = Parser.parse(SourceText(definition.text)).first?.statement,
        let bound = Binder.bind(statement, in: result.catalogue, parameters: definition.parameters)
          .statement
      else { continue }
      _ = result.define(bound, definition)
    }
    return result
  }
}
