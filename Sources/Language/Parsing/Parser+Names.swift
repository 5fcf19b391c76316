internal import Diagnostics

extension Parser {
  /// One name.
  ///
  /// - Parameters:
  ///   - needed: What to say is needed where there is none.
  ///   - expecting: What completion offers here.
  mutating func parseName(_ needed: String, expecting: ExpectedThing?) -> Name? {
    if let expecting { expectHere(expecting) }
    switch token.kind {
    case .word(let text): return Name(text, at: advance().span)
    case .quotedName(let text): return Name(text, at: advance().span, isQuoted: true)
    default:
      reportUnexpected(needed)
      return nil
    }
  }

  /// `define measure death rate as ...`: a name is one word, so that a query can be told where it
  /// ends.
  ///
  /// - Parameter first: The word that was read as the name.
  /// - Returns: Whether more words follow up to `as`.
  mutating func reportNameOfSeveralWords(from first: Span) -> Bool {
    let more = tokens[index...].prefix { $0.word != nil && $0.word != "as" }
    guard let last = more.last, peek(more.count).word == "as" else { return false }
    let whole = first.union(last.span)
    report(
      .syntax, "a name is one word", at: whole,
      edits: [Diagnostic.Edit(whole, source.text(whole).replacing(" ", with: "_"))])
    index = tokens.count - 1
    return true
  }

  /// Names joined by dots.
  ///
  /// After a dot any word is a name.
  mutating func parsePath(expecting: ExpectedThing) -> Path? {
    expectHere(expecting)
    if let word = token.word, Vocabulary.reserved.contains(word) {
      reportUnexpected(
        "a name", notes: ["a field called \(word) is written in backticks: `\(word)`"])
      return nil
    }
    guard let first = parseName("a name", expecting: nil) else { return nil }
    var names = [first]
    while token.isSymbol(".") {
      if peek().kind == .end, expectations == nil {
        report(
          .syntax, "a name after the dot is missing at the end", at: token.span,
          edits: [Diagnostic.Edit(token.span, "")])
        stop()
        return nil
      }
      advance()
      expectHere(expecting == .relation ? .relation : expecting, after: names.map(\.text))
      guard let name = parseName("a name after the dot", expecting: nil) else { return nil }
      names.append(name)
    }
    return Path(names)
  }

  /// The entity of a set.
  mutating func parseEntity() -> Name? {
    expectHere(.entity)
    if let word = token.word, Vocabulary.clauses.contains(word) {
      report(
        .syntax, "what to count is missing before \"\(word)\"", at: token.span,
        notes: ["name the rows first, as in: count children where ..."],
        edits: [Diagnostic.Edit(Span(token.span.start, token.span.start), "rows ")])
      return nil
    }
    if let word = token.word, Vocabulary.clauseHabits[word] == "where", peek().kind != .end {
      report(
        .syntax, "what to count is missing before \"\(word)\"", at: token.span,
        notes: ["name the rows first, as in: count children where ..."],
        edits: [Diagnostic.Edit(token.span, "rows where")])
      stop()
      return nil
    }
    guard let name = parseName("the name of an entity", expecting: .entity) else { return nil }
    expectations?.enter(entity: name.text)
    return name
  }

  /// What a set is taken from: an entity, a named set, `those`, or `cell (KEY, KEY)`.
  mutating func parseSource() -> SetSource? {
    if token.kind == .end {
      expectations?.expect(keyword: "those")
      expectations?.expect(keyword: "cell")
    }
    if token.word == "cell", peek().isSymbol("(") {
      let word = advance().span
      guard let keys = parseValueList() else { return nil }
      return SetSource(entity: Name("cell", at: word), cell: keys, span: span(from: word.start))
    }
    return parseEntity().map { SetSource(entity: $0, cell: nil, span: $0.span) }
  }
}
