internal import CEditLine

/// The number of terminal columns a text takes, counted by grapheme.
///
/// Combining marks and control characters take none, wide East Asian characters and emoji two.
///
/// - Complexity: O(length); a text of printable ASCII is only counted.
public func displayWidth(_ text: some StringProtocol) -> Int {
  var count = 0
  for byte in text.utf8 {
    guard byte >= 0x20, byte < 0x7F else { return text.reduce(0) { $0 + displayWidth($1) } }
    count += 1
  }
  return count
}

/// The number of terminal columns a character takes.
///
/// - Returns: Mostly 0, 1 or 2; a cluster of spacing letters, as in Devanagari, may take more.
public func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  if scalars.count > 1, isEmoji(scalars) { return 2 }
  // Control characters have the width -1.
  return scalars.reduce(0) { $0 + max(0, Int(cel_width($1.value))) }
}

/// Whether a cluster is drawn as one picture, however many scalars it joins.
private func isEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
  scalars.first?.properties.isEmojiPresentation == true || scalars.contains("\u{FE0F}")
}
