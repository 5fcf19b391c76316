/// The words of a text, in lower case, with their places.
///
/// A word is a run of letters and digits, and of apostrophes inside it; straight and curly ones are
/// the same. A hyphen parts two words.
struct TextWords {
  /// One word.
  struct Word {
    /// The word in lower case.
    var text: String
    /// Its UTF-8 offsets in the text as it was given.
    var range: Range<Int>
  }

  /// Calls a function with each word, until it returns `false`.
  ///
  /// - Complexity: O(text).
  static func forEach(in text: String, _ body: (Word) -> Bool) {
    var scanner = Scanner()
    var offset = 0
    for scalar in text.unicodeScalars {
      let start = offset
      offset += UTF8.width(scalar)
      if let word = scanner.take(scalar, at: start), !body(word) { return }
    }
    if let word = scanner.finish() { _ = body(word) }
  }

  /// Every word of a text.
  static func all(of text: String) -> [Word] {
    var words: [Word] = []
    forEach(in: text) { word in
      words.append(word)
      return true
    }
    return words
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// Collects scalars into words.
  private struct Scanner {
    private var word = String.UnicodeScalarView()
    private var start = 0
    private var end = 0
    /// Whether an apostrophe waits to see if the word goes on.
    private var hasApostrophe = false

    /// Takes one scalar.
    ///
    /// - Returns: The word that ends before it.
    mutating func take(_ scalar: Unicode.Scalar, at offset: Int) -> Word? {
      if TextWords.isLetter(scalar) {
        if word.isEmpty { start = offset }
        if hasApostrophe { word.append("'") }
        hasApostrophe = false
        word.append(contentsOf: Self.folded(scalar))
        end = offset + UTF8.width(scalar)
        return nil
      }
      if !word.isEmpty, !hasApostrophe, scalar == "'" || scalar == "’" {
        hasApostrophe = true
        return nil
      }
      return finish()
    }

    mutating func finish() -> Word? {
      hasApostrophe = false
      guard !word.isEmpty else { return nil }
      defer { word = String.UnicodeScalarView() }
      return Word(text: String(word), range: start..<end)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
      switch scalar.value {
      case 0x41...0x5A: String(Character(Unicode.Scalar(UInt8(scalar.value) | 0x20))).unicodeScalars
      case 0..<0x80: String(Character(scalar)).unicodeScalars
      default: scalar.properties.lowercaseMapping.unicodeScalars
      }
    }
  }
}

extension UTF8 {
  /// The bytes of a scalar.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
