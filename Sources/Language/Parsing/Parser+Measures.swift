internal import Diagnostics

/// Numbers that sum up a set: at the head of a query, in brackets, after `having` and `sort by`.
extension Parser {
  /// Whether a query begins here with a measure that is no statement word: `median age of ...`, or a
  /// measure with a name, which `of` or a comma follows.
  var startsMeasures: Bool {
    switch token.kind {
    case .word(let word):
      if Statistic(word: word.lowercased()) != nil { return true }
      return !Vocabulary.reserved.contains(word.lowercased())
        && (peek().word == "of" || peek().isSymbol(","))
    case .quotedName: return peek().word == "of" || peek().isSymbol(",")
    default: return false
    }
  }

  /// `count SET`, `percent COND of SET`, or several measures that begin with one of these.
  mutating func parseCountOrPercent(_ form: StatementForm, from start: Int) -> Query? {
    let wordSpan = tokens[index - 1].span
    if form == .count, token.isSymbol(",") {
      return parseMeasureQuery(from: start, [MeasureExpression(.count, at: wordSpan)])
    }
    if form == .count, token.word == "distinct" {
      index -= 1
      return parseMeasureQuery(from: start)
    }
    if form == .count, token.kind == .end { expectations?.expect(keyword: "distinct") }
    if form == .percent {
      if token.word == "of" { return reportPercentOfSet(wordSpan) }
      guard let condition = parseCondition() else { return nil }
      if token.isSymbol(",") {
        let measure = MeasureExpression(.percent(condition), at: span(from: wordSpan.start))
        return parseMeasureQuery(from: start, [measure])
      }
      return expectSet() ? parseQuery(form, from: start, measured: condition) : nil
    }
    return parseQuery(form, from: start)
  }

  /// `MEASURE, MEASURE ... of SET [by DIMS] [having COND]`.
  ///
  /// - Parameter first: What has been read already, the comma after it not.
  mutating func parseMeasureQuery(
    from start: Int, _ first: [MeasureExpression] = []
  ) -> Query? {
    var measures = first
    if measures.isEmpty || consume(symbol: ",") {
      repeat {
        guard let measure = parseMeasure() else { return nil }
        measures.append(measure)
      } while consume(symbol: ",")
    }
    guard expectSet() else { return nil }
    var clauses = Clauses()
    guard let source = parseSource() else { return nil }
    parseClauses(
      into: &clauses, allowing: ClauseKind.conditions + [.dimensions, .having] + ClauseKind.output)
    var query = Query(
      verb: .measures(measures), set: clauses.set(source), dimensions: clauses.dimensions,
      having: clauses.having, output: clauses.output, span: span(from: start))
    if measures.count == 1, let only = measures.first {
      switch only.kind {
      case .count: query.verb = .count
      case .percent(let condition): query.verb = .percent(condition)
      case .distinct, .statistic, .named: break
      }
    }
    return query
  }

  /// One measure.
  ///
  /// - Parameter hasSet: Whether `of` and a set follow, as at the head of a query.
  mutating func parseMeasure(hasSet: Bool = true) -> MeasureExpression? {
    let start = token.span.start
    expectMeasuresHere()
    func made(_ kind: MeasureExpression.Kind) -> MeasureExpression {
      MeasureExpression(kind, at: span(from: start))
    }
    if consume("count") {
      guard consume("distinct") else { return made(.count) }
      return parsePath(expecting: .field).map { made(.distinct($0)) }
    }
    if consume("percent") { return parseCondition().map { made(.percent($0)) } }
    if let word = token.word, let statistic = Statistic(word: word), !peek().isSymbol(".") {
      advance()
      return (hasSet ? parseMeasured() : parseSum()).map { made(.statistic(statistic, $0)) }
    }
    guard let name = parseName("a measure such as count or median age", expecting: .measure) else {
      return nil
    }
    return made(.named(name))
  }

  /// While completing: remembers that a measure could stand at the cursor.
  mutating func expectMeasuresHere() {
    guard token.kind == .end else { return }
    for word in ["count", "percent"] + Statistic.named.map(\.word) + ["p90"] {
      expectations?.expect(keyword: word)
    }
    expectHere(.measure)
  }

  /// What a statistic is taken of: up to the `of` that names the set.
  mutating func parseMeasured() -> Expression? {
    // `median year of reviews` speaks of a field, `median year of begun of reviews` of a date.
    isMeasuring = true
    defer { isMeasuring = false }
    return parseSum()
  }

  /// Whether the measure goes on after the path that begins at a distance: with another `of`, a
  /// comma, or something to compute.
  func goesOnAfterPath(at distance: Int) -> Bool {
    var distance = distance
    while peek(distance + 1).isSymbol(".") { distance += 2 }
    let next = peek(distance + 1)
    return next.word == "of" || [",", "+", "-", "*", "/"].contains { next.isSymbol($0) }
  }

  /// A measure of a group, after `having` or `sort by`; `nil` without a report when none is here.
  ///
  /// - Parameter isCompared: Whether its expression ends before a comparison, so that `median age > 3`
  ///   compares the median; after `sort by` there is nothing to compare.
  mutating func parseGroupMeasure(isCompared: Bool = true) -> Expression? {
    guard measurePlace != .nowhere, let word = token.word else { return nil }
    let start = token.span.start
    let next = peek()
    if let measure = parseCalledMeasure(word) { return measure }
    if word == "count", next.word != "of", !next.isSymbol(".") {
      advance()
      if consume("distinct") {
        return parsePath(expecting: .field).map { measure(.distinct($0), from: start) }
      }
      return measure(.count, from: start)
    }
    let endsHere =
      next.kind == .end || next.isComparison || next.isSymbol(",")
      || (measurePlace == .key && next.word.map(Self.afterKey.contains) == true)
    if word == "percent", !endsHere, !next.isSymbol(".") {
      advance()
      let condition = isCompared ? parseOperand() : parseCondition()
      return condition.map { measure(.percent($0), from: start) }
    }
    if let statistic = Statistic(word: word), !endsHere, !next.isSymbol("."),
      next.word != "of" || Aggregate(rawValue: word) == nil
    {
      advance()
      let value = isCompared ? parseOperand() : parseSum()
      return value.map { measure(.statistic(statistic, $0), from: start) }
    }
    return nil
  }

  /// What follows a key of sorting: `average descending` names a column, and no field.
  private static let afterKey: Set = [
    "descending", "ascending", "desc", "asc", "first", "as", "into",
  ]

  private func measure(_ kind: MeasureExpression.Kind, from start: Int) -> Expression {
    let span = span(from: start)
    return Expression(.measure(MeasureExpression(kind, at: span)), at: span)
  }

  /// `define measure NAME as MEASURE`.
  mutating func parseMeasureDefinition() -> Statement.Kind? {
    advance()
    guard let name = parseName("the measure's name", expecting: nil) else { return nil }
    if reportNameOfSeveralWords(from: name.span) { return nil }
    guard expect("as"), let measure = parseMeasure(hasSet: false) else { return nil }
    return .defineMeasure(name, measure)
  }
}
