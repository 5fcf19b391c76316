/// The side of a column that its texts touch.
public enum Alignment: Sendable, Hashable {
  case left, right, centre
}

/// The text with blanks added until it takes a number of columns; a longer text is unchanged.
public func padded(
  _ text: some StringProtocol, to width: Int, _ alignment: Alignment = .left
) -> String {
  let missing = max(0, width - displayWidth(text))
  let before =
    switch alignment {
    case .left: 0
    case .right: missing
    case .centre: missing / 2
    }
  return blanks(before) + text + blanks(missing - before)
}

/// The text cut to a number of columns, with a mark in the last of them where something was cut.
///
/// A wide character that would straddle the edge is left out, so that the result may be one
/// column narrower than asked.
public func truncated(
  _ text: some StringProtocol, to width: Int, mark: String = "…"
) -> String {
  guard displayWidth(text) > width else { return String(text) }
  guard width > 0 else { return "" }
  let room = width - displayWidth(mark)
  var result = ""
  var used = 0
  for character in text {
    let next = displayWidth(character)
    guard used + next <= room else { break }
    used += next
    result.append(character)
  }
  return result + mark
}

/// The text padded or cut to exactly a number of columns.
public func fitted(
  _ text: some StringProtocol, to width: Int, _ alignment: Alignment = .left
) -> String {
  padded(truncated(text, to: width), to: width, alignment)
}

private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
