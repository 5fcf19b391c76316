internal import Lessons

/// The lesson, quiz or tour at hand, and what has been done of all lessons.
struct Course {
  /// An exercise of a lesson, or of the quiz where there is no lesson; positions from 0.
  typealias Place = (lesson: Int?, exercise: Int)

  /// Where the learner is; `nil` outside a lesson or quiz.
  var place: Place?
  /// The questions of the quiz at hand.
  var quiz: Lesson?
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
  var practice: Workspace?

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
    tour = nil
  }

  /// Moves to an exercise.
  mutating func go(to exercise: Int, of lesson: Int?) {
    place = (lesson, exercise)
    tour = nil
    hints = 0
    verdict = nil
  }
}
