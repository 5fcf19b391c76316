/// How SQL is laid out: one line while it is short, and otherwise a line for each part.
enum SQLLayout {
  /// Lines are broken beyond this many characters.
  static let width = 72

  static func fits(_ text: String) -> Bool { text.count <= width && !text.contains("\n") }

  /// Every line two places further in.
  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
      .joined(separator: "\n")
  }

  /// The lines after the first two places further in.
  static func hanging(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { $0.offset == 0 ? String($0.element) : "  " + $0.element }
      .joined(separator: "\n")
  }

  static func brackets(_ text: String) -> String {
    text.contains("\n") ? "(\n\(indented(text))\n)" : "(\(text))"
  }

  /// Parts joined by `and` or `or`.
  static func joined(_ parts: [String], by word: String) -> String {
    let line = parts.joined(separator: " \(word) ")
    return fits(line) ? line : parts.joined(separator: "\n\(word) ")
  }

  /// Parts joined by commas between two brackets.
  static func list(_ parts: [String], before: String, after: String) -> String {
    let line = before + parts.joined(separator: ", ") + after
    if fits(line) { return line }
    if parts.contains(where: { $0.contains("\n") }) {
      return before + "\n" + indented(parts.joined(separator: ",\n")) + "\n" + after
    }
    return before + "\n" + indented(filled(parts)) + "\n" + after
  }

  /// Parts after a word.
  static func list(_ parts: [String], after word: String) -> String {
    let line = word + " " + parts.joined(separator: ", ")
    return fits(line) ? line : word + "\n" + indented(filled(parts))
  }

  /// As many parts to a line as there is room for.
  private static func filled(_ parts: [String]) -> String {
    var lines: [String] = []
    var line = ""
    for (index, part) in parts.enumerated() {
      let piece = index == parts.count - 1 ? part : part + ","
      if !line.isEmpty, line.count + piece.count + 1 > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? piece : " " + piece
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// `case`, its lines, and `end`.
  static func block(_ start: String, _ lines: [String], _ end: String) -> String {
    let line = ([start] + lines + [end]).joined(separator: " ")
    return fits(line)
      ? line : start + "\n" + indented(lines.map(hanging).joined(separator: "\n")) + "\n" + end
  }

  /// A clause: its word, and its condition after it, with each part on a line of its own.
  static func clause(_ word: String, _ condition: SQLExpression) -> String {
    let hasParts = condition.binding <= .and
    return word + " " + (hasParts ? hanging(condition.text) : condition.text)
  }

  /// A clause of several parts.
  static func clause(_ word: String, _ parts: [String]) -> String {
    let line = word + " " + parts.joined(separator: ", ")
    if fits(line) { return line }
    return word + "\n" + indented(parts.joined(separator: ",\n"))
  }

  /// A comment, in lines that fit.
  static func comment(_ sentence: String) -> String {
    var text = ""
    var line = "--"
    for word in sentence.split(whereSeparator: \.isNewline).joined(separator: " ").split(
      separator: " ")
    {
      if line.count + word.count + 1 > width + 8, line != "--" {
        text += line + "\n"
        line = "--"
      }
      line += " " + word
    }
    return text + line + "\n"
  }
}
