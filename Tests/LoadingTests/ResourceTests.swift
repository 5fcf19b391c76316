import Foundation
import Tables
import Testing

@testable import Loading

/// Where the rows of a resource are: in files, in several, in the descriptor, or nowhere near.
@Suite struct ResourceTests {
  private static let parts = """
    {"resources": [{"name": "t", "path": ["1.csv", "2.csv", "3.csv"], "schema": {"fields": [
      {"name": "a", "type": "integer"}, {"name": "b"}]}}]}
    """

  @Test func `the parts of a table are one, and only the first has the names`() throws {
    let read = try PackageInMemory(
      Self.parts, ["1.csv": "a,b\n1,x\n", "2.csv": "2,y\n3,x\n", "3.csv": "a,b\nz,y\n5\n"])
    #expect(read.values(0) == ["1", "2", "3", "-", "5"])
    #expect(read.values(1) == ["x", "y", "x", "y", "-"])
    #expect(read.kinds == [.raggedRow, .repeatedHeader, .unreadableCell])
    let bad = try #require(read.issues(.unreadableCell).first)
    #expect(bad.file == "3.csv" && bad.record == 1 && bad.line == 2)
  }

  @Test func `a part that is not there is told, and the others are read`() throws {
    let read = try PackageInMemory(Self.parts, ["1.csv": "a,b\n1,x\n", "3.csv": "2,y\n"])
    #expect(read.values(0) == ["1", "2"])
    #expect(read.kinds == [.missingResource])
    #expect(throws: LoadFailure.self) { try PackageInMemory(Self.parts, ["2.csv": "a,b\n1,x\n"]) }
  }

  private func inline(_ data: String, _ more: String = "") throws -> PackageInMemory {
    try PackageInMemory(
      """
      {"resources": [{"name": "t", "data": \(data)\(more), "schema": {"fields": [
        {"name": "n", "type": "integer"}, {"name": "s"},
        {"name": "l", "type": "list", "delimiter": ";"}]}}]}
      """)
  }

