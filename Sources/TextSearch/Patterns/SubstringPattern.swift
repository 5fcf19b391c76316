/// A part of a text, found without regard to case.
public struct SubstringPattern: TextPattern, Hashable {
  /// The part as it was written.
  public let text: String
  /// The part in lower case.
  let folded: [UInt8]

  /// Creates a pattern; an empty one is part of every text.
  public init(_ text: String) {
    self.text = text
    folded = Array(text.lowercased().utf8)
  }

  /// Whether the text holds the part.
  ///
  /// A text of ASCII, as most are, is folded byte by byte; any other by the rules of Unicode.
  ///
  /// - Complexity: O(text × pattern) at worst, O(text) as a rule.
  public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if Folding.isASCII(text) { return isPart(of: text) }
    var lower = String(decoding: text, as: UTF8.self).lowercased()
    return lower.withUTF8 { isPart(of: $0) }
  }

  /// Whether the bytes hold the part when ASCII is folded.
  private func isPart(of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = folded.first else { return true }
    guard folded.count <= bytes.count else { return false }
    return folded.withUnsafeBufferPointer { part in
      for start in 0...(bytes.count - part.count) where Folding.folded(bytes[start]) == first {
        var length = 1
        while length < part.count, Folding.folded(bytes[start + length]) == part[length] {
          length += 1
        }
        if length == part.count { return true }
      }
      return false
    }
  }
}
