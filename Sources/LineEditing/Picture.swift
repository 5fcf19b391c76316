import TextLayout

/// Rows of a terminal, painted, and where the cursor stands in them.
struct Picture: Equatable {
  struct Row: Equatable {
    /// The text with its colours.
    var text = ""
    /// The columns it takes, at most those of the terminal.
    var width = 0
  }

  struct Position: Equatable {
    var row = 0
    var column = 0
  }

  var rows: [Row]
  var cursor: Position

  /// The rows round the cursor, where there are more than fit.
  func cropped(to height: Int) -> Picture {
    guard rows.count > height, height > 0 else { return self }
    let top = min(max(0, cursor.row - height / 2), rows.count - height)
    return Picture(
      rows: Array(rows[top..<(top + height)]),
      cursor: Position(row: cursor.row - top, column: cursor.column))
  }
}

/// Lays characters out in rows as a terminal would, but under control of where rows break.
struct PictureBuilder {
  let columns: Int
  let palette: Palette
  private var rows: [Picture.Row] = []
  private var row = Picture.Row()
  private var run = ""
  private var runStyle = Style.plain
  private var cursor = Picture.Position()

  init(columns: Int, palette: Palette) {
    self.columns = max(1, columns)
    self.palette = palette
  }

  /// How many rows there are so far.
  var rowCount: Int { rows.count + 1 }

  /// Puts a character at the end, on a new row where it does not fit.
  mutating func put(_ character: Character, _ style: Style) {
    let width = displayWidth(character)
    makeRoom(width)
    if style != runStyle {
      flush()
      runStyle = style
    }
    run.append(character)
    row.width += width
  }

  /// Puts a text at the end; characters that a terminal would obey are shown as pictures.
  mutating func put(_ text: some StringProtocol, _ style: Style) {
    for character in sanitised(text) { put(character, style) }
  }

  mutating func breakLine() {
    flush()
    rows.append(row)
    row = Picture.Row()
  }

  /// The cursor stands where the next character goes.
  ///
  /// - Parameter width: The width of that character.
  mutating func markCursor(nextWidth width: Int = 1) {
    makeRoom(width)
    cursor = Picture.Position(row: rows.count, column: row.width)
  }

  func finished() -> Picture {
    var copy = self
    copy.breakLine()
    return Picture(rows: copy.rows, cursor: cursor)
  }

  private mutating func makeRoom(_ width: Int) {
    if row.width > 0, row.width + width > columns { breakLine() }
  }

  private mutating func flush() {
    row.text += palette.paint(run, runStyle)
    run = ""
  }
}
