internal import Diagnostics

/// What a query groups by: fields, bands, parts of dates, each value of a field.
extension Parser {
  /// Something to group by or to show: a field, bands, a number, or a condition.
  mutating func parseDimension() -> Expression? {
    if token.kind == .end {
      for word in ["each"] + DatePart.allCases.map({ $0.rawValue + " of" }) {
        expectations?.expect(keyword: word)
      }
    }
    let start = token.span.start
    if token.word == "each", peek().isNameLike || peek().kind == .end && expectations != nil {
      advance()
      return parsePath(expecting: .field).map {
        Expression(.each($0), at: span(from: start))
      }
    }
    return parseCondition()
  }

  /// `tabulate reviews grade`, `tab children status died`: the word `by` is missing, and commas may be.
  mutating func reportTabulatedWithoutBy() -> Bool {
    guard expectations == nil, token.isNameLike, Vocabulary.clauseHabits[token.word ?? ""] == nil,
      !["group", "order", "per", "for", "grouped", "split", "broken"].contains(token.word),
      !tokens[index...].contains(where: { $0.word == "by" })
    else { return false }
    let first = token.span
    var edits = [Diagnostic.Edit(Span(first.start, first.start), "by ")]
    var last = first
    while token.isNameLike {
      last = advance().span
      while token.isSymbol("."), peek().word != nil {
        advance()
        last = advance().span
      }
      if token.isNameLike { edits.append(Diagnostic.Edit(Span(last.end, last.end), ",")) }
      _ = consume(symbol: ",")
    }
    report(.habit, "say what to tabulate by", at: first.union(last), edits: edits)
    stop()
    return true
  }

  /// The part of a date that is named here, and how many words it takes with its `of`.
  var datePartHere: (part: DatePart, length: Int)? {
    guard let word = token.word else { return nil }
    if word == "financial", peek().word == "year", peek(2).word == "of" {
      return (.financialYear, 3)
    }
    guard let part = DatePart(rawValue: word), peek().word == "of",
      peek(2).isNameLike || peek(2).kind == .end && expectations != nil
    else { return nil }
    return (part, 2)
  }

  /// `quarter of evaluated_date`, if one begins here.
  mutating func parseDatePart() -> Expression? {
    guard let (part, length) = datePartHere, !isMeasuring || goesOnAfterPath(at: length) else {
      return nil
    }
    let start = token.span.start
    for _ in 0..<length { advance() }
    return parsePath(expecting: .field).map {
      Expression(
        .datePart(part, Expression(.path($0), at: $0.span)), at: span(from: start))
    }
  }

  /// `bands (0, 1, 5)`, after its subject.
  mutating func parseBands(_ left: Expression) -> Expression? {
    guard let cuts = parseValueList() else { return nil }
    return Expression(.bands(left, cuts), at: span(from: left.span.start))
  }

  /// `every 5 years`, after its subject.
  mutating func parseEvery(_ left: Expression) -> Expression? {
    guard case .number(let step) = token.kind, step > 0 else {
      reportUnexpected("a number above 0, the width of each band")
      return nil
    }
    advance()
    var unit: QuantityUnit?
    if let word = token.word, let known = Vocabulary.units[word] {
      advance()
      unit = known
    }
    return Expression(.every(left, step: step, unit), at: span(from: left.span.start))
  }
}

extension Token {
  /// Whether the token can begin a name where a condition may stand.
  var isNameLike: Bool {
    switch kind {
    case .word(let word): !Vocabulary.reserved.contains(word.lowercased())
    case .quotedName: true
    default: false
    }
  }
}
