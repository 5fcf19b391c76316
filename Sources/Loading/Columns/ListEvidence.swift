internal import Tables

/// Whether texts are lists of a few values that return, divided by one character.
struct ListEvidence {
  /// What may divide the values.
  ///
  /// A comma only between codes: between words it is punctuation.
  private static let separators: [(byte: UInt8, onlyCodes: Bool)] = [
    (UInt8(ascii: ";"), false), (UInt8(ascii: "|"), false), (UInt8(ascii: ","), true),
  ]
  /// This many distinct texts are enough to tell.
  private static let mostTexts = 4000
  /// A longer part is no name of a value.
  private static let longestPart = 48
  private static let mostParts = 400

  /// The character that divides the texts; `nil` when they are no lists.
  static func separator(of texts: TextDictionary, isMissing: (Int) -> Bool) -> String? {
    for (byte, onlyCodes) in separators {
      if divides(byte, onlyCodes: onlyCodes, texts, isMissing) {
        return String(Unicode.Scalar(byte))
      }
    }
    return nil
  }

  /// Whether a character divides some texts into short parts that stand in others too.
  private static func divides(
    _ byte: UInt8, onlyCodes: Bool, _ texts: TextDictionary, _ isMissing: (Int) -> Bool
  ) -> Bool {
    var parts: [[UInt8]: Int] = [:]
    var occurrences = 0
    var divided = 0
    var seen = 0
    var isSound = true
    texts.forEach { code, bytes in
      if bytes.isEmpty || isMissing(code) { return true }
      seen += 1
      let pieces = bytes.split(separator: byte).map { part in
        // Where blanks follow commas, as in names, no codes are listed.
        onlyCodes ? Array(part) : Array(CellText.trimmed(CellText.Bytes(rebasing: part)))
      }
      if pieces.count > 1 { divided += 1 }
      for piece in pieces where !piece.isEmpty {
        if piece.count > longestPart || (onlyCodes && !isCode(piece)) { isSound = false }
        parts[piece, default: 0] += 1
        occurrences += 1
      }
      isSound = isSound && parts.count <= mostParts
      return isSound && seen < mostTexts
    }
    // Names that hold the character by chance do not return in other texts.
    let returning = parts.values.count { $0 > 1 }
    return isSound && divided >= 2 && parts.count >= 2 && occurrences >= parts.count * 2
      && returning * 2 >= parts.count
  }

  /// Letters, digits and joints without blanks, and not digits alone, which would be a number with
  /// its thousands divided.
  private static func isCode(_ piece: [UInt8]) -> Bool {
    let isDigit: (UInt8) -> Bool = { $0 >= 0x30 && $0 <= 0x39 }
    return !piece.allSatisfy(isDigit)
      && piece.allSatisfy {
        isDigit($0) || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A) || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      }
  }
}
