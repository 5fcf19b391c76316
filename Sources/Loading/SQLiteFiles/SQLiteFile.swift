/// A database file of SQLite, as a source of tables.
enum SQLiteFile {
  /// What every database begins with.
  static let magic = Array("SQLite format 3\0".utf8)

  /// Whether a file is a database, by how it begins.
  static func isOne(_ path: String) -> Bool {
    guard let file = try? OpenFile(path), file.size != nil else { return false }
    return (try? file.beginning(magic.count)) == magic
  }

  /// Reads all tables of a database.
  static func read(_ path: String, _ options: LoadOptions) throws(LoadFailure) -> SourceContent {
    throw LoadFailure("\(path) cannot be read")
  }
}
