internal import Diagnostics

/// Comparisons in the words of plain English and of other languages.
extension Parser {
  /// Words for a sign, longest first, each sure only when a value follows.
  private static let signWords: [(words: [String], sign: ComparisonOperator)] = [
    (["not", "equal", "to"], .notEqual), (["equal", "to"], .equal), (["equals"], .equal),
    (["greater", "than"], .greater), (["more", "than"], .greater), (["older", "than"], .greater),
    (["higher", "than"], .greater), (["over"], .greater), (["less", "than"], .less),
    (["fewer", "than"], .less), (["younger", "than"], .less), (["lower", "than"], .less),
    (["under"], .less), (["at", "least"], .greaterOrEqual), (["at", "most"], .lessOrEqual),
  ]

  /// `age is over 5`, `status equals "Known"`.
  mutating func parseSignWords(_ left: Expression) -> Expression?? {
    guard case .path = left.kind, token.word != nil else { return nil }
    let offset = token.word == "is" ? 1 : 0
    for (words, sign) in Self.signWords {
      let fits = words.enumerated().allSatisfy { peek(offset + $0.offset).word == $0.element }
      let next = peek(offset + words.count)
      // `is at least` is this language's own.
      if offset == 1, words[0] == "at" { continue }
      guard fits, next.isPlainValue || next.isNameLike else { continue }
      let span = token.span.union(peek(offset + words.count - 1).span)
      reportHabit(
        "\"\(source.text(span))\" is written \(sign.rawValue)", at: span, write: sign.rawValue)
      for _ in 0..<(offset + words.count) { advance() }
      guard let right = parseSum() else { return .some(nil) }
      return Expression(
        .comparison(sign, left, right, operatorSpan: span), at: left.span.union(right.span))
    }
    return nil
  }

  /// `includes "x"`, `starts with "x"`, `ilike "%x%"`.
  mutating func parseTextHabit(_ left: Expression) -> Expression?? {
    guard let word = token.word else { return nil }
    if word == "like" || word == "ilike" { return .some(parseLike(left)) }
    if word == "not", peek().word == "like" || peek().word == "ilike" {
      let start = advance().span
      let result = parseLike(left)
      let before = Span(left.span.start, left.span.start)
      if !diagnostics.isEmpty, !diagnostics[diagnostics.count - 1].edits.isEmpty {
        diagnostics[diagnostics.count - 1].edits += [
          Diagnostic.Edit(before, "not "), Diagnostic.Edit(Span(start.start, token.span.start), ""),
        ]
        let edits = diagnostics[diagnostics.count - 1].edits
        if let contains = edits.first {
          diagnostics[diagnostics.count - 1].edits = [
            Diagnostic.Edit(before, "not "),
            Diagnostic.Edit(start.union(contains.span), contains.replacement),
          ]
        }
      }
      return .some(result)
    }
    if ["includes", "include", "contain", "containing", "including"].contains(word) {
      reportHabit("\(word) is written contains", at: token.span, write: "contains")
      advance()
      return .some(parseTextTest(left, .contains))
    }
    if ["mention", "mentioning"].contains(word), case .string = peek().kind {
      reportHabit("\(word) is written mentions", at: token.span, write: "mentions")
      advance()
      return .some(parseTextTest(left, .mentions))
    }
    return parseAnchored(left, word)
  }

  /// `starts with "x"`, `ends with "x"`: what stands at an end is a matter for `matches`.
  private mutating func parseAnchored(_ left: Expression, _ word: String) -> Expression?? {
    let starts = ["starts", "begins", "startswith", "beginning", "starting"].contains(word)
    guard starts || ["ends", "ending", "endswith"].contains(word) else { return nil }
    let distance = peek().word == "with" ? 2 : 1
    guard case .string(let text) = peek(distance).kind else { return nil }
    let words = token.span.union(peek(distance).span)
    let special: Set<Character> = Set("\\.+*?()[]{}|^$")
    let plain = text.map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
    let pattern = Formatter.format(.pattern(starts ? "^" + plain : plain + "$"))
    reportHabit(
      "how a text begins or ends is asked with matches", at: words, write: "matches \(pattern)")
    for _ in 0...distance { advance() }
    return .some(left)
  }

