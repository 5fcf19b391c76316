internal import Tables
internal import Threading

/// Columns of texts to a table.
enum TableBuilding {
  /// The columns of a table, one for each reading.
  static func build(
    _ raw: RawTable, _ readings: [FieldReading]
  ) -> (content: Table.Content, issues: [LoadIssue]) {
    let count = min(raw.columns.count, readings.count)
    let built = raw.mapColumns(upTo: count) {
      ColumnReading.read(raw.columns[$0], readings[$0], in: raw)
    }
    return (
      Table.Content(columns: built.map(\.column), rowCount: raw.rowCount),
      built.flatMap(\.issues)
    )
  }
}

extension RawTable {
  /// Whether there is work for several threads: one is woken in about the time of a thousand cells.
  private var isLarge: Bool { rowCount * columns.count > 100_000 }

  /// What a function gives for the position of each column, on several threads where that pays.
  ///
  /// - Parameter count: How many columns; all of them when `nil`.
  func mapColumns<Result: Sendable>(
    upTo count: Int? = nil, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    Threads.map(count ?? columns.count, threads: isLarge ? Threads.available : 1, body)
  }

  /// Reads a file as columns of texts.
  ///
  /// - Parameters:
  ///   - dialect: How it is written; `nil` to find out.
  ///   - encoding: What a descriptor says that its encoding is.
  ///   - names: The names of the columns, of a part of a table that is not its first.
  static func read(
    _ path: String, from source: some FileSource, dialect: CSVDialect?, encoding: String?,
    names: [String]? = nil,
    division: CSVReader.Division = CSVReader.Division(), observer: LoadObserver = LoadObserver()
  ) throws(LoadFailure) -> (table: RawTable, issues: [LoadIssue]) {
    var issues: [LoadIssue] = []
    let declared = encoding.flatMap { TextEncoding(named: $0) }
    if let encoding, declared == nil {
      issues.append(
        LoadIssue(
          .encoding, file: path,
          message: "the encoding \(encoding) is not known here; it was guessed"))
    }
    let feed: TextFeed
    do throws(FileProblem) {
      feed = try TextFeed(
        try source.openDecoded(path), declared: declared, threads: division.threads)
    } catch {
      throw LoadFailure("\(path) cannot be read: \(error.reason)")
    }
    guard !feed.isEmpty else {
      throw LoadFailure(feed.damage.map { "\(path) cannot be read: \($0)" } ?? "\(path) is empty")
    }
    guard feed.isText else {
      throw LoadFailure(
        "\(path) is not text, so it is no CSV file",
        notes: ["a spreadsheet can be saved as CSV first"])
    }
    let read = try CSVReader(feed, file: path, division: division, observer: observer)
      .read(dialect: dialect, names: names)
    guard !read.table.columns.isEmpty else {
      throw LoadFailure(
        feed.isShort ? "\(path) became empty while it was read" : "\(path) holds no columns")
    }
    return (read.table, issues + read.issues)
  }
}
