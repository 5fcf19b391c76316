internal import CDelimitedScan
internal import Threading

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

  let feed: TextFeed
  let file: String
  let division: Division
  let observer: LoadObserver
  let window = TextWindow()
  let pool = MemoryPool()

  var layout = CSVLayout(CSVDialect())
  var columns: [CSVColumn] = []
  var lines = RecordLines()
  /// The line of the window's first unread byte.
  var line = 1
  /// How many records are behind, as far as their numbers matter.
  var recordNumber = 0
  /// The place in the text of the window's first unread byte.
  var place = 0
  var issues: IssueTally
  // The lines of the first bytes that are out of place.
  var lineOfForeign: Int?
  var lineOfNul: Int?

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
    // Little at first: from then on most texts are known.
    try fill(min(division.block, division.chunk))
    layout = CSVLayout(dialect ?? guessedDialect())
    if let names { try continueTable(names) } else { try readHeader() }
    try readAmongComments()
    var blocks = 0
    while true {
      if blocks > 0 || window.unread == 0 { try fill(max(0, division.block - window.unread)) }
      if window.unread == 0 { break }
      try readBlock()
      blocks += 1
      if blocks == 2 { expectRows() }
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
  func expectRows() {
    let (done, total) = feed.progress
    guard let total, done > window.unread, total > done else { return }
    let share = Double(total) / Double(done - window.unread)
    let rows = Int(Double(lines.count) * share * 1.02)
    Threads.forEach(columns.count, threads: division.threads) { [columns] index in
      columns[index].expect(rows: rows)
    }
  }

  func guessedDialect() -> CSVDialect {
    let guess = DialectGuess(window.bytes, fileName: file)
    issues.add(guess.issues)
    return guess.dialect
  }

  func fill(_ wanted: Int) throws(LoadFailure) {
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

  // MARK: Blocks

  /// Parses the whole records of the window; makes it larger where it holds none.
  func readBlock() throws(LoadFailure) {
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
  func divide() -> [Range<Int>] {
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

  func survey() -> [cds_survey_result] {
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
  func parse(_ ranges: [Range<Int>]) -> [CSVChunk] {
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
  func merge(_ chunks: [CSVChunk]) {
    let columns = columns
    let end = chunks.last?.end ?? window.start
    let isLast = feed.isAtEnd && end == window.end
    // What one thread parsed it merges in less time than it takes to start another.
    let threads = chunks.count > 1 ? division.threads : 1
    Threads.forEach(columns.count, threads: threads) { index in
      columns[index].merge(chunks, column: index, isLast: isLast)
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
    noteForeign(blockPlace, blockLine, until: end)
    consume(to: end, line: line)
  }
}
