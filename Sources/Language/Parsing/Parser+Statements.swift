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
      expectMeasuresHere()
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
      if startsMeasures {
        return parseMeasureQuery(from: start).map { Statement(.query($0), at: $0.span) }
      }
      return parseUnknownStatement(word)
    }
    advance()
    return parse(form, from: start).map { Statement($0, at: span(from: start)) }
  }

  private mutating func parse(_ form: StatementForm, from start: Int) -> Statement.Kind? {
    switch form {
    case .count, .percent:
      return parseCountOrPercent(form, from: start).map { .query($0) }
    case .compare where startsRuns: return parseRuns()
    case .list, .tabulate, .summarise, .compare, .sample:
      return parseQuery(form, from: start).map { .query($0) }
    case .find: return parseFind(from: start).map { .find($0) }
    case .missing: return parseMissing()
    case .values: return parseValues()
    case .describe: return parseDescribe()
    case .check: return parseCheck()
    case .define: return parseDefine()
    case .expect: return parseExpect()
    case .warn: return expect("unless") ? parseCondition().map { .warn($0) } : nil
    case .explain: return parseExplain()
    case .help: return parseHelp()
    case .open: return parseFile("a file to open").map { .open(file: $0.name, span: $0.span) }
    case .run: return parseRun()
    case .save: return parseSave()
    case .copy: return parseCopy()
    case .set: return parseSetting()
    case .show: return parseShow()
    case .parameter: return parseParameter()
    case .lesson: return parseLesson()
    case .quiz: return parseQuiz()
    case .tour: return .lesson(.tour)
    case .next: return .lesson(.next)
    case .leave: return .lesson(.leave)
    case .hint: return .lesson(.hint)
    case .why: return .lesson(.why)
    case .skip: return .lesson(.skip)
    case .back: return .lesson(.back)
    case .repeat: return .lesson(.repeat)
    case .queries: return .queries
    case .history: return parseHistory()
    case .quit: return .quit
    }
  }

  private mutating func parseUnknownStatement(_ word: String) -> Statement? {
    let span = token.span
    if reportPipe() || reportMissingVerb() { return nil }
    let words = StatementForm.allCases.map(\.rawValue) + Statistic.named.map(\.word)
    let near = NearestName.nearest(to: word, among: words)
    if let nearest = near.first, let statistic = Statistic(word: nearest), peek().isNameLike {
      reportMistypedMeasure(statistic)
      return nil
    }
    report(
      .unknownStatement, "no statement begins with \"\(source.text(span))\"", at: span,
      notes: near.isEmpty
        ? [
          "statements: " + words.joined(separator: ", "),
          "`help` says what each does, and `tour` shows the data",
        ]
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

  /// `medain age of children`: a measure begins the statement, and its word is mistyped.
  private mutating func reportMistypedMeasure(_ statistic: Statistic) {
    let word = advance().span
    report(
      .unknownMeasure, "there is no measure \"\(source.text(word))\"", at: word,
      notes: ["nearest: \(statistic.word)"], edits: [Diagnostic.Edit(word, statistic.word)])
    if let value = parseMeasured() {
      let measure = MeasureExpression(.statistic(statistic, value), at: value.span)
      _ = parseMeasureQuery(from: word.start, [measure])
    }
    index = tokens.count - 1
  }

  /// `children where died`, `children where died | count`: the rows are named, and not what to do
  /// with them.
  private mutating func reportMissingVerb() -> Bool {
    let clauses = ["where", "except", "by", "sort", "first"]
    guard peek().word.map({ clauses.contains($0) }) == true else { return false }
    let start = token.span
    var edits = [Diagnostic.Edit(Span(start.start, start.start), "count ")]
    if let pipe = tokens.lastIndex(where: { $0.isSymbol("|") }) {
      let end = tokens[tokens.count - 1].span.end
      edits.append(Diagnostic.Edit(Span(tokens[pipe - 1].span.end, end), ""))
    }
    report(
      .unknownStatement, "say first what to do with the \(source.text(start))", at: start,
      notes: ["such as: count, list, tabulate; a statement begins with its verb"], edits: edits)
    index = tokens.count - 1
    return true
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
    if token.kind == .end {
      for word in ["measure", "missing", "relation"] { expectations?.expect(keyword: word) }
    }
    if declares("missing") { return parseMissingDefinition() }
    if declares("relation") { return parseRelationDefinition() }
    if token.word == "measure", peek().word != "as", !peek().isSymbol(".") {
      return parseMeasureDefinition()
    }
    guard let name = parseName("a name", expecting: .entity) else { return nil }
    if consume(symbol: ".") {
      guard let field = parseName("the new field's name", expecting: nil) else { return nil }
      if reportNameOfSeveralWords(from: field.span) || reportEqualsInDefinition() { return nil }
      guard expect("as") else { return nil }
      expectations?.enter(entity: name.text)
      guard let expression = parseDimension() else { return nil }
      return .defineField(entity: name, field: field, expression)
    }
    if reportNameOfSeveralWords(from: name.span) || reportEqualsInDefinition() { return nil }
    guard expect("as") else { return nil }
    var clauses = Clauses()
    guard let source = parseSource() else { return nil }
    if case .symbol = token.kind, !token.isSymbol("?"), !token.isSymbol(")") {
      report(
        .syntax, "a field is defined with the name of its rows", at: name.span,
        notes: ["such as: define children.infant as age < 1 year"],
        edits: [Diagnostic.Edit(Span(name.span.start, name.span.start), "rows.")])
      stop()
      return nil
    }
    parseClauses(into: &clauses, allowing: ClauseKind.conditions)
    return .defineSet(name, clauses.set(source))
  }

  /// `define deaths = children where died`: the word is `as`.
  mutating func reportEqualsInDefinition() -> Bool {
    guard token.isSymbol("=") else { return false }
    answerHabit("a name and its meaning are joined by as", at: token.span, write: "as")
    return true
  }

  private mutating func parseExpect() -> Statement.Kind? {
    if let word = token.word, word == "count" || word == "percent", !peek().isSymbol("("),
      peek().word != "of", !peek().isComparison
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

  private mutating func parseExplain() -> Statement.Kind? {
    var form = ExplainForm.english
    if consume("plan") {
      form = .plan
    } else if consume("sql") {
      form = .sql(dialect: parseDialect())
    }
    return nested { $0.parseStatement() }.map { .explain(form, $0) }
  }

  /// The dialect of `explain sql`: any word that begins no statement.
  private mutating func parseDialect() -> Name? {
    expectHere(.dialect)
    guard let word = token.word, StatementForm(rawValue: word) == nil, !startsMeasures else {
      return nil
    }
    return parseName("a dialect", expecting: nil)
  }

  private mutating func parseMissing() -> Statement.Kind? {
    var clauses = Clauses()
    guard let source = parseSource() else { return nil }
    parseClauses(into: &clauses, allowing: ClauseKind.conditions + [.first, .format, .file])
    return .missing(clauses.set(source), clauses.output)
  }

  private mutating func parseShow() -> Statement.Kind? {
    expectHere(.option)
    guard token.kind != .end else { return .show(option: nil) }
    if let next = peek().word, Vocabulary.clauses.contains(next) {
      answerHabit("rows are shown by list", at: tokens[index - 1].span, write: "list")
      return nil
    }
    return parseName("an option", expecting: .option).map { .show(option: $0) }
  }

  private mutating func parseHelp() -> Statement.Kind? {
    expectHere(.helpTopic)
    guard token.kind != .end else { return .help(topic: nil) }
    return .help(topic: takeRestAsWritten())
  }

  private mutating func parseHistory() -> Statement.Kind? {
    guard token.kind != .end else { return .history(.all) }
    if peek().kind == .end, let word = token.word, word == "off" || word == "on" {
      advance()
      return .history(word == "on" ? .on : .off)
    }
    return .history(.search(takeRestAsWritten()))
  }

  private mutating func parseSetting() -> Statement.Kind? {
    expectHere(.option)
    guard token.kind != .end else { return .set(option: nil, value: nil) }
    guard let option = parseName("an option", expecting: .option) else { return nil }
    expectHere(.optionValue(option.text))
    guard token.kind != .end else { return .set(option: option, value: nil) }
    _ = consume(symbol: "=")
    if case .string(let text) = token.kind, peek().kind == .end {
      // The lexer makes texts of numbers that go on in letters, such as 1.5GB.
      takenAsWritten = advance().span
      return .set(option: option, value: text)
    }
    return .set(option: option, value: takeRestAsWritten())
  }

  mutating func expect(_ word: String) -> Bool {
    if consume(word) { return true }
    reportUnexpected("\"\(word)\"")
    return false
  }
}
