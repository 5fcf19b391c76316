internal import Tables
internal import TextSearch

extension TextDictionary {
  /// The codes of texts that a slip of the hand makes of another, or the other way round: a letter
  /// that is wrong, missing or too many, or two that changed places.
  ///
  /// A column may have millions of texts, most of which differ from any other at both ends. Case does
  /// not matter to letters of ASCII.
  ///
  /// - Complexity: O(texts), a few bytes of each; at most `most` are found.
  func codes(oneEditFrom text: String, most: Int = 100) -> [Int] {
    let wanted = text.utf8.map(Folding.folded)
    var found: [Int] = []
    forEach { code, bytes in
      if Self.isOneEdit(bytes, from: wanted) { found.append(code) }
      return found.count < most
    }
    return found
  }

  private static func isOneEdit(_ text: UnsafeBufferPointer<UInt8>, from wanted: [UInt8]) -> Bool {
    let (count, other) = (text.count, wanted.count)
    guard abs(count - other) <= 1 else { return false }
    let shorter = Swift.min(count, other)
    var start = 0
    while start < shorter, Folding.folded(text[start]) == wanted[start] { start += 1 }
    var end = 0
    while end < shorter - start,
      Folding.folded(text[count - 1 - end]) == wanted[other - 1 - end]
    {
      end += 1
    }
    let left = Swift.max(count, other) - start - end
    if left <= 1 { return true }
    return left == 2 && count == other && Folding.folded(text[start]) == wanted[start + 1]
      && Folding.folded(text[start + 1]) == wanted[start]
  }
}
