import Tables
import Testing

@testable import Loading

/// Packages in memory: what a descriptor says, and what is wrong with it.
@Suite struct PackageTests {
  private func load(_ descriptor: String, _ files: [String: String]) throws -> LoadedData {
    var bytes = files.mapValues { Array($0.utf8) }
    bytes["datapackage.json"] = Array(descriptor.utf8)
    return try PackageLoading.load("datapackage.json", from: MemoryFiles(files: bytes))
  }

  private static let linked = """
    {"name": "p", "title": "Two tables", "enquire": {"synthetic": true}, "resources": [
      {"name": "parents", "path": "p.csv", "schema": {"primaryKey": "id", "fields": [
        {"name": "id", "type": "string"},
        {"name": "level", "type": "string", "categories": ["low", {"value": "h", "label": "high"}],
         "categoriesOrdered": true}]}},
      {"name": "children", "path": ["c.csv"], "schema": {
        "missingValues": ["", {"value": "REF", "label": "refused"}],
        "foreignKeys": [
          {"fields": ["parent"], "reference": {"resource": "parents", "fields": ["id"]}}],
        "fields": [
          {"name": "parent", "type": "string"}, {"name": "age", "type": "integer"},
          {"name": "when", "type": "date", "format": "%d/%m/%Y"},
          {"name": "died", "type": "boolean", "trueValues": ["Y"], "falseValues": ["N"]},
          {"name": "marks", "type": "list", "delimiter": ";"}]}}]}
    """

  @Test func `types, categories, reasons and relations are taken in`() throws {
    let loaded = try load(
      Self.linked,
      [
        "p.csv": "id,level\nA,h\nB,low\n",
        "c.csv":
          "parent,age,when,died,marks\nA,3,14/07/2009,Y,x;y\nZ,REF,,N,\nA,old,1/1/2010,?,y\n",
      ])
    let data = loaded.dataSet
    #expect(data.isSynthetic && data.title == "Two tables")
    #expect(data.tables[0].schema.fields[1].categories.map(\.label) == ["low", "high"])
    let children = data.tables[1]
    #expect(children.rowCount == 3)
    #expect(Array(children.columns[1].recorded) == [0])
    let reasons = children.columns[1].missingReasons.map { ($0.reason, Array($0.rows)) }
    #expect(reasons.map(\.0) == ["refused", "unreadable"])
    #expect(reasons.map(\.1) == [[1], [2]])
    #expect(Array(children.columns[2].recorded) == [0, 2])
    guard case .flags(let died) = children.columns[3].values,
      case .lists(let marks) = children.columns[4].values
    else {
      Issue.record("wrong kinds of column")
      return
    }
    #expect(Array(died) == [0])
    #expect(marks.dictionary == ["x", "y"] && marks.offsets == [0, 2, 2, 3])
    #expect(data.relationIndex(0).parentOfChild == [0, -1, 0])
    let kinds = loaded.report.groups.map(\.kind)
    #expect(kinds == [.danglingReference, .unreadableCell])
    let unreadable = try #require(loaded.report.groups.last?.examples.first)
    #expect(unreadable.record == 3 && unreadable.line == 4)
  }

  private static let broken: [(descriptor: String, message: String)] = [
    ("not json", "not a JSON object"), ("[]", "not a JSON object"), ("{}", "no resources"),
    (#"{"resources": 3}"#, "no resources"), (#"{"resources": []}"#, "no resources"),
    (#"{"resources": [{"path": "../a.csv"}]}"#, "no table"),
    (#"{"resources": [{"path": "/etc/passwd"}]}"#, "no table"),
    (#"{"resources": [{"path": "https://x.org/a.csv"}]}"#, "no table"),
    (#"{"resources": [{"name": "a"}]}"#, "no table"),
  ]

  @Test(arguments: broken.indices)
  func `a descriptor that describes nothing is named`(index: Int) {
    let (descriptor, message) = Self.broken[index]
    #expect {
      _ = try load(descriptor, [:])
    } throws: { error in
      (error as? LoadFailure)?.message.contains(message) == true
    }
  }

  @Test func `a descriptor with mistakes loads what it can`() throws {
    let loaded = try load(
      """
      {"name": 3, "title": ["x"], "resources": [
        {"name": "a", "path": "a.csv", "schema": {"fields": [
          {"name": "id", "type": "integer", "title": 7}, {"name": "gone", "type": "string"}],
          "foreignKeys": [{"fields": "id", "reference": {"resource": "b", "fields": "id"}}]}},
        {"name": "b", "path": "absent.csv"}]}
      """, ["a.csv": "id,extra\n1,x\n2,y\n"])
    #expect(loaded.dataSet.tables.map(\.schema.name) == ["a"])
    #expect(loaded.dataSet.tables[0].rowCount == 2)
    let kinds = Set(loaded.report.groups.map(\.kind))
    #expect(kinds == [.badDescriptor, .fieldsMismatch, .missingResource, .unusableRelation])
  }
}
