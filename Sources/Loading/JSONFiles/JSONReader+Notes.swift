/// What is worth saying of a file once it was read.
extension JSONReader {
  /// An object without tables is a table of one row; with tables, what it says is of the file.
  func finishDocument(_ document: Int, named name: String) {
    let table = rows.tables[document]
    let names = table.columns.filter(\.isUsed).map(\.name)
    if names.isEmpty { return }
    guard rows.tables.contains(where: { $0.rowCount > 0 }) else {
      table.name = name
      table.lines.append(1, from: 1)
      return
    }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    issues.add(
      LoadIssue(
        .leftOut, file: file,
        message: "\(names.prefix(5).joined(separator: ", "))\(more) stand beside the tables and "
          + "belong to none; they were left out"))
  }

  func noteSource() {
    if let damage = feed.damage {
      issues.add(
        LoadIssue(
          .damagedFile, file: file, line: line, message: "\(damage); it was read up to here"))
    }
    if feed.isShort {
      issues.add(
        LoadIssue(
          .missingResource, file: file, line: line,
          message: "the file became shorter while it was read; it was read up to here"))
    }
    if feed.firstForeign != nil {
      issues.add(
        LoadIssue(
          .encoding, file: file,
          message: "some bytes are not UTF-8, as JSON must be, and were read as Windows-1252"))
    }
    if rows.keptAsText > 0 {
      issues.add(
        LoadIssue(
          .leftOut, file: file,
          message: "lists inside lists have no columns; they were kept as their JSON text",
          count: rows.keptAsText))
    }
    if rows.leftOut > 0 {
      issues.add(
        LoadIssue(
          .leftOut, file: file,
          message:
            "a table has at most \(JSONTable.mostColumns) columns; other values were left out",
          count: rows.leftOut))
    }
  }
}
