internal import Tables

/// Reads the rows of one table as columns of texts.
final class SQLiteTableReader {
  private let text: TableText
  private let isUTF16: Bool
  private let isBigEndian: Bool
  private let columns: [SourceColumn]
  private let stored: [Int?]
  private let rowNumber: Int?
  /// The columns that hold values, and what they are called.
  private let fields: [Int]
  private let header: HeaderNames
  private let scratch = GrowingMemory<UInt8>()
  private var lines = RecordLines()
  /// Records that cannot be taken apart.
  private var damaged = 0
  /// Rows that lack a value which only the database can compute, by column.
  private var uncomputed: [Int: Int] = [:]
  /// Values that are no UTF-8, and binary values, by column.
  private var foreign: [Int: Int] = [:]
  private var binary: [Int: Int] = [:]

  init(_ text: TableText, _ pages: SQLitePages) {
    self.text = text
    isUTF16 = pages.isUTF16
    isBigEndian = pages.isBigEndian
    columns = text.columns.map { SourceColumn(name: $0.name) }
    stored = text.storedColumns
    rowNumber = text.rowNumberColumn
    fields = text.columns.indices.filter { !text.columns[$0].isVirtual }
    header = HeaderNames([fields.map { text.columns[$0].name }], joinedBy: "")
  }

  /// What the column is called that SQL text has some name for.
  func fieldName(_ written: String) -> String {
    guard let column = text.position(of: written), let place = fields.firstIndex(of: column)
    else { return written }
    return header.names[place]
  }

  /// The columns of the primary key, each once.
  var primaryKey: [String] {
    text.primaryKey.map { fieldName($0.name) }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Adds a row, also one whose record is damaged, with what can be read of it.
  func add(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let row = lines.count
    lines.append(1, from: row + 1)
    let record = SQLiteRecord(bytes)
    if record.isDamaged { damaged += 1 }
    for (position, column) in stored.enumerated() {
      guard let column else { continue }
      if column == rowNumber {
        set(column, row, String(number), .integer)
      } else if position < record.values.count {
        set(column, row, record.values[position], bytes)
      } else if !record.isDamaged {
        set(column, row, text.columns[column].standard)
      }
    }
  }

  // MARK: Values

  private func set(
    _ column: Int, _ row: Int, _ value: SQLiteRecord.Value, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    switch value {
    case .null: break
    case .integer(let value) where text.columns[column].holdsFractions:
      set(column, row, "\(Double(value))", .fraction)
    case .integer(let value): set(column, row, String(value), .integer)
    case .real(let value): set(column, row, "\(value)", .fraction)
    case .text(let at, let length):
      let text = UnsafeBufferPointer(rebasing: bytes[at..<at + length])
      if isUTF16 {
        var converted: [UInt8] = []
        _ = TextEncoding.append(
          utf16: text, isBigEndian: isBigEndian, isLast: true, to: &converted)
        set(column, row, converted, .text)
      } else {
        setText(column, row, text)
      }
    case .blob(let at, let length):
      setBinary(column, row, UnsafeBufferPointer(rebasing: bytes[at..<at + length]))
    }
  }

  private func setBinary(_ column: Int, _ row: Int, _ blob: UnsafeBufferPointer<UInt8>) {
    if Self.isText(blob) {
      set(column, row, Array(blob), .text)
    } else {
      binary[column, default: 0] += 1
      set(column, row, blob.flatMap { [Self.hex[Int($0 >> 4)], Self.hex[Int($0 & 15)]] }, .text)
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)

  private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let check = UTF8Check(bytes)
    return check.firstInvalid == nil && check.unfinished == 0 && !bytes.contains(0)
  }

  private func setText(_ column: Int, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let check = UTF8Check(bytes)
    if check.firstInvalid == nil, check.unfinished == 0, let base = bytes.baseAddress {
      columns[column].set(row, base, bytes.count, .text)
      return
    }
    foreign[column, default: 0] += 1
    var converted: [UInt8] = []
    TextEncoding.append(windows1252: bytes, keepsCharacters: true, to: &converted)
    set(column, row, converted, .text)
  }

  private func set(_ column: Int, _ row: Int, _ value: ColumnDefault) {
    switch value {
    case .null: break
    case .integer(let value): set(column, row, String(value), .integer)
    case .fraction(let value, _): set(column, row, "\(value)", .fraction)
    case .text(let text): set(column, row, text, .text)
    case .bytes(let bytes): bytes.withUnsafeBufferPointer { setBinary(column, row, $0) }
    case .unknown: uncomputed[column, default: 0] += 1
    }
  }

  private func set(_ column: Int, _ row: Int, _ text: String, _ kind: ValueKinds) {
    set(column, row, Array(text.utf8), kind)
  }

  private func set(_ column: Int, _ row: Int, _ text: [UInt8], _ kind: ValueKinds) {
    scratch.count = 0
    text.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { scratch.append(base, bytes.count) }
    }
    columns[column].set(row, scratch.base, scratch.count, kind)
  }

