/// How the questions of a quiz went.
struct QuizScore {
  /// How a question went.
  enum Outcome: Hashable {
    case rightAtFirst
    /// After a hint, or after an answer that was not right.
    case rightWithHelp
    case notAnswered
    /// The quiz was left before it.
    case notReached
  }

  /// What each question asks, in the order in which they are asked.
  let rungs: [QuizRung]
  /// How many questions have been put.
  private var reached = 0
  /// Positions of questions.
  private var answered: Set<Int> = []
  private var helped: Set<Int> = []

  /// Nothing is answered yet.
  init(rungs: [QuizRung]) { self.rungs = rungs }

  /// Notes that a question was put.
  mutating func reach(_ question: Int) { reached = max(reached, question + 1) }

  /// Notes that a question took a hint or an answer that was not right; after a right answer it no
  /// longer matters.
  mutating func help(_ question: Int) {
    if !answered.contains(question) { helped.insert(question) }
  }

  /// Notes a right answer.
  mutating func answer(_ question: Int) { answered.insert(question) }

  /// How a question went.
  func outcome(of question: Int) -> Outcome {
    guard answered.contains(question) else {
      return question < reached ? .notAnswered : .notReached
    }
    return helped.contains(question) ? .rightWithHelp : .rightAtFirst
  }

  /// Whether no question was tried.
  var isEmpty: Bool { answered.isEmpty && helped.isEmpty }

  /// Whether every question was right at first try.
  var isPerfect: Bool { rungs.indices.allSatisfy { outcome(of: $0) == .rightAtFirst } }

  /// The score as one sentence.
  var sentence: String {
    let outcomes = rungs.indices.map(outcome)
    func count(_ wanted: Outcome) -> Int { outcomes.count { $0 == wanted } }
    if isPerfect {
      return rungs.count == 1
        ? "The question was right at first try." : "All \(rungs.count) were right at first try."
    }
    let parts = [
      (count(.rightAtFirst), "right at first try"),
      (count(.rightWithHelp), "right after a hint or another try"),
      (count(.notAnswered), "left open"), (count(.notReached), "not reached"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let list = parts.dropLast().joined(separator: ", ")
    let total = rungs.count == 1 ? "Of 1 question: " : "Of \(rungs.count) questions: "
    return total + (list.isEmpty ? "" : list + " and ") + (parts.last ?? "") + "."
  }

  /// What was put and not right at first try: each subject once, with the questions about it, from 1.
  var subjectsToPractise: [(subject: QuizSubject, questions: [Int])] {
    QuizSubject.allCases.compactMap { subject in
      let questions = rungs.indices.filter {
        rungs[$0].subject == subject
          && [.rightWithHelp, .notAnswered].contains(outcome(of: $0))
      }
      return questions.isEmpty ? nil : (subject, questions.map { $0 + 1 })
    }
  }
}
