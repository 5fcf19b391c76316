/// Something to look for in texts.
public protocol TextPattern: Sendable {
  /// What an index of words can tell of the texts that match.
  var requirement: TextRequirement { get }

  /// Whether a text, given as its bytes in UTF-8, matches.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool
}

extension TextPattern {
  /// Whether a text matches.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }
}
