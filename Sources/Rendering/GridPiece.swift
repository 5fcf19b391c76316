internal import TextLayout

/// Some columns of a grid, side by side, as lines.
struct GridPiece {
  let grid: Grid
  let layout: GridLayout
  let columns: [Int]
  let palette: Palette

  func write(to out: inout String) {
    writeTitles(to: &out)
    writeRule(to: &out)
    var role = Grid.Role.body
    for row in grid.rows {
      if row.role == .total, role != .total { writeRule(to: &out) }
      role = row.role
      writeLine(to: &out) { column in
        let cell = column < row.cells.count ? row.cells[column] : .blank
        let text = truncated(layout.text(cell), to: layout.widths[column])
        return (text, style(cell, in: row))
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
      out += String(repeating: " ", count: before) + palette.paint(spanner, .heading) + "\n"
    }
    let titles = columns.map { wrapped(grid.columns[$0].title, to: layout.widths[$0]) }
    let height = titles.map(\.count).max() ?? 0
    for line in 0..<height {
      writeLine(to: &out) { column in
        let title = columns.firstIndex(of: column).map { titles[$0] } ?? []
        let index = line - (height - title.count)
        return (index >= 0 ? title[index] : "", .heading)
      }
    }
  }

  private func writeRule(to out: inout String) {
    writeLine(to: &out) { (String(repeating: "─", count: layout.widths[$0]), .muted) }
  }

  /// One line, without spaces at its end.
  private func writeLine(to out: inout String, cell: (Int) -> (text: String, style: Style)) {
    var spaces = 0
    for (position, column) in columns.enumerated() {
      if position > 0 { spaces += GridLayout.gap }
      let (text, style) = cell(column)
      let free = max(0, layout.widths[column] - displayWidth(text))
      let isRight = grid.columns[column].alignment == .right
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
