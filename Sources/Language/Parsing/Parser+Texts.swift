internal import Diagnostics

/// What is asked of texts: `contains`, `mentions`, `matches`, and `find`.
extension Parser {
  /// `contains "x"`, `mentions any of ("x", "y*")`, `matches /x/`, after its subject.
  mutating func parseTextTest(_ left: Expression, _ test: TextTest) -> Expression? {
    let isPattern = test == .matches
    let mode = isPattern ? .one : parseHasMode(takesOnly: false)
    guard mode != .only else {
      reportUnexpected("a text in quotes")
      return nil
    }
    let patterns: [Expression]?
    if mode == .one {
      patterns = isPattern ? parsePattern().map { [$0] } : parseOperand().map { [$0] }
    } else {
      patterns = parseValueList()
    }
    guard let patterns else { return nil }
    return Expression(.textTest(left, test, mode, patterns), at: span(from: left.span.start))
  }

  private mutating func parsePattern() -> Expression? {
    switch token.kind {
    case .pattern(let source):
      return Expression(.literal(.pattern(source)), at: advance().span)
    case .parameter:
      return parseOperand()
    case .string(let text):
      report(
        .syntax, "a regular expression stands between slashes", at: token.span,
        edits: [Diagnostic.Edit(token.span, Formatter.format(.pattern(text)))])
      return nil
    default:
      reportUnexpected("a regular expression such as /not seen/")
      return nil
    }
  }

  /// `text does not mention "x"`, `text not contains "x"`: `not` stands before the whole comparison.
  mutating func parseNegatedTextTest(_ left: Expression) -> Expression?? {
    let start = token.span.start
    var distance = 0
    if token.word == "does", peek().word == "not" {
      distance = 2
    } else if token.word == "not" {
      distance = 1
    }
    let forms: [String: TextTest] = [
      "contain": .contains, "contains": .contains, "mention": .mentions, "mentions": .mentions,
      "match": .matches, "matches": .matches,
    ]
    guard distance > 0, let word = peek(distance).word, let test = forms[word] else { return nil }
    for _ in 0...distance { advance() }
    let words = span(from: start)
    report(
      .habit, "not stands before the whole comparison", at: words,
      edits: [
        Diagnostic.Edit(Span(left.span.start, left.span.start), "not "),
        Diagnostic.Edit(words, test.rawValue),
      ])
    return .some(parseTextTest(left, test))
  }

  /// `like '%x%'`: the nearest question of this language.
  mutating func parseLike(_ left: Expression) -> Expression? {
    let start = advance().span.start
    guard case .string(let text) = token.kind else {
      report(.habit, "there is no like: write contains \"part of the text\"", at: span(from: start))
      index = tokens.count - 1
      return nil
    }
    advance()
    let inner = text.replacing("%", with: "").replacing("_", with: " ")
    let words = span(from: start)
    report(
      .habit, "there is no like: contains finds a part of a text", at: words,
      notes: ["whole words: mentions", "more than that: matches /regular expression/"],
      edits: [Diagnostic.Edit(words, "contains \(Formatter.quoted(inner))")])
    return left
  }

  /// `find "text" in PATH [where COND] [width N] [OUTPUT]`.
  mutating func parseFind(from start: Int) -> Find? {
    guard case .string(let text) = token.kind else {
      reportTextWithoutQuotes()
      return nil
    }
    let textSpan = advance().span
    guard expect("in"), let path = parsePath(expecting: .anyField) else { return nil }
    if let first = path.names.first { expectations?.enter(entity: first.text) }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: [.condition, .width, .first, .format, .file])
    return Find(
      text: text, textSpan: textSpan, path: path, condition: clauses.condition,
      width: clauses.width, output: clauses.output, span: span(from: start))
  }

  /// `find bruising in narratives`: the words up to `in` lack their quotes.
  private mutating func reportTextWithoutQuotes() {
    let start = token.span
    let unquoted = tokens[index...].prefix { $0.word != "in" && $0.kind != .end }
    guard let end = unquoted.last, peek(unquoted.count).word == "in", token.word != nil else {
      reportUnexpected(
        "the text to find, in quotes,", notes: ["such as: find \"bruis*\" in narratives.text"])
      return
    }
    let words = start.union(end.span)
    report(
      .syntax, "the text to find stands in quotes", at: words,
      edits: [Diagnostic.Edit(words, Formatter.quoted(source.text(words)))])
    index = tokens.count - 1
  }
}
