internal import Diagnostics

/// Measures as other languages write them.
extension Parser {
  /// The `of` before the set of a measure; says what is missing where it is not there.
  mutating func expectSet() -> Bool {
    if consume("of") { return true }
    if let word = token.word, ["from", "in", "for", "among", "amongst"].contains(word) {
      answerHabit("the set of a measure follows of, not \(word)", at: token.span, write: "of")
      return false
    }
    let endsHere = token.word.map { Vocabulary.clauses.contains($0) } ?? (token.kind == .end)
    guard endsHere, expectations == nil else { return expect("of") }
    report(
      .syntax,
      token.kind == .end
        ? "\"of\" is missing at the end" : "\"of\" is needed here, not \(found)",
      at: token.span, notes: ["name the rows, as in: median age of children"],
      edits: [Diagnostic.Edit(Span(endOfConsumed, endOfConsumed), " of rows")])
    stop()
    return false
  }

  /// The `with` before the second set of `compare`.
  mutating func expectOtherSet() -> Bool {
    if let word = token.word, ["vs", "versus", "against", "to"].contains(word) {
      answerHabit("the sets of compare are joined by with", at: token.span, write: "with")
      return false
    }
    if token.isSymbol(","), peek().isNameLike {
      answerHabit("the sets of compare are joined by with", at: token.span, write: " with")
      return false
    }
    return expect("with")
  }

  /// `sample children 5`: the number comes first.
  mutating func reportSizeOfSample() -> Bool {
    guard token.isNameLike, expectations == nil else { return false }
    let rows = token.span
    let number: Span? = if case .number = peek().kind { peek().span } else { nil }
    let edits = [
      Diagnostic.Edit(
        Span(rows.start, rows.start), (number.map { source.text($0) } ?? "10") + " ")
    ]
    report(
      .syntax, "how many rows to draw comes first", at: rows,
      edits: edits + (number.map { [Diagnostic.Edit(Span(rows.end, $0.end), "")] } ?? []))
    stop()
    return true
  }

  /// `percent of children where died`: the condition stands first.
  mutating func reportPercentOfSet(_ verb: Span) -> Query? {
    let of = advance().span
    let rows = token
    // The cursor may stand right after `of`.
    var fillers = min(index + 1, tokens.count - 1)
    while tokens[fillers].word.map({ Vocabulary.fillers.contains($0) || $0 == "where" }) ?? false {
      fillers += 1
    }
    let condition = Span(
      tokens[fillers].span.start, max(tokens[fillers].span.start, endOfCondition(from: fillers)))
    guard rows.isNameLike, condition.length > 0 else {
      report(
        .habit, "percent is followed by a condition, and then by of and the rows", at: of,
        notes: ["such as: percent died of children"])
      stop()
      return nil
    }
    answerHabit(
      "the condition comes first: percent CONDITION of ROWS",
      at: Span(verb.start, condition.end),
      write: "percent \(source.text(condition)) of \(source.text(rows.span))")
    return nil
  }

  /// Where the words end that begin at a token and belong to one condition.
  func endOfCondition(from first: Int) -> Int {
    var end = tokens[first].span.start
    for token in tokens[first...] {
      if token.kind == .end || token.isSymbol("?") { break }
      if let word = token.word, ["by", "group", "sort", "order", "with", "having"].contains(word) {
        break
      }
      end = token.span.end
    }
    return end
  }

  /// `what percentage of children died?`.
  mutating func parseWhatPercentage() -> Statement?? {
    var distance = 1
    while ["is", "was", "are", "the", "were"].contains(peek(distance).word) { distance += 1 }
    guard let word = peek(distance).word, Vocabulary.percentages.contains(word),
      peek(distance + 1).word == "of"
    else { return nil }
    let start = token.span
    for _ in 0...distance { advance() }
    _ = reportPercentOfSet(start)
    return .some(nil)
  }

  /// `count(*)`, `avg(age)`, `n()` in a condition on groups or a key of sorting.
  mutating func parseCalledMeasure(_ word: String) -> Expression? {
    let name = token.span
    if word == "count" || word == "n", peek().isSymbol("("), let close = closingBracket(after: 1) {
      let inside = peek(2)
      guard inside.isSymbol("*") || inside.isSymbol(")") else { return nil }
      let whole = name.union(close)
      reportHabit("\"\(source.text(whole))\" is written count", at: whole, write: "count")
      while token.span != close { advance() }
      advance()
      return Expression(.measure(MeasureExpression(.count, at: whole)), at: whole)
    }
    guard let form = Vocabulary.statementHabits[word], let statistic = Statistic(word: form),
      peek().isSymbol("(") || peek().isNameLike
    else { return nil }
    reportHabit("\(word) is written \(form)", at: name, write: form)
    advance()
    guard let value = parseOperand() else { return nil }
    let whole = name.union(value.span)
    return Expression(
      .measure(MeasureExpression(.statistic(statistic, value), at: whole)), at: whole)
  }

  /// The bracket that closes the one at the current token.
  var closingBracket: Span? { closingBracket(after: 0) }

  /// The bracket that closes the one at a distance.
  func closingBracket(after distance: Int) -> Span? {
    guard peek(distance).isSymbol("(") else { return nil }
    var open = 0
    for token in tokens[min(index + distance, tokens.count - 1)...] {
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") {
        open -= 1
        if open == 0 { return token.span }
      }
    }
    return nil
  }
}
