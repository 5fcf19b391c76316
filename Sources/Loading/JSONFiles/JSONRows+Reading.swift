/// Values as cells of rows: objects inside a row are more columns, lists of objects more tables.
extension JSONRows {
  /// Reads a row of a table: an object, a list of values, or a value alone.
  func readRow(_ scanner: inout JSONScanner, of table: Int) throws(JSONScanProblem) {
    try readRow(&scanner, of: table, parent: -1, depth: 0)
  }

  /// Reads a value into the only row of a table.
  func readMember(
    _ scanner: inout JSONScanner, _ node: JSONNode, of table: Int
  ) throws(JSONScanProblem) {
    rows.append(Row(table: table, parent: -1))
    try readValue(&scanner, node, row: 0, depth: 0)
  }

  private func readRow(
    _ scanner: inout JSONScanner, of table: Int, parent: Int, depth: Int
  ) throws(JSONScanProblem) {
    let row = rows.count
    rows.append(Row(table: table, parent: parent))
    if depth == 0, try scanner.peek() == UInt8(ascii: "[") {
      try readPositions(&scanner, row)
    } else {
      try readValue(&scanner, tables[table].root, row: row, depth: depth)
    }
  }

  /// Reads a list as a row; the first is the header if it holds nothing but texts.
  private func readPositions(_ scanner: inout JSONScanner, _ row: Int) throws(JSONScanProblem) {
    let table = tables[rows[row].table]
    if table.positions.isEmpty, !table.hasSeenRow, let names = try header(scanner) {
      table.positions = names.map { name in
        Array(name.utf8).withUnsafeBufferPointer(table.root.child)
      }
      for node in table.positions { add(.init(offset: 0, length: -1), [], node, row) }
      _ = try scanner.skip()
      commitHeader(row)
      return
    }
    scanner.at += 1
    var position = 0
    if try scanner.peek() == UInt8(ascii: "]") {
      scanner.at += 1
      return
    }
    repeat {
      if position == table.positions.count {
        let name = Array("column_\(position + 1)".utf8)
        table.positions.append(name.withUnsafeBufferPointer(table.root.child))
      }
      try readValue(&scanner, table.positions[position], row: row, depth: 1)
      position += 1
    } while try scanner.goesOn(until: UInt8(ascii: "]"))
  }

  private func header(_ scanner: JSONScanner) throws(JSONScanProblem) -> [String]? {
    var scanner = scanner
    scanner.at += 1
    var texts: [String] = []
    repeat {
      guard try scanner.peek() == UInt8(ascii: "\"") else { return nil }
      let text = try scanner.string()
      let bytes = UnsafeBufferPointer(start: address(text, scanner.base), count: text.length)
      texts.append(String(decoding: bytes, as: UTF8.self))
    } while try scanner.goesOn(until: UInt8(ascii: "]"))
    return HeaderNames([texts], joinedBy: "").names
  }

  /// Keeps the columns that a header names, and not its row.
  private func commitHeader(_ row: Int) {
    let table = tables[rows[row].table]
    for node in table.positions {
      if let column = table.column(node) { table.columns[column].isUsed = true }
    }
    table.hasSeenRow = true
    reset()
  }

  private func readValue(
    _ scanner: inout JSONScanner, _ node: JSONNode, row: Int, depth: Int
  ) throws(JSONScanProblem) {
    switch try scanner.peek() {
    case UInt8(ascii: "{") where depth < Self.mostDepth:
      try readObject(&scanner, node, row: row, depth: depth)
    case UInt8(ascii: "[") where depth < Self.mostDepth:
      try readList(&scanner, node, row: row, depth: depth)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      pendingText += 1
      add(try scanner.skip(), .text, node, row)
    default:
      let (text, kind) = try readScalar(&scanner)
      add(text, kind, node, row)
    }
  }

  private func readScalar(
    _ scanner: inout JSONScanner
  ) throws(JSONScanProblem) -> (text: JSONScanner.Text, kind: ValueKinds) {
    let start = scanner.at
    switch try scanner.peek() {
    case UInt8(ascii: "\""): return (try scanner.string(), .text)
    case UInt8(ascii: "n"):
      try scanner.word("null")
      return (JSONScanner.Text(offset: start, length: -1), [])
    case UInt8(ascii: "t"):
      try scanner.word("true")
      return (JSONScanner.Text(offset: scanner.at - 4, length: 4), .boolean)
    case UInt8(ascii: "f"):
      try scanner.word("false")
      return (JSONScanner.Text(offset: scanner.at - 5, length: 5), .boolean)
    case 0x30...0x39, UInt8(ascii: "-"):
      let number = try scanner.number()
      return (number.text, number.isWhole ? .integer : .fraction)
    default: throw scanner.mistake("a value")
    }
  }

  private func readObject(
    _ scanner: inout JSONScanner, _ node: JSONNode, row: Int, depth: Int
  ) throws(JSONScanProblem) {
    scanner.at += 1
    if try scanner.peek() == UInt8(ascii: "}") {
      scanner.at += 1
      return
    }
    repeat {
      guard try scanner.peek() == UInt8(ascii: "\"") else {
        throw scanner.mistake("a name in quotes")
      }
      let key = try scanner.string()
      let bytes = UnsafeBufferPointer(start: address(key, scanner.base), count: key.length)
      let child = node.child(bytes)
      try scanner.expect(UInt8(ascii: ":"))
      try readValue(&scanner, child, row: row, depth: depth + 1)
    } while try scanner.goesOn(until: UInt8(ascii: "}"))
  }

  /// Reads a list inside a row: values make a many-valued field, objects rows of another table.
  private func readList(
    _ scanner: inout JSONScanner, _ node: JSONNode, row: Int, depth: Int
  ) throws(JSONScanProblem) {
    let start = scanner.at
    scanner.at += 1
    let first = try scanner.peek()
    if first == UInt8(ascii: "{") {
      let table = tableOfList(node, in: rows[row].table)
      repeat {
        try readRow(&scanner, of: table, parent: row, depth: depth + 1)
      } while try scanner.goesOn(until: UInt8(ascii: "]"))
    } else if first == UInt8(ascii: "[") {
      scanner.at = start
      pendingText += 1
      add(try scanner.skip(), .text, node, row)
    } else if first == UInt8(ascii: "]") {
      scanner.at += 1
      add(JSONScanner.Text(offset: 0, length: -1), .list, node, row)
    } else {
      add(try readScalars(&scanner), .list, node, row)
    }
  }

  /// Joins the values of a list to one text.
  private func readScalars(_ scanner: inout JSONScanner) throws(JSONScanProblem) -> JSONScanner.Text
  {
    var parts: [UInt8] = []
    repeat {
      let byte = try scanner.peek()
      var text: JSONScanner.Text
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        pendingText += 1
        text = try scanner.skip()
      } else {
        text = try readScalar(&scanner).text
      }
      guard text.length > 0 else { continue }
      if !parts.isEmpty { parts.append(SourceReading.listByte) }
      parts += UnsafeBufferPointer(start: address(text, scanner.base), count: text.length)
    } while try scanner.goesOn(until: UInt8(ascii: "]"))
    let begin = scratch.count
    parts.withUnsafeBufferPointer {
      if let first = $0.baseAddress { scratch.append(first, $0.count) }
    }
    return JSONScanner.Text(offset: ~begin, length: parts.count)
  }
}
