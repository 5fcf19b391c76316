internal import Diagnostics

/// Questions in plain English that come near the language.
extension Parser {
  /// `how many children died?`, `how many of the children were known`.
  mutating func parseHowMany() -> Statement? {
    let start = token.span.start
    advance()
    advance()
    while let word = token.word, ["of", "the", "all"].contains(word) { advance() }
    reportHabit(
      "\"how many\" is written count", at: span(from: start), write: "count")
    guard parseEntity() != nil else { return nil }
    if let word = token.word, Vocabulary.fillers.contains(word), peek().kind != .end {
      let first = token.span
      while let word = token.word, Vocabulary.fillers.contains(word) { advance() }
      let words = first.union(tokens[index - 1].span)
      report(
        .habit, "conditions stand after where", at: words,
        edits: [Diagnostic.Edit(words, "where")])
      stop()
      return nil
    }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: ClauseKind.allCases)
    reportLeftOver()
    index = tokens.count - 1
    return nil
  }

  /// `top 5 children by age`, `head(children)`: the first rows of a list.
  mutating func parseTopRows() -> Statement?? {
    let word = token.span
    var distance = 1
    var count = "10"
    if case .number = peek().kind {
      count = source.text(peek().span)
      distance = 2
    }
    guard peek(distance).isNameLike || peek(distance).isSymbol("(") else { return nil }
    let verb = word.union(peek(distance - 1).span)
    let last = tokens[tokens.count - 2].span.end
    let isOrdered = tokens.contains { $0.word == "by" }
    var edits = [
      Diagnostic.Edit(verb, "list"), Diagnostic.Edit(Span(last, last), " first \(count)"),
    ]
    if isOrdered, let by = tokens.firstIndex(where: { $0.word == "by" }), by > 0,
      !["sort", "order", "group"].contains(tokens[by - 1].word)
    {
      edits.insert(
        Diagnostic.Edit(tokens[by].span, "sort by"), at: 1)
      edits[2].replacement = " descending" + edits[2].replacement
    }
    if peek(distance).isSymbol("("), let close = closingBracket(after: distance) {
      edits = [
        Diagnostic.Edit(verb.union(peek(distance).span), "list "),
        Diagnostic.Edit(close, " first \(count)"),
      ]
    }
    report(
      .habit, "the first rows of a list are asked for with first", at: verb, edits: edits)
    stop()
    return .some(nil)
  }
}
