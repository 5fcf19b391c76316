import Foundation
import GRDB
import Tables
import TestSupport
import Testing

@testable import Loading

/// What the definitions of tables say, which a reader has to understand as SQLite does.
@Suite struct SQLiteTextTests {
  private static func content(_ path: String) throws -> SourceContent {
    try SQLiteFile.read(path, LoadOptions())
  }

  @Test func `rows older than a column have its default as the column stores it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.db")
    let pragmas = "PRAGMA foreign_keys = OFF"
    let columns = [
      "REAL DEFAULT 5", "REAL DEFAULT '6'", "INT DEFAULT 7.0", "INT DEFAULT '8'", "TEXT DEFAULT 9",
      "NUMERIC DEFAULT 1e-5", "DEFAULT 1E+3", "TEXT DEFAULT 1e-5", "INT DEFAULT (5)",
      "INT DEFAULT ((-6))", "DEFAULT - 7", "BLOB DEFAULT x'00ff'", "TEXT DEFAULT -1.50",
      "INT DEFAULT 0x10", "DEFAULT -9223372036854775808", "DEFAULT 'it''s'", "DEFAULT \"double\"",
      "BOOLEAN DEFAULT true", "DEFAULT NULL", "DEFAULT word", "TEXT DEFAULT '\u{301}x'",
      "DEFAULT .5",
      "INT DEFAULT 3 REFERENCES t(a) ON DELETE SET DEFAULT", "TEXT NOT NULL DEFAULT ''",
      "/*/ no end, */ DEFAULT 4",
    ]
    try SQLiteFileTests.make(path, pragmas: pragmas) { database in
      try database.execute(
        sql: "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('1'), ('2')"
      )
      for (index, column) in columns.enumerated() {
        try database.execute(sql: "ALTER TABLE t ADD COLUMN c\(index) \(column)")
      }
      try database.execute(sql: "INSERT INTO t(a) VALUES ('3')")
    }
    try SQLiteFileTests.expectEqual(path, "defaults")
    let table = try #require(try Self.content(path).tables.first)
    #expect(table.raw.columns.count == columns.count + 1)
    #expect(table.raw.columns[6].texts[Int(table.raw.columns[6].codes[0])] == "1e-05")
    #expect(ColumnDefault(SQLToken.all(in: "X'6162'")[...]) == .bytes([0x61, 0x62]))
  }

  @Test func `a default that only the database can compute is missing, and told`() {
    #expect(ColumnDefault(SQLToken.all(in: "(1 + 2)")[...]) == .unknown)
    #expect(ColumnDefault(SQLToken.all(in: "CURRENT_DATE")[...]) == .unknown)
    let nested =
      String(repeating: "(", count: 100_000) + "-5" + String(repeating: ")", count: 100_000)
    #expect(ColumnDefault(SQLToken.all(in: nested)[...]) == .integer(-5))
  }

  @Test func `a quote is a quote whatever mark follows it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("marks.db")
    try SQLiteFileTests.make(path) {
      try $0.execute(
        sql: """
          CREATE TABLE t ("\u{301}a" TEXT, [\u{302}b] INT,\u{A0}c TEXT, "d"\u{301} INT);
          INSERT INTO t VALUES ('x', 1, 'y', 2);
          """)
    }
    try SQLiteFileTests.expectEqual(path, "marks")
    let table = try #require(try Self.content(path).tables.first)
    #expect(table.raw.columns.count == 4)
    #expect(table.raw.columns[0].name.unicodeScalars.elementsEqual("\u{301}a".unicodeScalars))
  }

  @Test func `keys name columns in any case, and follow those that are renamed`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("keys.db")
    try SQLiteFileTests.make(path, pragmas: "PRAGMA foreign_keys = OFF") {
      try $0.execute(
        sql: """
          CREATE TABLE Parent (id INTEGER, " id" TEXT, x TEXT, PRIMARY KEY (ID));
          CREATE TABLE child (a INT, p_id INT, FOREIGN KEY (P_ID) REFERENCES PARENT (Id));
          CREATE TABLE twice (k TEXT, " k" TEXT, PRIMARY KEY (" K", " k")) WITHOUT ROWID;
          CREATE TABLE lost (a INT REFERENCES nowhere (b));
          INSERT INTO Parent VALUES (5, 'q', 'r'), (6, 's', 't');
          INSERT INTO child VALUES (1, 6), (2, 5);
          INSERT INTO twice VALUES ('first', 'second');
          INSERT INTO lost VALUES (1);
          """)
    }
    let loaded = try Loader.load(paths: [path])
    let data = loaded.dataSet
    #expect(data.tables[0].schema.fields.map(\.name) == ["id", "id_2", "x"])
    #expect(data.tables.map(\.schema.primaryKey) == [["id"], [], ["k_2"], []])
    #expect(data.relations.count == 1)
    #expect(data.relationIndex(0).parentOfChild == [1, 0])
    let renamed = loaded.report.groups.filter { $0.kind == .renamedColumn }.flatMap(\.examples)
    #expect(renamed.count == 2 && renamed.allSatisfy { $0.message.hasPrefix("table ") })
    let unusable = loaded.report.groups.filter { $0.kind == .unusableRelation }.flatMap(\.examples)
    #expect(unusable.contains { $0.message.contains("nowhere") })
    let twice = try #require(try Self.content(path).tables.first { $0.name == "twice" })
    #expect(twice.raw.columns.map { $0.texts[Int($0.codes[0])] } == ["first", "second"])
  }

  @Test func `a key may compare a column in two ways, and stores it twice`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("collations.db")
    try SQLiteFileTests.make(path) {
      try $0.execute(
        sql: """
          CREATE TABLE t (z INT, a TEXT, b TEXT COLLATE NOCASE, c TEXT,
            PRIMARY KEY (a, b, A COLLATE NOCASE, b COLLATE nocase, a COLLATE binary)) WITHOUT ROWID;
          INSERT INTO t VALUES (1, 'A', 'b', 'c'), (2, 'a', 'B', 'd'), (3, 'é', 'x', NULL);
          """)
    }
    try SQLiteFileTests.expectEqual(path, "collations")
    #expect(try Self.content(path).tables.first?.primaryKey == ["a", "b"])
  }

  @Test func `a table that cannot be understood is called that, and no view`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("odd.db")
    try SQLiteFileTests.make(path) {
      try $0.execute(
        sql: """
          CREATE TABLE good (a); CREATE TABLE bad (a); INSERT INTO good VALUES (1);
          INSERT INTO bad VALUES (1); PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = 'CREATE TABLE bad' WHERE name = 'bad';
          """)
    }
    let content = try Self.content(path)
    #expect(content.tables.map(\.name) == ["good"])
    #expect(content.issues.map(\.kind) == [.damagedFile])
    #expect(content.issues.first?.message.contains("definition of table bad") == true)
  }

  @Test func `a database that moves its pages about, or keeps room in them, is read`() throws {
    let folder = try TemporaryFolder()
    for mode in ["FULL", "INCREMENTAL", "NONE"] {
      let path = folder.path("\(mode).db")
      try SQLiteFileTests.make(
        path, pageSize: 1024, pragmas: "PRAGMA auto_vacuum = \(mode); PRAGMA user_version = 1"
      ) { _ in }
      if mode == "NONE" {
        // Room at the end of each page, as encryption keeps it.
        var bytes = try DatabaseBytes(path)
        bytes[20] = 40
        bytes.put(1024 - 40, at: 105, length: 2)
        try bytes.write(path)
      }
      try SQLiteFileTests.make(path, pageSize: 1024) { database in
        try database.execute(
          sql:
            "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); CREATE TABLE u (a TEXT PRIMARY KEY, b) "
            + "WITHOUT ROWID")
        for row in 0..<300 {
          let text = String(repeating: "é", count: row * row % 4000)
          try database.execute(sql: "INSERT INTO t VALUES (?, ?)", arguments: [row, text])
          try database.execute(
            sql: "INSERT INTO u VALUES (?, ?)", arguments: ["\(row)\(text)", row])
        }
        try database.execute(sql: "DELETE FROM t WHERE a % 3 = 0; DELETE FROM u WHERE b % 5 = 0")
      }
      if mode == "NONE" { #expect(try DatabaseBytes(path)[20] == 40) }
      try SQLiteFileTests.expectEqual(path, mode)
    }
  }
}
