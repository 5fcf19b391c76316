internal import Diagnostics
internal import Execution
internal import Lessons

extension Session {
  /// `lesson check ["PATH"]`: whether each answer that the lessons list is graded as they say.
  ///
  /// - Returns: `.expectationFailed` where one is not; `.mistake` where a file cannot be read as lessons.
  func checkLessons(_ path: String?, source: SourceText, span: Span) -> ExitStatus {
    let shelf: LessonShelf
    do throws(TextFile.Failure) {
      shelf =
        try path.map { name throws(TextFile.Failure) in try LessonShelf(path: name) } ?? .standard
    } catch {
      report(
        [
          Diagnostic(
            .lessonLayout, "\(path ?? "") cannot be read as lessons: \(error.reason)", at: span)
        ], of: source, statement: nil)
      return .mistake
    }
    guard let grader = grader() else { return .dataNotRead }
    var status = ExitStatus.success
    for file in shelf.sources {
      let (lesson, mistakes) = LessonReader.read(file)
      report(mistakes, of: file, statement: nil)
      guard let lesson else {
        status.worsen(to: .mistake)
        continue
      }
      let found = examples(of: lesson) + LessonCheck(grader: grader).mistakes(in: lesson)
      report(found, of: file, statement: nil)
      if !found.isEmpty { status.worsen(to: .expectationFailed) }
      let state = found.isEmpty ? "as it says" : "\(found.count) not as it says"
      output.write("\(lesson.title): \(lesson.exercises.count) exercises, \(state)\n")
    }
    return status
  }

  /// Each example whose answer is not the one that the lesson shows.
  private func examples(of lesson: Lesson) -> [Diagnostic] {
    lesson.opening.compactMap { passage in
      guard case .example(let example) = passage else { return nil }
      let shown = transcript(of: example.statement.text)
      guard shown != example.answer else { return nil }
      return Diagnostic(
        .lessonLayout, "the answer to this is not the one that is shown",
        at: example.statement.span, notes: shown)
    }
  }

  /// The lines that a statement answers with, without those that are empty.
  private func transcript(of statement: String) -> [String] {
    let shown = MemorySink()
    let copy = Session(output: shown, errors: shown, options: Options())
    copy.workspace = workspace?.separate
    _ = copy.run(statement)
    return shown.text.split(separator: "\n").map(String.init)
  }

  /// `lesson transcript ["FILE"]`: the questions that were answered, with the answers.
  func showTranscript(to path: String?, source: SourceText, span: Span) -> ExitStatus {
    var lines: [String] = []
    for (place, statement) in course.progress?.answers ?? [] {
      guard let lesson = course.lessons?.dropFirst(place.lesson - 1).first,
        let exercise = lesson.exercises.dropFirst(place.exercise - 1).first
      else { continue }
      lines += [
        "# Lesson \(place.lesson), exercise \(place.exercise): \(exercise.question.text)",
        statement,
      ]
    }
    let text =
      lines.isEmpty ? "# nothing has been answered yet\n" : lines.joined(separator: "\n") + "\n"
    guard let path else {
      output.write(text)
      return .success
    }
    return write(text, to: path, span: span, source)
  }
}
