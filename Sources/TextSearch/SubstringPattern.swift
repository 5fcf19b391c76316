/// A part of a text, found without regard to case.
public struct SubstringPattern: Sendable, Hashable {
  /// The part as it was written.
  public let text: String
  private let folded: [UInt8]

  /// Creates a pattern; an empty one is part of every text.
  public init(_ text: String) {
    self.text = text
    folded = Array(text.lowercased().utf8)
  }

  /// Whether the text holds the part.
  ///
  /// - Complexity: O(text × pattern) at worst, O(text) as a rule.
  public func matches(_ text: String) -> Bool {
    Folding.withFoldedBytes(of: text) { bytes in
      Self.contains(folded, in: bytes)
    }
  }

  private static func contains(_ part: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= bytes.count else { return false }
    for start in 0...(bytes.count - part.count) where bytes[start] == first {
      var length = 1
      while length < part.count, bytes[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
