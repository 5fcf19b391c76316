public import Diagnostics

/// One statement of a text, as far as it could be understood.
public struct ParsedStatement: Sendable {
  /// The tree; `nil` when a mistake left none.
  public var statement: Statement?
  /// From the statement's first word to its last.
  public var span: Span
  /// What is wrong with its form.
  public var diagnostics: [Diagnostic]
}

/// Where a clause takes measures of a group.
enum MeasurePlace {
  case nowhere
  /// After `having`, where nothing else is a number.
  case condition
  /// After `sort by`, beside the dimensions.
  case key
}

/// Turns text into syntax trees, by recursive descent: one function for each production of the
/// grammar.
///
/// A function named `parse...` consumes tokens. It returns `nil` only after reporting a mistake. The
/// parser works on one statement at a time, so that a mistake in one never touches the next.
public struct Parser {
  let source: SourceText
  let tokens: [Token]
  var index = 0
  var diagnostics: [Diagnostic] = []
  private var depth = 0
  /// Whether nothing more is to be said: the rest is read after the correction.
  private var isStopped = false
  /// What is taken as it was written, whatever it would mean elsewhere: the value of `set`, the topic of
  /// `help`.
  var takenAsWritten: Span?
  /// What could stand at the cursor; filled only while completing.
  var expectations: ExpectationRecorder?
  /// Where measures of a group may stand where a number may.
  var measurePlace = MeasurePlace.nowhere
  /// Whether the `of` that names the set may follow: in what a measure is taken of, outside brackets.
  var isMeasuring = false

  /// Deeper than anyone nests; every reader of a tree may recurse as deep, on any thread's stack.
  private static let deepest = 48
  /// More conditions or numbers than anyone joins; a chain is a tree as deep as it is long.
  static let longestChain = 200

  init(_ tokens: [Token], source: SourceText, expectations: ExpectationRecorder? = nil) {
    self.source = source
    let end = tokens.last?.span.end ?? 0
    self.tokens = tokens + [Token(kind: .end, span: Span(end, end))]
    self.expectations = expectations
  }

  /// Parses every statement of a text.
  ///
  /// - Complexity: O(length).
  public static func parse(_ source: SourceText) -> [ParsedStatement] {
    let (tokens, lexing) = Lexer.tokens(of: source)
    let statements = StatementSplitter.statements(tokens)
    guard !statements.isEmpty else {
      // Nothing but mistakes.
      guard let first = lexing.first else { return [] }
      let span = lexing.reduce(first.span) { $0.union($1.span) }
      return [ParsedStatement(statement: nil, span: span, diagnostics: lexing)]
    }
    var rest = lexing[...]
    return statements.enumerated().map { number, tokens in
      var parser = Parser(tokens, source: source)
      let statement = parser.parseWholeStatement()
      // A mistake between two statements is told with the one before.
      let limit =
        number + 1 < statements.count
        ? statements[number + 1].first?.span.start ?? .max : Int.max
      let own = rest.prefix { $0.span.start < limit }
      rest = rest.dropFirst(own.count)
      let mistakes = own.filter { !parser.takesAsWritten($0) }
      let span = (tokens.first?.span ?? Span(0, 0)).union(tokens.last?.span ?? Span(0, 0))
      return ParsedStatement(
        statement: mistakes.isEmpty ? statement : nil,
        span: mistakes.reduce(span) { $0.union($1.span) },
        diagnostics: mistakes + parser.diagnostics)
    }
  }

  /// Whether a mistake of the lexer is none: `1.5GB` is no number and no name, but a value of `set`.
  private func takesAsWritten(_ mistake: Diagnostic) -> Bool {
    guard let free = takenAsWritten, mistake.code != .unclosedString else { return false }
    return free.start <= mistake.span.start && mistake.span.end <= free.end
      && tokens.contains { $0.span == mistake.span }
  }

