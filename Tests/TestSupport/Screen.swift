import TextLayout

/// A terminal's screen as the user sees it: enough of a VT100 for what the shell writes.
///
/// Like most terminals of today it counts columns by grapheme and breaks lines anew when its width
/// changes.
public struct Screen {
  /// One column of one row.
  public struct Cell: Equatable, Sendable {
    /// A grapheme; empty in the second column of a wide one.
    public var text = " "
    /// The parameters of the SGR sequence it was written under; empty when plain.
    public var style = ""
  }

  struct Row {
    var cells: [Cell]
    /// Whether the next row goes on with the same line.
    var isContinued = false
  }

  /// The number of rows.
  public private(set) var rowCount: Int
  /// The number of columns.
  public private(set) var columnCount: Int
  /// The row of the cursor, from 0.
  public internal(set) var row = 0
  /// The column of the cursor, from 0.
  public internal(set) var column = 0
  /// The modes that are on, such as `?2004`.
  public internal(set) var modes: Set<String> = []
  /// How often the bell rang.
  public internal(set) var bellCount = 0
  /// What was written to the clipboard, in base 64, the newest last.
  public internal(set) var clipboard: [String] = []
  /// What was sent and not understood.
  public internal(set) var unknownSequences: Set<String> = []
  var rows: [Row]
  var style = ""
  /// The last column was written: the next character goes to the next row.
  var wrapIsPending = false
  var parser = SequenceParser()

  /// Creates a blank screen.
  public init(rows: Int, columns: Int) {
    rowCount = max(1, rows)
    columnCount = max(2, columns)
    self.rows = []
    self.rows = (0..<rowCount).map { _ in blankRow }
  }

  /// A row's text without the blanks at its end; empty outside the screen.
  public func line(_ number: Int) -> String {
    guard rows.indices.contains(number) else { return "" }
    var text = rows[number].cells.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows without the blanks at their ends.
  public var lines: [String] { (0..<rowCount).map(line) }

  /// The text of the cursor's row.
  public var cursorLine: String { line(row) }

  /// Whether a text stands in some row.
  public func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The style of the first place where a text stands, or `nil` where it does not stand.
  public func style(of text: String) -> String? {
    for row in rows {
      for start in row.cells.indices {
        let rest = row.cells[start...].map(\.text).joined()
        if !row.cells[start].text.isEmpty, rest.hasPrefix(text) { return row.cells[start].style }
      }
    }
    return nil
  }

  var blankRow: Row { Row(cells: Array(repeating: Cell(), count: columnCount)) }

  mutating func startRow() {
    if row == rowCount - 1 {
      rows.removeFirst()
      rows.append(blankRow)
    } else {
      row += 1
    }
  }

  /// Writes a scalar at the cursor, or joins it to the grapheme before.
  mutating func put(_ scalar: Unicode.Scalar) {
    if joinToPrevious(scalar) { return }
    let width = displayWidth(Character(scalar))
    guard width > 0 else { return }
    if wrapIsPending || column + width > columnCount {
      rows[row].isContinued = true
      column = 0
      wrapIsPending = false
      startRow()
    }
    rows[row].cells[column] = Cell(text: String(scalar), style: style)
    if width == 2 { rows[row].cells[column + 1] = Cell(text: "", style: style) }
    advance(width)
  }

  private mutating func joinToPrevious(_ scalar: Unicode.Scalar) -> Bool {
    var start = wrapIsPending ? column : column - 1
    guard start >= 0, scalar.value >= 0x80 else { return false }
    while start > 0, rows[row].cells[start].text.isEmpty { start -= 1 }
    var joined = rows[row].cells[start].text
    let before = displayWidth(joined)
    joined.unicodeScalars.append(scalar)
    guard joined.count == 1, start + before == column + (wrapIsPending ? 1 : 0) else {
      return false
    }
    rows[row].cells[start].text = joined
    if before == 1, displayWidth(joined) == 2, column < columnCount {
      rows[row].cells[column] = Cell(text: "", style: style)
      advance(1)
    }
    return true
  }

  private mutating func advance(_ width: Int) {
    column += width
    wrapIsPending = column >= columnCount
    column = min(column, columnCount - 1)
  }

  /// Changes the size; lines that were broken at the edge are broken anew.
  public mutating func resize(rows newRows: Int, columns newColumns: Int) {
    var result: [Row] = []
    var cursor = (row: 0, column: 0)
    var line: [Cell] = []
    var cursorInLine: Int?
    columnCount = max(2, newColumns)
    for (number, old) in rows.enumerated() {
      if number == row { cursorInLine = line.count + column }
      line += old.cells
      if old.isContinued { continue }
      while line.last == Cell(), line.count > (cursorInLine ?? 0) { line.removeLast() }
      if let offset = cursorInLine {
        cursor = (result.count + offset / columnCount, offset % columnCount)
      }
      result += broken(line)
      line = []
      cursorInLine = nil
    }
    rowCount = max(1, newRows)
    let hidden = max(0, cursor.row - rowCount + 1)
    rows = Array(result.dropFirst(hidden).prefix(rowCount))
    while rows.count < rowCount { rows.append(blankRow) }
    (row, column) = (min(cursor.row - hidden, rowCount - 1), cursor.column)
    wrapIsPending = false
  }

  private func broken(_ line: [Cell]) -> [Row] {
    var result: [Row] = []
    var rest = line[...]
    repeat {
      let part = rest.prefix(columnCount)
      rest = rest.dropFirst(columnCount)
      let blanks = Array(repeating: Cell(), count: columnCount - part.count)
      result.append(Row(cells: part + blanks, isContinued: !rest.isEmpty))
    } while !rest.isEmpty
    return result
  }
}
