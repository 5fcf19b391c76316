internal import Diagnostics

extension Parser {
  /// `lesson`, `lesson N`, `lesson check ["PATH"]`, `lesson transcript ["FILE"]`.
  mutating func parseLesson() -> Statement.Kind? {
    if token.kind == .end {
      expectations?.expect(keyword: "check")
      expectations?.expect(keyword: "transcript")
      return .lesson(.list)
    }
    if consume("check") { return parseLessonFile { .check(path: $0) } }
    if consume("transcript") { return parseLessonFile { .transcript(path: $0) } }
    guard case .number(let number) = token.kind, let whole = Int(exactly: number) else {
      let near = NearestName.nearest(to: token.word ?? "", among: ["check", "transcript"])
      report(
        .syntax, "a lesson's number, check or transcript is needed here, not \(found)",
        at: token.span, edits: near.first.map { [Diagnostic.Edit(token.span, $0)] } ?? [])
      stop()
      return nil
    }
    advance()
    return .lesson(.start(whole))
  }

  /// `quiz`, `quiz seed N`.
  mutating func parseQuiz() -> Statement.Kind? {
    if token.kind == .end {
      expectations?.expect(keyword: "seed")
      return .lesson(.quiz(seed: nil))
    }
    if case .number = token.kind, expectations == nil {
      answerHabit(
        "the number of a quiz follows the word seed",
        at: Span(token.span.start, token.span.start), write: "seed ")
      return nil
    }
    guard expect("seed") else { return nil }
    guard case .number(let number) = token.kind, let seed = Int(exactly: number), seed >= 0 else {
      reportUnexpected("a whole number, such as 7")
      return nil
    }
    advance()
    return .lesson(.quiz(seed: seed))
  }

  /// The file or folder that a request may name.
  private mutating func parseLessonFile(
    _ request: (String?) -> LessonRequest
  ) -> Statement.Kind? {
    guard token.kind != .end else {
      expectHere(.file)
      return .lesson(request(nil))
    }
    return parseFile("a file").map { .lesson(request($0.name)) }
  }
}
