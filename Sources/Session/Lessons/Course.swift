internal import Lessons

/// The lesson at hand, and what has been done of all.
struct Course {
  /// Where the learner is: the position of a lesson and of an exercise in it; `nil` outside a lesson.
  var place: (lesson: Int, exercise: Int)?
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
    guard let place, let lessons, place.lesson < lessons.count,
      place.exercise < lessons[place.lesson].exercises.count
    else { return nil }
    return lessons[place.lesson].exercises[place.exercise]
  }

  /// Moves to an exercise.
  mutating func go(to exercise: Int, of lesson: Int) {
    place = (lesson, exercise)
    hints = 0
    verdict = nil
  }
}
