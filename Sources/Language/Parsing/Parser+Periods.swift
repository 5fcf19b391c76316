internal import Diagnostics

/// Dates and the periods they fall into.
extension Parser {
  /// `in 2009`, `in July 2009`, `in 2009-10`, `in quarter 3 of 2009-10`, after the word `in`.
  mutating func parsePeriod(_ left: Expression, isNegated: Bool) -> Expression? {
    if token.kind == .end {
      expectations?.expect(keyword: "quarter")
      reportUnexpected("a list of values in brackets, or a period such as 2009-10,")
      return nil
    }
    let isPeriod =
      switch token.kind {
      case .number, .date, .financialYear, .parameter: true
      case .word(let word): word.lowercased() == "quarter" || Lexer.month(named: word) != nil
      default: false
      }
    guard isPeriod else { return reportListWithoutBrackets(left, isNegated: isNegated) }
    guard let period = parseOperand() else { return nil }
    return Expression(
      .inPeriod(left, isNegated: isNegated, period), at: span(from: left.span.start))
  }

  /// `status in "A", "B"`: the values lack their brackets.
  private mutating func reportListWithoutBrackets(_ left: Expression, isNegated: Bool)
    -> Expression?
  {
    let start = token.span.start
    guard case .string = token.kind else {
      reportUnexpected("a list of values in brackets, or a period such as 2009-10,")
      return nil
    }
    var end = token.span.end
    while case .string = token.kind {
      end = advance().span.end
      guard token.isSymbol(","), case .string = peek().kind else { break }
      advance()
    }
    report(
      .syntax, "a list of values stands in brackets", at: Span(start, end),
      edits: [
        Diagnostic.Edit(Span(start, start), "("), Diagnostic.Edit(Span(end, end), ")"),
      ])
    return left
  }

  /// `quarter 3 of 2009-10`, if one begins here.
  mutating func parseQuarter() -> Expression? {
    guard token.word == "quarter", case .number(let number) = peek().kind else { return nil }
    let start = advance().span.start
    guard let quarter = Int(exactly: number), (1...4).contains(quarter) else {
      reportUnexpected("a quarter from 1 to 4")
      return nil
    }
    advance()
    guard expect("of") else { return nil }
    switch token.kind {
    case .financialYear(let year):
      advance()
      return Expression(
        .literal(.quarter(quarter, year: year, isFinancial: true)), at: span(from: start))
    case .number(let number):
      guard let year = Int(exactly: number), (1000...9998).contains(year) else { break }
      advance()
      return Expression(
        .literal(.quarter(quarter, year: year, isFinancial: false)), at: span(from: start))
    default: break
    }
    reportUnexpected("a year such as 2009-10 or 2009")
    return nil
  }

  /// `before`, `after`, `on or before`, `on or after`, if one is here.
  mutating func parseDateOrder() -> DateOrder? {
    if token.kind == .end {
      for order in DateOrder.allCases { expectations?.expect(keyword: order.rawValue) }
    }
    if token.word == "on", peek().word == "or", ["before", "after"].contains(peek(2).word) {
      advance()
      advance()
      return advance().word == "before" ? .onOrBefore : .onOrAfter
    }
    if consume("before") { return .before }
    return consume("after") ? .after : nil
  }

  /// The right side of a date's order.
  mutating func parseOrdering(_ left: Expression, _ order: DateOrder) -> Expression? {
    expectHere(.value)
    return parseSum().map {
      Expression(.ordering(left, order, $0), at: left.span.union($0.span))
    }
  }
}
