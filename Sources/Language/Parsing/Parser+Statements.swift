internal import Diagnostics

extension Parser {
  /// A statement and nothing after it.
  mutating func parseWholeStatement() -> Statement? {
    let statement = parseStatement()
    if diagnostics.isEmpty, token.isSymbol("?") {
      reportHabit("a statement ends without a question mark", at: token.span, write: "")
      advance()
    }
    if token.kind != .end, diagnostics.isEmpty { reportLeftOver() }
    return diagnostics.isEmpty ? statement : nil
  }

  mutating func parseStatement() -> Statement? {
    let start = token.span.start
    if token.kind == .end {
      for form in StatementForm.allCases { expectations?.expect(keyword: form.rawValue) }
      reportUnexpected("a statement")
      return nil
    }
    guard let word = token.word else {
      reportUnexpected("a statement word such as count or list")
      index = tokens.count - 1
      return nil
    }
    if let habit = parseStatementHabit(word) { return habit }
    guard let form = StatementForm(rawValue: word) else {
      return parseUnknownStatement(word)
    }
    advance()
    return parse(form, from: start).map { Statement($0, at: span(from: start)) }
  }

  private mutating func parse(_ form: StatementForm, from start: Int) -> Statement.Kind? {
    switch form {
    case .count, .list, .tabulate, .percent:
      return parseQuery(form, from: start).map { .query($0) }
    case .values: return parseValues()
    case .describe: return parseDescribe()
    case .define: return parseDefine()
    case .expect: return parseExpect()
    case .explain: return nested { $0.parseStatement() }.map { .explain($0) }
    case .help: return parseHelp()
    case .open: return parseFile("a file to open").map { .open(file: $0.name, span: $0.span) }
    case .run: return parseRun()
    case .set: return parseSetting()
    case .parameter: return parseParameter()
    case .history: return .history
    case .quit: return .quit
    }
  }

  private mutating func parseUnknownStatement(_ word: String) -> Statement? {
    let span = token.span
    if Vocabulary.planned.contains(word) {
      report(
        .notYet, "\(word) is in the plan of the language, and not built yet", at: span,
        notes: ["statements: " + StatementForm.allCases.map(\.rawValue).joined(separator: ", ")])
      index = tokens.count - 1
      return nil
    }
    let words = StatementForm.allCases.map(\.rawValue)
    let near = NearestName.nearest(to: word, among: words)
    report(
      .unknownStatement, "no statement begins with \"\(source.text(span))\"", at: span,
      notes: near.isEmpty
        ? ["statements: " + words.joined(separator: ", ")]
        : ["nearest: " + near.joined(separator: ", ")],
      edits: near.first.map { [Diagnostic.Edit(span, $0)] } ?? [])
    guard let nearest = near.first, let form = StatementForm(rawValue: nearest) else {
      index = tokens.count - 1
      return nil
    }
    // The rest is read as the nearest statement, so that its mistakes are told as well.
    advance()
    _ = parse(form, from: span.start)
    index = tokens.count - 1
    return nil
  }

  private mutating func parseValues() -> Statement.Kind? {
    guard let path = parsePath(expecting: .anyField) else { return nil }
    var entity: Name?
    if consume("of") {
      guard let name = parseName("an entity", expecting: .entity) else { return nil }
      entity = name
    }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: [.first, .format, .file])
    return .values(path, entity: entity, clauses.output)
  }

  private mutating func parseDescribe() -> Statement.Kind? {
    expectHere(.entity)
    expectHere(.anyField)
    if token.kind == .end { return .describe(nil) }
    return parsePath(expecting: .anyField).map { .describe($0) }
  }

  private mutating func parseDefine() -> Statement.Kind? {
    guard let name = parseName("a name", expecting: .entity) else { return nil }
    if consume(symbol: ".") {
      guard let field = parseName("the new field's name", expecting: nil), expect("as") else {
        return nil
      }
      expectations?.enter(entity: name.text)
      guard let expression = parseDimension() else { return nil }
      return .defineField(entity: name, field: field, expression)
    }
    guard expect("as") else { return nil }
    var clauses = Clauses()
    guard let entity = parseEntity() else { return nil }
    let start = entity.span.start
    parseClauses(into: &clauses, allowing: [.condition, .exception])
    return .defineSet(name, clauses.set(entity, span: span(from: start)))
  }

  private mutating func parseExpect() -> Statement.Kind? {
    if let word = token.word, word == "count" || word == "percent", !peek().isSymbol("("),
      peek().word != "of"
    {
      return parseBareMeasure()
    }
    return parseCondition().map { .expect($0) }
  }

  /// `expect count children = 194`: the query lacks its brackets.
  private mutating func parseBareMeasure() -> Statement.Kind? {
    let start = token.span.start
    let form: StatementForm = advance().word == "count" ? .count : .percent
    guard parseQuery(form, from: start) != nil else { return nil }
    let whole = span(from: start)
    report(
      .syntax, "a query inside a condition stands in brackets", at: whole,
      edits: [
        Diagnostic.Edit(Span(whole.start, whole.start), "("),
        Diagnostic.Edit(Span(whole.end, whole.end), ")"),
      ])
    index = tokens.count - 1
    return nil
  }

  private mutating func parseHelp() -> Statement.Kind? {
    expectHere(.helpTopic)
    guard token.kind != .end else { return .help(topic: nil) }
    let start = token.span.start
    index = tokens.count - 1
    return .help(topic: source.text(span(from: start)))
  }

  private mutating func parseSetting() -> Statement.Kind? {
    expectHere(.option)
    guard token.kind != .end else { return .set(option: nil, value: nil) }
    guard let option = parseName("an option", expecting: .option) else { return nil }
    expectHere(.optionValue(option.text))
    guard token.kind != .end else { return .set(option: option, value: nil) }
    _ = consume(symbol: "=")
    let start = token.span.start
    if case .string(let text) = token.kind, peek().kind == .end {
      advance()
      return .set(option: option, value: text)
    }
    index = tokens.count - 1
    return .set(option: option, value: source.text(span(from: start)))
  }

  mutating func expect(_ word: String) -> Bool {
    if consume(word) { return true }
    reportUnexpected("\"\(word)\"")
    return false
  }
}
