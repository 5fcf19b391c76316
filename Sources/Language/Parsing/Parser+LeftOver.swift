internal import Diagnostics

/// What stands where nothing can: between a verb and its rows, or after a statement.
extension Parser {
  /// `count(*)`, `count * from`, `count if`, `count of all`: words between a verb and its entity.
  mutating func skipCountHabits(_ form: StatementForm) {
    let start = token.span.start
    if token.isSymbol("("), let close = closingBracket, !peek().isSymbol("*") {
      report(
        .habit, "\(form.rawValue) needs no brackets", at: token.span,
        edits: [Diagnostic.Edit(token.span, " "), Diagnostic.Edit(close, "")])
      stop()
      return
    }
    if token.isSymbol("("), peek().isSymbol("*"), peek(2).isSymbol(")") {
      advance()
      advance()
      advance()
      let signs = span(from: start)
      reportHabit("count needs no (*)", at: signs, write: "")
    } else if token.isSymbol("*") {
      advance()
      report(
        .habit, "\(form.rawValue) needs no *", at: span(from: start),
        edits: [Diagnostic.Edit(Span(start, token.span.start), "")])
    }
    if token.word == "from" || token.word == "of"
      || (token.word == "the" || token.word == "all") && peek().word != nil
    {
      let word = advance().span
      report(
        .habit, "\"\(source.text(word))\" is not needed", at: word,
        edits: [Diagnostic.Edit(Span(word.start, token.span.start), "")])
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
      reportLeftOverSign()
      return
    }
    if reportUnquotedValue() { return }
    if word == "of", reportMistypedBeforeOf() { return }
    if word == "with" {
      reportHabit(
        "with is followed by options; conditions stand after where", at: token.span, write: "where")
      return
    }
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

  /// `cuont of findings`, `quatrer of begun`: the word before `of` is mistyped.
  private mutating func reportMistypedBeforeOf() -> Bool {
    guard index > 0, let before = tokens[index - 1].word else { return false }
    let words = ["count"] + Aggregate.allCases.map(\.rawValue) + DatePart.allCases.map(\.rawValue)
    guard let nearest = NearestName.nearest(to: before, among: words).first else { return false }
    let span = tokens[index - 1].span
    report(
      .syntax, "\"\(source.text(span))\" is nothing that could be of something", at: span,
      notes: ["nearest: \(nearest) of"], edits: [Diagnostic.Edit(span, nearest)])
    return true
  }

  /// A sign that nothing can follow: one too many, or one for a word.
  private mutating func reportLeftOverSign() {
    var edits: [Diagnostic.Edit] = []
    if token.isSymbol(")") || [".", "!"].contains(where: { token.isSymbol($0) }) {
      edits = [Diagnostic.Edit(token.span, "")]
    } else if token.isSymbol(","), peek().isNameLike, hasSeenClause {
      edits = [Diagnostic.Edit(token.span, " and")]
    }
    report(.syntax, "\(found) is not expected here", at: token.span, edits: edits)
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
