/// A dialect of SQL that `explain sql` writes.
public enum SQLDialect: String, CaseIterable, Sendable {
  case sqlite, duckdb, postgresql

  /// The dialect of a name, as people call it.
  init?(name: String) {
    switch name.lowercased() {
    case "postgres", "psql", "pg": self = .postgresql
    case "duck": self = .duckdb
    case "sqlite3": self = .sqlite
    default: self.init(rawValue: name.lowercased())
    }
  }
}
