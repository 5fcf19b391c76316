internal import Diagnostics

extension Parser {
  static let comparisonSigns: [String: ComparisonOperator] = [
    "=": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
    ">=": .greaterOrEqual, "==": .equal, "<>": .notEqual,
  ]

  /// A quantifier, or a value with what is said of it.
  mutating func parseComparison() -> Expression? {
    let errors = diagnostics.count
    if let quantified = parseQuantified() { return quantified }
    guard diagnostics.count == errors else { return nil }
    guard let left = parseSum() else { return nil }
    guard diagnostics.count == errors else { return left }
    guard let comparison = parsePredicate(of: left) else { return nil }
    return parseMoreValues(of: comparison)
  }

  /// What is said of a value: a comparison, a test, a list.
  ///
  /// The value itself when nothing is.
  private mutating func parsePredicate(of left: Expression) -> Expression? {
    if case .path(let path) = left.kind {
      expectations?.subject(path.names.map(\.text))
    } else {
      expectations?.subject([])
    }
    if let comparison = parseComparisonSign() {
      return parseRightSide(of: comparison.sign, comparison.span, left)
    }
    if let comparison = parseSignWords(left) { return comparison }
    for sign in ComparisonOperator.allCases where token.kind == .end {
      expectations?.expect(keyword: sign.rawValue)
    }
    if consume("is") { return parseTest(of: left) }
    if consume("has") {
      if let quantified = parseQuantifierAfterHas(left) { return quantified }
      return parseHas(left)
    }
    if consume("bands") { return parseBands(left) }
    if token.kind == .end { expectations?.expect(keyword: "every") }
    if token.word == "every", case .number = peek().kind {
      advance()
      return parseEvery(left)
    }
    if let test = parseTextHabit(left) { return test }
    for test in TextTest.allCases where consume(test.rawValue) {
      return parseTextTest(left, test)
    }
    if let negated = parseNegatedTextTest(left) { return negated }
    if let order = parseDateOrder() { return parseOrdering(left, order) }
    let isNegated = token.word == "not" && ["in", "between"].contains(peek().word)
    if isNegated { advance() }
    for word in ["not in", "not between"] where token.kind == .end && !isNegated {
      expectations?.expect(keyword: word)
    }
    if consume("in") {
      return token.isSymbol("(")
        ? parseMembership(left, isNegated: isNegated) : parsePeriod(left, isNegated: isNegated)
    }
    if consume("between") {
      if reportBetween(left) { return nil }
      return parseBetween(left, isNegated: isNegated)
    }
    return parseNullHabit(left) ?? parseMissingSign(left) ?? left
  }

  private mutating func parseComparisonSign() -> (sign: ComparisonOperator, span: Span)? {
    guard case .symbol(let text) = token.kind, let sign = Self.comparisonSigns[text] else {
      return nil
    }
    var span = advance().span
    if let turned = turnedSign(text) {
      span = span.union(advance().span)
      reportHabit(
        "\"\(source.text(span))\" is written \(turned.rawValue)", at: span, write: turned.rawValue)
      return (turned, span)
    }
    if text != sign.rawValue {
      reportHabit("\"\(text)\" is written \(sign.rawValue)", at: span, write: sign.rawValue)
    }
    return (sign, span)
  }

  /// `=>`, `=<` and `===`, as two signs that touch.
  private func turnedSign(_ text: String) -> ComparisonOperator? {
    guard token.span.start == endOfConsumed, case .symbol(let next) = token.kind else { return nil }
    switch (text, next) {
    case ("=", ">"): return .greaterOrEqual
    case ("=", "<"): return .lessOrEqual
    case ("==", "="): return .equal
    case ("!=", "="): return .notEqual
    default: return nil
    }
  }

  private mutating func parseRightSide(
    of sign: ComparisonOperator, _ signSpan: Span, _ left: Expression
  ) -> Expression? {
    expectHere(.value)
    if token.word == "null" || token.word == "na" {
      let form = sign == .notEqual ? "is recorded" : "is missing"
      reportHabit(
        "a missing value is never equal to anything: ask \(form)",
        at: signSpan.union(token.span), write: form)
      advance()
      return left
    }
    guard let right = parseSum() else { return nil }
    if case .symbol(let text) = token.kind, Self.comparisonSigns[text] != nil {
      report(
        .syntax, "one comparison cannot follow another", at: token.span,
        notes: ["a range is written: \(source.text(right.span)) between LOW and HIGH"],
        edits: [
          Diagnostic.Edit(
            Span(token.span.start, token.span.start), "and \(source.text(right.span)) ")
        ])
      index = tokens.count - 1
      return nil
    }
    if sign == .equal, token.kind == .end { expectations?.expect(keyword: "within") }
    if sign == .equal, consume("within") {
      return parseTolerance(around: right, of: left)
    }
    return Expression(
      .comparison(sign, left, right, operatorSpan: signSpan), at: left.span.union(right.span))
  }

