internal import Diagnostics

/// Cuts the tokens of a text into statements.
///
/// `;` ends a statement. A newline ends it too, unless a bracket is open, the line ends in a word or
/// sign that needs more, or the next line is indented.
struct StatementSplitter {
  /// The tokens of each statement, without separators; none is empty.
  static func statements(_ tokens: [Token]) -> [[Token]] {
    var statements: [[Token]] = []
    var current: [Token] = []
    var depth = 0
    func flush() {
      if !current.isEmpty { statements.append(current) }
      current = []
      depth = 0
    }
    for token in tokens where token.kind != .end {
      if token.kind == .semicolon {
        flush()
        continue
      }
      if token.isFirstOnLine, !current.isEmpty, ends(current, before: token, depth: depth) {
        flush()
      }
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth = max(0, depth - 1) }
      current.append(token)
    }
    flush()
    return statements
  }

  /// Whether a statement ends before a token that begins a line.
  private static func ends(_ statement: [Token], before next: Token, depth: Int) -> Bool {
    if next.isIndented { return false }
    if depth > 0 {
      // A bracket that was never closed must not swallow the rest of a script.
      return next.word.map { StatementForm(rawValue: $0) != nil } ?? false
    }
    return !needsMore(statement)
  }

  /// Whether the last word or sign of a statement needs something after it.
  static func needsMore(_ statement: [Token]) -> Bool {
    guard let last = statement.last, let first = statement.first?.word else { return false }
    // The topic of `help` may be any word.
    if ["help", "set", "history", "quit", "why", "back"].contains(first) { return false }
    if case .symbol(let sign) = last.kind { return Vocabulary.continuingSymbols.contains(sign) }
    guard let word = last.word else { return false }
    // `x is no` is complete, `where no` is not.
    if Vocabulary.truths[word] != nil, statement.count > 1 {
      let before = statement[statement.count - 2]
      if before.word == "is" || before.isSymbol("=") || before.isSymbol("!=") { return false }
    }
    return Vocabulary.continues.contains(word)
      // `sort by count` and `define x.count` are complete.
      && !(word == "count" && statement.count > 1)
  }
}

/// Whether a text can be run, or needs more to be typed.
public enum Completeness: Sendable, Hashable {
  /// Every statement is finished, as far as can be told from its end.
  case complete
  /// A bracket is open, or the last word or sign needs something after it.
  case needsMore

  /// The completeness of a text.
  public static func of(_ text: String) -> Completeness {
    let tokens = Lexer.tokens(of: SourceText(text)).tokens
    // After `;` nothing is open.
    if tokens.dropLast().last?.kind == .semicolon { return .complete }
    guard let last = StatementSplitter.statements(tokens).last else { return .complete }
    var depth = 0
    for token in last {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
    }
    return depth > 0 || StatementSplitter.needsMore(last) ? .needsMore : .complete
  }
}
