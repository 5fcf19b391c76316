import TextLayout

extension TerminalEditor {
  /// A menu with more rows is no help.
  private static let menuRowLimit = 10

  /// Brings the screen up to date.
  ///
  /// - Parameter isFinal: Whether the statement stays on the screen for good: whole and alone.
  func paint(isFinal: Bool = false) {
    let size = painter.size
    let text = buffer.text
    var builder = PictureBuilder(columns: size.columns, palette: palette)
    var statement = StatementPicture(prompts: prompts, text: text, cursor: buffer.cursor)
    if palette.usesColor, text.utf8.count <= StatementPicture.highlightLimit {
      let styles = hooks.highlight(text)
      let cursor = String(buffer.scalars[..<buffer.cursor]).utf8.count
      let brackets = isFinal ? [] : BracketMatch(text, cursor: cursor, styles: styles).styles
      // A word that is being typed is no mistake yet.
      statement.styles =
        styles.filter { isFinal || $1 != .mark || cursor < $0.lowerBound || cursor > $0.upperBound }
        + brackets
    }
    if !isFinal { statement.suggestion = suggestion }
    statement.draw(into: &builder)
    let room = max(1, min(Self.menuRowLimit, size.rows - builder.rowCount))
    menu?.draw(into: &builder, rowLimit: room)
    let picture = builder.finished()
    painter.show(isFinal ? picture : picture.cropped(to: size.rows), columns: size.columns)
  }

  /// What the newest statement that begins with the text has after it, or else what the hook
  /// knows to go on.
  ///
  /// There is none without colours: it could not be told from what was typed.
  var suggestion: String {
    let text = buffer.text
    guard palette.usesColor, menu == nil, !text.isEmpty, isAtEnd,
      let statement = history.newest(beginningWith: text) ?? hooks.suggest(text),
      statement.unicodeScalars.starts(with: text.unicodeScalars)
    else { return "" }
    return String(statement.unicodeScalars.dropFirst(text.unicodeScalars.count))
  }

  var isAtEnd: Bool { buffer.cursor == buffer.count }
}
