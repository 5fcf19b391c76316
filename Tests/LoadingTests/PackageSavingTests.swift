import Foundation
import Tables
import TestSupport
import Testing

@testable import Loading

/// `save package`: what was understood comes back, declared and not guessed.
@Suite struct PackageSavingTests {
  /// Saves data, opens the package, and compares.
  private func expectRoundTrip(
    _ loaded: LoadedData, _ request: PackageRequest
  ) throws -> (path: String, again: LoadedData) {
    let saved = try Loader.savePackage(loaded, request)
    let again = try Loader.load(paths: [saved.path])
    try SnapshotTests.expectEqual(loaded.dataSet, again.dataSet)
    #expect(again.origins.allSatisfy { $0.isDeclared })
    let guesses: Set<LoadIssue.Kind> = [
      .missingMarker, .ambiguousDates, .badDescriptor, .unusableRelation, .outsideCategories,
      .missingResource,
    ]
    #expect(again.report.groups.filter { guesses.contains($0.kind) }.flatMap(\.examples) == [])
    return (saved.path, again)
  }

  @Test func `the bundled data come back as they were`() throws {
    let folder = try TemporaryFolder()
    let loaded = try Loader.loadBundled()
    let refused = #expect(throws: LoadFailure.self) {
      try Loader.savePackage(loaded, PackageRequest(path: folder.path))
    }
    #expect(refused?.message.contains("is part of the program") == true)
    let definitions = try #require(loaded.dataSet.definitions)
    let request = PackageRequest(
      path: folder.path("new/copy"), includesData: true, definitions: definitions)
    let (path, again) = try expectRoundTrip(loaded, request)
    #expect(again.report.groups.isEmpty)
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(throws: LoadFailure.self) { try Loader.savePackage(again, request) }
    // Saved again from what was saved, it is the same text.
    var replacing = PackageRequest(path: folder.path("new/copy"), definitions: definitions)
    #expect(throws: LoadFailure.self) { try Loader.savePackage(again, replacing) }
    replacing.replaces = true
    _ = try Loader.savePackage(again, replacing)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("new/copy")).sorted()
        == (loaded.origins.flatMap(\.paths) + ["datapackage.json", definitions.name]).sorted())
  }

  private static func line(_ row: Int) -> String {
    let score = row % 11 == 0 ? "c" : row % 13 == 0 ? "-9999.0" : "\(row).5"
    let count = row % 7 == 0 ? "-9999" : "\(row)"
    let day = row % 5 == 0 ? "01/01/1900" : "\(row % 28 + 1)/\(row % 12 + 1)/2009"
    let kind = ["Café", "tea \"x\"", ""][row % 3]
    return
      "\(row);00\(row);\(score);\(count);\(day);\(["Y", "N"][row % 2]);\"\(kind.replacing("\"", with: "\"\""))\";P\(row % 9)\n"
  }

  private static func write(_ folder: TemporaryFolder, rows: Int = 130) throws {
    let text =
      "row;code;score_%;count of;day;open?;kind;parent\n" + (0..<rows).map(line).joined()
    try Data(text.data(using: .windowsCP1252) ?? Data())
      .write(to: URL(filePath: folder.path("rows.csv")))
    try folder.write(
      "id\tname\n" + (0..<9).map { "P\($0)\tParent, \($0)\n" }.joined(), to: "parents.tsv")
  }

  @Test func `files without a descriptor come back with all that was declared`() throws {
    let folder = try TemporaryFolder()
    try Self.write(folder)
    var loaded = try Loader.load(paths: [folder.path])
    let rows = try #require(loaded.dataSet.tableIndex(named: "rows"))
    let parents = try #require(loaded.dataSet.tableIndex(named: "parents"))
    func field(_ name: String) throws -> Int {
      try #require(loaded.dataSet.tables[rows].fieldIndex(named: name))
    }
    func declare(_ marker: String, _ text: String, _ reason: String?, _ name: String) throws {
      loaded =
        loaded.declaring(
          missing: [(MissingMarker(value: marker, reason: reason), text)], in: [try field(name)],
          ofTable: rows
        ).data
    }
    try declare("c", "c", "suppressed", "score_%")
    try declare("-9999", "-9999", "not asked", "score_%")
    try declare("-9999", "-9999", nil, "count of")
    let day = loaded.dataSet.tables[rows].schema.fields[try field("day")]
    #expect(day.type == .date && day.dateFormat == "%d/%m/%Y")
    try declare("01/01/1900", "1900-01-01", "unknown", "day")
    #expect(loaded.dataSet.tables[rows].schema.fields[try field("score_%")].type == .number)
    let related = loaded.relating(
      Relation(
        name: "household", inverseName: "people", childTable: rows,
        childFields: [try field("parent")], parentTable: parents, parentFields: [0]))
    #expect(related.issues.isEmpty && related.linked == 130)
    loaded = related.data
    let (path, again) = try expectRoundTrip(loaded, PackageRequest(path: folder.path))
    #expect(again.report.groups.isEmpty, "\(again.report.groups)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for part in [
      "\"encoding\": \"windows-1252\"", "\"delimiter\": \";\"", "\"delimiter\": \"\\t\"",
      "\"format\": \"%d/%m/%Y\"", "{\"value\": \"c\", \"label\": \"suppressed\"}",
      "{\"name\": \"household\", \"inverse\": \"people\"}", "\"trueValues\": [\"Y\"]",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test(arguments: DateFormat.candidates)
  func `every format of dates can be written in a descriptor`(format: DateFormat) {
    #expect(DateFormat(tableSchema: format.tableSchema) == format, "\(format.tableSchema)")
  }

  @Test func `a snapshot remembers what it was read from`() throws {
    let folder = try TemporaryFolder()
    try Self.write(folder)
    let loaded = try Loader.load(paths: [folder.path])
    try Loader.saveSnapshot(loaded, to: folder.path("rows.enqs"))
    let opened = try Loader.load(paths: [folder.path("rows.enqs")])
    #expect(opened.origins == loaded.origins)
    _ = try expectRoundTrip(opened, PackageRequest(path: folder.path("rows.json")))
  }

  @Test func `random tables come back`() throws {
    let seed: UInt64 = 2_026_11
    var random = SeededRandom(seed: seed)
    for number in 0..<40 {
      let folder = try TemporaryFolder()
      let delimiter = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
      let width = Int.random(in: 1...6, using: &random)
      let pools = (0..<width).map { _ in
        [
          ["1", "2", "3", "x"], ["yes", "no", ""], ["2009-01-01", "2010-12-31", "n/a"],
          ["31/12/2009", "01/02/2010"], ["a b", "c\"d", "e\nf", "\u{e9}"], ["0.5", "7", "..", "c"],
          ["007", "12", "1234"], ["true", "false", "?"],
        ].randomElement(using: &random) ?? []
      }
      let header = (0..<width).map { "f \($0)%" }.joined(separator: delimiter)
      let rows = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        pools.map {
          "\"" + ($0.randomElement(using: &random) ?? "").replacing("\"", with: "\"\"") + "\""
        }
        .joined(separator: delimiter)
      }
      try folder.write(([header] + rows).joined(separator: "\n") + "\n", to: "t.csv")
      var loaded = try Loader.load(paths: [folder.path("t.csv")])
      let columns = loaded.dataSet.tables[0].columns.indices
      if Bool.random(using: &random) {
        loaded =
          loaded.declaring(
            missing: ["x", "n/a", "c", "?"].map {
              (MissingMarker(value: $0, reason: "why \($0)"), $0)
            },
            in: Array(columns), ofTable: 0
          ).data
      }
      let saved = try Loader.savePackage(loaded, PackageRequest(path: folder.path))
      let again = try Loader.load(paths: [saved.path])
      try SnapshotTests.expectEqual(loaded.dataSet, again.dataSet, "seed \(seed), table \(number)")
    }
  }

  @Test func `nothing is overwritten, and nothing is left half written`() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try Self.write(folder)
    try Self.write(other, rows: 3)
    let loaded = try Loader.load(paths: [folder.path])
    #expect(throws: LoadFailure.self) {
      try Loader.savePackage(loaded, PackageRequest(path: other.path))
    }
    let before = other.read("parents.tsv")
    #expect(throws: LoadFailure.self) {
      try Loader.savePackage(loaded, PackageRequest(path: other.path, includesData: true))
    }
    #expect(other.read("parents.tsv") == before && other.read("datapackage.json").isEmpty)
    #expect(throws: LoadFailure.self) {
      try Loader.savePackage(loaded, PackageRequest(path: folder.path("none")))
    }
    // A folder stands where the descriptor belongs: what was copied before it goes again.
    let blocked = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: blocked.path("datapackage.json/x"), withIntermediateDirectories: true)
    #expect(throws: LoadFailure.self) {
      try Loader.savePackage(
        loaded, PackageRequest(path: blocked.path, includesData: true, replaces: true))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: blocked.path) == ["datapackage.json"])
    // A file of the same name that belongs to the data stays what it is.
    let both = try Loader.load(paths: [folder.path("rows.csv"), other.path("rows.csv")])
    let request = PackageRequest(path: other.path, includesData: true, replaces: true)
    let saved = try Loader.savePackage(both, request)
    #expect(saved.copied == 1)
    let again = try Loader.load(paths: [saved.path]).dataSet
    #expect(again.tables.map(\.rowCount) == both.dataSet.tables.map(\.rowCount))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: other.path).sorted() == [
        "datapackage.json", "parents.tsv", "rows-2.csv", "rows.csv",
      ])
  }
}

