/// What is asked of the lessons.
public enum LessonRequest: Sendable, Hashable {
  /// `lesson`: which there are, and which are done.
  case list
  /// `lesson 3`: begins a lesson, or goes on with it.
  case start(Int)
  /// `lesson check ["PATH"]`: whether every answer in the lessons is graded as it says.
  case check(path: String?)
  /// `lesson transcript ["FILE"]`: what the learner answered.
  case transcript(path: String?)
  /// `hint`: the next hint.
  case hint
  /// `why`: why the last answer was right or wrong.
  case why
  /// `skip`: the next exercise.
  case skip
  /// `back`: the exercise before.
  case back
  /// `repeat`: the question once more.
  case `repeat`
}
