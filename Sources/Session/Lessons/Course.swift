internal import Lessons

/// The lesson, quiz or tour at hand, and what has been done of all lessons.
struct Course {
  /// An exercise of a lesson, or of the quiz where there is no lesson; positions from 0.
  typealias Place = (lesson: Int?, exercise: Int)

  /// Where the learner is; `nil` outside a lesson or quiz.
  var place: Place?
  /// The questions of the quiz at hand.
  var quiz: Lesson?
  /// How the questions of that quiz went.
  var score: QuizScore?
  /// The tour at hand.
  var tour: Tour?
  /// The hints given for this exercise.
  var hints = 0
  /// What was thought of the last attempt.
  var verdict: Verdict?
  /// What is done; read when it is first asked for.
  var progress: CourseProgress?
  /// The lessons and the data that answers are tried on; made when they are first asked for.
  var lessons: [Lesson]?
  var practice: Practice?

  /// The exercise at hand.
  var exercise: Exercise? {
    guard let place, place.exercise < exercises.count else { return nil }
    return exercises[place.exercise]
  }

  /// The exercises of the lesson or quiz at hand.
  var exercises: [Exercise] {
    guard let place else { return [] }
    guard let number = place.lesson else { return quiz?.exercises ?? [] }
    guard let lessons, number < lessons.count else { return [] }
    return lessons[number].exercises
  }

  /// Ends what is at hand, which spoke of data that are open no more.
  mutating func leaveData() {
    place = nil
    quiz = nil
    score = nil
    tour = nil
  }

  /// The question of the quiz at hand, as a position; `nil` outside a quiz.
  private var question: Int? { place.flatMap { $0.lesson == nil ? $0.exercise : nil } }

  /// Notes a hint.
  mutating func countHint() {
    hints += 1
    if let question { score?.help(question) }
  }

  /// Notes what was thought of an attempt.
  mutating func note(_ newVerdict: Verdict) {
    verdict = newVerdict
    guard let question else { return }
    switch newVerdict {
    case .right: score?.answer(question)
    case .wrong: score?.help(question)
    case .noAttempt: return
    }
  }

  /// Moves to an exercise.
  mutating func go(to exercise: Int, of lesson: Int?) {
    place = (lesson, exercise)
    if lesson == nil { score?.reach(exercise) }
    tour = nil
    hints = 0
    verdict = nil
  }
}