  // MARK: The table

  /// The table as it was read; nothing may be added after.
  func table(named name: String, file: String) -> (table: SourceTable, issues: [LoadIssue]) {
    var raw = RawTable(file: file, columns: [], lineOfRecord: lines)
    raw.columns = zip(fields, header.names).map { columns[$0].raw(named: $1, rows: lines.count) }
    let kinds = zip(fields, raw.columns).map { self.kinds(of: $0, $1) }
    let result = SourceTable(name: name, raw: raw, kinds: kinds, primaryKey: primaryKey)
    return (result, issues(name, file))
  }

  /// Numbers in a column that is declared to hold yes and no are those.
  private func kinds(of column: Int, _ raw: RawColumn) -> ValueKinds {
    let kinds = columns[column].kinds
    let type = text.columns[column].type
    if kinds == .integer, type.hasPrefix("BOOL"), raw.texts.allSatisfy(["0", "1", ""].contains) {
      return .boolean
    }
    // A column for text may lack any; one for fractions may hold whole ones alone.
    if kinds.isEmpty, type.contains("CHAR") || type.contains("TEXT") { return .text }
    return kinds
  }

  private func issues(_ name: String, _ file: String) -> [LoadIssue] {
    func issue(_ column: Int, _ count: Int, _ kind: LoadIssue.Kind, _ message: String) -> LoadIssue
    {
      LoadIssue(
        kind, file: file, field: "\(name).\(fieldName(text.columns[column].name))",
        message: message,
        count: count)
    }
    var issues = header.notes.map {
      LoadIssue(.renamedColumn, file: file, message: "table \(name): \($0)")
    }
    if damaged > 0 {
      issues.append(
        LoadIssue(
          .damagedFile, file: file,
          message: "table \(name): records are damaged; what can be read of their rows was kept, "
            + "and the rest is missing",
          count: damaged))
    }
    for (column, count) in binary.sorted(by: { $0.key < $1.key }) {
      issues.append(
        issue(column, count, .readAs, "binary values are shown by their bytes, in hexadecimal"))
    }
    for (column, count) in foreign.sorted(by: { $0.key < $1.key }) {
      issues.append(
        issue(column, count, .encoding, "texts that are not UTF-8 were read as Windows-1252"))
    }
    for (column, count) in uncomputed.sorted(by: { $0.key < $1.key }) {
      issues.append(
        issue(
          column, count, .unreadableCell,
          "rows older than the column have a value that only the database can compute; it is missing"
        ))
    }
    for column in text.columns where column.isVirtual {
      issues.append(
        LoadIssue(
          .leftOut, file: file, field: "\(name).\(column.name)",
          message: "the column is computed by the database and holds nothing; it was left out"))
    }
    return issues
  }
}
