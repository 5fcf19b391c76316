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

/// A mix of the bytes of a word, after Fowler, Noll and Vo: <http://www.isthe.com/chongo/tech/comp/fnv>.
struct WordHash {
  private var mixed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inline(__always)
  var value: UInt32 { UInt32(truncatingIfNeeded: mixed ^ (mixed &>> 32)) }

  /// The mix of a whole word.
  static func value(of word: some Sequence<UInt8>) -> UInt32 {
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    return hash.value
  }
}
