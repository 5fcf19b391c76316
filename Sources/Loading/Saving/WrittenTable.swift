internal import Tables

/// Writes a table as the standard's own delimited text, for rows that stand in no file of their own:
/// in a descriptor, a JSON file or a database.
struct WrittenTable {
  let table: Table
  /// How the descriptor will say that the fields are written.
  let origin: SourceDescription

  /// Rows that are written at a time.
  private static let block = 10_000

  /// Calls a function with the header and then the rows, a block at a time.
  func write(_ body: ([UInt8]) throws(FileProblem) -> Void) throws(FileProblem) {
    var text: [UInt8] = []
    append(table.schema.fields.map(\.name), to: &text)
    for row in 0..<table.rowCount {
      append(table.columns.indices.map { cell(row, $0) }, to: &text)
      if row % Self.block == Self.block - 1 {
        try body(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try body(text)
  }

  private func append(_ cells: [String], to text: inout [UInt8]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      let needsQuotes =
        cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || cells.count == 1
      text.append(contentsOf: needsQuotes ? Self.quoted(cell) : Array(cell.utf8))
    }
    text.append(0x0A)
  }

  private static func quoted(_ cell: String) -> [UInt8] {
    Array(("\"" + cell.replacing("\"", with: "\"\"") + "\"").utf8)
  }

  /// A value as text; of a missing one its marker.
  private func cell(_ row: Int, _ position: Int) -> String {
    let column = table.columns[position]
    guard column.recorded.contains(row) else { return marker(row, position, column) }
    switch column.values {
    case .coded(let coded): return coded.dictionary[Int(coded.codes[row])]
    case .integers(let values): return String(values[row])
    case .numbers(let values): return String(values[row])
    case .dates(let values): return CalendarDate(dayNumber: values[row]).description
    case .flags(let yes): return yes.contains(row) ? "true" : "false"
    case .lists(let lists):
      let codes = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
      return codes.map { lists.dictionary[Int($0)] }
        .joined(separator: origin.fields[position].listDelimiter)
    }
  }

  private func marker(_ row: Int, _ position: Int, _ column: Column) -> String {
    let reason = column.missingReasons.first { $0.rows.contains(row) }?.reason
    let markers = table.schema.fields[position].missingMarkers
    return markers.first { $0.reason == reason }?.value ?? ""
  }
}

extension SourceDescription {
  /// The description of a table once it is written out by `WrittenTable`.
  func writtenOut(_ table: Table, to name: String) -> SourceDescription {
    var written = self
    written.paths = [name]
    written.encoding = "utf-8"
    written.dialect = CSVDialect()
    for field in written.fields.indices {
      written.fields[field].dateFormat = .iso
      written.fields[field].yes = ["true"]
      written.fields[field].no = ["false"]
      written.fields[field].numbers = nil
      if fields[field].listDelimiter == SourceReading.listDelimiter,
        case .lists(let lists) = table.columns[field].values
      {
        written.fields[field].listDelimiter = Self.delimiter(of: lists)
      }
    }
    return written
  }

  /// A character that people use between the values of a list, and none of these values holds.
  private static func delimiter(of lists: ListValues) -> String {
    let usual: [Unicode.Scalar] = [";", "|", ","]
    let free = usual.first { !lists.dictionary.bytes.contains(UInt8(ascii: $0)) }
    return free.map { String($0) } ?? SourceReading.listDelimiter
  }
}