  /// `VALUE = MIDDLE within DISTANCE`, another way to write a range around a value.
  private mutating func parseTolerance(
    around middle: Expression, of left: Expression
  ) -> Expression? {
    guard let distance = parseSum() else { return nil }
    return Expression(
      .between(
        left, isNegated: false, low: middle.moved(.subtract, by: distance),
        high: middle.moved(.add, by: distance)),
      at: span(from: left.span.start))
  }

  // MARK: is

  private mutating func parseTest(of left: Expression) -> Expression? {
    let isStart = tokens[index - 1].span
    if token.word == "before" || token.word == "after" || token.word == "on" && peek().word == "or",
      let order = parseDateOrder()
    {
      return parseOrdering(left, order)
    }
    let isNegated = consume("not")
    let errors = diagnostics.count
    guard let test = parseTestWords(isStart, isNegated: isNegated) else {
      return diagnostics.count > errors ? nil : left
    }
    return Expression(.test(left, isNegated: isNegated, test), at: span(from: left.span.start))
  }

  private mutating func parseTestWords(_ isStart: Span, isNegated: Bool) -> Test? {
    if token.word == "null" || token.word == "na" || token.word == "none" && peek().kind == .end {
      let form = isNegated ? "is recorded" : "is missing"
      reportHabit("there is no null: ask \(form)", at: isStart.union(token.span), write: form)
      advance()
      return nil
    }
    if consume("missing") {
      guard consume("because") else { return .missing(reason: nil) }
      return parseSum().map { .missing(reason: $0) }
    }
    if consume("recorded") { return .recorded }
    if consume("empty") { return .empty }
    if token.word == "yes" || token.word == "true" { return consumed(.yes) }
    if token.word == "no" || token.word == "false" { return consumed(.no) }
    if token.kind == .end {
      expectations?.expect(keyword: "yes")
      expectations?.expect(keyword: "no")
    }
    if let level = parseLevelWords() {
      expectHere(.value)
      return parseSum().map { .level(level, $0) }
    }
    expectHere(.value)
    return parseSum().map { .value($0) }
  }

  private mutating func consumed(_ test: Test) -> Test {
    advance()
    return test
  }

  private mutating func parseLevelWords() -> LevelComparison? {
    for level in LevelComparison.allCases where token.kind == .end {
      expectations?.expect(keyword: level.rawValue)
    }
    if token.word == "at", peek().word == "least" || peek().word == "most" {
      advance()
      return advance().word == "least" ? .atLeast : .atMost
    }
    if consume("above") { return .above }
    if consume("below") { return .below }
    return nil
  }

  // MARK: in, between, has, bands

  private mutating func parseMembership(_ left: Expression, isNegated: Bool) -> Expression? {
    guard let values = parseValueList() else { return nil }
    return Expression(
      .membership(left, isNegated: isNegated, values), at: span(from: left.span.start))
  }

  /// `(V, V, ...)`, at least one; or a parameter that holds several values.
  mutating func parseValueList() -> [Expression]? {
    if case .parameter = token.kind { return parseOperand().map { [$0] } }
    guard consume(symbol: "(") else {
      reportUnexpected("a list of values in brackets")
      return nil
    }
    var values: [Expression] = []
    repeat {
      expectHere(.value)
      guard let value = parseSum() else { return nil }
      values.append(value)
    } while consume(symbol: ",")
    return closeBracket() ? values : nil
  }

  private mutating func parseBetween(_ left: Expression, isNegated: Bool) -> Expression? {
    guard let low = parseSum(), expect("and"), let high = parseSum() else { return nil }
    return Expression(
      .between(left, isNegated: isNegated, low: low, high: high), at: span(from: left.span.start))
  }

  private mutating func parseHas(_ left: Expression) -> Expression? {
    let mode = parseHasMode()
    let values: [Expression]?
    if mode == .one || (mode == .only && !token.isSymbol("(")) {
      expectHere(.value)
      values = parseSum().map { [$0] }
    } else {
      values = parseValueList()
    }
    guard let values else { return nil }
    return Expression(.has(left, mode, values), at: span(from: left.span.start))
  }

  /// How many of the values that follow are meant: `any of`, `only`.
  ///
  /// - Parameter takesOnly: Whether `only` is among the words.
  mutating func parseHasMode(takesOnly: Bool = true) -> HasMode {
    for mode in HasMode.allCases
    where token.kind == .end && mode != .one && (takesOnly || mode != .only) {
      expectations?.expect(keyword: mode.rawValue)
    }
    if token.word == "only" {
      advance()
      return .only
    }
    let modes: [String: HasMode] = ["any": .any, "all": .all, "none": .none]
    guard let word = token.word, let mode = modes[word] else { return .one }
    if peek().kind == .end, expectations != nil {
      advance()
      expectations?.expect(keyword: "of")
      return mode
    }
    guard peek().word == "of" else { return .one }
    advance()
    advance()
    return mode
  }
}
