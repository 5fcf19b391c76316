internal import Diagnostics

/// One word or sign of a text.
struct Token {
  /// What a token is.
  enum Kind: Equatable {
    /// A word: a name, or a word of the language; only its place tells which.
    case word(String)
    /// A name in backticks.
    case quotedName(String)
    case string(String)
    case number(Double)
    case percent(Double)
    case date(DateLiteral)
    case financialYear(Int)
    /// `/regular expression/`, which only `matches` is followed by.
    case pattern(String)
    /// `$name`.
    case parameter(String)
    case symbol(String)
    /// `;`.
    case semicolon
    /// After the last token.
    case end
  }

  var kind: Kind
  var span: Span
  /// Whether nothing but blanks stands before it on its line.
  var isFirstOnLine = false
  /// Whether blanks stand before it on its line.
  var isIndented = false

  /// The word in lower case, for comparing with words of the language; `nil` for anything else.
  var word: String? {
    if case .word(let text) = kind { text.lowercased() } else { nil }
  }

  /// Whether the token is the sign.
  func isSymbol(_ text: String) -> Bool { kind == .symbol(text) }

  /// Whether the token is a value that can never be a condition.
  var isPlainValue: Bool {
    switch kind {
    case .string, .number, .percent, .date, .financialYear, .pattern: true
    default: false
    }
  }

  /// Whether the word can begin a measure of a group.
  var isMeasureWord: Bool {
    guard let word else { return false }
    return word == "count" || word == "percent" || Statistic(word: word) != nil
  }

  /// Whether the token is a sign that compares.
  var isComparison: Bool {
    if case .symbol(let sign) = kind { Parser.comparisonSigns[sign] != nil } else { false }
  }
}