/// The same for files as they are in the world, where they are at hand.
@Suite struct RealPackageSavingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")
  private static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// The largest file that is worth its time here.
  private static let sizeLimit = 3_000_000

  @Test(.enabled(if: isThere, "the real data is not beside the checkout"))
  func `whatever opens comes back as it was`() throws {
    let names = FileManager.default.enumerator(atPath: Self.folder.path)?.allObjects ?? []
    var saved = 0
    for case let name as String in names
    where name.hasSuffix(".csv") || name.hasSuffix("datapackage.json") {
      let path = Self.folder.appending(path: name).path
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      guard size < Self.sizeLimit, let loaded = try? Loader.load(paths: [path]) else { continue }
      let copy = try TemporaryFolder()
      let request = PackageRequest(path: copy.path, includesData: true)
      let written = try Loader.savePackage(loaded, request)
      let again = try Loader.load(paths: [written.path])
      saved += 1
      guard loaded.dataSet.definitions == nil else { continue }
      try SnapshotTests.expectEqual(loaded.dataSet, again.dataSet, name)
      let guesses: Set<LoadIssue.Kind> = [
        .missingMarker, .ambiguousDates, .badDescriptor, .missingResource,
      ]
      let left = again.report.groups.filter { guesses.contains($0.kind) }.flatMap(\.examples)
      #expect(left == [], "\(name)")
    }
    #expect(saved > 100)
  }
}
