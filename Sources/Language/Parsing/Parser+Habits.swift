internal import Diagnostics

/// What people type who know another tool. Each habit is recognised only to answer with the right
/// form.
extension Parser {
  /// A whole statement in another tool's words.
  ///
  /// - Returns: `nil` when there is none here; `.some(nil)` says that it was answered.
  mutating func parseStatementHabit(_ word: String) -> Statement?? {
    switch word {
    case "select": return .some(parseSelect())
    case "how": return peek().word == "many" ? .some(parseHowMany()) : nil
    default:
      guard let form = Vocabulary.statementHabits[word], StatementForm(rawValue: word) == nil
      else { return nil }
      reportHabit("\(word) is written \(form)", at: token.span, write: form)
      advance()
      if let known = StatementForm(rawValue: form) {
        parseRest(as: known)
      } else if let statistic = Statistic(word: form), let value = parseMeasured() {
        let measure = MeasureExpression(.statistic(statistic, value), at: value.span)
        _ = parseMeasureQuery(from: value.span.start, [measure])
      }
      index = tokens.count - 1
      return .some(nil)
    }
  }

  /// Reads the rest of a statement for its own mistakes.
  private mutating func parseRest(as form: StatementForm) {
    let start = token.span.start
    switch form {
    case .tabulate where token.word.map({ StatementForm(rawValue: $0) == nil }) == true:
      // `tab reviews grade`: the word `by` is missing as well.
      if peek().word != "by", peek().word != "where", case .word = peek().kind {
        let position = peek().span.start
        report(
          .habit, "say what to tabulate by", at: peek().span,
          edits: [Diagnostic.Edit(Span(position, position), "by ")])
      } else {
        _ = parseQuery(form, from: start)
      }
    case .count, .percent: _ = parseCountOrPercent(form, from: start)
    case .list, .tabulate, .summarise, .compare, .sample: _ = parseQuery(form, from: start)
    case .find: _ = parseFind(from: start)
    case .expect: _ = parseCondition()
    default: break
    }
    index = tokens.count - 1
  }

