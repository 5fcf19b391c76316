internal import Diagnostics

extension Parser {
  /// A quantifier and its brackets, if one begins here.
  mutating func parseQuantified() -> Expression? {
    let start = token.span.start
    guard let quantifier = parseQuantifier() else { return nil }
    guard let relation = parsePath(expecting: .relation) else { return nil }
    var final = quantifier
    if case .every = quantifier, consume(symbol: ",") {
      guard expect("if"), expect("any") else { return nil }
      _ = consume(symbol: ",")
      final = .every(ifAny: true)
    }
    guard let condition = parseInnerCondition(relation) else { return nil }
    return Expression(
      .quantified(final, relation: relation, condition: condition.value),
      at: span(from: start))
  }

  private mutating func parseQuantifier() -> Quantifier? {
    let next = peek()
    let nextIsName: Bool =
      switch next.kind {
      case .word(let word): !Vocabulary.reserved.contains(word.lowercased())
      case .quotedName: true
      default: false
      }
    if token.kind == .end {
      for word in ["any", "every", "no", "at least"] { expectations?.expect(keyword: word) }
      return nil
    }
    switch token.word {
    case "any" where nextIsName || next.kind == .end, "some" where nextIsName:
      if token.word == "some" { reportHabit("some is written any", at: token.span, write: "any") }
      advance()
      return .any
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
    guard consume(symbol: "(") else { return (nil, ()) }
    expectations?.enter(relation: relation.names.map(\.text))
    guard let condition = parseCondition(), closeBracket() else { return nil }
    expectations?.leaveRelation()
    return (condition, ())
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