  /// The rest of the statement, as it was written.
  mutating func takeRestAsWritten() -> String {
    let start = token.span.start
    index = tokens.count - 1
    let span = span(from: start)
    takenAsWritten = span
    return source.text(span)
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  /// The end of the last token that was consumed.
  var endOfConsumed: Int { index == 0 ? token.span.start : tokens[index - 1].span.end }

  @discardableResult
  mutating func advance() -> Token {
    let current = token
    if index < tokens.count - 1 { index += 1 }
    return current
  }

  /// Whether the current token is the word; while completing, remembers that it could be.
  mutating func at(_ word: String) -> Bool {
    if token.kind == .end { expectations?.expect(keyword: word) }
    return token.word == word
  }

  /// Consumes the word if it is there.
  mutating func consume(_ word: String) -> Bool {
    guard at(word) else { return false }
    advance()
    return true
  }

  /// Consumes the sign if it is there.
  mutating func consume(symbol: String) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  /// While completing: remembers that such a thing could stand at the cursor, if this is it.
  mutating func expectHere(_ thing: ExpectedThing, after prefix: [String] = []) {
    if token.kind == .end { expectations?.expect(thing, after: prefix) }
  }

  func span(from start: Int) -> Span { Span(start, max(start, endOfConsumed)) }

  // MARK: Mistakes

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: Span, notes: [String] = [],
    edits: [Diagnostic.Edit] = []
  ) {
    guard !isStopped else { return }
    diagnostics.append(Diagnostic(code, message, at: span, notes: notes, edits: edits))
    expectations?.freeze()
  }

  /// Says what was found where something else was needed.
  mutating func reportUnexpected(_ needed: String, notes: [String] = []) {
    report(
      .syntax,
      token.kind == .end
        ? "\(needed) is missing at the end" : "\(needed) is needed here, not \(found)",
      at: token.span, notes: notes)
  }

  /// The current token in words.
  var found: String {
    switch token.kind {
    case .end: "the end"
    case .string: "the text \(source.text(token.span))"
    case .number, .percent: "the number \(source.text(token.span))"
    case .pattern: "the expression \(source.text(token.span))"
    case .date, .financialYear: "the date \(source.text(token.span))"
    default: "\"\(source.text(token.span))\""
    }
  }

  /// A habit from another language: says so, with the right form in its place.
  mutating func reportHabit(_ message: String, at span: Span, write replacement: String) {
    report(.habit, message, at: span, edits: [Diagnostic.Edit(span, replacement)])
  }

  /// A word for the place of a sign: with a blank on each side where there is none yet.
  func spaced(_ word: String, at span: Span) -> String {
    func isBlank(_ offset: Int) -> Bool {
      guard source.bytes.indices.contains(offset) else { return true }
      return [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[offset])
    }
    return (isBlank(span.start - 1) ? "" : " ") + word + (isBlank(span.end) ? "" : " ")
  }

  /// Runs a production one level deeper; brackets deeper than the limit are a mistake.
  mutating func nested<Result>(_ parse: (inout Parser) -> Result?) -> Result? {
    guard depth < Self.deepest else {
      if !diagnostics.contains(where: { $0.code == .nestedTooDeep }) {
        report(
          .nestedTooDeep, "this is nested too deep to be read", at: token.span,
          notes: ["name a part of it with define, and use the name"])
      }
      index = tokens.count - 1
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return parse(&self)
  }

  /// Whether a chain may grow by one more part; says so where it may not.
  mutating func canJoin(_ length: Int) -> Bool {
    guard length >= Self.longestChain else { return true }
    report(
      .nestedTooDeep, "more than \(Self.longestChain) parts are joined here", at: token.span,
      notes: ["a list of values is written: in (VALUE, VALUE ...)"])
    index = tokens.count - 1
    return false
  }

  /// Leaves the rest unread, after a mistake that its own correction has to come before.
  mutating func stop() {
    index = tokens.count - 1
    isStopped = true
  }

  /// Moves on to the next clause of the statement, so that what follows a mistake is read too.
  mutating func skipToClause() {
    var open = 0
    while token.kind != .end {
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") {
        if open == 0 { return }
        open -= 1
      }
      if open == 0, let word = token.word, Vocabulary.clauses.contains(word) { return }
      if open == 0, peek().word == "by", token.word == "order" || token.word == "group" { return }
      advance()
    }
  }
}
