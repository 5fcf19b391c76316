import Foundation
import GRDB
import Tables
import TestSupport
import Testing

@testable import Loading

/// Databases: SQLite itself, through GRDB, is the judge of what is read of its files.
@Suite struct SQLiteFileTests {
  /// Makes a database in a folder.
  static func make(
    _ path: String, pageSize: Int = 4096, pragmas: String = "", _ body: (Database) throws -> Void
  ) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA page_size = \(pageSize); \(pragmas)")
      try database.inTransaction {
        try body(database)
        return .commit
      }
    }
    try queue.close()
  }

  /// What the reader gives for a value of the database.
  static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): String(number)
    case .double(let number): "\(number)"
    case .string(let text): text
    case .blob(let data): data.map { String(format: "%02x", $0) }.joined()
    }
  }

  /// Expects each cell of each table to be what the database gives.
  static func expectEqual(_ path: String, _ comment: String) throws {
    let content = try SQLiteFile.read(path, LoadOptions())
    let queue = try DatabaseQueue(path: path)
    for table in content.tables {
      let key = table.primaryKey.map { "\"\($0)\"" }.joined(separator: ", ")
      let rows = try queue.read {
        try Row.fetchAll(
          $0,
          sql:
            "SELECT * FROM \"\(table.name.replacing("\"", with: "\"\""))\" ORDER BY \(key.isEmpty ? "rowid" : key)"
        )
      }
      #expect(table.raw.rowCount == rows.count, "\(comment): \(table.name)")
      guard table.raw.rowCount == rows.count else { continue }
      for (position, column) in table.raw.columns.enumerated() {
        let read = column.codes.map { column.texts[Int($0)] }
        let wanted = rows.map { text($0[position] as DatabaseValue) }
        #expect(read == wanted, "\(comment): \(table.name).\(column.name)")
      }
    }
    try queue.close()
  }

  @Test(arguments: [512, 1024, 4096, 65536])
  func `every cell is what the database says, in pages of any size`(pageSize: Int) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    for encoding in ["UTF-8", "UTF-16le", "UTF-16be"] {
      let path = folder.path("\(encoding).db")
      try Self.make(path, pageSize: pageSize, pragmas: "PRAGMA encoding = '\(encoding)'") {
        database in
        try database.execute(
          sql: """
            CREATE TABLE child (id INTEGER PRIMARY KEY, t TEXT, n, r REAL, b BLOB);
            CREATE TABLE "odd ""n"" x" (a TEXT, k INT, [b c] VARCHAR(10, 2) DEFAULT 'x',
              PRIMARY KEY (k, a)) WITHOUT ROWID;
            CREATE TABLE old (a TEXT);
            INSERT INTO old VALUES ('1'), ('2');
            ALTER TABLE old ADD COLUMN later TEXT NOT NULL DEFAULT 'it''s';
            ALTER TABLE old ADD COLUMN number INT DEFAULT -5;
            INSERT INTO old VALUES ('3', 'y', 7);
            """)
        for row in 0..<600 {
          let length = random.element(of: [0, 1, 5, 30, 400, 3000])
          let text = String(repeating: random.element(of: ["a", "é", "\u{1F600}"]), count: length)
          let number: any DatabaseValueConvertible = random.element(
            of: [
              0, 1, -1, 127, -128, 40_000, -9_000_000, 1 << 40, Int.max, Int.min, 1.5, 1e300, -0.25,
            ] as [any DatabaseValueConvertible])
          try database.execute(
            sql: "INSERT INTO child VALUES (?, ?, ?, ?, ?)",
            arguments: [
              row * 3 + 1, random.bool() ? text : nil, number, random.int(below: 9),
              random.bool() ? Data([0xFF, UInt8(random.int(below: 256))]) : nil,
            ])
          try database.execute(
            sql: #"INSERT INTO "odd ""n"" x" VALUES (?, ?, ?)"#,
            arguments: [text + String(row), random.int(below: 50), text])
        }
        try database.execute(sql: "DELETE FROM child WHERE id % 7 = 0")
      }
      try Self.expectEqual(path, "\(encoding), seed \(seed)")
    }
  }

  @Test func `declared types, keys and other tables are understood`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("cases.db")
    try Self.make(path) { database in
      try database.execute(
        sql: """
          CREATE TABLE Reviews (id INTEGER PRIMARY KEY, code TEXT, met DATE, fatal BOOLEAN);
          CREATE TABLE children (ref TEXT PRIMARY KEY, -- a comment, with a comma
            review_id INTEGER REFERENCES reviews ON DELETE SET DEFAULT, weight REAL,
            twice INT GENERATED ALWAYS AS (weight * 2));
          CREATE VIEW v AS SELECT * FROM children;
          INSERT INTO Reviews VALUES (1, '007', '2009-07-14', 1), (2, '012', '2010-01-02', 0);
          INSERT INTO children(ref, review_id, weight) VALUES ('a', 2, 3), ('b', 1, 2.5), ('c', NULL, NULL);
          """)
    }
    let loaded = try Loader.load(paths: [path])
    let data = loaded.dataSet
    #expect(data.name == "cases")
    #expect(data.tables.map(\.schema.name) == ["Reviews", "children"])
    #expect(data.tables[0].schema.fields.map(\.type) == [.integer, .text, .date, .boolean])
    #expect(data.tables[1].schema.fields.map(\.name) == ["ref", "review_id", "weight"])
    #expect(data.tables[1].schema.fields[2].type == .number)
    #expect(data.tables[1].schema.primaryKey == ["ref"])
    #expect(data.relations.map(\.name) == ["review"])
    #expect(data.relationIndex(0).parentOfChild == [1, 0, -1])
    let left = loaded.report.groups.first { $0.kind == .leftOut }?.examples.map(\.message) ?? []
    #expect(left.contains { $0.hasPrefix("v: ") } && left.count == 2)
  }

  @Test func `what stands only in the log of writes is read`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("busy.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
          CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
          """)
      try database.inTransaction {
        for row in 0..<2000 {
          try database.execute(sql: "INSERT INTO t VALUES (?, ?)", arguments: [row, "row \(row)"])
        }
        return .commit
      }
      try database.execute(sql: "UPDATE t SET b = 'changed' WHERE a = 5")
    }
    #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    let table = try #require(try SQLiteFile.read(path, LoadOptions()).tables.first)
    #expect(table.raw.rowCount == 2000)
    #expect(table.raw.columns[1].texts[Int(table.raw.columns[1].codes[5])] == "changed")
    try queue.close()
  }

  @Test func `a change that was never finished is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x.db")
    try Self.make(path) { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
    try Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0]).write(
      to: URL(filePath: path + "-journal"))
    #expect {
      _ = try Loader.load(paths: [path])
    } throws: { error in
      (error as? LoadFailure)?.message.contains("in the middle of a change") == true
    }
  }

  @Test func `a folder of databases and JSON opens, tables of one name twice`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.db", "b.sqlite3"] {
      try Self.make(folder.path(name)) {
        try $0.execute(
          sql: """
            CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p_id REFERENCES p(id));
            INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (2);
            """)
      }
    }
    let data = try Loader.load(paths: [folder.path]).dataSet
    #expect(data.tables.map(\.schema.name) == ["p", "c", "p_2", "c_2"])
    #expect(data.relations.map(\.parentTable) == [0, 2])
  }

  @Test func `rows of databases and of JSON can be saved as a package`() throws {
    let folder = try TemporaryFolder()
    try Self.make(folder.path("d.sqlite")) { database in
      try database.execute(
        sql: """
          CREATE TABLE child (id TEXT PRIMARY KEY, age INTEGER, born TEXT, weight REAL, note TEXT);
          INSERT INTO child VALUES ('007', 3, '2009-07-14', 2.5, 'a "quoted", text'),
            ('008', NULL, NULL, NULL, NULL), ('009', 5, '2010-01-02', 3.0, 'two
          lines');
          """)
    }
    try #"[{"id": "a", "tags": ["x", "y"], "n": 1.5}, {"id": "b", "tags": [], "n": null}]"#
      .write(toFile: folder.path("j.json"), atomically: true, encoding: .utf8)
    for (file, name) in [("d.sqlite", "one"), ("j.json", "two")] {
      let loaded = try Loader.load(paths: [folder.path(file)])
      #expect(throws: LoadFailure.self) {
        try Loader.savePackage(loaded, PackageRequest(path: folder.path))
      }
      let saved = try Loader.savePackage(
        loaded, PackageRequest(path: folder.path(name), includesData: true))
      let again = try Loader.load(paths: [saved.path])
      try SnapshotTests.expectEqual(loaded.dataSet, again.dataSet)
    }
  }

  @Test func `changed bytes never trap nor hang`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    let path = folder.path("whole.db")
    try Self.make(path, pageSize: 512) { database in
      try database.execute(
        sql: """
          CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c BLOB);
          CREATE TABLE u (a TEXT PRIMARY KEY, b INT) WITHOUT ROWID;
          """)
      for row in 0..<60 {
        let text = String(repeating: "x", count: row * row)
        try database.execute(sql: "INSERT INTO t VALUES (?, ?, x'00ff')", arguments: [row, text])
        try database.execute(sql: "INSERT INTO u VALUES (?, ?)", arguments: ["\(row)\(text)", row])
      }
    }
    let whole = Array(try Data(contentsOf: URL(filePath: path)))
    let changedPath = folder.path("changed.db")
    for _ in 0..<150 {
      var changed = whole
      for _ in 0..<random.int(below: 20) + 1 {
        // The beginnings of pages are what leads elsewhere.
        let page = random.int(below: changed.count / 512) * 512
        let place = page + (random.bool() ? random.int(below: 24) : random.int(below: 512))
        changed[place] = UInt8(random.int(below: 256))
      }
      if random.int(below: 5) == 0 { changed.removeLast(random.int(below: changed.count)) }
      try Data(changed).write(to: URL(filePath: changedPath))
      _ = try? SQLiteFile.read(changedPath, LoadOptions())
      _ = try? Loader.load(paths: [changedPath])
    }
  }
}
