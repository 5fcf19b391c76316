internal import Diagnostics

extension Parser {
  /// A condition or a value: whatever `or` may join, down to a single name.
  mutating func parseCondition() -> Expression? { nested { $0.parseOr() } }

  /// `a or b`; loosest of all.
  private mutating func parseOr() -> Expression? {
    guard var left = parseAnd() else { return nil }
    var length = 1
    while atConnective("or", habits: ["||", "|"]) {
      guard canJoin(length) else { return nil }
      length += 1
      let connective = advance().span
      if token.isPlainValue, !comparisonFollows {
        reportValueAfterOr(connective)
        return nil
      }
      if reportMissingSubject(left) { return nil }
      guard let right = parseAnd() else { return nil }
      left = joined(.or, left, right)
    }
    return left
  }

  /// `a and b`.
  private mutating func parseAnd() -> Expression? {
    guard var left = parseNot() else { return nil }
    var length = 1
    while atConnective("and", habits: ["&&", "&"]) {
      guard canJoin(length) else { return nil }
      length += 1
      let connective = advance().span
      if token.isPlainValue, !comparisonFollows {
        reportAndOfValues(left, connective)
        return nil
      }
      if reportMissingSubject(left) { return nil }
      guard let right = parseNot() else { return nil }
      left = joined(.and, left, right)
    }
    return left
  }

  private func joined(
    _ connective: LogicalOperator, _ left: Expression, _ right: Expression
  ) -> Expression {
    Expression(.logical(connective, left, right), at: left.span.union(right.span))
  }

  /// `not a`.
  private mutating func parseNot() -> Expression? {
    let start = token.span.start
    if token.isSymbol("!") {
      reportHabit("\"!\" is written not", at: token.span, write: spaced("not", at: token.span))
      advance()
    } else if !consume("not") {
      return parseComparison()
    }
    guard let inner = nested({ $0.parseNot() }) else { return nil }
    return Expression(.not(inner), at: span(from: start))
  }

  /// Whether the word is here, or a sign that other languages write for it.
  private mutating func atConnective(_ word: String, habits: [String]) -> Bool {
    if at(word) { return true }
    guard habits.contains(where: { token.isSymbol($0) }) else { return false }
    reportHabit("\(found) is written \(word)", at: token.span, write: spaced(word, at: token.span))
    return true
  }

  /// Whether the value at the current token is the left side of a comparison.
  private var comparisonFollows: Bool { comparisonFollows(after: 0) }

  /// Whether the token at a distance is the left side of a comparison.
  private func comparisonFollows(after distance: Int) -> Bool {
    var next = peek(distance + 1)
    // `6 months < age`: the unit belongs to the number.
    if case .number = peek(distance).kind, let unit = next.word, Vocabulary.units[unit] != nil {
      next = peek(distance + 2)
    }
    if case .symbol(let sign) = next.kind {
      return Self.comparisonSigns[sign] != nil || ["+", "-", "*", "/"].contains(sign)
    }
    return ["is", "in", "between"].contains(next.word)
  }

  /// `status = "A" or "B"`: a value can be no condition, so it joins the comparison before, more
  /// tightly than `and`.
  mutating func parseMoreValues(of comparison: Expression) -> Expression? {
    var result = comparison
    while token.word == "or", peek().isPlainValue, !comparisonFollows(after: 1) {
      if case .comparison(.notEqual, let subject, let first, _) = result.kind {
        reportNotEqualToEither(result.span, subject, first)
        return nil
      }
      guard result.takesMoreValues else { return result }
      advance()
      guard let value = parseSum(), let widened = result.addingValue(value) else { return nil }
      result = widened
    }
    return result
  }

  /// `status != "A" or "B"`: English means neither, logic says always.
  private mutating func reportNotEqualToEither(
    _ comparison: Span, _ subject: Expression, _ first: Expression
  ) {
    advance()
    let whole = comparison.union(token.span)
    let values = "\(source.text(first.span)), \(source.text(token.span))"
    report(
      .syntax, "\"!= A or B\" is always true: a value differs from one or from the other",
      at: whole,
      edits: [Diagnostic.Edit(whole, "\(source.text(subject.span)) not in (\(values))")])
    index = tokens.count - 1
  }

  private mutating func reportValueAfterOr(_ connective: Span) {
    report(
      .syntax, "\(source.text(token.span)) is a value, and a condition is needed after or",
      at: token.span, notes: ["write the comparison in full on both sides of or"])
    index = tokens.count - 1
  }

  /// `status = "A" and "B"`: one value cannot be two; a list can hold both.
  private mutating func reportAndOfValues(_ left: Expression, _ connective: Span) {
    let value = token.span
    if let (words, subject, first) = left.lastComparison?.singleOfMany {
      let whole = (left.lastComparison?.span ?? subject.span).union(value)
      let both = "(\(source.text(first.span)), \(source.text(value)))"
      report(
        .singleValued, "to ask for both, write \(words) all of", at: whole,
        edits: [
          Diagnostic.Edit(whole, "\(source.text(subject.span)) \(words) all of \(both)")
        ])
    } else {
      report(
        .singleValued, "one field cannot hold two values at once", at: connective.union(value),
        notes: ["either of them: or", "both, in a many-valued field: has all of (..., ...)"],
        edits: [Diagnostic.Edit(connective, "or")])
    }
    index = tokens.count - 1
  }
}

extension Expression {
  /// The comparison that a following value would belong to: the last one that `and` joins.
  var lastComparison: Expression? {
    switch kind {
    case .logical(_, _, let right): right.lastComparison
    case .not(let inner): inner.lastComparison
    case .comparison, .membership, .has, .test, .textTest: self
    default: nil
    }
  }

  /// The word, subject and value of a comparison that could ask for several values at once.
  var singleOfMany: (words: String, subject: Expression, value: Expression)? {
    switch kind {
    case .has(let subject, .one, let values):
      values.first.map { ("has", subject, $0) }
    case .textTest(let subject, let test, .one, let patterns) where test != .matches:
      patterns.first.map { (test.rawValue, subject, $0) }
    default: nil
    }
  }

  /// Whether a value after `or` can join the comparison.
  var takesMoreValues: Bool {
    switch kind {
    case .comparison(.equal, _, _, _), .test(_, isNegated: false, .value),
      .membership(_, isNegated: false, _), .has(_, .one, _), .has(_, .any, _),
      .textTest(_, .contains, .one, _), .textTest(_, .contains, .any, _),
      .textTest(_, .mentions, .one, _), .textTest(_, .mentions, .any, _):
      true
    default: false
    }
  }

  /// The comparison with one more value; `nil` when it takes none.
  public func addingValue(_ value: Expression) -> Expression? {
    let whole = span.union(value.span)
    switch kind {
    case .comparison(.equal, let subject, let first, _),
      .test(let subject, isNegated: false, .value(let first)):
      return Expression(.membership(subject, isNegated: false, [first, value]), at: whole)
    case .membership(let subject, isNegated: false, let values):
      return Expression(.membership(subject, isNegated: false, values + [value]), at: whole)
    case .has(let subject, .one, let values), .has(let subject, .any, let values):
      return Expression(.has(subject, .any, values + [value]), at: whole)
    case .textTest(let subject, let test, _, let patterns) where test != .matches:
      return Expression(.textTest(subject, test, .any, patterns + [value]), at: whole)
    default:
      return nil
    }
  }
}
