import TextLayout

/// What is to be seen of a statement that is being edited.
struct StatementPicture {
  let prompts: Prompts
  let text: String
  /// In scalars; beyond the end is the end.
  var cursor: Int
  var styles: [(Range<Int>, Style)] = []
  /// What would follow if the suggestion were taken.
  var suggestion = ""

  /// Colouring every character again at every key is for statements, not for pasted files.
  static let highlightLimit = 1 << 16

  func draw(into builder: inout PictureBuilder) {
    let styleOfByte = stylesByByte()
    var scalarOffset = 0
    var byteOffset = 0
    builder.put(prompts.first, .prompt)
    for character in text {
      let next = scalarOffset + character.unicodeScalars.count
      let isLineBreak = character == "\n"
      let shown = sanitised(String(character))
      if (scalarOffset..<next).contains(cursor) {
        builder.markCursor(nextWidth: isLineBreak ? 1 : displayWidth(shown))
      }
      if isLineBreak {
        builder.breakLine()
        builder.put(prompts.continuation, .muted)
      } else {
        let style = byteOffset < styleOfByte.count ? styleOfByte[byteOffset] : .plain
        builder.put(shown, style)
      }
      scalarOffset = next
      byteOffset += character.utf8.count
    }
    if cursor >= scalarOffset { builder.markCursor() }
    putSuggestion(into: &builder)
  }

  private func stylesByByte() -> [Style] {
    let count = text.utf8.count
    guard !styles.isEmpty, count <= Self.highlightLimit else { return [] }
    var result = [Style](repeating: .plain, count: count)
    for (range, style) in styles {
      for offset in range.clamped(to: 0..<count) { result[offset] = style }
    }
    return result
  }

  private func putSuggestion(into builder: inout PictureBuilder) {
    guard !suggestion.isEmpty else { return }
    let firstLine = suggestion.prefix { $0 != "\n" }
    builder.put(firstLine, .suggestion)
    if firstLine.count < suggestion.count { builder.put("…", .suggestion) }
  }
}
