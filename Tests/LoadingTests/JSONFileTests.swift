import Foundation
import Tables
import TestSupport
import Testing

@testable import Loading

/// JSON in the shapes that exports have, and what is wrong with it.
@Suite struct JSONFileTests {
  private func load(_ text: String, _ name: String = "children.json") throws -> LoadedData {
    let folder = try TemporaryFolder()
    return try Loader.load(paths: [try folder.write(text, to: name)])
  }

  /// A table's rows as texts, with `-` for what is missing.
  private func rows(_ table: Table) -> [[String]] {
    (0..<table.rowCount).map { row in
      table.columns.map { column in
        guard column.recorded.contains(row) else { return "-" }
        switch column.values {
        case .coded(let coded): return coded.dictionary[Int(coded.codes[row])]
        case .integers(let values): return String(values[row])
        case .numbers(let values): return String(values[row])
        case .dates(let values): return CalendarDate(dayNumber: values[row]).description
        case .flags(let yes): return yes.contains(row) ? "yes" : "no"
        case .lists(let lists):
          let codes = lists.offsets[row]..<lists.offsets[row + 1]
          return codes.map { lists.dictionary[Int(lists.codes[Int($0)])] }.joined(separator: "+")
        }
      }
    }
  }

  @Test func `values have the types that they are written in`() throws {
    let table = try load(
      """
      [{"ref": "007", "id": 12345, "age": 3, "score": 1.5, "on": "2009-07-14", "died": true,
        "tags": ["x", "y, z"], "home": {"town": "Aar\\u00f6\\n", "pair": "\\ud83d\\ude00"}},
       {"ref": "12", "id": 12346, "age": null, "score": 2, "on": "2010-01-02", "died": false,
        "tags": [], "home": {"town": ""}, "late": "x"}]
      """
    ).dataSet.tables[0]
    #expect(table.schema.name == "children")
    #expect(
      table.schema.fields.map(\.name) == [
        "ref", "id", "age", "score", "on", "died", "tags", "home_town", "home_pair", "late",
      ])
    #expect(
      table.schema.fields.map(\.type) == [
        .text, .integer, .integer, .number, .date, .boolean, .list, .text, .text, .text,
      ])
    #expect(
      rows(table) == [
        [
          "007", "12345", "3", "1.5", "2009-07-14", "yes", "x+y, z", "Aar\u{F6}\n", "\u{1F600}",
          "-",
        ],
        ["12", "12346", "-", "2.0", "2010-01-02", "no", "-", "-", "-", "x"],
      ])
  }

  @Test(arguments: [
    (#"{"a": 1, "b": "x"}"#, "children.json"), (#"[["a", "b"], [1, "x"]]"#, "children.json"),
    ("{\"a\": 1, \"b\": \"x\"}\n", "children.jsonl"),
    ("[\"a\", \"b\"]\n[1, \"x\"]\n", "children.ndjson"),
    (#"{"children": [{"a": 1, "b": "x"}]}"#, "children.json"),
    (#"{"meta": {"n": 3}, "data": {"children": [{"a": 1, "b": "x"}]}}"#, "other.json"),
  ])
  func `a table is found in every shape`(text: String, name: String) throws {
    let table = try #require(try load(text, name).dataSet.tables.first)
    #expect(table.schema.name.hasSuffix("children"))
    #expect(table.schema.fields.map(\.name) == ["a", "b"])
    #expect(rows(table) == [["1", "x"]])
  }

  @Test func `lists of objects are tables, linked to the rows that hold them`() throws {
    let data = try load(
      """
      {"reviews": [{"grade": "A", "visits": [{"n": 1}, {"n": 2}]}, {"grade": "B"},
                   {"grade": "C", "visits": [{"n": 3}]}], "sites": [{"code": "x"}]}
      """
    ).dataSet
    #expect(data.tables.map(\.schema.name) == ["reviews", "visits", "sites"])
    #expect(rows(data.tables[0]) == [["A", "1"], ["B", "2"], ["C", "3"]])
    #expect(rows(data.tables[1]) == [["1", "1"], ["2", "1"], ["3", "3"]])
    #expect(data.relations.map(\.name) == ["review"])
    #expect(data.relationIndex(0).parentOfChild == [0, 0, 2])
  }

  @Test func `a mistake has its place, and what stands before it is read`() throws {
    let loaded = try load("[{\"a\": 1},\n {\"a\": 2},\n {\"a\" 3}]")
    #expect(rows(loaded.dataSet.tables[0]) == [["1"], ["2"]])
    let issue = try #require(loaded.report.groups.first?.examples.first)
    #expect(issue.kind == .damagedFile && issue.line == 3)
    #expect(issue.message.contains("'3' stands where ':' belongs (column 7)"))
    let lines = try load("{\"a\": 1}\n{\"a\": oops}\n{\"a\": 3}\n{\"a\":", "x.jsonl")
    #expect(rows(lines.dataSet.tables[0]) == [["1"], ["-"], ["3"], ["-"]])
    #expect(lines.report.groups.first?.count == 2)
    #expect(lines.report.groups.first?.examples.map(\.line) == [2, 4])
  }

  @Test(arguments: [
    "", "[", "{", "nope", "{\"a\"}", "[[[[", "\"", "[\"\\u12\"]", "[]", "{}", "[{}]", "]",
  ])
  func `what holds no rows is refused`(text: String) {
    #expect(throws: LoadFailure.self) { _ = try load(text).dataSet.tables[0].rowCount > 1 }
  }

  @Test func `depth is no danger, and lists in lists are kept as text`() throws {
    let deep = String(repeating: "[", count: 200_000)
    let object =
      String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000)
    let loaded = try load("[{\"x\": [[1, 2], [3]]}, {\"x\": \(object)}, \(deep)")
    #expect(rows(loaded.dataSet.tables[0])[0][0] == "[[1, 2], [3]]")
    #expect(loaded.report.groups.contains { $0.kind == .leftOut })
  }

  @Test func `a package is known by its resources, and other JSON is data`() throws {
    let folder = try TemporaryFolder()
    try folder.write("id\nA\n", to: "a.csv")
    let package = try folder.write(
      #"{"name": "p", "resources": [{"name": "a", "path": "a.csv"}]}"#, to: "other.json")
    #expect(try Loader.load(paths: [package]).dataSet.name == "p")
    let data = try folder.write(#"[{"b": 1}]"#, to: "b.json")
    let both = try Loader.load(paths: [data, folder.path("a.csv")]).dataSet
    #expect(both.tables.map(\.schema.name) == ["b", "a"])
    // Beside CSV files JSON describes them.
    #expect(try Loader.load(paths: [folder.path]).dataSet.tables.map(\.schema.name) == ["a"])
  }

  @Test func `what is read does not depend on the blocks, and agrees with another reader`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let texts = ["", "a\"b", "\\", "é\u{1F600}", "line\nbreak", "007", "tab\t", "plain"]
    let objects: [[String: Any]] = (0..<200).map { _ in
      ["t": random.element(of: texts), "n": random.int(below: 1000), "b": random.bool()]
    }
    let data = try JSONSerialization.data(withJSONObject: objects, options: .prettyPrinted)
    for block in [1, 7, 100, 1 << 20] {
      let feed = try TextFeed(MemoryBytes(Array(data)), declared: nil, threads: 1)
      let content = try JSONReader(feed, file: "x", observer: LoadObserver(), block: block)
        .read(named: "x", isLines: false)
      let raw = try #require(content.tables.first?.raw)
      #expect(raw.rowCount == objects.count)
      for column in raw.columns {
        for (row, object) in objects.enumerated() {
          let text = column.texts[Int(column.codes[row])]
          let wanted: String
          switch (column.name, object[column.name]) {
          case ("b", let flag as Bool): wanted = flag ? "true" : "false"
          case (_, let number as Int): wanted = String(number)
          case (_, let other): wanted = other as? String ?? "?"
          }
          #expect(text == wanted, "row \(row), \(column.name), block \(block), seed \(seed)")
        }
      }
    }
  }

  @Test func `changed bytes never trap`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let text = Array(
      #"{"a": [{"b": "x\u00e9\n", "c": [1, 2.5e3, null], "d": {"e": true}}, {"b": []}], "f": 1}"#
        .utf8)
    for _ in 0..<2000 {
      var changed = text
      for _ in 0..<random.int(below: 4) + 1 {
        changed[random.int(below: changed.count)] =
          random.bool()
          ? UInt8(random.int(below: 256)) : random.element(of: Array(#"{}[]",:\0-n"#.utf8))
      }
      let feed = try TextFeed(MemoryBytes(changed), declared: nil, threads: 1)
      let reader = JSONReader(feed, file: "x", observer: LoadObserver(), block: 16)
      _ = try? reader.read(named: "x", isLines: random.bool())
    }
  }
}
