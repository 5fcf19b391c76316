internal import Diagnostics

extension Parser {
  /// `a + b - c`.
  mutating func parseSum() -> Expression? {
    guard var left = parseProduct() else { return nil }
    var length = 1
    while token.isSymbol("+") || token.isSymbol("-") {
      guard canJoin(length) else { return nil }
      length += 1
      let sign: ArithmeticOperator = advance().isSymbol("+") ? .add : .subtract
      guard let right = parseProduct() else { return nil }
      left = Expression(.arithmetic(sign, left, right), at: left.span.union(right.span))
    }
    return left
  }

  /// `a * b / c`.
  private mutating func parseProduct() -> Expression? {
    guard var left = parseNegative() else { return nil }
    var length = 1
    while token.isSymbol("*") || token.isSymbol("/") {
      guard canJoin(length) else { return nil }
      length += 1
      let sign: ArithmeticOperator = advance().isSymbol("*") ? .multiply : .divide
      guard let right = parseNegative() else { return nil }
      left = Expression(.arithmetic(sign, left, right), at: left.span.union(right.span))
    }
    return left
  }

  /// `- a`.
  private mutating func parseNegative() -> Expression? {
    let start = token.span.start
    guard consume(symbol: "-") else { return parseOperand() }
    guard let inner = nested({ $0.parseNegative() }) else { return nil }
    return Expression(.negative(inner), at: span(from: start))
  }

  /// A value, a name, or something in brackets.
  mutating func parseOperand() -> Expression? {
    let span = token.span
    switch token.kind {
    case .string(let text): return literal(.text(text))
    case .percent(let number): return literal(.percent(number))
    case .date(let date): return literal(.date(date))
    case .financialYear(let year): return literal(.financialYear(year))
    case .pattern(let source): return literal(.pattern(source))
    case .number(let number): return parseNumber(number)
    case .parameter(let name):
      advance()
      return Expression(.parameter(Name(name, at: span)), at: span)
    case .symbol("("): return nested { $0.parseBracket() }
    case .word, .quotedName, .end: return parseNamed()
    case .symbol, .semicolon:
      reportUnexpected("a field or a value")
      return nil
    }
  }

  private mutating func literal(_ literal: Literal) -> Expression {
    Expression(.literal(literal), at: advance().span)
  }

  /// A number, with its unit if one follows; or the day of `14 Jul 2009`.
  private mutating func parseNumber(_ number: Double) -> Expression {
    let start = advance().span.start
    if let word = token.word, let unit = Vocabulary.units[word] {
      advance()
      return Expression(.literal(.quantity(number, unit)), at: span(from: start))
    }
    if let word = token.word, let month = Lexer.month(named: word),
      case .number(let year) = peek().kind, let day = Int(exactly: number),
      let year = Int(exactly: year)
    {
      let date = DateLiteral(year: year, month: month, day: day)
      if date.exists, year >= 1000 {
        advance()
        advance()
        return Expression(.literal(.date(date)), at: span(from: start))
      }
    }
    if let word = token.word, let form = Vocabulary.unitHabits[word] {
      let words = Span(start, token.span.end)
      let text = source.text(Span(start, endOfConsumed))
      reportHabit(
        "\"\(source.text(words))\" is written \(text) \(form)", at: words, write: "\(text) \(form)")
      advance()
    } else if token.word == "percent" || token.word == "pct" {
      let words = Span(start, token.span.end)
      let text = source.text(Span(start, endOfConsumed))
      reportHabit("\"\(source.text(words))\" is written \(text)%", at: words, write: "\(text)%")
      advance()
    }
    return Expression(.literal(.number(number)), at: span(from: start))
  }

  /// `( ... )`: a query that gives one number, or an expression.
  private mutating func parseBracket() -> Expression? {
    let wasMeasuring = isMeasuring
    isMeasuring = false
    defer { isMeasuring = wasMeasuring }
    let start = advance().span.start
    // After `having`, `(median age > 3 and count > 2)` begins as a query in brackets does.
    if startsSubquery, measurePlace == .nowhere || isSubquery {
      let queryStart = token.span.start
      let saved = (expectations?.saveScope(), measurePlace)
      measurePlace = .nowhere
      guard let query = parseSubquery(from: queryStart), closeBracket() else { return nil }
      if let scope = saved.0 { expectations?.restore(scope) }
      measurePlace = saved.1
      return Expression(.subquery(query), at: span(from: start))
    }
    guard let inner = parseCondition() else { return nil }
    guard closeBracket() else { return nil }
    return Expression(.group(inner), at: span(from: start))
  }

