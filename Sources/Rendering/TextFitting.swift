import TextLayout

/// On which side of its column a text stands.
enum Alignment: Sendable, Hashable {
  case left, right
}

/// The text with spaces up to a width; a text that is wider stays as it is.
func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
  let missing = width - displayWidth(text)
  guard missing > 0 else { return text }
  let spaces = String(repeating: " ", count: missing)
  return alignment == .left ? text + spaces : spaces + text
}

/// The text if it fits a width, or its beginning with `…` after it.
func truncated(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  guard width > 1 else { return "…" }
  var kept = ""
  var used = 0
  for character in text {
    let columns = displayWidth(String(character))
    guard used + columns <= width - 1 else { break }
    kept.append(character)
    used += columns
  }
  while kept.last == " " { kept.removeLast() }
  return kept + "…"
}

/// The text in lines of at most a width, broken at spaces, and inside a word only when the word
/// alone is wider; at least one line.
///
/// - Parameter hanging: The blanks before every line but the first; none where they would leave
///   hardly any room.
func wrapped(_ text: String, to width: Int, hanging: Int = 0) -> [String] {
  let width = max(1, width)
  let hanging = hanging * 4 <= width ? hanging : 0
  let blanks = String(repeating: " ", count: hanging)
  var lines: [String] = []
  var line = ""
  var used = 0
  var hasWord = false
  for word in text.split(separator: " ", omittingEmptySubsequences: true) {
    for (index, piece) in pieces(of: word, width: width - hanging).enumerated() {
      let columns = displayWidth(piece)
      if hasWord, index > 0 || used + 1 + columns > width {
        lines.append(line)
        line = blanks
        used = hanging
        hasWord = false
      }
      if hasWord {
        line += " "
        used += 1
      }
      line += piece
      used += columns
      hasWord = true
    }
  }
  if hasWord || lines.isEmpty { lines.append(line) }
  return lines
}

/// A word in pieces of at most a width, broken after `_`, `.`, `-`, `/` or `;` where it can be.
private func pieces(of word: Substring, width: Int) -> [String] {
  guard displayWidth(word) > width else { return [String(word)] }
  var pieces: [String] = []
  var piece: [Character] = []
  var used = 0
  for character in word {
    let columns = displayWidth(String(character))
    if used + columns > width, !piece.isEmpty {
      let cut = piece.lastIndex { "_.-/;".contains($0) }.map { $0 + 1 } ?? piece.count
      pieces.append(String(piece[..<cut]))
      piece.removeFirst(cut)
      used = displayWidth(String(piece))
    }
    piece.append(character)
    used += columns
  }
  return piece.isEmpty ? pieces : pieces + [String(piece)]
}

/// The text on one line, without anything that could move the cursor or change the terminal:
/// control characters become their pictures, a newline `↵`, and direction marks `�`.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHostile) else { return text }
  var out = String.UnicodeScalarView()
  var last: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: if last?.value != 0x0D { out.append("↵") }
    case 0x0D: out.append("↵")
    case 0x09: out.append(" ")
    case 0x00..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: out.append("\u{2421}")
    default: out.append(isHostile(scalar) ? "\u{FFFD}" : scalar)
    }
    last = scalar
  }
  return String(out)
}

/// Text of several lines, its newlines and tabs kept and all else that a terminal would obey shown.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { isHostile($0) && !isLayout($0) }) else { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isLayout(scalar) {
      out.append(scalar)
    } else {
      out.append(contentsOf: printable(String(scalar)).unicodeScalars)
    }
  }
  return String(out)
}

private func isLayout(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\t" }

private func isHostile(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
