/// The names of the columns, and records that are no data.
extension CSVReader {
  /// Reads the names of the columns, or makes them.
  func readHeader() throws(LoadFailure) {
    var records: [[String]] = []
    let dialect = layout.dialect
    var number = 0
    if !dialect.hasHeader { try skipFirstComments() }
    while number < max(dialect.lastHeaderRecord, 1) {
      guard let record = try nextRecord(isConsumed: dialect.hasHeader) else { break }
      let isComment = dialect.hasHeader && dialect.commentRecords.contains(recordNumber)
      if dialect.countsAllLines {
        number = recordNumber
      } else if !isComment {
        number += 1
      }
      if !isComment, !dialect.hasHeader || dialect.headerRecords.contains(number) {
        records.append(record)
      }
      if !dialect.hasHeader { break }
    }
    guard let width = records.map(\.count).max() else { return }
    let names =
      layout.dialect.hasHeader
      ? HeaderNames(records, joinedBy: layout.dialect.headerJoin)
      : HeaderNames(numbered: width)
    for note in names.notes {
      issues.add(LoadIssue(.renamedColumn, file: file, line: max(1, line - 1), message: note))
    }
    columns = names.names.map { CSVColumn(name: $0) }
  }

  /// Takes the names that a table has already, and leaves out a first record that repeats them.
  func continueTable(_ names: [String]) throws(LoadFailure) {
    columns = names.map { CSVColumn(name: $0) }
    guard layout.dialect.hasHeader, let first = try nextRecord(isConsumed: false),
      HeaderNames([first], joinedBy: "").names == names
    else { return }
    issues.add(
      LoadIssue(
        .repeatedHeader, file: file, line: line,
        message: "this part of the table repeats its header; the line was left out"))
    _ = try nextRecord(isConsumed: true)
  }

  /// Leaves out the records at the beginning that are no data, of a file without names.
  func skipFirstComments() throws(LoadFailure) {
    while layout.dialect.commentRecords.contains(recordNumber + 1) {
      guard try dataRecords(1) != nil else { return }
      var reader = reader()
      guard reader.readRecord() else { return }
      consume(reader)
    }
  }

  /// The next record that counts, as texts; `nil` at the end.
  func nextRecord(isConsumed: Bool) throws(LoadFailure) -> [String]? {
    while true {
      var reader = reader()
      if reader.readRecord() {
        if reader.isBlank, reader.position < window.end, !layout.dialect.countsAllLines {
          consume(reader)
          continue
        }
        let texts = reader.fields.map { reader.text($0) }
        if isConsumed {
          for flaw in reader.flaws {
            issues.add(CSVFlaw(.init(flaw.kind), row: 0, line: flaw.line), row: nil, line: 0)
          }
          consume(reader)
        }
        return texts
      }
      if feed.isAtEnd { return nil }
      try fill(window.unread + division.block)
    }
  }

  /// The exact reader, at the first unread byte.
  func reader() -> RecordReader {
    RecordReader(
      window.base, window.start..<window.end, isLast: feed.isAtEnd, dialect: layout.dialect,
      line: line, scratch: GrowingMemory<UInt8>())
  }

  /// Leaves a record behind, and the comments before it.
  func consume(_ reader: RecordReader) {
    recordNumber += reader.recordLine - line + 1
    consume(to: reader.position, line: reader.line)
  }

  // MARK: Records that are no data

  /// Reads up to the last record that is declared to be no data, and leaves those out.
  ///
  /// The records between two of them are parsed as one chunk each.
  func readAmongComments() throws(LoadFailure) {
    let comments = layout.dialect.commentRecords.filter { $0 > recordNumber }.sorted()
    for comment in comments {
      while recordNumber < comment - 1 {
        guard let run = try dataRecords(comment - 1 - recordNumber) else { return }
        let chunk = CSVChunk(window.base, window.start..<run.end, layout, pool)
        chunk.parse(windowEnd: window.end, isLast: feed.isAtEnd, columns)
        merge([chunk])
        recordNumber += run.count
      }
      if recordNumber == comment - 1, try dataRecords(1) != nil {
        var reader = reader()
        if reader.readRecord() { consume(reader) }
      }
    }
  }

  /// Where as many records end, or those of them that the window holds; `nil` when it holds none.
  func dataRecords(_ wanted: Int) throws(LoadFailure) -> (end: Int, count: Int)? {
    while true {
      var reader = reader()
      var count = 0
      var lineBefore = line
      while count < wanted, reader.position < window.end, reader.readRecord() {
        count += reader.recordLine - lineBefore + 1
        lineBefore = reader.line
      }
      if count > 0 { return (reader.position, count) }
      if feed.isAtEnd { return nil }
      try fill(window.unread + division.block)
    }
  }

  func consume(to position: Int, line: Int) {
    place += position - window.start
    self.line = line
    window.advance(to: position)
  }
}
