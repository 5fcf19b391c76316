/// What is asked of the lessons, of the quiz and of the tour.
public enum LessonRequest: Sendable, Hashable {
  /// `lesson`: which there are, and which are done.
  case list
  /// `lesson 3`: begins a lesson, or goes on with it.
  case start(Int)
  /// `lesson check ["PATH"]`: whether every answer in the lessons is graded as it says.
  case check(path: String?)
  /// `lesson transcript ["FILE"]`: what the learner answered.
  case transcript(path: String?)
  /// `quiz [seed N]`: ten questions on the open data; without a number, others each time.
  case quiz(seed: Int?)
  /// `tour`: a look at the open data in ten screens.
  case tour
  /// `next`: the next screen of the tour, or the next exercise.
  case next
  /// `leave`: ends the lesson, the quiz or the tour.
  case leave
  /// `hint`: the next hint.
  case hint
  /// `why`: why the last answer was right or wrong.
  case why
  /// `skip`: the next exercise.
  case skip
  /// `back`: the exercise or the screen before.
  case back
  /// `repeat`: the question or the screen once more.
  case `repeat`
}