  /// Whether a query can be read up to the closing bracket.
  private var isSubquery: Bool {
    var attempt = self
    attempt.measurePlace = .nowhere
    let errors = attempt.diagnostics.count
    return attempt.parseSubquery(from: token.span.start) != nil && attempt.token.isSymbol(")")
      && attempt.diagnostics.count == errors
  }

  private mutating func parseSubquery(from start: Int) -> Query? {
    if let word = token.word, let form = StatementForm(rawValue: word),
      form == .count || form == .percent
    {
      advance()
      return parseCountOrPercent(form, from: start)
    }
    return parseMeasureQuery(from: start)
  }

  /// Whether a bracket holds a query: a measure, and what it is of.
  private var startsSubquery: Bool {
    guard token.word != nil || token.isNameLike, !peek().isSymbol(".") else { return false }
    if token.word == "count" { return peek().word != "of" && !isFieldComparison }
    if token.word == "percent" { return !isFieldComparison }
    if let word = token.word, Statistic(word: word) != nil {
      return !isFieldComparison && peek().word != "of" && !peek().isSymbol(")")
    }
    // A measure with a name.
    return peek().word == "of" && datePartHere == nil && token.isNameLike
  }

  /// Whether the word is a field here, since a sign follows it.
  private var isFieldComparison: Bool {
    if case .symbol(let sign) = peek().kind { return sign != "(" && sign != "!" && sign != "-" }
    return ["is", "in", "and", "or", "has"].contains(peek().word)
  }

  /// What begins with a name: yes or no, a month, `count of`, a function, a path.
  private mutating func parseNamed() -> Expression? {
    let start = token.span.start
    if let word = token.word {
      if let truth = Vocabulary.truths[word], !peek().isSymbol(".") {
        return literal(.boolean(truth))
      }
      if let month = Lexer.month(named: word), case .number(let number) = peek().kind,
        let year = Int(exactly: number), (1000...9999).contains(year)
      {
        advance()
        advance()
        return Expression(
          .literal(.date(DateLiteral(year: year, month: month, day: nil))), at: span(from: start))
      }
      if word == "count", peek().word == "of" { return parseCountOf() }
      if let aggregate = Aggregate(rawValue: word), peek().word == "of" {
        return parseAggregate(aggregate)
      }
      let errors = diagnostics.count
      if let quarter = parseQuarter() { return quarter }
      guard diagnostics.count == errors else { return nil }
      if let part = parseDatePart() { return part }
      if let measure = parseGroupMeasure() { return measure }
    }
    if token.kind == .end, measurePlace == .condition {
      expectMeasuresHere()
      reportUnexpected("a measure such as count or median age, or a value,")
      return nil
    }
    if token.kind == .end {
      expectations?.expect(keyword: "count of")
      for aggregate in Aggregate.allCases {
        expectations?.expect(keyword: aggregate.rawValue + " of")
      }
      expectHere(.function)
      expectHere(.field)
      reportUnexpected("a field or a value")
      return nil
    }
    if reportIsNA() { return nil }
    guard let path = parsePath(expecting: .field) else { return nil }
    if token.isSymbol("("), path.names.count == 1, let name = path.names.first, !name.isQuoted {
      return parseCall(name)
    }
    return Expression(.path(path), at: span(from: start))
  }

  /// `average of RELATION.PATH`.
  private mutating func parseAggregate(_ aggregate: Aggregate) -> Expression? {
    let start = advance().span.start
    advance()
    return parsePath(expecting: .relation).map {
      Expression(.aggregate(aggregate, $0), at: span(from: start))
    }
  }

  private mutating func parseCountOf() -> Expression? {
    let start = advance().span.start
    advance()
    guard let relation = parsePath(expecting: .relation),
      let condition = parseInnerCondition(relation)
    else { return nil }
    return Expression(
      .countOf(relation: relation, condition: condition.value), at: span(from: start))
  }

  private mutating func parseCall(_ name: Name) -> Expression? {
    let wasMeasuring = isMeasuring
    isMeasuring = false
    defer { isMeasuring = wasMeasuring }
    advance()
    var arguments: [Expression] = []
    if !token.isSymbol(")") {
      repeat {
        guard let argument = nested({ $0.parseSum() }) else { return nil }
        arguments.append(argument)
      } while consume(symbol: ",")
    }
    guard closeBracket() else { return nil }
    let whole = span(from: name.span.start)
    if reportCallHabit(name, arguments, whole) { return arguments.first }
    return Expression(.call(name, arguments), at: whole)
  }
}
