/// Finds the words of texts, in lower case, with their places.
///
/// A word is a run of letters and digits, and of apostrophes inside it; straight and curly ones are
/// the same. A hyphen parts two words.
struct TextWords {
  /// One word.
  struct Word {
    /// The word in lower case, in UTF-8; only until the next word.
    let folded: UnsafeBufferPointer<UInt8>
    /// Whether the word in lower case is of ASCII.
    let isASCII: Bool
    /// Its number in the sense of `WordHash`.
    let hash: UInt64
    /// Its UTF-8 offsets in the text as it was given.
    let range: Range<Int>
  }

  /// The word that is being read; kept for the texts that follow.
  private var memory: [UInt8] = []

  /// Calls a function with each word, until it returns `false`.
  ///
  /// - Complexity: O(text).
  @inline(__always)
  mutating func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (Word) -> Bool) {
    if memory.count < text.count { memory = Array(repeating: 0, count: text.count) }
    let rest = memory.withUnsafeMutableBufferPointer { Self.readASCII(text, into: $0, body) }
    if let rest { Self.readScalars(text, from: rest, body) }
  }

  /// Every word of a text.
  static func all(of text: String) -> [(text: String, range: Range<Int>)] {
    var words: [(String, Range<Int>)] = []
    var text = text
    var reader = TextWords()
    text.withUTF8 { bytes in
      reader.forEach(in: bytes) { word in
        words.append((String(decoding: word.folded, as: UTF8.self), word.range))
        return true
      }
    }
    return words
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: Folding.isLetter(UInt8(scalar.value))
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// Reads words up to the first one that has, or stands before, a byte outside ASCII.
  ///
  /// - Returns: Where that word or byte begins; `nil` when the text is done with.
  @inline(__always)
  private static func readASCII(
    _ text: UnsafeBufferPointer<UInt8>, into memory: UnsafeMutableBufferPointer<UInt8>,
    _ body: (Word) -> Bool
  ) -> Int? {
    var position = 0
    while position < text.count {
      let start = position
      var length = 0
      var hash = WordHash()
      while position < text.count {
        let byte = text[position]
        guard Folding.isLetter(byte) || length > 0 && joinsLetters(text, at: position) else {
          break
        }
        // Digits and the apostrophe have the bit that makes a letter small.
        memory[length] = byte | 0x20
        hash.add(byte | 0x20)
        length += 1
        position += 1
      }
      // An apostrophe before such a byte may still belong to the word.
      if goesOnOutsideASCII(text, at: position) { return start }
      if length > 0 {
        let folded = UnsafeBufferPointer(start: memory.baseAddress, count: length)
        let word = Word(
          folded: folded, isASCII: true, hash: hash.value(of: folded), range: start..<position)
        guard body(word) else { return nil }
      }
      position += 1
    }
    return nil
  }

  /// Whether an apostrophe stands before a letter; the byte before it is one.
  ///
  /// Of two apostrophes the first is followed by none.
  @inline(__always)
  private static func joinsLetters(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    text[position] == UInt8(ascii: "'") && position + 1 < text.count
      && Folding.isLetter(text[position + 1])
  }

  @inline(__always)
  private static func goesOnOutsideASCII(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> Bool {
    guard position < text.count else { return false }
    if text[position] >= 0x80 { return true }
    return text[position] == UInt8(ascii: "'") && position + 1 < text.count
      && text[position + 1] >= 0x80
  }

  /// Reads the words of the rest of a text, scalar by scalar.
  @inline(never)
  private static func readScalars(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Word) -> Bool
  ) {
    let rest = String(decoding: UnsafeBufferPointer(rebasing: text[start...]), as: UTF8.self)
    var scanner = ScalarScanner()
    var offset = start
    for scalar in rest.unicodeScalars {
      if scanner.endsWord(before: scalar, at: offset), !scanner.giveWord(to: body) { return }
      offset += UTF8.width(scalar)
    }
    _ = scanner.giveWord(to: body)
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
