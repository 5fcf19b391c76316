/// Reads RFC 4180 and what goes by the name of CSV besides: any line ending, blank lines, ragged
/// rows, stray and unclosed quotes.
///
/// Each departure is an issue with its line; no row is dropped.
struct CSVReader {
  private let bytes: [UInt8]
  private let dialect: CSVDialect
  private let file: String
  private var position = 0
  private var line = 1
  private(set) var issues: [LoadIssue] = []

  /// The fields of the current record, as ranges of `bytes` or, with `isUnescaped`, of `scratch`.
  private var fields: [(start: Int, end: Int, isUnescaped: Bool)] = []
  private var scratch: [UInt8] = []
  private var recordLine = 1
  private var recordNumber = 0

  init(_ bytes: [UInt8], dialect: CSVDialect, file: String) {
    self.bytes = bytes
    self.dialect = dialect
    self.file = file
  }

  /// Reads the whole file.
  ///
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8], dialect: CSVDialect, file: String
  ) -> (table: RawTable, issues: [LoadIssue]) {
    var reader = CSVReader(bytes, dialect: dialect, file: file)
    let table = reader.readTable()
    return (table, reader.issues)
  }

  private mutating func readTable() -> RawTable {
    var names: [String] = []
    var interners: [TextInterner] = []
    var codes: [[UInt32]] = []
    var lines: [Int32] = []
    var needsHeader = true
    while readRecord() {
      if needsHeader {
        needsHeader = false
        names = header()
        interners = Array(repeating: TextInterner(), count: names.count)
        codes = Array(repeating: [], count: names.count)
        if dialect.hasHeader { continue }
      }
      if isBlankRecord, names.count != 1 { continue }
      recordNumber += 1
      if fields.count != names.count { reportRagged(expected: names.count) }
      for column in 0..<names.count {
        codes[column].append(intern(column, &interners[column]))
      }
      lines.append(Int32(clamping: recordLine))
    }
    let columns = names.indices.map { column in
      RawColumn(name: names[column], codes: codes[column], texts: interners[column].texts)
    }
    return RawTable(file: file, columns: columns, lineOfRecord: lines)
  }

  /// The code of a field of the current record; a field that a short row lacks is empty.
  private func intern(_ column: Int, _ interner: inout TextInterner) -> UInt32 {
    guard column < fields.count else { return interner.code(of: bytes, 0, 0) }
    let field = fields[column]
    return interner.code(of: field.isUnescaped ? scratch : bytes, field.start, field.end)
  }

  private var isBlankRecord: Bool {
    fields.count == 1 && fields[0].start == fields[0].end && !fields[0].isUnescaped
  }

  private func text(_ field: (start: Int, end: Int, isUnescaped: Bool)) -> String {
    String(decoding: (field.isUnescaped ? scratch : bytes)[field.start..<field.end], as: UTF8.self)
  }

  /// The names of the columns, each once and none empty.
  private mutating func header() -> [String] {
    guard dialect.hasHeader else { return fields.indices.map { "column_\($0 + 1)" } }
    var names: [String] = []
    for (index, field) in fields.enumerated() {
      let written = Self.trimmed(text(field))
      var name = written.isEmpty ? "column_\(index + 1)" : written
      var suffix = 2
      while names.contains(name) {
        name = "\(written.isEmpty ? "column_\(index + 1)" : written)_\(suffix)"
        suffix += 1
      }
      if name != written {
        issues.append(
          LoadIssue(
            .renamedColumn, file: file, line: recordLine,
            message: written.isEmpty
              ? "column \(index + 1) has no name; it is called \(name)"
              : "two columns are called \(written); the second is called \(name)"))
      }
      names.append(name)
    }
    return names
  }

  static func trimmed(_ text: String) -> String {
    var view = text[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }

  private mutating func reportRagged(expected: Int) {
    let outcome =
      fields.count < expected ? "the rest are missing" : "those past the header are left out"
    issues.append(
      LoadIssue(
        .raggedRow, file: file, record: recordNumber, line: recordLine,
        message: "\(fields.count) fields where the header has \(expected); \(outcome)"))
  }

  // MARK: Records and fields

  /// Reads the fields of one record.
  ///
  /// - Returns: Whether there was one.
  private mutating func readRecord() -> Bool {
    fields.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    guard position < bytes.count else { return false }
    recordLine = line
    while true {
      if position < bytes.count, bytes[position] == dialect.quote {
        readQuotedField()
      } else {
        let start = position
        skipToBreak()
        fields.append((start, position, false))
      }
      guard position < bytes.count else { return true }
      if bytes[position] == dialect.delimiter {
        position += 1
        // A delimiter at the very end of the file is followed by one empty field.
        continue
      }
      takeLineBreak()
      return true
    }
  }

  /// Moves to the next delimiter or line break.
  private mutating func skipToBreak() {
    let delimiter = dialect.delimiter
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return }
      position &+= 1
    }
  }

  /// Takes `\n`, `\r\n` or `\r`.
  private mutating func takeLineBreak() {
    if bytes[position] == 0x0D {
      position += 1
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    } else {
      position += 1
    }
    line += 1
  }

  private mutating func readQuotedField() {
    let opened = line
    let start = position + 1
    position = start
    var copiedTo = start
    var unescapedStart: Int?
    func piece() -> ArraySlice<UInt8> { bytes[copiedTo..<position] }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A
        || (byte == 0x0D && !(position + 1 < bytes.count && bytes[position + 1] == 0x0A))
      {
        line += 1
      }
      guard byte == dialect.quote else {
        position &+= 1
        continue
      }
      if position + 1 < bytes.count, bytes[position + 1] == dialect.quote {
        // Two quotes stand for one: what came before goes to the scratch.
        unescapedStart = unescapedStart ?? scratch.count
        scratch.append(contentsOf: piece())
        scratch.append(dialect.quote)
        position += 2
        copiedTo = position
        continue
      }
      closeQuotedField(start, copiedTo, unescapedStart)
      return
    }
    issues.append(
      LoadIssue(
        .unclosedQuote, file: file, record: max(1, recordNumber + 1), line: opened,
        message: "a quote that opens here is never closed; the file may be cut off"))
    finish(start, copiedTo, unescapedStart, end: position)
  }

  /// At a closing quote: ends the field, with whatever strays between the quote and the delimiter.
  private mutating func closeQuotedField(_ start: Int, _ copiedTo: Int, _ unescaped: Int?) {
    let end = position
    position += 1
    let after = position
    skipToBreak()
    guard position > after else {
      finish(start, copiedTo, unescaped, end: end)
      return
    }
    issues.append(
      LoadIssue(
        .strayQuote, file: file, record: max(1, recordNumber + 1), line: line,
        message: "text follows a closing quote; it was kept as part of the field"))
    let from = unescaped ?? scratch.count
    scratch.append(contentsOf: bytes[copiedTo..<end])
    scratch.append(contentsOf: bytes[after..<position])
    fields.append((from, scratch.count, true))
  }

  private mutating func finish(_ start: Int, _ copiedTo: Int, _ unescaped: Int?, end: Int) {
    guard let unescaped else {
      fields.append((start, end, false))
      return
    }
    scratch.append(contentsOf: bytes[copiedTo..<end])
    fields.append((unescaped, scratch.count, true))
  }
}
