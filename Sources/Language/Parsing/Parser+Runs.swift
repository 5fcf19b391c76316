internal import Diagnostics

extension Parser {
  /// Whether `runs` is the word of `compare runs "A.json" with "B.json"` and not an entity of that
  /// name, after which only a clause or `with` can stand.
  var startsRuns: Bool {
    guard token.word == "runs" else { return false }
    if case .string = peek().kind { return true }
    guard peek().kind != .end else { return false }
    return peek().word.map { !["with", "where", "except", "by"].contains($0) } ?? false
  }

  /// What follows `compare`, from `runs` on.
  mutating func parseRuns() -> Statement.Kind? {
    advance()
    guard let first = parseFile("a file of saved answers") else { return nil }
    guard consumeWith(), let second = parseFile("another file of saved answers") else { return nil }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: [.format, .file])
    return .compareRuns(
      RunComparisonRequest(
        first: first.name, firstSpan: first.span, second: second.name, secondSpan: second.span,
        output: clauses.output))
  }

  /// The `with` between the files; two names side by side are answered with it.
  private mutating func consumeWith() -> Bool {
    if case .string = token.kind {
      answerHabit(
        "the two runs are joined by with", at: Span(token.span.start, token.span.start),
        write: "with ")
      return false
    }
    return expectOtherSet()
  }
}
