internal import Lessons
internal import Planning
internal import Tables
internal import TextLayout

extension Session {
  /// `quiz [seed N]`: begins ten questions on the open data.
  func startQuiz(seed: Int?) -> ExitStatus {
    guard let grader = grader() else { return .dataNotRead }
    let seed = seed ?? Int.random(in: 1...9999)
    let title = workspace?.catalogue.data.title ?? ""
    let quiz = Quiz(seed: seed, material: QuizMaterial(grader))
    tellScore()
    course.tour = nil
    let count = quiz.drafts.count
    guard count > 0 else {
      course.place = nil
      say(
        "These data are too small, or too uniform, for a quiz: no question about them has an "
          + "answer "
          + "between none and all. `tour` shows what there is.")
      return .success
    }
    course.quiz = quiz.lesson(named: title)
    course.score = QuizScore(rungs: quiz.drafts.map(\.rung))
    course.go(to: 0, of: nil)
    output.write(palette.paint(paragraph("Quiz, seed \(seed): \(title)"), .heading) + "\n\n")
    if count < Quiz.size {
      say(
        "These data are small: they give \(count) sound \(count == 1 ? "question" : "questions") "
          + "and not "
          + "\(Quiz.size).")
    }
    say("`quiz seed \(seed)` asks the same again; `hint` helps, `skip` goes on, `leave` ends it.")
    output.write("\n")
    putQuestion()
    return .success
  }

  /// Says how the quiz went and what to practise; nothing where no question was tried.
  func tellScore() {
    guard let score = course.score, !score.isEmpty else { return }
    course.score = nil
    let subjects = score.subjectsToPractise
    let ending = score.isPerfect ? " Well done." : subjects.isEmpty ? "" : " To practise:"
    let practice = subjects.map { advice(on: $0, $1) }.joined()
    present(paragraph(score.sentence + ending) + "\n" + practice)
  }

  /// `  percentages (question 6): help percent, lesson 6`.
  private func advice(on subject: QuizSubject, _ questions: [Int]) -> String {
    let numbers = questions.map(String.init).joined(separator: ", ")
    // The lessons ask about the data of the program, and may be those of a teacher.
    let lesson =
      workspace?.paths.isEmpty == true
      ? course.lessons?.firstIndex { $0.title == subject.lesson }.map { ", lesson \($0 + 1)" } : nil
    return wrappedBlock(
      "\(subject.name) (\(questions.count == 1 ? "question" : "questions") \(numbers)): "
        + "help \(subject.topic)\(lesson ?? "")")
  }
}
