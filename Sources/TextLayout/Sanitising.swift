/// The text made safe to write on one line of a terminal, whatever it holds.
///
/// Data may hold anything, and a terminal obeys what it is sent: line breaks and tabs become a
/// blank, other control characters (the start of every escape sequence among them) their picture
/// such as `␛`, and characters that turn the direction of the line `�`.
///
/// - Complexity: O(length); a clean text is returned as it is.
public func sanitised(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else {
    return String(text)
  }
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    let isSecondHalfOfBreak = scalar == "\n" && previous == "\r"
    if !isSecondHalfOfBreak { result.append(replacement(for: scalar) ?? scalar) }
    previous = scalar
  }
  return String(result)
}

private func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
  case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: nil
  }
}
