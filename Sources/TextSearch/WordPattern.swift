/// Whole words of a text, in any case.
///
/// A word may end in `*` for any ending. Several words are a phrase: they follow one another.
public struct WordPattern: Sendable, Hashable {
  /// The pattern as it was written.
  public let text: String
  private let parts: [Part]

  private struct Part: Sendable, Hashable {
    var text: String
    var isPrefix: Bool

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
  public func matches(_ text: String) -> Bool {
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
    search(text) { range in
      ranges.append(range)
      return true
    }
    return ranges
  }

  /// Calls a function with each place, until it returns `false`.
  private func search(_ text: String, _ body: (Range<Int>) -> Bool) {
    // The last words of the text, as many as the pattern has.
    var recent: [TextWords.Word] = []
    TextWords.forEach(in: text) { word in
      recent.append(word)
      if recent.count > parts.count { recent.removeFirst() }
      guard recent.count == parts.count, let first = recent.first,
        zip(parts, recent).allSatisfy({ $0.matches($1.text) })
      else { return true }
      let range = first.range.lowerBound..<word.range.upperBound
      recent = []
      return body(range)
    }
  }
}
