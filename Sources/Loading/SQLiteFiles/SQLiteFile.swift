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
          try WriteAheadLog(path + "-wal", pageSize: pageSize)
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
    guard FolderFiles.exists(path + "-journal") else { return }
    do throws(FileProblem) {
      let journal = try OpenFile(path + "-journal")
      guard journal.size != nil, try journal.beginning(8).contains(where: { $0 != 0 }) else {
        return
      }
    } catch {
      throw LoadFailure(
        "\(path) may be in the middle of a change: \(path)-journal cannot be read: \(error.reason)")
    }
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
    var readers: [SQLiteTableReader] = []
    for entry in entries {
      let reader = SQLiteTableReader(entry.text, pages)
      try walk(entry.name, from: entry.root, isIndex: !entry.text.hasRowNumbers) {
        (number, bytes) in reader.add(number, bytes)
      }
      readers.append(reader)
      let read = reader.table(named: entry.name, file: path)
      content.tables.append(read.table)
      content.issues += read.issues
    }
    for index in entries.indices { addForeignKeys(of: index, entries, readers) }
    if let log = pages.log, log.isDamaged {
      content.issues.append(
        LoadIssue(
          .damagedFile, file: path,
          message: "\(log.path) cannot be understood; what was written there last is not read"))
    }
    if pages.isChanged() {
      content.issues.append(
        LoadIssue(
          .damagedFile, file: path,
          message: "the database was written to while it was read; open it again"))
    }
  }

  /// Adds the keys that lead from a table to others, with the names of the columns as they are called.
  private mutating func addForeignKeys(
    of index: Int, _ entries: [Entry], _ readers: [SQLiteTableReader]
  ) {
    for key in entries[index].text.foreignKeys {
      let fields = key.columns.map(readers[index].fieldName)
      guard let other = entries.firstIndex(where: { SQLName.areSame($0.name, key.table) }) else {
        content.issues.append(
          LoadIssue(
            .unusableRelation, file: path,
            message:
              "table \(entries[index].name): the foreign key \(fields.joined(separator: ", "))"
              + " leads to \(key.table), which is not there"))
        continue
      }
      content.tables[index].foreignKeys.append(
        SourceTable.Key(
          fields: fields, table: entries[other].name,
          parentFields: key.parentColumns.isEmpty
            ? readers[other].primaryKey : key.parentColumns.map(readers[other].fieldName)))
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
    // Each page belongs to one table, and is read again only where damage leads to it.
    guard done <= 2 * total else {
      content.issues.append(
        LoadIssue(
          .damagedFile, file: path,
          message: "table \(name): its pages belong to other tables as well; its rows were left out"
        ))
      return
    }
    try tree.walk(from: root, row) { count throws(LoadFailure) in
      try observer.report(path, (min(before + count * size, total), total))
    }
    done += tree.pageCount * size
    guard let first = tree.firstProblem else { return }
    content.issues.append(
      LoadIssue(
        .damagedFile, file: path,
        message: "table \(name): \(first); the rows that lie there were left out",
        count: tree.problemCount))
  }

  /// The tables that the database lists, and remarks on what else it does.
  private mutating func readSchema() throws(LoadFailure) -> [Entry] {
    let rows = try schemaRows()
    let virtual = rows.filter { $0.sql.uppercased().hasPrefix("CREATE VIRTUAL") }.map(\.name)
    var entries: [Entry] = []
    var others: [String] = []
    var shadows: [String] = []
    for row in rows {
      if row.type == "view" || virtual.contains(row.name) {
        others.append(row.name)
      } else if row.type == "table", !row.name.hasPrefix("sqlite_") {
        if virtual.contains(where: { Self.isShadow(row.name, of: $0) }) {
          shadows.append(row.name)
        } else if let text = TableText(row.sql) {
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
    if !shadows.isEmpty {
      content.issues.append(
        LoadIssue(
          .leftOut, file: path,
          message: "\(shadows.joined(separator: ", ")): what virtual tables keep their rows in was "
            + "left out"))
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
      let values = SQLiteRecord(bytes).values
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
      guard values.count >= 4 else { throw SQLiteProblem("an entry cannot be read") }
      var root = 0
      if case .integer(let number) = values[3] { root = number }
      rows.append(SchemaRow(type: text(0), name: text(1), root: root, sql: text(4)))
    }
    return rows
  }
}
