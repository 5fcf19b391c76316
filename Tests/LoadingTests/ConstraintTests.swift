import Tables
import Testing

@testable import Loading

/// What a codebook asks beyond types, keys, and what of it the data are not.
@Suite struct ConstraintTests {
  private static let cases: [(field: String, texts: [String], wrong: [Int])] = [
    (#""constraints": {"required": true}"#, ["x", "", "y", ""], [2]),
    (#""constraints": {"required": false}"#, ["x", ""], []),
    (#""constraints": {"unique": true}"#, ["x", "y", "x", "", ""], [3]),
    (#""type": "number", "constraints": {"unique": true}"#, ["1", "2", "1.0"], [3]),
    (
      #""type": "integer", "constraints": {"minimum": 2, "maximum": "5"}"#, ["1", "2", "5", "6"],
      [1, 4]
    ),
    (
      #""type": "number", "constraints": {"exclusiveMinimum": 2, "exclusiveMaximum": 5}"#,
      ["2", "2.1", "5"], [1, 3]
    ),
    (
      #""type": "date", "constraints": {"minimum": "2009-04-01"}"#, ["2009-03-31", "2009-04-01"],
      [1]
    ),
    (
      #""type": "date", "format": "%d/%m/%Y", "constraints": {"maximum": "01/04/2009"}"#,
      ["31/03/2009", "02/04/2009"], [2]
    ),
    (
      #""type": "datetime", "constraints": {"minimum": "2009-04-01T12:00:00Z"}"#,
      ["2009-04-01T11:59:59Z", "2009-04-01T12:00:00Z", "2009-04-01T12:30:00+01:00"], [1, 3]
    ),
    (#""type": "yearmonth", "constraints": {"maximum": "2009-06"}"#, ["2009-06", "2009-10"], [2]),
    (#""type": "year", "constraints": {"minimum": 2000}"#, ["1999", "2000"], [1]),
    (#""constraints": {"minLength": 2, "maxLength": 3}"#, ["x", "éé", "日本語", "abcd"], [1, 4]),
    (#""type": "list", "constraints": {"minLength": 2}"#, ["a,b", "a"], [2]),
    (#""type": "array", "constraints": {"maxLength": 1}"#, ["[1]", "[1, 2]"], [2]),
    (#""constraints": {"pattern": "[A-Z]{2}\\d+"}"#, ["AB1", "ab1", "xAB1", "AB1x"], [2, 3, 4]),
    (#""constraints": {"pattern": "a|b"}"#, ["a", "ab", "b"], [2]),
    (
      #""type": "number", "constraints": {"enum": ["0.95", "1", "4E4"]}"#,
      ["0.950", "1", "40000", "2"], [4]
    ),
    (
      #""type": "date", "constraints": {"enum": ["2009-01-01"]}"#, ["2009-01-01", "2009-01-02"], [2]
    ),
  ]

  @Test(arguments: cases.indices)
  func `values that are not all that is asked are told and kept`(index: Int) throws {
    let (field, texts, wrong) = Self.cases[index]
    let csv = "a,k\n" + texts.map { "\"\($0)\",1\n" }.joined()
    let read = try PackageInMemory(fields: "{\"name\": \"a\", \(field)}, {\"name\": \"k\"}", csv)
    #expect(read.issues(.constraint).compactMap(\.record) == wrong, "\(field)")
    #expect(read.issues(.constraint).map(\.line) == wrong.map { $0 + 1 }, "\(field)")
    #expect(
      Set(read.kinds).isSubset(of: [.constraint, .nearDuplicateValue]), "\(read.issues.map(\.text))"
    )
    #expect(read.values(0).count { $0 != "-" } == texts.count { !$0.isEmpty }, "\(field)")
  }

  @Test func `required counts every missing row, and no unreadable one`() throws {
    let read = try PackageInMemory(
      fields:
        #"{"name": "a", "type": "integer", "constraints": {"required": true}}, {"name": "k"}"#,
      "a,k\n1,1\n,1\nx,1\n,1\n")
    #expect(read.issues(.constraint).map(\.count) == [2])
    #expect(read.issues(.unreadableCell).map(\.record) == [3])
  }

  @Test func `only values allowed in text are a category, and others are told as such`() throws {
    let read = try PackageInMemory(
      fields: #"{"name": "a", "constraints": {"enum": ["x", "y", "x"]}}, {"name": "k"}"#,
      "a,k\ny,1\nz,1\n")
    #expect(read.types[0] == .category)
    #expect(read.table.schema.fields[0].categories.map(\.value) == ["x", "y"])
    #expect(read.kinds == [.outsideCategories])
  }

  @Test func `a pattern that is not understood is named and not checked`() throws {
    let read = try PackageInMemory(
      fields: #"{"name": "a", "constraints": {"pattern": "(?=x)["}}, {"name": "k"}"#, "a,k\ny,1\n")
    #expect(read.kinds == [.badDescriptor])
  }

  @Test func `what is asked is part of the codebook`() throws {
    let read = try PackageInMemory(
      fields: #"{"name": "a", "type": "integer", "constraints": {"minimum": 1.5, "enum": [2, 3]}}"#,
      "a\n2\n")
    let constraints = read.table.schema.fields[0].constraints
    #expect(constraints.minimum == "1.5" && constraints.allowed == ["2", "3"])
    #expect(!constraints.isRequired)
  }

  @Test func `primary keys are there once and whole`() throws {
    let one = try PackageInMemory(
      fields: #"{"name": "a", "type": "integer"}, {"name": "k"}"#, more: #""primaryKey": "a""#,
      "a,k\n1,1\n01,1\n,1\n2,1\n")
    #expect(one.issues(.duplicateKey).map(\.record) == [3, 2])
    let two = try PackageInMemory(
      fields: #"{"name": "a"}, {"name": "b"}"#, more: #""primaryKey": ["a", "b"]"#,
      "a,b\n1,1\n1,2\n1,1\n")
    #expect(two.issues(.duplicateKey).map(\.record) == [3])
    #expect(two.issues[0].message.contains("line 2"))
    let gone = try PackageInMemory(
      fields: #"{"name": "a"}"#, more: #""primaryKey": ["z"]"#, "a\n1\n")
    #expect(gone.kinds == [.badDescriptor])
  }

  private static let foreignKeys = """
    {"resources": [
      {"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "id"}, {"name": "year", "type": "integer"}, {"name": "boss"}, {"name": "far"}],
        "primaryKey": ["id"], "foreignKeys": [
          {"fields": "boss", "reference": {"resource": "", "fields": "id"}},
          {"fields": ["boss"], "reference": {"fields": ["id"]}},
          {"fields": "far", "reference": {"resource": "gone", "fields": "id"}},
          {"fields": "far", "reference": {"package": "http://x.org", "resource": "t", "fields": "id"}},
          {"fields": "far"}]}},
      {"name": "u", "path": "u.csv", "schema": {"fields": [
        {"name": "id"}, {"name": "year", "type": "integer"}],
        "foreignKeys": [
          {"fields": ["id", "year"], "reference": {"resource": "t", "fields": ["id", "year"]}}]}}]}
    """

  @Test func `foreign keys lead within a table, by several fields, or nowhere`() throws {
    let read = try PackageInMemory(
      Self.foreignKeys,
      [
        "t.csv": "id,year,boss,far\na,2009,b,\nb,2009,,\nc,2010,z,\n",
        "u.csv": "id,year\na,2009\na,2010\nc,2010\n,2010\n",
      ])
    let data = read.loaded.dataSet
    #expect(data.relations.map(\.parentTable) == [0, 0, 0])
    #expect(data.relations.map(\.childTable) == [0, 0, 1])
    #expect(data.relationIndex(0).parentOfChild == [1, -1, -1])
    #expect(data.relationIndex(2).parentOfChild == [0, -1, 2, -1])
    #expect(read.issues(.danglingReference).map(\.record) == [3, 3, 2])
    #expect(read.issues(.unusableRelation).count == 2)
    #expect(read.issues(.badDescriptor).count == 1)
  }

  @Test func `a key that is there twice is told once`() throws {
    let read = try PackageInMemory(
      Self.foreignKeys,
      ["t.csv": "id,year,boss,far\na,2009,a,\na,2010,a,\n", "u.csv": "id,year\na,2009\n"])
    #expect(read.issues(.duplicateKey).map(\.record) == [2])
  }
}
