/// The rows of one element of a file, which are added to their tables when it is whole.
final class JSONRows {
  private struct Row {
    var table: Int
    /// The row that holds this one, among these.
    var parent: Int
  }

  private struct Cell: BitwiseCopyable, Sendable {
    var row: Int
    var column: Int
    var offset: Int
    /// -1 for a value that is missing.
    var length: Int
    var kind: ValueKinds.RawValue
  }

  private(set) var tables: [JSONTable] = []
  private var rows: [Row] = []
  private let cells = GrowingMemory<Cell>()
  let scratch = GrowingMemory<UInt8>()
  /// How many values could only be kept as their JSON text, and how many found no column.
  private(set) var keptAsText = 0
  private(set) var leftOut = 0
  private var pendingText = 0
  private var pendingLeftOut = 0

  /// Objects inside objects deeper than this are kept as text.
  private static let mostDepth = 32

  func addTable(named name: String, parent: Int? = nil) -> Int {
    var unique = name.isEmpty ? "table" : name
    while tables.contains(where: { $0.name == unique }) { unique += "_2" }
    tables.append(JSONTable(name: unique, parent: parent))
    return tables.count - 1
  }

  /// Forgets what was not added.
  func reset() {
    rows.removeAll(keepingCapacity: true)
    (cells.count, scratch.count, pendingText, pendingLeftOut) = (0, 0, 0, 0)
  }

  // MARK: Reading

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

  private func tableOfList(_ node: JSONNode, in parent: Int) -> Int {
    if let known = node.table { return known }
    let isTaken = tables.contains { $0.name == node.name }
    let name = isTaken ? tables[parent].name + "_" + node.name : node.name
    let table = addTable(named: name, parent: parent)
    node.table = table
    return table
  }

  private func add(_ text: JSONScanner.Text, _ kind: ValueKinds, _ node: JSONNode, _ row: Int) {
    guard let column = tables[rows[row].table].column(node) else {
      pendingLeftOut += 1
      return
    }
    cells.append(
      Cell(
        row: row, column: column, offset: text.offset, length: text.length, kind: kind.rawValue))
  }

  @inline(__always)
  private func address(
    _ text: JSONScanner.Text, _ base: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    text.offset < 0 ? UnsafePointer(scratch.base) + ~text.offset : base + text.offset
  }

  // MARK: Adding

  /// Adds the rows to their tables.
  ///
  /// - Parameter isMember: Whether they belong to the one row that its table has.
  func commit(_ base: UnsafePointer<UInt8>, line: Int, isMember: Bool = false) {
    var numbers: [Int] = []
    numbers.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      let table = tables[row.table]
      if isMember, index == 0 {
        numbers.append(0)
        continue
      }
      numbers.append(table.rowCount)
      table.lines.append(1, from: line)
      table.hasSeenRow = true
      if table.parent != nil {
        table.parentRows.append(
          UInt32(truncatingIfNeeded: row.parent < 0 ? 0 : numbers[row.parent]))
      }
    }
    for index in 0..<cells.count {
      let cell = cells.base[index]
      let column = tables[rows[cell.row].table].columns[cell.column]
      let text = JSONScanner.Text(offset: cell.offset, length: max(0, cell.length))
      if cell.length < 0 {
        column.isUsed = true
        if cell.kind == ValueKinds.list.rawValue { column.noteList() }
      } else {
        column.set(
          numbers[cell.row], address(text, base), text.length, ValueKinds(rawValue: cell.kind))
      }
    }
    keptAsText += pendingText
    leftOut += pendingLeftOut
    reset()
  }
}
