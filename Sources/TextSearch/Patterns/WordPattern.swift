/// Whole words of a text, in any case.
///
/// A word may end in `*` for any ending. Several words are a phrase: they follow one another.
public struct WordPattern: TextPattern, Hashable {
  /// The pattern as it was written.
  public let text: String
  let parts: [Part]

  /// One word of a pattern.
  struct Part: Sendable, Hashable {
    let text: String
    let isPrefix: Bool
    let folded: [UInt8]
    let isASCII: Bool

    init(text: String, isPrefix: Bool) {
      self.text = text
      self.isPrefix = isPrefix
      folded = Array(text.utf8)
      isASCII = folded.allSatisfy { $0 < 0x80 }
    }

    @inline(__always)
    func matches(_ word: TextWords.Word) -> Bool {
      guard isASCII, word.isASCII else {
        return matches(String(decoding: word.folded, as: UTF8.self))
      }
      guard isPrefix ? word.folded.count >= folded.count : word.folded.count == folded.count else {
        return false
      }
      return folded.withUnsafeBufferPointer { folded in
        folded.indices.allSatisfy { folded[$0] == word.folded[$0] }
      }
    }

    /// Whether a word fits; letters with accents are equal however they are put together.
    func matches(_ word: String) -> Bool { isPrefix ? word.hasPrefix(text) : word == text }
  }

  /// Creates a pattern; `nil` where there is no word in it.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let parts = TextWords.all(of: text).map { word in
      let isPrefix =
        word.range.upperBound < bytes.count && bytes[word.range.upperBound] == UInt8(ascii: "*")
      return Part(text: word.text, isPrefix: isPrefix)
    }
    guard !parts.isEmpty else { return nil }
    self.text = text
    self.parts = parts
  }

  /// The words in lower case, and whether any ending will do.
  public var words: [(text: String, isPrefix: Bool)] { parts.map { ($0.text, $0.isPrefix) } }

  /// Whether a character is part of a word, other than an apostrophe.
  public static func isLetter(_ scalar: Unicode.Scalar) -> Bool { TextWords.isLetter(scalar) }

  /// Whether the text holds the words.
  ///
  /// - Complexity: O(text × words of the pattern).
  public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    search(text) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// The UTF-8 offsets of each place, in order; places do not overlap.
  public func ranges(in text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var text = text
    text.withUTF8 { bytes in
      search(bytes) { range in
        ranges.append(range)
        return true
      }
    }
    return ranges
  }

  /// Calls a function with each place, until it returns `false`.
  private func search(_ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Bool) {
    // Where a place begins whose first so many words have just been read; the last is a whole one.
    var begun = [Int?](repeating: nil, count: parts.count)
    let last = parts.count - 1
    var words = TextWords()
    words.forEach(in: text) { word in
      for position in stride(from: last, to: 0, by: -1) {
        guard let start = begun[position - 1] else {
          begun[position] = nil
          continue
        }
        begun[position] = parts[position].matches(word) ? start : nil
      }
      begun[0] = parts[0].matches(word) ? word.range.lowerBound : nil
      guard let start = begun[last] else { return true }
      for position in parts.indices { begun[position] = nil }
      return body(start..<word.range.upperBound)
    }
  }
}
