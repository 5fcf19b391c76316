public import Diagnostics

/// What could stand at a place of a text.
public struct CompletionContext: Sendable {
  /// The bytes that a completion replaces: the word or text being typed, up to the cursor.
  public var replaced: Span
  /// What has been typed of it, without quotes.
  public var typed: String
  /// Whether a text in quotes is being typed.
  public var isInQuotes: Bool
  /// The statement that the cursor is in, from its first word to what is replaced.
  public var before: String
  /// The words of the language that could stand here.
  public var keywords: [String]
  /// The kinds of names and values that could stand here, each with where to look it up.
  public var expected: [(thing: ExpectedThing, scope: CompletionScope)]
  /// Where names at the cursor are looked up, whatever is expected there.
  public var scope = CompletionScope()

  /// What could stand at the cursor, by running the parser up to it.
  ///
  /// - Parameter cursor: A UTF-8 offset; one outside the text is brought inside.
  public static func at(cursor: Int, in text: String) -> CompletionContext {
    let source = SourceText(text)
    let cursor = min(max(0, cursor), source.bytes.count)
    let before = SourceText(source.text(Span(0, cursor)))
    var tokens = Lexer.tokens(of: before).tokens.dropLast()
    var context = CompletionContext(
      replaced: Span(cursor, cursor), typed: "", isInQuotes: false, before: "", keywords: [],
      expected: [])
    if let last = tokens.last, last.span.end == cursor {
      context.takePartial(last, before, &tokens)
    }
    let statement = currentStatement(Array(tokens))
    if let first = statement.first {
      context.before = before.text(Span(first.span.start, context.replaced.start))
    }
    var parser = Parser(statement, source: before, expectations: ExpectationRecorder())
    _ = parser.parseWholeStatement()
    if let recorder = parser.expectations {
      context.keywords = context.isInQuotes ? [] : recorder.keywords
      context.expected = recorder.things
      context.scope = recorder.place
    }
    return context
  }

  /// Takes the word or text that is being typed away from the parser.
  private mutating func takePartial(
    _ last: Token, _ before: SourceText, _ tokens: inout ArraySlice<Token>
  ) {
    switch last.kind {
    case .word(let text), .quotedName(let text): typed = text
    case .string(let text):
      // A text that is closed is finished; one that is open is being typed.
      let isClosed =
        last.span.length > 1 && before.text(last.span).last.map { "\"'”’".contains($0) } == true
      if isClosed { return }
      typed = text
      isInQuotes = true
    default: return
    }
    replaced = last.span
    tokens = tokens.dropLast()
  }

  /// The tokens of the statement that the cursor is in.
  private static func currentStatement(_ tokens: [Token]) -> [Token] {
    if tokens.last?.kind == .semicolon { return [] }
    return StatementSplitter.statements(tokens + []).last ?? []
  }
}
