public import Diagnostics

/// What a word is, for colours.
public enum TokenClass: Sendable, Hashable {
  case keyword, name, string, number, comment, `operator`, error
}

/// Classes of the words of a text, for a line editor.
public enum Highlighting {
  /// Every word and sign with its class, in order; what stands between has none.
  ///
  /// - Complexity: O(length).
  public static func spans(of text: String) -> [(span: Span, kind: TokenClass)] {
    let source = SourceText(text)
    let (tokens, diagnostics) = Lexer.tokens(of: source)
    var spans: [(span: Span, kind: TokenClass)] = []
    var isFirst = true
    var end = 0
    for (index, token) in tokens.enumerated() {
      comments(source, from: end, to: token.span.start, into: &spans)
      end = token.span.end
      let afterDot = index > 0 && tokens[index - 1].isSymbol(".")
      if token.kind == .semicolon {
        isFirst = true
      } else {
        if let kind = kind(of: token, isFirst: isFirst, isAfterDot: afterDot) {
          spans.append((token.span, kind))
        }
        isFirst = false
      }
    }
    for diagnostic in diagnostics { mark(diagnostic.span, in: &spans) }
    return spans
  }

  private static func kind(of token: Token, isFirst: Bool, isAfterDot: Bool) -> TokenClass? {
    switch token.kind {
    case .word(let word):
      let lower = word.lowercased()
      if isAfterDot { return .name }
      if isFirst {
        let isKnown = StatementForm(rawValue: lower) != nil || Statistic(word: lower) != nil
        return isKnown ? .keyword : .name
      }
      return words.contains(lower) ? .keyword : .name
    case .quotedName, .parameter: return .name
    case .string, .pattern: return .string
    case .number, .percent, .date, .financialYear: return .number
    case .symbol: return .operator
    case .semicolon, .end: return nil
    }
  }

  private static let words = Vocabulary.reserved.union([
    "descending", "ascending", "missing", "recorded", "least", "most", "above", "below", "only",
    "because", "empty", "count", "percent", "if", "row", "column", "total", "contains", "mentions",
    "matches", "before", "after", "each", "distinct", "unless", "average", "median", "sum", "min",
    "max", "sd", "quarter", "financial", "those", "cell", "relation", "called",
  ])

  /// Comments stand between tokens, from `#` to the end of the line.
  private static func comments(
    _ source: SourceText, from start: Int, to end: Int,
    into spans: inout [(span: Span, kind: TokenClass)]
  ) {
    var position = start
    while position < end {
      guard source.bytes[position] == UInt8(ascii: "#") else {
        position += 1
        continue
      }
      let from = position
      while position < end, source.bytes[position] != UInt8(ascii: "\n") { position += 1 }
      spans.append((Span(from, position), .comment))
    }
  }

  /// What the lexer could not read is marked as a mistake.
  private static func mark(_ wrong: Span, in spans: inout [(span: Span, kind: TokenClass)]) {
    guard wrong.length > 0 else { return }
    if let index = spans.firstIndex(where: { $0.span == wrong }) {
      spans[index].kind = .error
    } else if !spans.contains(where: { $0.span.start < wrong.end && wrong.start < $0.span.end }) {
      let position = spans.firstIndex { $0.span.start > wrong.start } ?? spans.count
      spans.insert((wrong, .error), at: position)
    }
  }
}
