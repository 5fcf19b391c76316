internal import CDelimitedScan

/// Reads a delimited file on all processors: block by block, each block in chunks of whole records.
///
/// Where a record begins cannot be told from the middle of a file, since a line break may stand in
/// quotes. So each block is looked over for quotes first, which tells for well-formed files; and
/// when the chunks are parsed, each must end exactly where the next began, or that one is parsed
/// again from the right place. What is read does not depend on the number of threads.
///
/// Each departure from RFC 4180 is an issue with its line; no row is dropped.
final class CSVReader {
  /// How a file is divided.
  struct Division {
    /// How many bytes are read before they are parsed.
    var block = 8 << 20
    /// How many bytes are parsed by one thread at a time.
    var chunk = 1 << 18
    var threads = Threads.available
  }

  private let feed: TextFeed
  private let file: String
  private let division: Division
  private let observer: LoadObserver
  private let window = TextWindow()
  private let pool = MemoryPool()

  private var layout = CSVLayout(CSVDialect())
  private var columns: [CSVColumn] = []
  private var lines = RecordLines()
  /// The line of the window's first unread byte.
  private var line = 1
  /// How many records are behind, as far as their numbers matter.
  private var recordNumber = 0
  /// The place in the text of the window's first unread byte.
  private var place = 0
  private var issues: IssueTally

  init(_ feed: TextFeed, file: String, division: Division, observer: LoadObserver) {
    self.feed = feed
    self.file = file
    self.division = division
    self.observer = observer
    issues = IssueTally(file: file)
  }

  /// Reads the whole file.
  ///
  /// - Parameters:
  ///   - dialect: How it is written; guessed from its beginning where it is not known.
  ///   - names: The names of the columns, of a file that goes on where another ends; a first record
  ///     that repeats them is left out.
  /// - Complexity: O(bytes).
  func read(
    dialect: CSVDialect?, names: [String]? = nil
  ) throws(LoadFailure) -> (table: RawTable, issues: [LoadIssue]) {
    try fill(division.block)
    layout = CSVLayout(dialect ?? guessedDialect())
    if let names { try continueTable(names) } else { try readHeader() }
    try readAmongComments()
    var isFirst = true
    while true {
      try fill(max(0, division.block - window.unread))
      if window.unread == 0 { break }
      try readBlock()
      if isFirst { expectRows() }
      isFirst = false
      try observer.report(file, feed.progress)
    }
    noteSource()
    let file = file
    let table = RawTable(
      file: file, columns: columns.map { $0.raw() }, lineOfRecord: lines, dialect: layout.dialect,
      encoding: feed.encodingName)
    return (table, issues.issues)
  }

  /// Makes room for the rows that are still to come, judged by those of the first block.
  private func expectRows() {
    let (done, total) = feed.progress
    guard let total, done > window.unread, total > done else { return }
    let share = Double(total) / Double(done - window.unread)
    let rows = Int(Double(lines.count) * share * 1.02)
    Threads.forEach(columns.count, threads: division.threads) { [columns] index in
      columns[index].expect(rows: rows)
    }
  }

  private func guessedDialect() -> CSVDialect {
    let guess = DialectGuess(window.bytes, fileName: file)
    issues.add(guess.issues)
    return guess.dialect
  }

  private func fill(_ wanted: Int) throws(LoadFailure) {
    // Each time round, the feed may hold back a few bytes.
    var wanted = wanted
    while wanted > 0, !feed.isAtEnd {
      let before = window.unread
      do throws(FileProblem) {
        try feed.fill(window, wanted)
      } catch {
        throw LoadFailure("\(file) cannot be read: \(error.reason)")
      }
      wanted -= window.unread - before
    }
  }

  // MARK: Names

