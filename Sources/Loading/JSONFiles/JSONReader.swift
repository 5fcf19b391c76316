/// Reads the tables of a JSON file, block by block (RFC 8259).
///
/// A list of objects or lists is a table, and so is each such list inside an object; objects that
/// follow each other, as in JSON Lines, are the rows of one. Only one row must be in memory, and the
/// columns.
final class JSONReader {
  let feed: TextFeed
  let file: String
  private let observer: LoadObserver
  private let window = TextWindow()
  let rows = JSONRows()
  /// The line and the column of the window's first unread byte, from 1.
  private(set) var line = 1
  private var column = 1
  var issues: IssueTally

  /// How much is read at a time.
  private let block: Int
  private static let mostDepth = 32

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

  // MARK: Steps

  /// Does a part of the work as soon as the window holds all bytes for it.
  private func step<Result>(
    _ body: (inout JSONScanner) throws(JSONScanProblem) -> Result
  ) throws(Stop) -> Result {
    var wanted = block
    while true {
      var scanner = JSONScanner(
        base: UnsafePointer(window.base), at: window.start, end: window.end, isLast: feed.isAtEnd,
        scratch: rows.scratch)
      do throws(JSONScanProblem) {
        let result = try body(&scanner)
        consume(to: scanner.at)
        return result
      } catch {
        rows.reset()
        guard case .mistake(let place, let message) = error else {
          try fill(wanted)
          wanted *= 2
          continue
        }
        let found = position(of: place)
        throw .mistake(message, line: found.line, column: found.column)
      }
    }
  }

  private func fill(_ wanted: Int) throws(Stop) {
    do throws(FileProblem) {
      try feed.fill(window, wanted)
    } catch {
      throw .failure(LoadFailure("\(file) cannot be read: \(error.reason)"))
    }
    do throws(LoadFailure) {
      try observer.report(file, feed.progress)
    } catch {
      throw .failure(error)
    }
  }

  /// The line and column of a place in the window.
  private func position(of place: Int) -> (line: Int, column: Int) {
    var (line, column) = (line, column)
    for at in window.start..<place {
      let byte = window.base[at]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  private func consume(to place: Int) {
    (line, column) = position(of: place)
    window.advance(to: place)
  }

  /// The next byte that is no blank; `nil` at the end.
  private func nextByte() throws(Stop) -> UInt8? {
    try step { (scanner: inout JSONScanner) throws(JSONScanProblem) in
      while scanner.at < scanner.end {
        let byte = scanner.base[scanner.at]
        if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
        scanner.at += 1
      }
      if scanner.isLast { return nil }
      throw .incomplete
    }
  }

  // MARK: Shapes

  private func readRow(_ table: Int) throws(Stop) {
    let line = line
    try step { [rows] (scanner: inout JSONScanner) throws(JSONScanProblem) in
      try rows.readRow(&scanner, of: table)
      rows.commit(scanner.base, line: line)
    }
  }

  /// Reads values that follow each other; a line that is none is a row without values.
  private func readLines(_ table: Int) throws(Stop) {
    while try nextByte() != nil {
      do throws(Stop) {
        try readRow(table)
      } catch {
        guard case .mistake(let message, let line, let column) = error else { throw error }
        rows.tables[table].lines.append(1, from: line)
        issues.add(
          LoadIssue(
            .damagedFile, file: file, record: rows.tables[table].rowCount, line: line,
            message: "\(message) (column \(column)); the row is there without values"))
        try skipLine()
      }
    }
    if !rows.tables[table].columns.contains(where: \.isUsed) {
      rows.tables[table].lines = RecordLines()
    }
  }

  private func skipLine() throws(Stop) {
    try step { (scanner: inout JSONScanner) throws(JSONScanProblem) in
      while scanner.at < scanner.end {
        scanner.at += 1
        if scanner.base[scanner.at - 1] == 0x0A { return }
      }
      if !scanner.isLast { throw .incomplete }
    }
  }

  /// Reads a list as the rows of a table.
  private func readList(_ table: Int) throws(Stop) {
    let isEmpty = try step { (scanner: inout JSONScanner) throws(JSONScanProblem) in
      try scanner.expect(UInt8(ascii: "["))
      let isEmpty = try scanner.peek() == UInt8(ascii: "]")
      if isEmpty { scanner.at += 1 }
      return isEmpty
    }
    if isEmpty { return }
    repeat {
      _ = try nextByte()
      try readRow(table)
    } while try step { (scanner: inout JSONScanner) throws(JSONScanProblem) in
      try scanner.goesOn(until: UInt8(ascii: "]"))
    }
  }

  /// Whether another object follows the one at the beginning, as in JSON Lines.
  private func isFollowed() throws(Stop) -> Bool {
    try step { [block] (scanner: inout JSONScanner) throws(JSONScanProblem) in
      let start = scanner.at
      defer { scanner.at = start }
      do throws(JSONScanProblem) {
        _ = try scanner.skip()
        return try scanner.peek() == UInt8(ascii: "{")
      } catch {
        // An object that is larger than a block is the whole file.
        if case .incomplete = error, scanner.end - start < block { throw error }
        return false
      }
    }
  }

  private enum Member { case list, object, value, end }

  /// Reads an object whose lists are tables; its other values are the row of a table.
  private func readDocument(_ document: Int, _ node: JSONNode, depth: Int) throws(Stop) {
    try step { (scanner: inout JSONScanner) throws(JSONScanProblem) in
      try scanner.expect(UInt8(ascii: "{"))
    }
    var isFirst = true
    while let (child, member) = try readKey(node, isFirst: isFirst) {
      isFirst = false
      switch member {
      case .list: try readList(rows.addTable(named: child.name))
      case .object where depth < Self.mostDepth:
        try readDocument(document, child, depth: depth + 1)
      default:
        try step { [rows, line] (scanner: inout JSONScanner) throws(JSONScanProblem) in
          try rows.readMember(&scanner, child, of: document)
          rows.commit(scanner.base, line: line, isMember: true)
        }
      }
    }
  }

  /// Reads the next key of an object, and looks at what it has; `nil` after the last.
  private func readKey(
    _ node: JSONNode, isFirst: Bool
  ) throws(Stop) -> (node: JSONNode, member: Member)? {
    try step { [rows] (scanner: inout JSONScanner) throws(JSONScanProblem) in
      if isFirst {
        if try scanner.peek() == UInt8(ascii: "}") {
          scanner.at += 1
          return nil
        }
      } else if !(try scanner.goesOn(until: UInt8(ascii: "}"))) {
        return nil
      }
      guard try scanner.peek() == UInt8(ascii: "\"") else {
        throw scanner.mistake("a name in quotes")
      }
      let key = try scanner.string()
      let start =
        key.offset < 0 ? UnsafePointer(rows.scratch.base) + ~key.offset : scanner.base + key.offset
      let child = node.child(UnsafeBufferPointer(start: start, count: key.length))
      rows.reset()
      try scanner.expect(UInt8(ascii: ":"))
      let first = try scanner.peek()
      if first == UInt8(ascii: "{") { return (child, .object) }
      guard first == UInt8(ascii: "[") else { return (child, .value) }
      let start2 = scanner.at
      defer { scanner.at = start2 }
      scanner.at += 1
      let second = try scanner.peek()
      return (child, second == UInt8(ascii: "{") || second == UInt8(ascii: "[") ? .list : .value)
    }
  }

  /// An object without tables is a table of one row; with tables, what it says is of the file.
  private func finishDocument(_ document: Int, named name: String) {
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

  private func noteSource() {
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
