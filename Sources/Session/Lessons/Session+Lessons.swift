internal import Diagnostics
internal import Language
internal import Lessons
internal import Loading
internal import TextLayout

extension Session {
  /// Runs `lesson`, `quiz`, `tour`, or what is said to them.
  func lesson(_ request: LessonRequest, source: SourceText, span: Span) -> ExitStatus {
    if case .check(let path) = request { return checkLessons(path, source: source, span: span) }
    prepareCourse()
    switch request {
    case .list: return listLessons()
    case .start(let number): return startLesson(number, source: source, span: span)
    case .transcript(let path): return showTranscript(to: path, source: source, span: span)
    case .check: return .success
    case .quiz(let seed): return startQuiz(seed: seed)
    case .tour: return startTour()
    case .hint, .why, .skip, .next, .back, .repeat, .leave:
      if course.tour != nil, respondOnTour(to: request) { return .success }
      guard let exercise = course.exercise, let place = course.place else {
        report(
          [
            Diagnostic(
              .lessonMissing, "no lesson, quiz or tour has begun", at: span,
              notes: ["begin with: lesson 1, quiz or tour"])
          ], of: source, statement: nil)
        return .mistake
      }
      respond(to: request, exercise, place)
      return .success
    }
  }

  /// - Returns: Whether the request means anything on a tour.
  private func respondOnTour(to request: LessonRequest) -> Bool {
    switch request {
    case .next: turnTour(by: 1)
    case .back: turnTour(by: -1)
    case .repeat: showScreen()
    case .leave:
      course.tour = nil
      say("You have left the tour; `tour` begins it again.")
    default: return false
    }
    return true
  }

  private func respond(
    to request: LessonRequest, _ exercise: Exercise, _ place: Course.Place
  ) {
    switch request {
    case .hint: say(nextHint(for: exercise))
    case .why: say(reason(for: exercise))
    case .skip, .next: advance()
    case .leave:
      course.place = nil
      guard let lesson = place.lesson else {
        say("You have left the quiz.")
        return tellScore()
      }
      say("You have left lesson \(lesson + 1); `lesson \(lesson + 1)` goes on with it.")
    case .back:
      course.go(to: max(0, place.exercise - 1), of: place.lesson)
      putQuestion()
    default: putQuestion()
    }
  }

  /// Reads the lessons and what is done of them, once.
  func prepareCourse() {
    if course.lessons == nil { take(LessonShelf.standard.read()) }
    if course.progress == nil { course.progress = CourseProgress(path: options.progressFile) }
  }

  /// Takes lessons in, and says what is wrong with their files.
  func take(_ lessons: [LessonShelf.ReadLesson]) {
    for file in lessons { report(file.mistakes, of: file.source, statement: nil) }
    course.lessons = lessons.map(\.lesson)
  }

  /// Says a paragraph.
  func say(_ text: String) { output.write(paragraph(text) + "\n") }

  private func nextHint(for exercise: Exercise) -> String {
    defer { course.countHint() }
    guard course.hints < exercise.hints.count else { return "One answer: \(exercise.answer.text)" }
    return "Hint \(course.hints + 1): \(exercise.hints[course.hints])"
  }

  private func reason(for exercise: Exercise) -> String {
    switch course.verdict {
    case .wrong(let feedback): feedback
    case .right: exercise.why ?? "The result is the one that was asked for."
    case .noAttempt, nil: "Nothing has been answered yet. `hint` helps with the question."
    }
  }

  private func listLessons() -> ExitStatus {
    let lines = (course.lessons ?? []).enumerated().map { index, lesson in
      let done = lesson.exercises.indices.count { isDone(lesson: index, exercise: $0) }
      let total = lesson.exercises.count
      let state =
        total == 0
        ? "cannot be read"
        : done == total ? "done" : done == 0 ? "to do" : "\(done) of \(total) done"
      let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
      return "\(number)  \(lesson.title) (\(state))\n"
    }
    present(lines.joined() + paragraph("`lesson N` begins one, or goes on with it.") + "\n")
    return .success
  }

  func isDone(lesson: Int, exercise: Int) -> Bool {
    course.progress?.isDone(.init(lesson: lesson + 1, exercise: exercise + 1)) ?? false
  }

  private func startLesson(_ number: Int, source: SourceText, span: Span) -> ExitStatus {
    let lessons = course.lessons ?? []
    guard number >= 1, number <= lessons.count else {
      report(
        [
          Diagnostic(
            .lessonMissing, "there is no lesson \(number)", at: span,
            notes: ["lessons: 1 to \(lessons.count); `lesson` lists them"])
        ], of: source, statement: nil)
      return .mistake
    }
    let lesson = lessons[number - 1]
    guard let grader = grader(), !lesson.exercises.isEmpty else {
      say("Lesson \(number) cannot be read: \(lesson.title). `lesson check` says why.")
      return .mistake
    }
    guard LessonCheck(grader: grader).isAnswerable(lesson) else {
      say(
        "Lesson \(number) speaks of other data than those that are open: its questions cannot be "
          + "answered "
          + "from them. `quiz` asks questions about the open data, and `tour` shows them; for "
          + "the lessons "
          + "of the program, start it without a file.")
      return .success
    }
    let first = lesson.exercises.indices.first { !isDone(lesson: number - 1, exercise: $0) } ?? 0
    tellScore()
    course.go(to: first, of: number - 1)
    let heading = palette.paint(paragraph("Lesson \(number): \(lesson.title)"), .heading) + "\n\n"
    present(heading + (first == 0 ? text(of: lesson.opening) : ""))
    putQuestion()
    return .success
  }

  private func text(of passages: [Lesson.Passage]) -> String {
    passages.map { passage in
      switch passage {
      case .prose(let text): paragraph(text) + "\n\n"
      case .example(let example):
        (["enquire> \(example.statement.text)"] + example.answer)
          .map { "    \($0)\n" }.joined() + "\n"
      }
    }.joined()
  }

  /// Puts the question at hand.
  func putQuestion() {
    guard let exercise = course.exercise, let place = course.place else { return }
    let kind = place.lesson == nil ? "Question" : "Exercise"
    say("\(kind) \(place.exercise + 1) of \(course.exercises.count): \(exercise.question.text)")
  }

  /// Goes on to the next exercise, or ends the lesson.
  func advance() {
    guard let place = course.place else { return }
    if place.exercise + 1 < course.exercises.count {
      course.go(to: place.exercise + 1, of: place.lesson)
      return putQuestion()
    }
    course.place = nil
    guard let lesson = place.lesson else {
      say("That was the last question of the quiz. `quiz` asks others.")
      return tellScore()
    }
    let isLast = lesson + 1 == course.lessons?.count
    say(
      "That was the last exercise of lesson \(lesson + 1)."
        + (isLast ? "" : " Next: lesson \(lesson + 2)"))
  }
}
