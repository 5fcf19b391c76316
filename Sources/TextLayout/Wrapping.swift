/// The text broken into lines no wider than a number of columns, between words where possible.
///
/// Line breaks in the text are kept, blanks at a break are dropped, and a word wider than a line is
/// cut. A character wider than `width` stands alone on its line.
///
/// - Parameters:
///   - width: The number of columns, counting the indentation; at least 1 is used.
///   - indentation: What every line but the first of a paragraph begins with; left out where it
///     would leave no room.
/// - Returns: At least one line, without line breaks.
/// - Complexity: O(length).
public func wrapped(
  _ text: some StringProtocol, to width: Int, indentation: String = ""
) -> [String] {
  var wrapper = Wrapper(width: max(1, width), indentation: indentation)
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    wrapper.add(paragraph: paragraph)
  }
  return wrapper.lines
}

private struct Wrapper {
  let width: Int
  let indentation: String
  var lines: [String] = []
  private var line = ""
  private var column = 0
  private var lineHasWord = false

  init(width: Int, indentation: String) {
    self.width = width
    self.indentation = displayWidth(indentation) + 2 <= width ? indentation : ""
  }

  mutating func add(paragraph: some StringProtocol) {
    line = ""
    column = 0
    lineHasWord = false
    // Blanks at the start of a paragraph are its own indentation.
    let leading = paragraph.prefix { $0 == " " }
    if displayWidth(leading) + 2 <= width { append(leading) }
    for word in paragraph.split(separator: " ") {
      let needed = displayWidth(word) + (lineHasWord ? 1 : 0)
      if lineHasWord, column + needed > width { startLine() }
      if lineHasWord { append(" ") }
      if column + displayWidth(word) <= width { append(word) } else { cut(word) }
      lineHasWord = true
    }
    lines.append(line)
  }

  private mutating func cut(_ word: some StringProtocol) {
    for character in word {
      if lineHasWord, column + displayWidth(character) > width { startLine() }
      append(String(character))
      lineHasWord = true
    }
  }

  private mutating func append(_ text: some StringProtocol) {
    line += text
    column += displayWidth(text)
  }

  private mutating func startLine() {
    lines.append(line)
    line = indentation
    column = displayWidth(indentation)
    lineHasWord = false
  }
}
