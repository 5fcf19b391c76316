internal import Tables
internal import TextSearch

/// What is asked of texts.
extension SQLWriter {
  /// A text that fits.
  func matches(
    _ match: TextMatch, _ field: FieldReference, of row: SQLRow
  ) throws(SQLRefusal) -> SQLExpression {
    let info = catalogue.info(of: field)
    if !info.schema.categories.isEmpty {
      // A text may match by its label, which is not in the table; there are few, so name them.
      let codes = info.dictionary.indices.filter { match.matches(info.label(ofCode: $0)) }
      return try truth(.oneOf(field, codes: codes.map { UInt32($0) }), of: .row(row))
    }
    let column = try value(field, of: row)
    switch match {
    case .contains(let pattern): return try contains(pattern, column)
    case .mentions(let pattern):
      try checkCase(of: pattern.text)
      let words = WordExpression(letters: Self.lettersBeyondASCII(info.dictionary))
      return fits(words.text(for: pattern), column)
    case .matches(let expression):
      do {
        return fits(
          try expression.text(
            in: dialect.flavour, characters: Self.charactersBeyondASCII(info.dictionary)),
          column)
      } catch {
        throw SQLRefusal(error.message)
      }
    }
  }

  /// A text that holds a part, in any case.
  private func contains(
    _ pattern: SubstringPattern, _ column: SQLExpression
  ) throws(SQLRefusal) -> SQLExpression {
    try checkCase(of: pattern.text)
    var escaped = ""
    for character in pattern.text {
      if "%_\\".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    let sign = dialect == .sqlite ? "like" : "ilike"
    var test = SQLExpression.comparison(column, sign, dialect.literal("%\(escaped)%"))
    if escaped != pattern.text { test.text += " escape '\\'" }
    return test
  }

  /// A text that matches a regular expression, in any case.
  private func fits(_ expression: String, _ column: SQLExpression) -> SQLExpression {
    let pattern = dialect.literal(expression)
    switch dialect {
    case .sqlite: return .comparison(.call("lower", column), "regexp", pattern)
    case .duckdb: return .call("regexp_matches", column, pattern, SQLExpression("'i'"))
    case .postgresql: return .comparison(column, "~*", pattern)
    }
  }

  /// SQLite knows the two cases of A to Z alone.
  private func checkCase(of text: String) throws(SQLRefusal) {
    guard dialect == .sqlite,
      let letter = text.unicodeScalars.first(where: { !$0.isASCII && $0.properties.isCased })
    else { return }
    throw SQLRefusal(
      "SQLite knows the capitals of a to z alone, and so cannot look for \"\(letter)\" in any case")
  }

  private static func charactersBeyondASCII(_ texts: some Sequence<String>) -> [Unicode.Scalar] {
    var found: Set<Unicode.Scalar> = []
    for text in texts where !text.utf8.allSatisfy({ $0 < 0x80 }) {
      found.formUnion(text.unicodeScalars.filter { !$0.isASCII })
    }
    return found.sorted()
  }

  private static func lettersBeyondASCII(_ texts: some Sequence<String>) -> [Unicode.Scalar] {
    charactersBeyondASCII(texts).filter { WordPattern.isLetter($0) }
  }
}

extension SQLDialect {
  fileprivate var flavour: RegularExpression.Flavour {
    switch self {
    case .sqlite: .sqlite
    case .duckdb: .re2
    case .postgresql: .postgresql
    }
  }
}

/// Whole words as a regular expression that all dialects read.
///
/// A word is a run of letters and digits with apostrophes inside it, so that `child` is no word of
/// `child's`.
private struct WordExpression {
  /// The letters of a set: a to z and digits, and what else is a letter in the texts.
  private let letter: String

  init(letters: [Unicode.Scalar]) {
    letter = "a-z0-9" + letters.map { String($0) }.joined()
  }

  func text(for pattern: WordPattern) -> String {
    let mark = "['’]"
    let other = "[^\(letter)]"
    let otherThanMark = "[^\(letter)'’]"
    var text = "(^|\(otherThanMark)|(^|\(other))\(mark))"
    let words = pattern.words
    for (position, word) in words.enumerated() {
      text += word.text.map { $0 == "'" ? mark : String($0) }.joined()
      guard position < words.count - 1 else {
        if !word.isPrefix { text += "($|\(otherThanMark)|\(mark)(\(other)|$))" }
        break
      }
      if word.isPrefix { text += "([\(letter)]|\(mark)[\(letter)])*" }
      text += "(\(otherThanMark)\(other)*|\(mark)\(other)+)"
    }
    return text
  }
}
