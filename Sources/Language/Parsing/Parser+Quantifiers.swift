internal import Diagnostics

extension Parser {
  /// A quantifier and its brackets, if one begins here.
  mutating func parseQuantified() -> Expression? {
    let start = token.span.start
    guard let quantifier = parseQuantifier() else { return nil }
    guard let relation = parsePath(expecting: .relation) else { return nil }
    var final = quantifier
    if case .every = quantifier, token.isSymbol(","), peek().word == "if" || peek().kind == .end {
      advance()
      guard expect("if"), expect("any") else { return nil }
      _ = consume(symbol: ",")
      final = .every(ifAny: true)
    }
    guard let condition = parseInnerCondition(relation) else { return nil }
    return Expression(
      .quantified(final, relation: relation, condition: condition.value),
      at: span(from: start))
  }

  /// `review has any finding (...)`: the relation is a path, after the quantifier.
  ///
  /// - Returns: The condition as it should be written, after saying so; `nil` where no quantifier is
  ///   here.
  mutating func parseQuantifierAfterHas(_ left: Expression) -> Expression? {
    guard case .path(let path) = left.kind, peek().word != "of", peek().kind != .end else {
      return nil
    }
    let has = tokens[index - 1].span
    let start = token.span.start
    guard let quantifier = parseQuantifier() else { return nil }
    let words = source.text(Span(start, endOfConsumed))
    guard token.isNameLike, let relation = parsePath(expecting: .relation) else { return nil }
    let wrong = left.span.union(relation.span)
    report(
      .habit, "the quantifier stands first, and the relation is a path", at: wrong,
      edits: [
        Diagnostic.Edit(wrong, "\(words) \(source.text(path.span)).\(source.text(relation.span))")
      ])
    guard let condition = parseInnerCondition(relation) else { return nil }
    return Expression(
      .quantified(
        quantifier, relation: Path(path.names + relation.names), condition: condition.value),
      at: span(from: has.start))
  }

  private mutating func parseQuantifier() -> Quantifier? {
    let next = peek()
    let nextIsName: Bool =
      switch next.kind {
      case .word("width"):
        // `find "x" in PATH where no width 20`: the clause, and not a relation of that name.
        if case .number = peek(2).kind { false } else { true }
      case .word(let word): !Vocabulary.reserved.contains(word.lowercased())
      case .quotedName: true
      default: false
      }
    if token.kind == .end {
      for word in ["any", "every", "no", "at least"] { expectations?.expect(keyword: word) }
      return nil
    }
    switch token.word {
    case "any" where nextIsName || next.kind == .end, "some" where nextIsName,
      "exists" where nextIsName:
      if let word = token.word, word != "any" {
        reportHabit("\(word) is written any", at: token.span, write: "any")
      }
      advance()
      return .any
    case "all" where nextIsName && next.word != "of":
      reportHabit("all is written every", at: token.span, write: "every")
      advance()
      return .every(ifAny: false)
    case "every" where nextIsName || next.kind == .end:
      advance()
      return .every(ifAny: false)
    case "no" where nextIsName || next.kind == .end && expectations != nil:
      advance()
      return .no
    case "at" where next.word == "least" || next.word == "most":
      advance()
      let isLeast = advance().word == "least"
      return parseQuantity().map { isLeast ? .atLeast($0) : .atMost($0) }
    case "exactly":
      advance()
      return parseQuantity().map { .exactly($0) }
    default:
      return nil
    }
  }

  private mutating func parseQuantity() -> Int? {
    guard case .number(let number) = token.kind, let count = Int(exactly: number) else {
      reportUnexpected("a whole number")
      return nil
    }
    advance()
    return count
  }

  /// `( COND )` after a relation, if it is there: `.some(nil)` when it is not.
  mutating func parseInnerCondition(_ relation: Path) -> (value: Expression?, Void)? {
    if reportConditionWithoutBrackets() { return nil }
    guard consume(symbol: "(") else { return (nil, ()) }
    let wasMeasuring = isMeasuring
    isMeasuring = false
    defer { isMeasuring = wasMeasuring }
    expectations?.enter(relation: relation.names.map(\.text))
    guard let condition = parseCondition(), closeBracket() else { return nil }
    expectations?.leaveRelation()
    return (condition, ())
  }

  /// `any child died`, `any child where died`: the condition lacks its brackets.
  private mutating func reportConditionWithoutBrackets() -> Bool {
    let links: Set<String> = ["where", "who", "that", "which", "whose"]
    let isLinked = token.word.map { links.contains($0) } == true && peek().isNameLike
    let isBare =
      token.isNameLike && Vocabulary.clauseHabits[token.word ?? ""] == nil
      && !["group", "order", "limit", "per", "width", "descending", "ascending"].contains(
        token.word)
      && !peek().isSymbol("(")
    guard expectations == nil, isLinked || isBare else { return false }
    let first = isLinked ? peek() : token
    var end = first.span.end
    for next in tokens[(isLinked ? index + 1 : index)...] {
      if next.kind == .end || next.isSymbol(")") || next.isSymbol("?") { break }
      if let word = next.word, word == "and" || word == "or" || Vocabulary.clauses.contains(word) {
        break
      }
      end = next.span.end
    }
    report(
      .habit, "the condition on the related rows stands in brackets",
      at: Span(first.span.start, end),
      edits: [
        Diagnostic.Edit(Span(token.span.start, first.span.start), "("),
        Diagnostic.Edit(Span(end, end), ")"),
      ])
    stop()
    return true
  }

  mutating func closeBracket() -> Bool {
    if consume(symbol: ")") { return true }
    if token.kind == .end {
      report(
        .syntax, "a bracket is not closed", at: token.span,
        edits: [Diagnostic.Edit(Span(endOfConsumed, endOfConsumed), ")")])
    } else {
      reportUnexpected("\")\"")
    }
    return false
  }
}
