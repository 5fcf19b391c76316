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
    let quiz = Quiz(seed: seed, grader: grader).lesson(named: title)
    course.tour = nil
    let count = quiz.exercises.count
    guard count > 0 else {
      course.place = nil
      say(
        "These data are too small, or too uniform, for a quiz: no question about them has an "
          + "answer "
          + "between none and all. `tour` shows what there is.")
      return .success
    }
    course.quiz = quiz
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
}