  /// Reads the names of the columns, or makes them.
  private func readHeader() throws(LoadFailure) {
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
  private func continueTable(_ names: [String]) throws(LoadFailure) {
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
  private func skipFirstComments() throws(LoadFailure) {
    while layout.dialect.commentRecords.contains(recordNumber + 1) {
      guard try dataRecords(1) != nil else { return }
      var reader = reader()
      guard reader.readRecord() else { return }
      consume(reader)
    }
  }

  /// The next record that counts, as texts; `nil` at the end.
  private func nextRecord(isConsumed: Bool) throws(LoadFailure) -> [String]? {
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
  private func reader() -> RecordReader {
    RecordReader(
      window.base, window.start..<window.end, isLast: feed.isAtEnd, dialect: layout.dialect,
      line: line, scratch: GrowingMemory<UInt8>())
  }

  /// Leaves a record behind, and the comments before it.
  private func consume(_ reader: RecordReader) {
    recordNumber += reader.recordLine - line + 1
    consume(to: reader.position, line: reader.line)
  }

  // MARK: Records that are no data

  /// Reads up to the last record that is declared to be no data, and leaves those out.
  ///
  /// The records between two of them are parsed as one chunk each.
  private func readAmongComments() throws(LoadFailure) {
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
  private func dataRecords(_ wanted: Int) throws(LoadFailure) -> (end: Int, count: Int)? {
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

  private func consume(to position: Int, line: Int) {
    place += position - window.start
    self.line = line
    window.advance(to: position)
  }

  // MARK: Blocks

  /// Parses the whole records of the window; makes it larger where it holds none.
  private func readBlock() throws(LoadFailure) {
    var wanted = division.block
    while true {
      let chunks = parse(divide())
      if let end = chunks.last?.end, end > window.start {
        merge(chunks)
        return
      }
      if feed.isAtEnd {
        // Nothing is left but what is no record, such as a last comment.
        consume(to: window.end, line: line)
        return
      }
      try fill(wanted)
      wanted *= 2
      try observer.report(file, feed.progress)
    }
  }

  /// The ranges in which the records of each chunk are thought to begin.
  private func divide() -> [Range<Int>] {
    let (start, end) = (window.start, window.end)
    let surveys = survey()
    var starts = [start]
    var isInside = false
    var last: Int?
    for (piece, survey) in surveys.enumerated() {
      let offset = start + piece * division.chunk
      let (first, lastBreak) =
        isInside ? (survey.first.1, survey.last.1) : (survey.first.0, survey.last.0)
      if first != Int(bitPattern: UInt.max) {
        if piece > 0 { starts.append(offset + first + 1) }
        last = offset + lastBreak + 1
      }
      if survey.is_odd != 0 { isInside.toggle() }
    }
    // Without a line break outside quotes, as far as can be told, all is tried as one.
    starts.append(feed.isAtEnd ? end : last ?? end)
    return zip(starts, starts.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }

  private func survey() -> [cds_survey_result] {
    let (start, count, chunk) = (window.start, window.unread, division.chunk)
    let number = (count + chunk - 1) / chunk
    let results = UnsafeMutableBufferPointer<cds_survey_result>.allocate(capacity: number)
    defer { results.deallocate() }
    nonisolated(unsafe) let (out, base) = (results, UnsafePointer(window.base + start))
    let marks = layout.marks
    Threads.forEach(number, threads: division.threads) { piece in
      let offset = piece * chunk
      out.initializeElement(
        at: piece, to: cds_survey(base + offset, min(chunk, count - offset), marks))
    }
    return Array(results)
  }

  /// Parses chunks, and those again that did not begin where the one before ended.
  private func parse(_ ranges: [Range<Int>]) -> [CSVChunk] {
    nonisolated(unsafe) let base = UnsafePointer(window.base)
    let (windowEnd, isLast, layout, columns) = (window.end, feed.isAtEnd, layout, columns)
    let guesses = ranges.map { CSVChunk(base, $0, layout, pool) }
    Threads.forEach(guesses.count, threads: division.threads) { index in
      guesses[index].parse(windowEnd: windowEnd, isLast: isLast, columns)
    }
    var chunks: [CSVChunk] = []
    var expected = window.start
    for (guess, range) in zip(guesses, ranges) where expected < range.upperBound {
      var chunk = guess
      if guess.start != expected {
        chunk = CSVChunk(base, expected..<range.upperBound, layout, pool)
        chunk.parse(windowEnd: windowEnd, isLast: isLast, columns)
      }
      chunks.append(chunk)
      expected = chunk.end
      // A record that the window does not hold to its end is read with the next block.
      if chunk.end < range.upperBound { break }
    }
    return chunks
  }

  /// Adds parsed chunks to the columns.
  private func merge(_ chunks: [CSVChunk]) {
    let columns = columns
    Threads.forEach(columns.count, threads: division.threads) { index in
      columns[index].merge(chunks, column: index)
    }
    let blockPlace = place
    let blockLine = line
    var line = line
    for chunk in chunks {
      for flaw in chunk.flaws {
        issues.add(flaw, row: lines.count, line: line, width: columns.count)
      }
      if let lineOfRow = chunk.lineOfRow {
        for offset in lineOfRow { lines.append(1, from: line + offset) }
      } else {
        lines.append(chunk.rowCount, from: line)
      }
      line += chunk.lineCount
    }
    for chunk in chunks { pool.giveBack(chunk.memory) }
    let end = chunks.last?.end ?? window.start
    noteForeign(blockPlace, blockLine, until: end)
    consume(to: end, line: line)
  }

  // MARK: Notes on the source

  private var lineOfForeign: Int?
  private var lineOfNul: Int?

  /// The lines of the first bytes that are out of place, when the window holds them.
  private func noteForeign(_ blockPlace: Int, _ blockLine: Int, until end: Int) {
    func line(of found: Int?) -> Int? {
      guard let found, found >= blockPlace, found - blockPlace < end - window.start else {
        return nil
      }
      let first = window.base + window.start
      return blockLine
        + (0..<found - blockPlace).count {
          first[$0] == 0x0A || (first[$0] == 0x0D && first[$0 + 1] != 0x0A)
        }
    }
    lineOfForeign = lineOfForeign ?? line(of: feed.firstForeign)
    lineOfNul = lineOfNul ?? line(of: feed.firstNul)
  }

  private func noteSource() {
    if feed.firstForeign != nil {
      let isMixed = feed.wideCharacters > 0
      issues.add(
        LoadIssue(
          .encoding, file: file, line: isMixed ? lineOfForeign ?? 1 : nil,
          message: isMixed
            ? "the file mixes encodings: it is UTF-8, but from this line on some bytes are not, and "
              + "were read as Windows-1252"
            : "the bytes are not UTF-8, and were read as Windows-1252, the usual encoding of old "
              + "exports"))
    }
    if feed.firstNul != nil {
      issues.add(
        LoadIssue(
          .encoding, file: file, line: lineOfNul ?? 1,
          message: "a byte of 0 stands here, which is no text; it was kept"))
    }
    if let damage = feed.damage {
      issues.add(
        LoadIssue(
          .damagedFile, file: file, line: line, message: "\(damage); it was read up to here"))
    }
    if feed.isCutOff {
      let last = lines.count > 0 ? lines[lines.count - 1] : 1
      issues.add(
        LoadIssue(
          .damagedFile, file: file, record: lines.count > 0 ? lines.count : nil, line: last,
          message:
            "the file ends in half a character, which was read as \u{FFFD}; it may be cut off"
        ))
    }
    if feed.isShort {
      issues.add(
        LoadIssue(
          .missingResource, file: file, line: line,
          message: "the file became shorter while it was read; it was read up to here"))
    }
  }
}
