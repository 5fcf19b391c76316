import Foundation
import GRDB
import Tables
import TestSupport
import Testing

@testable import Loading

/// `save package … with data` of tables that stand in no file of delimited text.
@Suite struct SourceSavingTests {
  /// Saves what a file holds, and expects to read the same again.
  private static func expectRoundTrip(_ folder: TemporaryFolder, _ file: String) throws
    -> LoadedData
  {
    let loaded = try Loader.load(paths: [folder.path(file)])
    let refused = #expect(throws: LoadFailure.self) {
      try Loader.savePackage(loaded, PackageRequest(path: folder.path))
    }
    #expect(refused?.message.contains("no file of delimited text") == true)
    let saved = try Loader.savePackage(
      loaded, PackageRequest(path: folder.path(file + "-saved"), includesData: true))
    #expect(saved.copied == loaded.dataSet.tables.count)
    let again = try Loader.load(paths: [saved.path])
    try SnapshotTests.expectEqual(loaded.dataSet, again.dataSet, file)
    #expect(again.report.groups.filter { $0.kind != .danglingReference }.isEmpty)
    return again
  }

  @Test func `lists, nulls, numbers and dates of JSON come back`() throws {
    let folder = try TemporaryFolder()
    try """
    [{"id": "007", "tags": ["x", "y z"], "marks": ["a;b", "c"], "all": ["a;b", "c|d", "e,f"],
      "n": 1.5, "big": 9007199254740993, "on": "2009-07-14", "ok": true, "in": {"a": 1}, "kids":
      [{"name": "A \\"quoted\\", one", "age": 3}, {"name": "two\\nlines", "age": null}]},
     {"id": "8", "tags": [], "marks": null, "all": ["g"], "n": -1e-7, "big": 2, "on": "2010-01-02",
      "ok": false, "in": {"a": 2}, "kids": []},
     {"id": null, "tags": ["y z"], "n": 1e22, "on": null, "ok": null, "kids": [{"name": " é", "age": 5}]}]
    """.write(toFile: folder.path("j.json"), atomically: true, encoding: .utf8)
    let again = try Self.expectRoundTrip(folder, "j.json")
    #expect(again.dataSet.tables.map(\.rowCount) == [3, 3])
    #expect(again.dataSet.relations.count == 1)
    let fields = again.dataSet.tables[0].schema.fields
    func delimiter(_ name: String) -> String? {
      fields.firstIndex { $0.name == name }.map { again.origins[0].fields[$0].listDelimiter }
    }
    #expect(["tags", "marks", "all"].map(delimiter) == [";", "|", "\u{1F}"])
    #expect(fields.first { $0.name == "on" }?.type == .date)
  }

  @Test func `tables of a database and their keys come back`() throws {
    let folder = try TemporaryFolder()
    try SQLiteFileTests.make(folder.path("d.db")) {
      try $0.execute(
        sql: """
          CREATE TABLE review (ID INTEGER PRIMARY KEY, code TEXT, met DATE, fatal BOOLEAN, r REAL);
          CREATE TABLE child (review_id INT REFERENCES REVIEW (id), n INT, note TEXT, b BLOB,
            PRIMARY KEY (N, Review_Id)) WITHOUT ROWID;
          INSERT INTO review VALUES (1, '007', '2009-07-14', 1, 5), (2, NULL, NULL, 0, 0.1),
            (9223372036854775807, '1e5', '2010-01-02', NULL, NULL);
          INSERT INTO child VALUES (2, 1, 'a, "b"', x'00ff'), (1, 2, NULL, NULL), (1, 3, 'c
          d', x'6162');
          """)
    }
    let again = try Self.expectRoundTrip(folder, "d.db")
    #expect(again.dataSet.tables.map(\.schema.primaryKey) == [["ID"], ["n", "review_id"]])
    #expect(again.dataSet.relationIndex(0).parentOfChild == [1, 0, 0])
  }
}
