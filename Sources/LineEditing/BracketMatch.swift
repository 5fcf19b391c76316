import TextLayout

/// The bracket at the cursor, or before it, and the one that belongs to it.
///
/// Brackets in quoted values and comments are none.
struct BracketMatch {
  /// Positions in UTF-8 bytes: of a pair, or of a closing bracket that nothing opens.
  private(set) var positions: [Int] = []

  /// - Complexity: O(length).
  init(_ text: String, cursor: Int, styles: [(Range<Int>, Style)]) {
    let bytes = Array(text.utf8)
    var isQuoted = [Bool](repeating: false, count: bytes.count)
    for (range, style) in styles where style == .value || style == .comment {
      for offset in range.clamped(to: 0..<bytes.count) { isQuoted[offset] = true }
    }
    var open: [Int] = []
    for (offset, byte) in bytes.enumerated() where !isQuoted[offset] {
      if Self.closing(byte) != nil {
        open.append(offset)
      } else if Self.isClosing(byte) {
        var found = [offset]
        if let opening = open.last, Self.closing(bytes[opening]) == byte {
          found.insert(open.removeLast(), at: 0)
        }
        // The bracket that the cursor is on comes before the one behind it.
        if found.contains(cursor) || (positions.isEmpty && found.contains(cursor - 1)) {
          positions = found
        }
      }
    }
  }

  /// A pair is strong, a bracket without a partner marked.
  var styles: [(Range<Int>, Style)] {
    positions.map { ($0..<($0 + 1), positions.count == 2 ? .strong : .mark) }
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte)
  }
}
