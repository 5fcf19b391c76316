internal import Execution
internal import TextLayout

extension Answer {
  /// Puts the rows of a table in the order of the tree that they are, leaves the links to it that it
  /// shows, and does without columns that then say nothing of any row.
  ///
  /// - Returns: The tree; `nil` for any other answer.
  mutating func unfoldOutline() -> Outline? {
    guard case .table(var table) = body, let outline = table.outline,
      table.columns.indices.contains(outline.linkColumn)
    else { return nil }
    table.rows = outline.lines.filter { table.rows.indices.contains($0.row) }.map { line in
      var row = table.rows[line.row]
      row[outline.linkColumn] = .text(line.otherLinks.joined(separator: ", "))
      return row
    }
    table.columns[outline.linkColumn].name = "also leads to"
    let shown = table.columns.indices.filter { column in
      column == 0 || table.rows.contains { $0[column] != .text("") }
    }
    table.columns = shown.map { table.columns[$0] }
    table.rows = table.rows.map { row in shown.map { row[$0] } }
    body = .table(table)
    return outline
  }
}

extension Grid {
  /// Draws the branches of a tree before the names of its rows.
  mutating func addBranches(of outline: Outline, with glyphs: Glyphs) {
    columns[0].staysWhole = true
    for (index, line) in outline.lines.enumerated() where rows.indices.contains(index) {
      let hasMore =
        outline.lines.indices.contains(index + 1)
        && outline.lines[index + 1].isLast.count > line.isLast.count
      let trunks = line.isLast.map { glyphs.trunk(isLast: $0) }
      rows[index].cells[0].lead = (
        first: trunks.dropLast().joined()
          + (line.isLast.last.map { glyphs.branch(isLast: $0) } ?? ""),
        further: trunks.joined() + (hasMore ? glyphs.trunk(isLast: false) : "")
      )
    }
  }
}