  /// `select count(*) from children where ... group by ...`.
  private mutating func parseSelect() -> Statement? {
    let start = advance().span.start
    var columns: [String] = []
    while token.kind != .end, token.word != "from" {
      let columnStart = token.span.start
      while token.kind != .end, token.word != "from", !token.isSymbol(",") { advance() }
      columns.append(source.text(span(from: columnStart)))
      _ = consume(symbol: ",")
    }
    guard consume("from") else {
      report(
        .habit, "this is no SQL: begin with what to do", at: span(from: start),
        notes: ["such as: count children where died", "or: list children show id, age"])
      index = tokens.count - 1
      return nil
    }
    let counts = columns.contains { $0.lowercased().hasPrefix("count") }
    let verb = counts ? "count" : "list"
    reportHabit(
      "select is written \(verb)", at: Span(start, endOfConsumed), write: verb)
    guard let entity = parseEntity() else { return nil }
    let shown = columns.filter { $0 != "*" }
    if !counts, !shown.isEmpty {
      let end = Span(entity.span.end, entity.span.end)
      diagnostics[diagnostics.count - 1].edits.append(
        Diagnostic.Edit(end, " show " + shown.joined(separator: ", ")))
    }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: ClauseKind.allCases)
    if token.kind != .end { reportLeftOver() }
    index = tokens.count - 1
    return nil
  }

  /// `how many children died?`.
  private mutating func parseHowMany() -> Statement? {
    let start = token.span.start
    advance()
    advance()
    reportHabit("\"how many\" is written count", at: span(from: start), write: "count")
    guard parseEntity() != nil else { return nil }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: ClauseKind.allCases)
    reportLeftOver()
    index = tokens.count - 1
    return nil
  }

  /// `count(*)`, `count * from`, `count if`, `count of all`: words between a verb and its entity.
  mutating func skipCountHabits(_ form: StatementForm) {
    let start = token.span.start
    if token.isSymbol("("), peek().isSymbol("*"), peek(2).isSymbol(")") {
      advance()
      advance()
      advance()
      let signs = span(from: start)
      reportHabit("count needs no (*)", at: signs, write: "")
    } else if token.isSymbol("*") {
      advance()
      reportHabit("\(form.rawValue) needs no *", at: span(from: start), write: "")
    }
    if token.word == "from" || (token.word == "the" || token.word == "all") && peek().word != nil {
      reportHabit("\"\(source.text(token.span))\" is not needed", at: token.span, write: "")
      advance()
    }
  }

  /// A clause in another language's words, replaced by this one's.
  mutating func replaceClauseHabit(_ allowed: [ClauseKind]) {
    guard let word = token.word else { return }
    if ["group", "order"].contains(word), peek().word == "by" {
      let span = token.span.union(peek().span)
      let form = word == "group" ? "by" : "sort by"
      reportHabit("\"\(word) by\" is written \(form)", at: span, write: form)
      // The tokens that follow are read as the right clause.
      advance()
      if word == "order" { readAsSortKeys() }
      return
    }
    if word == "sort", peek().word != "by", peek().kind != .end {
      let end = token.span.end
      report(
        .habit, "\"sort\" is written sort by", at: token.span,
        edits: [Diagnostic.Edit(Span(end, end), " by")])
      readAsSortKeys()
      return
    }
    guard let form = Vocabulary.clauseHabits[word], !form.isEmpty, form != "descending" else {
      return
    }
    reportHabit("\(word) is written \(form)", at: token.span, write: form)
    advance()
    if form == "where" {
      _ = parseCondition()
    } else if case .number = token.kind {
      advance()
    }
  }

  private mutating func readAsSortKeys() {
    advance()
    while token.kind != .end, !(token.word.map { Vocabulary.clauses.contains($0) } ?? false) {
      if token.word == "desc" {
        reportHabit("write descending in full", at: token.span, write: "descending")
      }
      advance()
    }
  }

  /// Something after a statement that is no clause of it.
  mutating func reportLeftOver() {
    defer { index = tokens.count - 1 }
    guard token.kind != .end else { return }
    if token.isSymbol("?") {
      reportHabit("a statement ends without a question mark", at: token.span, write: "")
      return
    }
    guard let word = token.word else {
      report(.syntax, "\(found) is not expected here", at: token.span)
      return
    }
    if reportUnquotedValue() { return }
    let starters = [
      "where", "except", "by", "show", "with", "having", "sort", "first", "as", "into", "and", "or",
    ]
    let near = NearestName.nearest(to: word, among: starters).filter {
      abs($0.count - word.count) <= 2
    }
    if let nearest = near.first {
      report(
        .syntax, "\"\(source.text(token.span))\" is not expected here", at: token.span,
        notes: ["nearest: \(nearest)"], edits: [Diagnostic.Edit(token.span, nearest)])
    } else {
      let afterEntity = index > 0 && tokens[index - 1].word != nil && !hasSeenClause
      report(
        .syntax, "\"\(source.text(token.span))\" is not expected here", at: token.span,
        notes: ["clauses: " + ClauseKind.allCases.map(\.words).joined(separator: ", ")],
        edits: afterEntity
          ? [Diagnostic.Edit(Span(token.span.start, token.span.start), "where ")] : [])
    }
    reportQuestionMark()
  }

  /// `status = CP plan`: a value of several words lacks its quotes.
  private mutating func reportUnquotedValue() -> Bool {
    guard index >= 2, tokens[index - 1].word != nil else { return false }
    let before = tokens[index - 2]
    var isCompared = before.word == "is"
    if case .symbol(let sign) = before.kind { isCompared = Self.comparisonSigns[sign] != nil }
    guard isCompared else { return false }
    var span = tokens[index - 1].span
    while let word = token.word, !Vocabulary.reserved.contains(word) {
      span = span.union(advance().span)
    }
    guard span != tokens[index - 1].span, span.end > tokens[index - 1].span.start else {
      return false
    }
    report(
      .notAValue, "a value of several words is written in quotes", at: span,
      edits: [Diagnostic.Edit(span, "\"\(source.text(span))\"")])
    return true
  }

  /// Whether a clause stands somewhere before the current token.
  private var hasSeenClause: Bool {
    tokens[..<index].contains { $0.word.map { Vocabulary.clauses.contains($0) } ?? false }
  }

  /// `how many children died?` ends in a sign of its own.
  private mutating func reportQuestionMark() {
    guard let last = tokens.dropLast().last, last.isSymbol("?"), last.span != token.span else {
      return
    }
    reportHabit("a statement ends without a question mark", at: last.span, write: "")
  }
}
