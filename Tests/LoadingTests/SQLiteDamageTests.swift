import Foundation
import GRDB
import Tables
import TestSupport
import Testing

@testable import Loading

/// Databases that are damaged, or made to harm: what can be read is, and the rest is told.
@Suite struct SQLiteDamageTests {
  private static func content(_ path: String) throws -> SourceContent {
    try SQLiteFile.read(path, LoadOptions())
  }

  private static func texts(_ table: SourceTable, _ row: Int) -> [String] {
    table.raw.columns.map { $0.texts[Int($0.codes[row])] }
  }

  @Test func `a record that makes no sense is a row with what can be read of it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    try SQLiteFileTests.make(path) {
      try $0.execute(
        sql: """
          CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c INT);
          INSERT INTO t VALUES (1, 'one', 'uno', 11), (2, 'two', 'dos', 22), (3, 'tre', 'tri', 33);
          """)
      try $0.execute(sql: "ALTER TABLE t ADD COLUMN d TEXT DEFAULT 'later'")
    }
    var bytes = try DatabaseBytes(path)
    // The second record: its size, number, header (length, kinds of id, a, b and c), and values.
    let cell = 4096 + bytes.number(at: 4096 + 8 + 2, length: 2)
    #expect(Array(bytes.bytes[cell + 1..<cell + 7]) == [2, 5, 0, 19, 19, 1])
    bytes[cell + 5] = 0x7F
    try bytes.write(path)
    let content = try Self.content(path)
    let table = try #require(content.tables.first)
    #expect(table.raw.rowCount == 3)
    #expect(Self.texts(table, 0) == ["1", "one", "uno", "11", "later"])
    #expect(Self.texts(table, 1) == ["2", "two", "", "", ""])
    #expect(Self.texts(table, 2) == ["3", "tre", "tri", "33", "later"])
    #expect(content.issues.map(\.kind) == [.damagedFile])
    #expect(content.issues.first?.count == 1)
    #expect(content.issues.first?.message.contains("the rest is missing") == true)
  }

  @Test func `a record whose other pages are lost keeps the values before`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    try SQLiteFileTests.make(path, pageSize: 512) {
      try $0.execute(
        sql:
          "CREATE TABLE t (a TEXT, b TEXT, c INT); INSERT INTO t VALUES ('one', ?, 7), ('x', 'y', 8)",
        arguments: [String(repeating: "long ", count: 1000)])
    }
    var bytes = try DatabaseBytes(path)
    let cell = 512 + bytes.number(at: 512 + 8, length: 2)
    // The number of the next page stands behind what is on the record's own, which is 39 bytes or more.
    let chain = try #require(
      (cell + 39...1020).first { bytes.number(at: $0, length: 4) == 3 })
    bytes.put(0, at: chain, length: 4)
    try bytes.write(path)
    let content = try Self.content(path)
    let table = try #require(content.tables.first)
    #expect(table.raw.rowCount == 2)
    #expect(Self.texts(table, 0) == ["one", "", ""])
    #expect(Self.texts(table, 1) == ["x", "y", "8"])
    #expect(content.issues.map(\.kind) == [.damagedFile])
  }

  @Test func `cells that lie on each other end their page`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    try SQLiteFileTests.make(path, pageSize: 65536) {
      try $0.execute(
        sql: """
          CREATE TABLE t (a TEXT); CREATE TABLE u (a TEXT);
          INSERT INTO t VALUES (?); INSERT INTO u VALUES ('the only one');
          """, arguments: [String(repeating: "x", count: 40_000)])
    }
    let whole = try DatabaseBytes(path)
    for isEmpty in [false, true] {
      var bytes = whole
      let cell = bytes.number(at: 65536 + 8, length: 2)
      let count = isEmpty ? 30_000 : 10_000
      bytes.put(count, at: 65536 + 3, length: 2)
      let target = isEmpty ? 65_000 : cell
      for index in 0..<count { bytes.put(target, at: 65536 + 8 + index * 2, length: 2) }
      // A record without bytes takes room all the same.
      if isEmpty { bytes.put(0x0001, at: 65536 + 65_000, length: 2) }
      try bytes.write(path)
      let content = try Self.content(path)
      #expect(content.tables.map(\.name) == ["t", "u"])
      #expect(content.tables[0].raw.rowCount == (isEmpty ? 65536 / 4 : 1))
      #expect(Self.texts(content.tables[1], 0) == ["the only one"])
      #expect(content.issues.contains { $0.message.contains("overlap") })
    }
  }

  @Test func `many tables that share their pages do not multiply them`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    try SQLiteFileTests.make(path, pageSize: 512) { database in
      for table in 0..<30 { try database.execute(sql: "CREATE TABLE t\(table) (a TEXT)") }
      for _ in 0..<500 {
        try database.execute(
          sql: "INSERT INTO t0 VALUES (?)", arguments: [String(repeating: "x", count: 100)])
      }
      try database.execute(
        sql: "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = "
          + "(SELECT rootpage FROM sqlite_schema WHERE name = 't0')")
    }
    let content = try Self.content(path)
    #expect(content.tables.count == 30)
    #expect(content.tables[0].raw.rowCount == 500)
    #expect(content.tables.reduce(0) { $0 + $1.raw.rowCount } < 500 * 6)
    #expect(content.issues.contains { $0.message.contains("belong to other tables") })
  }

  @Test func `a cell that leads nowhere loses its child, and not the one after`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    try SQLiteFileTests.make(path, pageSize: 512) { database in
      try database.execute(sql: "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
      for row in 1...60 {
        try database.execute(
          sql: "INSERT INTO t VALUES (?, ?)", arguments: [row, String(repeating: "x", count: 50)])
      }
    }
    var bytes = try DatabaseBytes(path)
    let root = try #require(bytes.page(ofKind: 5, size: 512))
    let cells = bytes.number(at: root + 3, length: 2)
    #expect(cells > 2)
    bytes.put(0xFFFF, at: root + 12 + 2 * (cells - 1), length: 2)
    try bytes.write(path)
    let content = try Self.content(path)
    let table = try #require(content.tables.first)
    #expect(Self.texts(table, 0).first == "1")
    #expect(Self.texts(table, table.raw.rowCount - 1).first == "60")
    #expect(table.raw.rowCount > 40 && table.raw.rowCount < 60)
    #expect(content.issues.map(\.kind) == [.damagedFile])
  }

  @Test func `a log that cannot be opened or understood is told`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    try SQLiteFileTests.make(path) {
      try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    }
    try Data(repeating: 7, count: 5000).write(to: URL(filePath: path + "-wal"))
    let content = try Self.content(path)
    #expect(content.tables.map(\.raw.rowCount) == [1])
    #expect(content.issues.contains { $0.message.contains("-wal cannot be understood") })
    try Data(repeating: 0, count: 5000).write(to: URL(filePath: path + "-wal"))
    #expect(try Self.content(path).issues.isEmpty)
    for ending in ["-wal", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + "-wal")
      try FileManager.default.createDirectory(
        atPath: path + ending, withIntermediateDirectories: false)
      let failure = #expect(throws: LoadFailure.self) { try Self.content(path) }
      #expect(failure?.message.contains(ending) == true)
    }
  }

  @Test func `what is written to a log while it is read is noticed`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    let queue = try DatabaseQueue(path: path)
    func write(_ sql: String) throws {
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    func pages() throws -> SQLitePages {
      try SQLitePages(try OpenFile(path)) { size throws(SQLiteProblem) in
        try WriteAheadLog(path + "-wal", pageSize: size)
      }
    }
    try write("CREATE TABLE t (a)")
    let before = try pages()
    #expect(!before.isChanged())
    try write("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; INSERT INTO t VALUES (1)")
    #expect(before.isChanged())
    let during = try pages()
    #expect(!during.isChanged())
    try write("INSERT INTO t VALUES (2)")
    #expect(during.isChanged())
    let after = try pages()
    // The log begins anew.
    try write("PRAGMA wal_checkpoint(RESTART); INSERT INTO t VALUES (3)")
    #expect(after.isChanged())
    try queue.close()
  }

  @Test func `changed bytes of a log never trap nor hang`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    let path = folder.path("busy.db")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 512; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
          CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
          """)
      for row in 0..<40 {
        let text = String(repeating: "x", count: row * 20)
        try database.execute(sql: "INSERT INTO t VALUES (?, ?)", arguments: [row, text])
      }
    }
    let (whole, log) = (try DatabaseBytes(path), try DatabaseBytes(path + "-wal"))
    try queue.close()
    let copy = folder.path("copy.db")
    try whole.write(copy)
    try log.write(copy + "-wal")
    #expect(try Self.content(copy).tables.first?.raw.rowCount == 40)
    for _ in 0..<150 {
      var changed = log
      let frames = (log.bytes.count - 32) / 536
      let frame = random.int(below: 8) == 0 ? 0 : 32 + 536 * random.int(below: frames)
      let place = frame + random.int(below: random.bool() ? 24 : 536)
      changed[place] ^= UInt8(random.int(below: 255) + 1)
      try changed.write(copy + "-wal")
      // Frames before the changed one count, up to the last transaction that is whole.
      let rows = (try? Self.content(copy))?.tables.first?.raw.rowCount ?? 0
      #expect(rows <= 40, "seed \(seed)")
      try Data(changed.bytes.prefix(random.int(below: changed.bytes.count))).write(
        to: URL(filePath: copy + "-wal"))
      _ = try? Loader.load(paths: [copy])
    }
  }
}
