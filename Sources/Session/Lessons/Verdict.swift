/// What is thought of an attempt at an exercise.
enum Verdict: Hashable {
  case right
  /// Not the answer, and what to tell the learner.
  case wrong(String)
  /// It is no question, or has a mistake, and so says nothing about the exercise.
  case noAttempt

  /// What to tell the learner; `nil` where nothing is wrong.
  var feedback: String? {
    if case .wrong(let text) = self { return text }
    return nil
  }
}
