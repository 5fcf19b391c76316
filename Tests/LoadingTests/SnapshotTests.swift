import Bitmaps
import Foundation
import Tables
import TestSupport
import Testing

@testable import Loading

/// Snapshots: what is written comes back, and no damaged file is believed.
@Suite struct SnapshotTests {
  @Test(arguments: [
    ("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B),
    ("abc", 0x44BC_2CF5_AD77_0999),
    ("The quick brown fox jumps over the lazy dog", 0x0B24_2D36_1FDA_71BC),
  ])
  func `the hash is the one that its authors publish`(text: String, hash: UInt64) {
    #expect(ContentHash.of(Array(text.utf8)) == hash)
  }

  @Test func `the bundled data come back as they were`() throws {
    let folder = try TemporaryFolder()
    let loaded = try Loader.loadBundled()
    let path = folder.path("reviews.enqs")
    try Loader.saveSnapshot(loaded, to: path)
    let opened = try Loader.load(paths: [path])
    try Self.expectEqual(opened.dataSet, loaded.dataSet)
    #expect(try Loader.damagedColumns(ofSnapshot: path).isEmpty)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `issues and awkward values come back`() throws {
    let folder = try TemporaryFolder()
    let csv = folder.path("odd.csv")
    try Data("id,n,when,tags,flag\na,1,2009-01-01,x,yes\nb,,,y,no\n\"é\n,\",x3,bad,,\n".utf8)
      .write(to: URL(filePath: csv))
    let loaded = try Loader.load(paths: [csv])
    let path = folder.path("odd.enqs")
    try Loader.saveSnapshot(loaded, to: path)
    let opened = try Loader.load(paths: [path])
    try Self.expectEqual(opened.dataSet, loaded.dataSet)
    #expect(opened.report.groups.map(\.kind) == loaded.report.groups.map(\.kind))
    #expect(opened.report.groups.map(\.count) == loaded.report.groups.map(\.count))
    #expect(opened.report.groups.flatMap(\.examples) == loaded.report.groups.flatMap(\.examples))
  }

  @Test func `a damaged column is missing for that reason, and the others are not`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("reviews.enqs")
    try Loader.saveSnapshot(try Loader.loadBundled(), to: path)
    let children = try #require(
      try SnapshotReader(path).metadata.tables.first { $0.schema.name == "children" })
    let field = try #require(children.schema.fields.firstIndex { $0.name == "status" })
    try Self.flip(path, at: children.columns[field].values.offset + 3)
    let damaged = try Loader.damagedColumns(ofSnapshot: path)
    #expect(damaged.map { "\($0.table).\($0.field)" } == ["children.status"])
    let table = try #require(
      try Loader.load(paths: [path]).dataSet.tables.first { $0.schema.name == "children" })
    #expect(table.columns[field].recorded.isEmpty)
    #expect(table.columns[field].missingReasons.map(\.reason) == ["damaged"])
    #expect(table.columns[0].recorded.count == table.rowCount)
  }

  @Test func `a file that is cut short, foreign or of another version is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("reviews.enqs")
    try Loader.saveSnapshot(try Loader.loadBundled(), to: path)
    let whole = try Data(contentsOf: URL(filePath: path))
    for length in [1, 15, 16, 63, 64, 65, whole.count / 2, whole.count - 1] {
      try whole.prefix(length).write(to: URL(filePath: path))
      #expect(throws: LoadFailure.self, "\(length) bytes") { try Loader.load(paths: [path]) }
    }
    for offset in [0, 16, 24, 40, 48, 56, whole.count - 2] {
      var other = whole
      other[offset] ^= 0x55
      try other.write(to: URL(filePath: path))
      #expect(throws: LoadFailure.self, "byte \(offset)") { try Loader.load(paths: [path]) }
    }
  }

  @Test func `no damage anywhere makes the program read what is not there`() throws {
    var random = SeededRandom(seed: 41)
    let folder = try TemporaryFolder()
    let path = folder.path("reviews.enqs")
    try Loader.saveSnapshot(try Loader.loadBundled(), to: path)
    let whole = try Data(contentsOf: URL(filePath: path))
    for _ in 0..<60 {
      var other = whole
      for _ in 0..<random.int(below: 20) + 1 {
        other[random.int(below: other.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      try other.write(to: URL(filePath: path))
      guard let opened = try? Loader.load(paths: [path]) else { continue }
      for table in opened.dataSet.tables {
        #expect(table.columns.allSatisfy { $0.rowCount == table.rowCount })
      }
      for relation in opened.dataSet.relations.indices {
        _ = opened.dataSet.relationIndex(relation).children.count
      }
    }
  }

  @Test func `a snapshot that cannot be written leaves the one before`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: LoadFailure.self) {
      try Loader.saveSnapshot(try Loader.loadBundled(), to: folder.path("none/reviews.enqs"))
    }
    let path = folder.path("reviews.enqs")
    try Data("before".utf8).write(to: URL(filePath: path))
    try Loader.saveSnapshot(try Loader.loadBundled(), to: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")).count == 1)
  }

  private static func flip(_ path: String, at offset: Int) throws {
    var data = try Data(contentsOf: URL(filePath: path))
    data[offset] ^= 1
    try data.write(to: URL(filePath: path))
  }

  static func expectEqual(_ a: DataSet, _ b: DataSet, _ label: String = "") throws {
    #expect(a.name == b.name && a.title == b.title && a.description == b.description)
    #expect(a.version == b.version)
    #expect(a.isSynthetic == b.isSynthetic && a.definitions?.text == b.definitions?.text)
    #expect(a.relations == b.relations)
    for relation in a.relations.indices {
      #expect(a.relationIndex(relation).children == b.relationIndex(relation).children)
    }
    #expect(a.tables.map(\.rowCount) == b.tables.map(\.rowCount))
    for (one, other) in zip(a.tables, b.tables) {
      #expect("\(one.schema)" == "\(other.schema)", "\(label)")
      for (left, right) in zip(one.columns, other.columns) {
        #expect(left.recorded == right.recorded, "\(label)")
        #expect(left.missingReasons.map(\.reason) == right.missingReasons.map(\.reason))
        #expect(left.missingReasons.map(\.rows) == right.missingReasons.map(\.rows))
        #expect(Self.areEqual(left.values, right.values), "\(label)")
      }
    }
  }

  private static func areEqual(_ a: Column.Values, _ b: Column.Values) -> Bool {
    switch (a, b) {
    case (.coded(let a), .coded(let b)): a.codes == b.codes && a.dictionary == b.dictionary
    case (.integers(let a), .integers(let b)): a == b
    case (.numbers(let a), .numbers(let b)): a == b
    case (.dates(let a), .dates(let b)): a == b
    case (.flags(let a), .flags(let b)): a == b
    case (.lists(let a), .lists(let b)):
      a.offsets == b.offsets && a.codes == b.codes && a.dictionary == b.dictionary
    default: false
    }
  }
}
