/// The shapes that a file may have: lines, a list, an object with lists.
extension JSONReader {
  private func readRow(_ table: Int) throws(Stop) {
    let line = line
    try step { [rows] (scanner: inout JSONScanner) throws(JSONScanProblem) in
      try rows.readRow(&scanner, of: table)
      rows.commit(scanner.base, line: line)
    }
  }

  /// Reads values that follow each other; a line that is none is a row without values.
  func readLines(_ table: Int) throws(Stop) {
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
  func readList(_ table: Int) throws(Stop) {
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
  func isFollowed() throws(Stop) -> Bool {
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
  func readDocument(_ document: Int, _ node: JSONNode, depth: Int) throws(Stop) {
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
}
