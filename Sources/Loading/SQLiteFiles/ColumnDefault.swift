internal import Tables

/// The value of a column in rows that are older than it.
enum ColumnDefault: Equatable {
  case null
  case integer(Int)
  /// A fraction, and how it is written, with its sign.
  case fraction(Double, written: String)
  case text(String)
  case bytes([UInt8])
  /// What only the database can compute.
  case unknown

  /// Reads a value as `DEFAULT` gives it, with signs and parentheses around it.
  init(_ tokens: ArraySlice<SQLToken>) {
    var rest = tokens
    var isNegative = false
    var isSigned = false
    while rest.count > 1 {
      if rest.first == .mark("("), rest.last == .mark(")") {
        rest = rest.dropFirst().dropLast()
      } else if rest.first == .mark("-") || rest.first == .mark("+") {
        if rest.first == .mark("-") { isNegative.toggle() }
        isSigned = true
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard rest.count == 1, let token = rest.first else {
      self = .unknown
      return
    }
    if case .number(let text) = token {
      self = Self.number(text, isNegative: isNegative)
    } else {
      self = isSigned ? .unknown : Self.literal(token)
    }
  }

  private static func literal(_ token: SQLToken) -> ColumnDefault {
    switch token {
    case .text(let text), .quoted(let text): .text(text)
    case .bytes(let digits): bytes(of: digits)
    case .word(let word):
      switch word.uppercased() {
      case "NULL": .null
      case "TRUE": .integer(1)
      case "FALSE": .integer(0)
      case "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP": .unknown
      // A word that is no name of anything stands for itself.
      default: .text(word)
      }
    case .number, .mark: .unknown
    }
  }

  private static func number(_ text: String, isNegative: Bool) -> ColumnDefault {
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      guard let bits = UInt64(text.dropFirst(2), radix: 16) else { return .unknown }
      let value = Int(truncatingIfNeeded: bits)
      return .integer(isNegative ? 0 &- value : value)
    }
    let signed = (isNegative ? "-" : "") + text
    if let value = Int(signed) { return .integer(value) }
    return CellText.number(signed).map { .fraction($0, written: signed) } ?? .unknown
  }

  private static func bytes(of digits: String) -> ColumnDefault {
    let digits = digits.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2) else { return .unknown }
    var bytes: [UInt8] = []
    for at in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[at], let low = digits[at + 1] else { return .unknown }
      bytes.append(UInt8(high << 4 | low))
    }
    return .bytes(bytes)
  }

  /// The value as SQLite gives it for a column that prefers values of some kind.
  ///
  /// Of a fraction that is text it takes what is written, and it is a whole number where it can be but
  /// in columns for fractions.
  func stored(as affinity: ColumnAffinity) -> ColumnDefault {
    switch (affinity, self) {
    case (.text, .integer(let value)): .text(String(value))
    case (.text, .fraction(_, let written)): .text(written)
    case (.real, .integer(let value)): .fraction(Double(value), written: String(value))
    case (.real, .text(let text)):
      CellText.number(text).map { .fraction($0, written: text) } ?? self
    case (.number, .fraction(let value, _)), (.none, .fraction(let value, _)):
      Int(exactly: value).map { .integer($0) } ?? self
    case (.number, .text(let text)):
      if let value = CellText.integer(text) {
        .integer(value)
      } else if let value = CellText.number(text) {
        Int(exactly: value).map { .integer($0) } ?? .fraction(value, written: text)
      } else {
        self
      }
    default: self
    }
  }
}

/// What kind of value a column prefers to store.
enum ColumnAffinity {
  case text, real, number, none

  /// The affinity of a declared type in capitals
  /// (<https://www.sqlite.org/datatype3.html#determination_of_column_affinity>).
  init(_ type: String) {
    func has(_ parts: String...) -> Bool { parts.contains(where: type.contains) }
    self =
      if has("INT") {
        .number
      } else if has("CHAR", "CLOB", "TEXT") {
        .text
      } else if has("BLOB") || type.isEmpty {
        .none
      } else if has("REAL", "FLOA", "DOUB") {
        .real
      } else {
        .number
      }
  }
}
