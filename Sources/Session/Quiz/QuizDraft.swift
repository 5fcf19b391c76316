internal import Diagnostics
internal import Lessons

/// A question that has not been tried yet.
struct QuizDraft {
  var rung: QuizRung
  var question: String
  var answer: String
  /// The part of the answer that the last hint leaves out.
  var gap: String
  /// Statements that mean the same.
  var alternatives: [String] = []
  /// Statements that are likely to be tried, each with what the learner is told.
  var wrongs: [(statement: String, feedback: String)] = []

  /// The question as an exercise.
  var exercise: Exercise {
    func entry(_ text: String) -> Entry { Entry(text, at: Span(0, 0)) }
    var exercise = Exercise(question: entry(question), answer: entry(answer))
    exercise.alternatives = alternatives.map(entry)
    exercise.wrongs = wrongs.map {
      Exercise.Wrong(statement: entry($0.statement), feedback: $0.feedback)
    }
    exercise.hints = [rung.idea, rung.shape, answer.replacing(gap, with: "...")]
    return exercise
  }
}

/// A condition on one row, in the language and in English.
struct QuizCondition {
  /// The field that it is about.
  var field: String
  /// `status = "CP plan"`.
  var query: String
  /// `"CP plan" in the field status`, which goes after `have` or `with`.
  var words: String
  /// The value in the query.
  var value: String
  /// Other ways to write it.
  var alternatives: [String] = []
  /// A condition that is likely to be tried instead, and what is wrong with it.
  var wrong: (query: String, feedback: String)?
}
