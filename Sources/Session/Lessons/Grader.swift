internal import Diagnostics
internal import Execution
internal import Language
internal import Lessons
internal import Planning

/// Grades statements by what they find, on the open data and on data that the learner never sees.
@MainActor
struct Grader {
  /// The open data.
  let open: Workspace
  /// Other rows of the same shape, made when they are first asked for.
  let practice: () -> [Workspace]
  let executor: (Workspace) -> Executor

  /// What a statement finds.
  struct Attempt {
    var statement: Statement
    var answer: Answer
    var result: GradedResult

    /// The words and signs of its canonical form, in which strings are one word.
    var words: [String] { Grader.words(Formatter.format(statement)) }
  }

  /// Grades a statement; a listed wrong answer, or one with the same result, gets its own feedback.
  func grade(_ text: String, for exercise: Exercise) -> Verdict {
    let verdict = gradeByResult(text, for: exercise)
    guard case .wrong = verdict, let found = attempt(text, in: open) else { return verdict }
    let known = exercise.wrongs.map { (attempt($0.statement.text, in: open), $0.feedback) }
    let listed =
      known.first { $0.0?.words == found.words }
      ?? known.first { $0.0?.result == found.result && $0.0?.answer.unit == found.answer.unit }
    return listed.map { .wrong($0.1) } ?? verdict
  }

  /// Grades a statement without regard to the wrong answers that are listed.
  func gradeByResult(_ text: String, for exercise: Exercise) -> Verdict {
    guard let found = attempt(text, in: open) else { return .noAttempt }
    guard let wanted = attempt(exercise.answer.text, in: open) else { return .noAttempt }
    guard agrees(found, with: wanted) else {
      return .wrong(Difference(found: found, wanted: wanted).sentence)
    }
    if practice().contains(where: { isWrong(text, for: exercise, in: $0) }) {
      return .wrong(
        "That gives the right figure here, but by chance: asked of other data, it does not "
          + "answer the "
          + "question.")
    }
    for construct in exercise.required where !uses(found, construct.text) {
      return .wrong("The result is right. Ask for it once more, using: \(construct.text).")
    }
    return .right
  }

  /// Whether a statement finds something else than the model answer in other data.
  private func isWrong(_ text: String, for exercise: Exercise, in other: Workspace) -> Bool {
    guard let found = attempt(text, in: other),
      let wanted = attempt(exercise.answer.text, in: other)
    else { return false }
    return !agrees(found, with: wanted)
  }

  func agrees(_ found: Attempt, with wanted: Attempt) -> Bool {
    let sameUnit =
      found.answer.unit == nil || wanted.answer.unit == nil
      || found.answer.unit == wanted.answer.unit
    return sameUnit && found.result.satisfies(wanted.result)
  }

  /// Whether a construct stands in the tree of an attempt.
  func uses(_ attempt: Attempt, _ construct: String) -> Bool {
    let wanted = Self.words(construct)
    return Constructs.all(in: attempt.statement).contains { Self.words($0) == wanted }
  }

  /// What a statement finds; `nil` where it has a mistake or is no question.
  ///
  /// - Parameter isStrict: Whether one that can be read in more than one way has a mistake, as in a
  ///   script.
  func attempt(_ text: String, in workspace: Workspace, isStrict: Bool = false) -> Attempt? {
    let parsed = Parser.parse(SourceText(text))
    guard parsed.count == 1, let statement = parsed[0].statement, parsed[0].diagnostics.isEmpty
    else { return nil }
    let binding = Binder.bind(statement, in: workspace.catalogue, isStrict: isStrict)
    guard !isStrict || binding.diagnostics.isEmpty, let bound = binding.statement,
      let answer = try? executor(workspace).answer(bound)
    else { return nil }
    return Attempt(
      statement: statement, answer: answer,
      result: GradedResult(answer, isSorted: Self.isSorted(statement)))
  }

  private static func isSorted(_ statement: Statement) -> Bool {
    if case .query(let query) = statement.kind { return !query.output.sort.isEmpty }
    return false
  }

  /// The words of a text in lower case, those in the plural as in the singular, and its signs.
  private nonisolated static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    func end() { if !word.isEmpty { words.append(singular(word)); word = "" } }
    for character in text.lowercased() {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted || character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        end()
        if !character.isWhitespace, character != "\"" { words.append(String(character)) }
      }
    }
    end()
    return words
  }

  private nonisolated static func singular(_ word: String) -> String {
    word == "children"
      ? "child" : word.hasSuffix("s") && word.count > 3 ? String(word.dropLast()) : word
  }
}
