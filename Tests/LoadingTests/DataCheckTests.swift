import Foundation
import Tables
import TestSupport
import Testing

@testable import Loading

/// Checks: what is found, where it is, and what is rightly left alone.
@Suite struct DataCheckTests {
  private func load(_ files: [String: String]) throws -> LoadedData {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return try Loader.load(paths: [folder.path])
  }

  private func check(_ text: String) throws -> CheckReport {
    try DataCheck(try load(["t.csv": text]), paths: []).run()
  }

  private func nearDuplicates(_ values: String...) throws -> [LoadIssue] {
    let lines = values.map { "\"\($0)\",1\n" }.joined()
    return try load(["t.csv": "type,n\n" + lines]).report.groups
      .filter { $0.kind == .nearDuplicateValue }.flatMap(\.examples)
  }

  // MARK: Near duplicates

  @Test(arguments: 1...5)
  func `a text of ASCII is folded as any other is`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let signs = Array("ab-CD-' `\t-1z\u{7f}_.\u{1}".utf8)
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? 0
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let key = bytes.withUnsafeBufferPointer(NearDuplicates.key(ofASCII:))
      #expect(key == NearDuplicates.key(of: text), "\(text.debugDescription), seed \(seed)")
    }
    #expect(Array("Women’s".utf8).withUnsafeBufferPointer(NearDuplicates.key(ofASCII:)) == nil)
  }

  @Test(arguments: [
    (["Voluntary", "Voluntary ", "Voluntary"], "blanks"), (["a b", "a  b", "a b"], "blanks"),
    (["CP plan", "CP Plan", "CP plan"], "case"),
    (["A b", "a  b ", "A b"], "blanks or case"),
    (["Women's", "Womens", "Women's"], "apostrophes, dashes, blanks or case"),
    (["Women’s", "Women's", "Women’s"], "apostrophes, dashes, blanks or case"),
    (["follow-up", "Follow up", "follow-up"], "apostrophes, dashes, blanks or case"),
  ])
  func `values that look alike are named with their rows`(
    values: [String], difference: String
  ) throws {
    let issues = try nearDuplicates(values[0], values[1], values[2], "Other")
    let issue = try #require(issues.first)
    #expect(issues.count == 1)
    #expect(
      issue.message
        == "\"\(values[0])\" (2 rows) and \"\(values[1])\" (1 row) differ only in \(difference); each "
        + "is kept as a value of its own")
    #expect(issue.record == 2 && issue.line == 3 && issue.field == "type")
  }

  @Test func `values that differ in what means something are left alone`() throws {
    #expect(try nearDuplicates("-1", "1", "x").isEmpty)
    #expect(try nearDuplicates("0-5", "05", "x").isEmpty)
    #expect(try nearDuplicates("A+", "A", "A-").isEmpty)
    #expect(try nearDuplicates("", " ", "x", "x").isEmpty)
    #expect(try nearDuplicates("a", "a", "a").isEmpty)
  }

  @Test func `values of a list are compared, and its row is found`() throws {
    let rows = ["a;b", "", "b;c", "a;B", "a;b", "c;a"].map { "\($0),1\n" }.joined()
    let loaded = try load(["t.csv": "tags,n\n" + rows])
    #expect(loaded.dataSet.tables[0].schema.fields[0].type == .list)
    let issue = try #require(
      loaded.report.groups.first { $0.kind == .nearDuplicateValue }?.examples.first)
    #expect(issue.message.hasPrefix("\"b\" (3 rows) and \"B\" (1 row)"))
    #expect(issue.record == 4 && issue.line == 5)
  }

  @Test func `what a codebook lists twice it means twice`() throws {
    let package = """
      {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "grade", "type": "string", "categories": ["a", "A"]},
        {"name": "plan", "type": "string", "categories": ["CP plan"]}]}}]}
      """
    let loaded = try load(
      ["datapackage.json": package, "t.csv": "grade,plan\na,CP Plan\nA,CP Plan\n"])
    let issues = loaded.report.groups.filter { $0.kind == .nearDuplicateValue }.flatMap(\.examples)
    #expect(issues.map(\.field) == ["plan"])
    #expect(issues.first?.message.contains("(0 rows)") == true)
  }

  @Test func `of personal texts nothing is shown`() throws {
    let package = """
      {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "name", "type": "string", "enquire": {"personal": true}},
        {"name": "born", "type": "date", "enquire": {"personal": true}}]}}]}
      """
    let loaded = try load(
      ["datapackage.json": package, "t.csv": "name,born\nsecret,2010-02-31\nSecret,2010-02-01\n"])
    let messages = loaded.report.groups.flatMap(\.examples).map(\.message)
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { !$0.lowercased().contains("secret") && !$0.contains("31") })
  }

  // MARK: Dates

  @Test func `a day that does not exist is named`() throws {
    let package = """
      {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "day", "type": "date", "format": "%d/%m/%Y"}]}}]}
      """
    let days = ["28/02/2010", "31/02/2010", "29/02/2009", "01/13/2010", "00/01/2010", "2010-01-01"]
    let loaded = try load(
      [
        "datapackage.json": package,
        "t.csv": "day\n" + days.map { $0 + "\n" }.joined(),
      ])
    let issues = loaded.report.groups.flatMap(\.examples)
    #expect(
      issues.map(\.message) == [
        "\"31/02/2010\": there is no 31 February 2010; it is missing as unreadable",
        "\"29/02/2009\": there is no 29 February 2009; it is missing as unreadable",
        "\"01/13/2010\": there is no month 13; it is missing as unreadable",
        "\"00/01/2010\": there is no 0 January 2010; it is missing as unreadable",
        "\"2010-01-01\" is no date in this format; it is missing as unreadable",
      ])
    #expect(issues.map(\.record) == [2, 3, 4, 5, 6])
  }

  @Test func `among the dates of a file that declares nothing it is named as well`() throws {
    let days = (0..<40).map { "\($0 % 28 + 1)/\($0 % 12 + 1)/2010" }
    let rows = (days + ["31/2/2010", "1/1/2010", "", "31/2/2010"]).map { "\($0),x\n" }.joined()
    let report = try check("when,n\n" + rows)
    let issue = try #require(report.groups.first { $0.kind == .impossibleDate }?.examples.first)
    #expect(!report.isValid && issue.record == 41 && issue.line == 42 && issue.count == 2)
    #expect(
      issue.message == "\"31/2/2010\": there is no 31 February 2010; the column holds dates "
        + "otherwise, and stays text for its sake")
    // The same as prose, as other numbers, and among too few dates.
    for values in [
      days.map { "on " + $0 } + ["on 31/2/2010"], (0..<40).map { "\($0 + 20)/\($0 + 20)/2010" },
      ["1/1/2010", "31/2/2010"], days,
    ] {
      let report = try check("when,n\n" + values.map { "\($0),x\n" }.joined())
      #expect(report.groups.allSatisfy { $0.kind != .impossibleDate }, "\(values.last ?? "")")
    }
  }

  // MARK: Identifiers

  private static func rows(_ ids: [String]) -> String {
    ids.enumerated().map { "\($1),\($0 % 3)\n" }.joined()
  }

  @Test func `an identifier that repeats is a warning`() throws {
    let ids = (1...30).map { "A\($0)" } + ["A7", "A9", "A7"]
    let report = try check("id,n\n" + Self.rows(ids))
    #expect(report.isValid && report.warningCount == 3)
    let issues = report.groups.flatMap(\.examples)
    #expect(issues.map(\.record) == [31, 32] && issues.map(\.line) == [32, 33])
    #expect(issues.map(\.count) == [2, 1])
    #expect(issues[0].message.hasPrefix("\"A7\" is there before, in record 7;"))
  }

  @Test func `a column that repeats much, or names other rows, is no key`() throws {
    let often = (0..<60).map { "A\($0 % 20)" }
    #expect(try check("id,n\n" + Self.rows(often)).groups.isEmpty)
    let others = (1...30).map { "n\($0),r\($0)\n" }.joined() + "n31,r7\n"
    #expect(try check("label,review_id\n" + others).groups.isEmpty)
  }

  // MARK: Places and sums

  @Test func `a flaw of the header is in no record`() throws {
    let issues = try load(["t.csv": "id,\"na\"me\n1,\"a\"b\n"]).report.groups.flatMap(\.examples)
    #expect(issues.map(\.kind) == [.strayQuote, .strayQuote])
    #expect(issues.map(\.record) == [nil, 1] && issues.map(\.line) == [1, 2])
  }

  @Test func `what leads nowhere has its line, and errors come first`() throws {
    let package = """
      {"name": "p", "resources": [
        {"name": "parents", "path": "p.csv", "schema": {"primaryKey": "id", "fields": [
          {"name": "id", "type": "string"}, {"name": "kind", "type": "string"}]}},
        {"name": "children", "path": "c.csv", "schema": {
          "foreignKeys": [{"fields": "parent", "reference": {"resource": "parents", "fields": "id"}}],
          "fields": [{"name": "text", "type": "string"}, {"name": "parent", "type": "string"}]}}]}
      """
    let loaded = try load(
      [
        "datapackage.json": package, "p.csv": "id,kind\nA,x\nB,X\nA,x\n",
        "c.csv": "text,parent\n\"two\nlines\",A\nplain,Z\nplain\n",
      ])
    let report = try DataCheck(loaded, paths: []).run()
    #expect(
      report.groups.map(\.kind) == [
        .danglingReference, .duplicateKey, .raggedRow, .nearDuplicateValue,
      ])
    let places = report.groups.map { $0.examples[0] }.map { "\($0.file) \($0.line ?? 0)" }
    #expect(places == ["c.csv 4", "p.csv 4", "c.csv 5", "p.csv 3"])
    #expect(report.tables.map(\.rowCount) == [3, 3] && report.tables.map(\.fieldCount) == [2, 2])
    #expect(report.tables.map(\.errorCount) == [1, 2])
    #expect(report.tables.map(\.warningCount) == [1, 0])
    #expect(report.errorCount == 3 && report.warningCount == 1 && !report.isValid)
  }

  @Test func `a snapshot keeps its issues, and a damaged one is an error`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.enqs")
    try Loader.saveSnapshot(try load(["t.csv": "type,n\na,1\nA,2\na,3\n"]), to: path)
    let whole = try DataCheck(try Loader.load(paths: [path]), paths: [path]).run()
    #expect(whole.isValid && whole.groups.map(\.kind) == [.nearDuplicateValue])
    #expect(whole.tables[0].file.hasSuffix("/t.csv") && whole.tables.map(\.rowCount) == [3])
    let column = try SnapshotReader(path).metadata.tables[0].columns[1]
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[column.values.offset] ^= 1
    try bytes.write(to: URL(filePath: path))
    let damaged = try DataCheck(try Loader.load(paths: [path]), paths: [path]).run()
    #expect(!damaged.isValid && damaged.groups.first?.kind == .damagedColumn)
    #expect(damaged.groups.first?.examples.first?.field == "n")
  }

  @Test func `a relation that is declared later is checked as well`() throws {
    let loaded = try load(["a.csv": "id,n\nA,1\nB,2\n", "b.csv": "id,a_id\n1,A\n2,Z\n3,A\n"])
    #expect(try DataCheck(loaded, paths: []).run().isValid)
    let relation = Relation(
      name: "a", inverseName: "b", childTable: 1, childFields: [1], parentTable: 0,
      parentFields: [0])
    let report = try DataCheck(loaded.relating(relation).data, paths: []).run()
    #expect(report.groups.map(\.kind) == [.danglingReference])
    #expect(report.groups[0].examples.map(\.line) == [3])
    #expect(report.tables.map(\.errorCount) == [0, 1])
  }

  @Test func `the bundled data have no errors`() throws {
    let loaded = try Loader.loadBundled(isDeferred: false)
    let report = try DataCheck(loaded, paths: []).run()
    #expect(report.groups.flatMap(\.examples).map(\.text) == [])
    #expect(report.tables.contains { $0.name == "children" && $0.rowCount == 194 })
  }

  @Test func `a check can be ended`() throws {
    let loaded = try load(["t.csv": "id,n\n1,2\n"])
    #expect(throws: LoadFailure.cancelled) {
      try DataCheck(loaded, paths: []).run(observer: LoadObserver(isCancelled: { true }))
    }
  }
}
