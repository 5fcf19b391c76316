/// Collects scalars into words; the way of any text that is not all ASCII.
struct ScalarScanner {
  private var word: [UInt8] = []
  private var start = 0
  private var end = 0
  /// Whether an apostrophe waits to see if the word goes on.
  private var hasApostrophe = false

  /// Takes one scalar.
  ///
  /// - Returns: Whether a word ends before it, which must be taken before the next scalar.
  mutating func endsWord(before scalar: Unicode.Scalar, at offset: Int) -> Bool {
    if TextWords.isLetter(scalar) {
      if word.isEmpty { start = offset }
      if hasApostrophe { word.append(UInt8(ascii: "'")) }
      hasApostrophe = false
      append(scalar)
      end = offset + UTF8.width(scalar)
      return false
    }
    if !word.isEmpty, !hasApostrophe, scalar == "'" || scalar == "’" {
      hasApostrophe = true
      return false
    }
    return !word.isEmpty
  }

  /// Calls a function with the word that has been collected, if there is one, and forgets it.
  ///
  /// - Returns: What the function returns, or `true`.
  mutating func giveWord(to body: (TextWords.Word) -> Bool) -> Bool {
    hasApostrophe = false
    guard !word.isEmpty else { return true }
    defer { word.removeAll(keepingCapacity: true) }
    return word.withUnsafeBufferPointer { bytes in
      body(
        TextWords.Word(
          folded: bytes, isASCII: Folding.isASCII(bytes), hash: WordHash.value(of: bytes),
          range: start..<end))
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      word.append(UInt8(scalar.value) | 0x20)
    } else {
      word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
}
