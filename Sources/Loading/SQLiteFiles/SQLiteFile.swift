/// A database file of SQLite, as a source of tables.
///
/// The file is read as it stands, with what its log of writes adds; nothing is written, not even a
/// lock. (<https://www.sqlite.org/fileformat2.html>)
struct SQLiteFile {
  private let path: String
  private let options: LoadOptions
  private let pages: SQLitePages
  private var content = SourceContent()
  /// Bytes of tables that are read.
  private var done = 0

  /// What every database begins with.
  static let magic = Array("SQLite format 3\0".utf8)

  /// Whether a file is a database, by how it begins.
  static func isOne(_ path: String) -> Bool {
    guard let file = try? OpenFile(path), file.size != nil else { return false }
    return (try? file.beginning(magic.count)) == magic
  }

  /// Reads all tables of a database.
  static func read(_ path: String, _ options: LoadOptions) throws(LoadFailure) -> SourceContent {
    for ending in ["", "-wal", "-journal"] { options.log?.note(PathText.absolute(path + ending)) }
    try refuseJournal(path)
    let pages: SQLitePages
    do throws(FileProblem) {
      let file = try OpenFile(path)
      do throws(SQLiteProblem) {
        pages = try SQLitePages(file) { pageSize throws(SQLiteProblem) in
          guard FolderFiles.exists(path + "-wal") else { return nil }
          guard let log = try? OpenFile(path + "-wal") else {
            throw SQLiteProblem("its latest changes, in \(path)-wal, cannot be read")
          }
          return try WriteAheadLog(log, pageSize: pageSize)
        }
      } catch {
        throw FileProblem(reason: error.message)
      }
    } catch {
      throw LoadFailure("\(path) cannot be read: \(error.reason)")
    }
    var reading = SQLiteFile(path: path, options: options, pages: pages)
    try reading.readTables()
    return reading.content
  }

  private init(path: String, options: LoadOptions, pages: SQLitePages) {
    self.path = path
    self.options = options
    self.pages = pages
  }

  /// A journal with content is half a transaction, which only the database can take back.
  private static func refuseJournal(_ path: String) throws(LoadFailure) {
    guard let journal = try? OpenFile(path + "-journal"), journal.size != nil,
      let first = try? journal.beginning(8), first.contains(where: { $0 != 0 })
    else { return }
    throw LoadFailure(
      "\(path) was left in the middle of a change, as \(path)-journal tells",
      notes: ["open it once with sqlite3, which finishes or takes back the change"])
  }

  // MARK: Tables

  private struct Entry {
    var name: String
    var root: Int
    var text: TableText
  }

  private mutating func readTables() throws(LoadFailure) {
    let entries = try readSchema()
    for entry in entries {
      let reader = SQLiteTableReader(entry.text, pages)
      try walk(entry.name, from: entry.root, isIndex: !entry.text.hasRowNumbers) {
        (number, bytes) throws(SQLiteProblem) in
        try reader.add(number, bytes)
      }
      let read = reader.table(named: entry.name, file: path)
      content.tables.append(read.table)
      content.issues += read.issues
    }
    for (index, entry) in entries.enumerated() {
      content.tables[index].foreignKeys = entry.text.foreignKeys.map { key in
        // Names are the same whatever their case.
        let other = entries.first { $0.name.lowercased() == key.table.lowercased() }
        return SourceTable.Key(
          fields: key.columns, table: other?.name ?? key.table,
          parentFields: key.parentColumns.isEmpty
            ? other?.text.primaryKey ?? [] : key.parentColumns)
      }
    }
    if pages.isChanged() {
      content.issues.append(
        LoadIssue(
          .damagedFile, file: path,
          message: "the database was written to while it was read; open it again"))
    }
  }

  /// Walks over a table, and tells what was damaged.
  private mutating func walk(
    _ name: String, from root: Int, isIndex: Bool,
    _ row: (Int, UnsafeBufferPointer<UInt8>) throws(SQLiteProblem) -> Void
  ) throws(LoadFailure) {
    var tree = SQLiteTree(pages, isIndex: isIndex)
    let (before, path, observer) = (done, path, options.observer)
    let (size, total) = (pages.pageSize, pages.pageCount * pages.pageSize)
    try tree.walk(from: root, row) { count throws(LoadFailure) in
      try observer.report(path, (min(before + count * size, total), total))
    }
    done += tree.pageCount * size
    guard let first = tree.problems.first else { return }
    content.issues.append(
      LoadIssue(
        .damagedFile, file: path,
        message: "table \(name): \(first); the rows that lie there were left out",
        count: tree.problems.count))
  }

  /// The tables that the database lists, and remarks on what else it does.
  private mutating func readSchema() throws(LoadFailure) -> [Entry] {
    let rows = try schemaRows()
    let virtual = rows.filter { $0.sql.uppercased().hasPrefix("CREATE VIRTUAL") }.map(\.name)
    var entries: [Entry] = []
    var others: [String] = []
    for row in rows {
      if row.type == "view" || virtual.contains(row.name) {
        others.append(row.name)
      } else if row.type == "table", !row.name.hasPrefix("sqlite_"),
        !virtual.contains(where: { Self.isShadow(row.name, of: $0) })
      {
        if let text = TableText(row.sql) {
          entries.append(Entry(name: row.name, root: row.root, text: text))
        } else {
          content.issues.append(
            LoadIssue(
              .damagedFile, file: path,
              message: "the definition of table \(row.name) cannot be read; it was left out"))
        }
      }
    }
    if !others.isEmpty {
      content.issues.append(
        LoadIssue(
          .leftOut, file: path,
          message: "\(others.joined(separator: ", ")): views and virtual tables hold no rows of "
            + "their own, and were left out"))
    }
    return entries
  }

  /// Whether a table is where a virtual one keeps its parts.
  private static func isShadow(_ name: String, of virtual: String) -> Bool {
    let parts = [
      "content", "data", "idx", "docsize", "config", "segments", "segdir", "stat", "node",
      "parent", "rowid",
    ]
    return parts.contains { name == virtual + "_" + $0 }
  }

  private struct SchemaRow {
    var type: String
    var name: String
    var root: Int
    var sql: String
  }

  private mutating func schemaRows() throws(LoadFailure) -> [SchemaRow] {
    var rows: [SchemaRow] = []
    let pages = pages
    try walk("sqlite_schema", from: 1, isIndex: false) { (_, bytes) throws(SQLiteProblem) in
      let values = try SQLiteRecord(bytes).values
      func text(_ position: Int) -> String {
        guard position < values.count, case .text(let at, let length) = values[position] else {
          return ""
        }
        let part = UnsafeBufferPointer(rebasing: bytes[at..<at + length])
        guard pages.isUTF16 else { return String(decoding: part, as: UTF8.self) }
        var converted: [UInt8] = []
        _ = TextEncoding.append(
          utf16: part, isBigEndian: pages.isBigEndian, isLast: true, to: &converted)
        return String(decoding: converted, as: UTF8.self)
      }
      guard values.count >= 5 else { throw SQLiteProblem("an entry is none") }
      var root = 0
      if case .integer(let number) = values[3] { root = number }
      rows.append(SchemaRow(type: text(0), name: text(1), root: root, sql: text(4)))
    }
    return rows
  }
}
