/// Reads the tables of a JSON file, block by block (RFC 8259).
///
/// A list of objects or lists is a table, and so is each such list inside an object; objects that
/// follow each other, as in JSON Lines, are the rows of one. Only one row must be in memory, and the
/// columns.
final class JSONReader {
  let feed: TextFeed
  let file: String
  let observer: LoadObserver
  let window = TextWindow()
  let rows = JSONRows()
  /// The line and the column of the window's first unread byte, from 1.
  var line = 1
  var column = 1
  var issues: IssueTally

  /// How much is read at a time.
  let block: Int
  static let mostDepth = 32

  /// What ended a step.
  enum Stop: Error {
    case failure(LoadFailure)
    /// A mistake, and the place of it: line and column.
    case mistake(String, line: Int, column: Int)
  }

  init(_ feed: TextFeed, file: String, observer: LoadObserver, block: Int = 4 << 20) {
    self.feed = feed
    self.file = file
    self.observer = observer
    self.block = block
    issues = IssueTally(file: file)
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - name: The name of a table that has none in the file.
  ///   - isLines: Whether its values are known to be one a line.
  func read(named name: String, isLines: Bool) throws(LoadFailure) -> SourceContent {
    do throws(Stop) {
      try readAll(named: name, isLines: isLines)
    } catch {
      switch error {
      case .failure(let failure): throw failure
      case .mistake(let message, let line, let column):
        guard rows.tables.contains(where: { $0.rowCount > 0 }) else {
          throw LoadFailure("\(file) is no JSON: line \(line), column \(column): \(message)")
        }
        issues.add(
          LoadIssue(
            .damagedFile, file: file, line: line,
            message: "\(message) (column \(column)); the rows before were read, and none after"))
      }
    }
    noteSource()
    return JSONTables(rows, file: file).content(issues: issues.issues)
  }

  private func readAll(named name: String, isLines: Bool) throws(Stop) {
    guard let first = try nextByte() else { return }
    if isLines || first != UInt8(ascii: "[") && first != UInt8(ascii: "{") {
      return try readLines(rows.addTable(named: name))
    }
    if first == UInt8(ascii: "[") {
      try readList(rows.addTable(named: name))
    } else if try isFollowed() {
      return try readLines(rows.addTable(named: name))
    } else {
      // The name is free for a table that is listed in the file.
      let document = rows.addTable(named: "\u{0}")
      try readDocument(document, rows.tables[document].root, depth: 0)
      finishDocument(document, named: name)
    }
    if try nextByte() != nil {
      issues.add(
        LoadIssue(
          .damagedFile, file: file, line: line,
          message: "something follows the end of the JSON value; it was left out"))
    }
  }
}
