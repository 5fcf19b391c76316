internal import Diagnostics

extension Parser {
  /// A file's name: quoted, or the words up to the next blank.
  mutating func parseFile(_ needed: String) -> (name: String, span: Span)? {
    expectHere(.file)
    if case .string(let name) = token.kind {
      let span = advance().span
      return (name, span)
    }
    guard token.kind != .end else {
      reportUnexpected(needed)
      return nil
    }
    // A path without quotes is cut into several tokens; they belong together while they touch.
    let start = token.span.start
    repeat { advance() } while token.kind != .end && token.span.start == endOfConsumed
    let span = span(from: start)
    return (source.text(span), span)
  }

  mutating func parseRun() -> Statement.Kind? {
    guard let file = parseFile("a script to run") else { return nil }
    var arguments: [RunArgument] = []
    while token.kind != .end {
      guard let name = parseName("a parameter's name", expecting: nil) else { return nil }
      guard consume(symbol: "=") else {
        reportUnexpected("\"=\" and a value")
        return nil
      }
      guard let value = parseParameterValue() else { return nil }
      arguments.append(RunArgument(name: name, value: value))
      _ = consume(symbol: ",")
    }
    return .run(file: file.name, span: file.span, arguments: arguments)
  }

  /// A value, or several in brackets.
  private mutating func parseParameterValue() -> Expression? {
    let start = token.span.start
    guard token.isSymbol("(") else { return parseSum() }
    return parseValueList().map { Expression(.list($0), at: span(from: start)) }
  }

  mutating func parseParameter() -> Statement.Kind? {
    guard let name = parseName("a parameter's name", expecting: nil) else { return nil }
    var value: Expression?
    if consume(symbol: "=") {
      guard let parsed = parseParameterValue() else { return nil }
      value = parsed
    }
    var description: String?
    if case .string(let text) = token.kind {
      advance()
      description = text
    }
    return .parameter(Parameter(name: name, defaultValue: value, description: description))
  }

  /// `check data`, `check claims`.
  mutating func parseCheck() -> Statement.Kind? {
    if token.kind == .end { expectations?.expect(keyword: "claims") }
    let isClaims = consume("claims")
    guard isClaims || expect("data") else { return nil }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: isClaims ? [.format, .file] : [.first, .format, .file])
    return isClaims ? .checkClaims(clauses.output) : .checkData(clauses.output)
  }

  /// `copy`, `copy as csv`.
  mutating func parseCopy() -> Statement.Kind? {
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: [.format])
    guard token.kind != .end, diagnostics.isEmpty else { return .copy(clauses.output) }
    // `copy csv`: a format lacks its word; anything else is what should be asked first.
    let isWord = token.word != nil && peek().kind == .end && clauses.output.format == nil
    report(
      .syntax, "copy is followed by nothing, or by as and a format", at: token.span,
      notes: ["it takes the last answer: ask first, and then copy"],
      edits: isWord ? [Diagnostic.Edit(Span(token.span.start, token.span.start), "as ")] : [])
    stop()
    return nil
  }

  mutating func parseSave() -> Statement.Kind? {
    if token.kind == .end {
      expectations?.expect(keyword: "snapshot")
      expectations?.expect(keyword: "package")
    }
    if token.word == "package", peek().kind != .end || expectations != nil {
      return parsePackageSaving()
    }
    if token.word == "snapshot", peek().kind != .end || expectations != nil {
      advance()
      return parseFile("a file for the snapshot, such as \"data.enqs\",").map {
        .saveSnapshot(file: $0.name, span: $0.span)
      }
    }
    guard let file = parseFile("a name for the script") else { return nil }
    var description: String?
    if case .string(let text) = token.kind {
      advance()
      description = text
    }
    return .save(name: file.name, span: file.span, description: description)
  }
}