  /// `age not null`, `age isnull`.
  mutating func parseNullHabit(_ left: Expression) -> Expression? {
    let forms: [String: String] = [
      "isnull": "is missing", "isna": "is missing", "notnull": "is recorded",
      "notna": "is recorded",
    ]
    if token.word == "not", peek().word == "null" || peek().word == "missing" {
      let words = token.span.union(peek().span)
      reportHabit(
        "\"\(source.text(words))\" is written is recorded", at: words, write: "is recorded")
      advance()
      advance()
      return left
    }
    guard let word = token.word, let form = forms[word] else { return nil }
    reportHabit("\(word) is written \(form)", at: token.span, write: form)
    advance()
    return left
  }

  /// `isna(age)`, `lower(status)`: calls that other languages need.
  mutating func reportCallHabit(_ name: Name, _ arguments: [Expression], _ whole: Span) -> Bool {
    guard arguments.count == 1, let argument = arguments.first else { return false }
    let text = source.text(argument.span)
    switch name.text.lowercased() {
    case "isnull", "is_null", "isna", "is_na", "missing":
      reportHabit(
        "a missing value is asked for with is missing", at: whole, write: "\(text) is missing")
    case "notnull", "notna", "not_null":
      reportHabit(
        "a value that is there is asked for with is recorded", at: whole,
        write: "\(text) is recorded")
    case "lower", "upper", "trim", "lcase", "ucase", "tolower", "toupper":
      reportHabit("case and blanks make no difference, so no \(name.text)", at: whole, write: text)
    default: return false
    }
    return true
  }

  /// `is.na(age)`, as R writes it.
  mutating func reportIsNA() -> Bool {
    guard token.word == "is", peek().isSymbol("."), ["na", "null"].contains(peek(2).word),
      let close = closingBracket(after: 3)
    else { return false }
    let whole = token.span.union(close)
    let inside = Span(peek(4).span.start, close.start)
    answerHabit(
      "a missing value is asked for with is missing", at: whole,
      write: "\(source.text(inside)) is missing")
    return true
  }

  /// `status "CP plan"`: the sign between a field and a value is missing.
  mutating func parseMissingSign(_ left: Expression) -> Expression? {
    guard case .path = left.kind, token.isPlainValue, expectations == nil else { return nil }
    let value = token.span
    report(
      .syntax, "a sign such as = is missing before \(source.text(value))", at: value,
      edits: [Diagnostic.Edit(Span(value.start, value.start), "= ")])
    return parseSum()
  }

  /// `age > 1 and < 5`: what is compared has to be said again.
  mutating func reportMissingSubject(_ left: Expression) -> Bool {
    guard token.isComparison, let last = left.lastComparison else { return false }
    let subject: Expression
    switch last.kind {
    case .comparison(_, let first, _, _), .membership(let first, _, _), .test(let first, _, _):
      subject = first
    default: return false
    }
    let name = source.text(subject.span)
    report(
      .syntax, "say again what is compared: \(name)", at: token.span,
      edits: [Diagnostic.Edit(Span(token.span.start, token.span.start), name + " ")])
    stop()
    return true
  }

  /// `between 1, 5`, `between (1, 5)`, `between 1 to 5`.
  mutating func reportBetween(_ left: Expression) -> Bool {
    let start = token.span
    let hasBracket = token.isSymbol("(")
    let offset = hasBracket ? 1 : 0
    guard peek(offset).isPlainValue || peek(offset).kind != .end else { return false }
    let joiner = peek(offset + 1)
    guard joiner.isSymbol(",") || joiner.word == "to", peek(offset).isPlainValue,
      peek(offset + 2).isPlainValue
    else { return false }
    let low = peek(offset).span
    let high = peek(offset + 2).span
    var whole = start.union(high)
    if hasBracket, peek(4).isSymbol(")") { whole = whole.union(peek(4).span) }
    answerHabit(
      "the ends of a range are joined by and", at: whole,
      write: "\(source.text(low)) and \(source.text(high))")
    return true
  }
}
