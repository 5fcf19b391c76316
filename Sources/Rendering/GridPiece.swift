internal import TextLayout

/// Some columns of a grid, side by side, as lines.
struct GridPiece {
  let grid: Grid
  let layout: GridLayout
  let columns: [Int]
  let palette: Palette
  let glyphs: Glyphs

  func write(to out: inout String) {
    writeTitles(to: &out)
    writeRule(to: &out)
    var role = Grid.Role.body
    var key: ArraySlice<String> = []
    for (number, row) in grid.rows.enumerated() {
      if row.role == .total, role != .total {
        writeRule(to: &out)
      } else if number > 0, layout.isSpacious {
        out += "\n"
      }
      role = row.role
      let goesOn = number + 1 < grid.rows.count && grid.rows[number + 1].isContinuation
      write(row, key: &key, goesOn: goesOn, to: &out)
    }
  }

  /// Writes one row, as high as its highest cell.
  ///
  /// - Parameters:
  ///   - key: What is left to write of the key above, for a row that continues it.
  ///   - goesOn: Whether the next row does.
  private func write(
    _ row: Grid.Row, key: inout ArraySlice<String>, goesOn: Bool, to out: inout String
  ) {
    let cells = columns.map { $0 < row.cells.count ? row.cells[$0] : .blank }
    var lines = zip(columns, cells).map { layout.lines($1, inColumn: $0)[...] }
    if row.isContinuation { lines[0] = key }
    if goesOn {
      key = lines[0].dropFirst()
      lines[0] = lines[0].prefix(1)
    }
    let height = lines.reduce(1) { max($0, $1.count) }
    for line in 0..<height {
      writeLine(to: &out) { position in
        let text = lines[position].dropFirst(line).first ?? ""
        return (text, style(cells[position], in: row), cells[position].heat)
      }
    }
  }

  private func style(_ cell: Grid.Cell, in row: Grid.Row) -> Style {
    if cell.isMissing || row.role == .outside { return .muted }
    return row.role == .total ? .strong : .plain
  }

  /// The titles, broken over lines where a column is narrow, the last lines side by side.
  private func writeTitles(to out: inout String) {
    if let spanner = grid.spanner, let first = columns.dropFirst(grid.keyColumnCount).first {
      let before = columns.prefix { $0 != first }.reduce(0) {
        $0 + layout.widths[$1] + GridLayout.gap
      }
      let room = layout.width.map { max(1, $0 - before) } ?? .max
      for line in wrapped(spanner, to: room) {
        out += String(repeating: " ", count: before) + palette.paint(line, .heading) + "\n"
      }
    }
    let titles = columns.map { wrapped(grid.columns[$0].title, to: layout.widths[$0]) }
    let height = titles.map(\.count).max() ?? 0
    for line in 0..<height {
      writeLine(to: &out) { position in
        let title = titles[position]
        let index = line - (height - title.count)
        return (index >= 0 ? title[index] : "", .heading, 0)
      }
    }
  }

  private func writeRule(to out: inout String) {
    writeLine(to: &out) { position in
      (glyphs.rule(width: layout.widths[columns[position]]), .muted, 0)
    }
  }

  /// One line, without spaces at its end.
  ///
  /// - Parameter cell: The text that stands in a position from the left, and how deep its ground is.
  private func writeLine(
    to out: inout String, cell: (Int) -> (text: String, style: Style, heat: Int)
  ) {
    var spaces = 0
    for (position, column) in columns.enumerated() {
      if position > 0 { spaces += GridLayout.gap }
      let (text, style, heat) = cell(position)
      let free = max(0, layout.widths[column] - displayWidth(text))
      let isRight = grid.columns[column].alignment == .right
      if heat > 0, isRight, !text.isEmpty {
        out += String(repeating: " ", count: spaces)
        out += palette.shade(String(repeating: " ", count: free) + text, depth: heat)
        spaces = 0
        continue
      }
      if isRight { spaces += free }
      if !text.isEmpty {
        out += String(repeating: " ", count: spaces)
        out += palette.paint(text, style)
        spaces = 0
      }
      if !isRight { spaces += free }
    }
    out += "\n"
  }
}