  @Test func `rows in the descriptor are lists, objects or a text`() throws {
    let sources: [(String, String)] = [
      (#"[["n", "s", "l"], [1, "x", ["p", "q"]], [null, true, "r"]]"#, ""),
      (#"[{"n": 1, "s": "x", "l": ["p", "q"]}, {"s": true, "l": "r", "n": null}]"#, ""),
      (#""n,s,l\n1,x,p;q\n,true,r\n""#, #", "format": "csv""#),
      (#""n;s;l\n1;x;\"p;q\"\n;true;r\n""#, #", "dialect": {"delimiter": ";"}"#),
    ]
    for (data, more) in sources {
      let read = try inline(data, more)
      #expect(read.names == ["n", "s", "l"], "\(data)")
      #expect(read.values(0) == ["1", "-"], "\(data)")
      #expect(read.values(1) == ["x", "true"], "\(data)")
      #expect(read.values(2) == ["p+q", "r"], "\(data)")
      #expect(read.issues.isEmpty, "\(read.issues.map(\.text))")
    }
  }

  @Test func `rows in the descriptor have no lines, but they have numbers`() throws {
    let read = try inline(#"[["n", "s", "l"], ["x", "y"], [1, 2, 3, 4]]"#)
    #expect(read.kinds == [.raggedRow, .unreadableCell])
    #expect(read.issues.allSatisfy { $0.line == nil })
    #expect(read.issues(.unreadableCell).map(\.record) == [1])
    for data in ["3", "[]", "{}", "[1, 2]", "[[]]", #"[[1], {"n": 1}]"#] {
      #expect(throws: LoadFailure.self, "\(data)") { try inline(data) }
    }
  }

  @Test func `what is no table, remote or outside is left out and named`() throws {
    let others = [
      #""path": "a.png""#, #""path": "a.csv", "format": "geojson""#,
      #""url": "http://x.org/a.csv""#,
      #""path": "https://x.org/a.csv""#, #""path": ["https://x.org/a.csv", "t.csv"]"#,
      #""path": "../a.csv""#, #""path": "/etc/passwd""#, #""path": "b/../../a.csv""#,
      #""name": "n""#,
      #""path": """#, #""path": "~/a.csv""#, #""path": "absent.csv""#, #""path": []"#,
    ]
    let list = others.map { "{\($0)}" }.joined(separator: ",")
    let read = try PackageInMemory(
      "{\"resources\": [{\"path\": \"t.csv\"}, \(list)]}", ["t.csv": "a\n1\n"])
    #expect(read.loaded.dataSet.tables.count == 1)
    #expect(read.loaded.report.groups.map(\.count) == [5, 8])
    #expect(read.kinds == [.leftOut, .missingResource])
    #expect(read.issues.allSatisfy { $0.message.hasPrefix("left out: ") })
  }

  @Test func `a link that leads out of the folder is not followed`() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "links-\(UInt64.random(in: 0 ... .max))")
    defer { try? files.removeItem(at: folder) }
    let inside = folder.appending(path: "inside")
    try files.createDirectory(at: inside, withIntermediateDirectories: true)
    try "a\nsecret\n".write(
      to: folder.appending(path: "out.csv"), atomically: true, encoding: .utf8)
    try "a\nfine\n".write(to: inside.appending(path: "t.csv"), atomically: true, encoding: .utf8)
    for (link, target) in [("l.csv", "../out.csv"), ("d", ".."), ("m.csv", "t.csv")] {
      try files.createSymbolicLink(
        atPath: inside.appending(path: link).path, withDestinationPath: target)
    }
    try #"{"resources": [{"path": "l.csv"}, {"path": "d/out.csv"}, {"path": "m.csv"}]}"#.write(
      to: inside.appending(path: "datapackage.json"), atomically: true, encoding: .utf8)
    let loaded = try Loader.load(paths: [inside.path])
    #expect(loaded.dataSet.tables.map(\.schema.name) == ["m"])
    #expect(loaded.report.groups.map(\.count) == [2])
  }

  @Test func `a reference that leads nowhere is placed in its part`() throws {
    let read = try PackageInMemory(
      """
      {"resources": [{"name": "t", "path": ["1.csv", "2.csv"], "schema": {
        "fields": [{"name": "a"}, {"name": "b"}],
        "foreignKeys": [{"fields": "b", "reference": {"fields": "a"}}]}}]}
      """, ["1.csv": "a,b\n1,2\n", "2.csv": "2,1\n3,9\n"])
    let dangling = try #require(read.issues(.danglingReference).first)
    let placed = dangling.placed(in: read.loaded.origins)
    #expect(placed.file == "2.csv" && placed.record == 2 && placed.line == 2)
  }

  @Test func `a package of all kinds of rows comes back as it was saved`() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "saved-\(UInt64.random(in: 0 ... .max))")
    defer { try? files.removeItem(at: folder) }
    let first = folder.appending(path: "first")
    try files.createDirectory(at: first, withIntermediateDirectories: true)
    for (name, text) in [
      ("1.csv", "a;n;t\n1;1.000,5;2009-07-14T08:30:00\n"), ("2.csv", "2;7;\n"),
      ("r.json", #"[{"x": 1, "y": "p"}, {"x": null, "y": "q"}]"#),
      (
        "datapackage.json",
        """
        {"name": "p", "resources": [
          {"name": "t", "path": ["1.csv", "2.csv"], "dialect": {"delimiter": ";"}, "schema": {
            "fields": [{"name": "a", "type": "integer", "constraints": {"minimum": 0}},
              {"name": "n", "type": "number", "decimalChar": ",", "groupChar": "."},
              {"name": "t", "type": "datetime"}]}},
          {"name": "i", "data": [["k", "l"], [1, ["u", "v"]]], "schema": {
            "fields": [{"name": "k", "type": "integer", "constraints": {"unique": true}},
              {"name": "l", "type": "list", "itemType": "string"}]}},
          {"name": "r", "path": "r.json", "schema": {
            "fields": [{"name": "x", "type": "integer"}, {"name": "y"}]}}]}
        """
      ),
    ] {
      try text.write(to: first.appending(path: name), atomically: true, encoding: .utf8)
    }
    let loaded = try Loader.load(paths: [first.path])
    #expect(loaded.report.groups.isEmpty)
    let request = PackageRequest(path: folder.appending(path: "second").path, includesData: true)
    let again = try Loader.load(paths: [try Loader.savePackage(loaded, request).path])
    #expect(again.report.groups.isEmpty)
    try SnapshotTests.expectEqual(loaded.dataSet, again.dataSet, "saved")
    let constraints = again.dataSet.tables.map { $0.schema.fields.map(\.constraints) }
    #expect(constraints == loaded.dataSet.tables.map { $0.schema.fields.map(\.constraints) })
    #expect(again.origins.map(\.fields) == loaded.origins.map(\.fields))
  }

  @Test func `rows in a JSON file are rows, and what is none is named`() throws {
    let read = try PackageInMemory(
      #"{"resources": [{"path": "a.json"}, {"path": "b.jsonl"}, {"path": "c.json"}, {"path": "d.ndjson"}]}"#,
      [
        "a.json": #"[["n"], [1], [2]]"#, "b.jsonl": "{\"n\": 3}\n\n{\"n\": 4}\n", "c.json": "{}",
        "d.ndjson": "{}\n{\n",
      ])
    #expect(read.values(0) == ["1", "2"] && read.values(0, of: 1) == ["3", "4"])
    let left = read.issues(.missingResource).map(\.message)
    #expect(left.count == 2 && left[0].contains("no list of rows") && left[1].contains("line 2"))
  }

  private static let matches: [(rule: String, header: String, kinds: [LoadIssue.Kind])] = [
    ("exact", "a,b", []), ("exact", "b,a", []), ("exact", "a", [.fieldsMismatch]),
    ("exact", "a,b,c", [.fieldsMismatch]), ("exact", "a,x", [.fieldsMismatch]),
    ("equal", "b,a", []), ("equal", "a,x", [.fieldsMismatch]), ("subset", "a,x,b", []),
    ("subset", "a,x", [.fieldsMismatch]), ("superset", "b", []),
    ("superset", "b,x", [.fieldsMismatch]), ("partial", "x,b", []),
    ("partial", "x,y", [.fieldsMismatch]), ("never", "a,b", [.badDescriptor]),
  ]

  @Test(arguments: matches.indices)
  func `fields and columns match as the schema says`(index: Int) throws {
    let (rule, header, kinds) = Self.matches[index]
    let cells = header.split(separator: ",").map { $0 == "b" ? "7" : "word" }
    let read = try PackageInMemory(
      fields: #"{"name": "a"}, {"name": "b", "type": "integer"}"#,
      more: "\"fieldsMatch\": \"\(rule)\"", header + "\n" + cells.joined(separator: ",") + "\n")
    let found = read.kinds.filter { $0 != .unreadableCell }
    #expect(found == kinds, "\(rule) \(header): \(read.issues.map(\.text))")
    if let place = read.names.firstIndex(of: "b"), header.contains("b") {
      #expect(read.types[place] == .integer && read.values(place) == ["7"])
    }
  }

  @Test func `fields without a name or with one twice are matched by their place`() throws {
    let read = try PackageInMemory(
      fields:
        #"{"name": "a", "type": "integer"}, {"type": "integer"}, {"name": "a", "type": "date"}"#,
      "a,b,a\n1,2,2009-07-14\n")
    #expect(read.names == ["a", "b", "a_2"] && read.types == [.integer, .integer, .date])
    #expect(read.kinds == [.badDescriptor, .renamedColumn])
  }
}
