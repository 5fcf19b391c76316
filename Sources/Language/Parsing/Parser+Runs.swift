internal import Diagnostics

extension Parser {
  /// Whether `runs` is the word of `compare runs "A.json" with "B.json"` and not an entity of that
  /// name, after which only a clause or `with` can stand.
  var startsRuns: Bool {
    guard token.word == "runs" else { return false }
    switch peek().kind {
    case .end: return false
    case .word(let word): return !["with", "where", "except", "by"].contains(word.lowercased())
    // `/` or `.` begins a path without quotes.
    case .symbol(let sign): return sign != ","
    default: return true
    }
  }

  /// What follows `compare`, from `runs` on.
  mutating func parseRuns() -> Statement.Kind? {
    advance()
    guard let first = parseFile("a file of saved answers") else { return nil }
    guard consumeWith(after: first.span), let second = parseFile("another file of saved answers")
    else { return nil }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: [.format, .file])
    return .compareRuns(
      RunComparisonRequest(
        first: first.name, firstSpan: first.span, second: second.name, secondSpan: second.span,
        output: clauses.output))
  }

  /// The `with` between the files; two names with another word or nothing between are answered with it.
  ///
  /// - Parameter first: Where the first name stands, which takes in a comma that touches it.
  private mutating func consumeWith(after first: Span) -> Bool {
    guard token.word != "with", token.kind != .end, expectations == nil else {
      return expect("with")
    }
    let message = "the two runs are joined by with"
    let comma = Span(first.end - 1, first.end)
    if source.text(comma) == "," {
      answerHabit(message, at: comma, write: " with")
    } else if token.isSymbol(",")
      || token.word.map({ Self.joiningHabits.contains($0) }) == true
    {
      answerHabit(message, at: token.span, write: "with")
    } else {
      answerHabit(message, at: Span(token.span.start, token.span.start), write: "with ")
    }
    return false
  }

  /// Words that people put between two things to compare.
  private static let joiningHabits: Set<String> = ["vs", "versus", "against", "to", "and"]
}
