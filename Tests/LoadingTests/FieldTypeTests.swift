import Tables
import Testing

@testable import Loading

/// Every type and format of Table Schema: what it becomes, and what is no value of it.
@Suite struct FieldTypeTests {
  private struct Case {
    var field: String
    var type: FieldType
    /// Texts, and what each becomes; `-` for one that is missing as unreadable.
    var values: [(String, String)]
    /// Texts that are kept though they are not what they should be.
    var wrong: [String] = []
  }

  private static let cases: [Case] = [
    Case(field: #""type": "string""#, type: .text, values: [("x", "x")]),
    Case(field: #""type": "any""#, type: .text, values: [("1", "1")]),
    Case(
      field: #""type": "string", "format": "email""#, type: .text, values: [("a@b.org", "a@b.org")],
      wrong: ["a@b@c", "a", "@b"]),
    Case(
      field: #""type": "string", "format": "uri""#, type: .text,
      values: [("http://a.org/x?y", "http://a.org/x?y"), ("urn:x:1", "urn:x:1")],
      wrong: ["a.org", "http://a b"]),
    Case(
      field: #""type": "string", "format": "uuid""#, type: .text,
      values: [
        ("123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000")
      ], wrong: ["123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g"]),
    Case(
      field: #""type": "string", "format": "binary""#, type: .text, values: [("YWI=", "YWI=")],
      wrong: ["YWI", "Y=I="]),
    Case(
      field: #""type": "number""#, type: .number,
      values: [("1.5", "1.5"), ("-2E-2", "-0.02"), ("NaN", "-"), ("INF", "-"), ("-INF", "-")]),
    Case(
      field: #""type": "number", "decimalChar": ",", "groupChar": ".""#, type: .number,
      values: [("1.234,5", "1234.5"), ("3,25", "3.25"), ("7", "7.0")]),
    Case(
      field: #""type": "number", "bareNumber": false, "groupChar": ",""#, type: .number,
      values: [("12%", "12.0"), ("£1,200", "1200.0"), ("-£5.50", "-5.5"), ("EUR 3", "3.0")]),
    Case(
      field: #""type": "integer", "groupChar": " ""#, type: .integer, values: [("1 200", "1200")]),
    Case(
      field: #""type": "integer", "bareNumber": false"#, type: .integer, values: [("$95 ", "95")]),
    Case(
      field: #""type": "boolean", "trueValues": ["j"], "falseValues": ["n"]"#, type: .boolean,
      values: [("j", "yes"), ("n", "no")]),
    Case(field: #""type": "date""#, type: .date, values: [("2009-07-14", "2009-07-14")]),
    Case(
      field: #""type": "date", "format": "any""#, type: .date,
      values: [("2013/11/23", "2013-11-23"), ("2013/1/2", "2013-01-02")]),
    Case(
      field: #""type": "date", "format": "%x""#, type: .date, values: [("11/23/13", "2013-11-23")]),
    Case(
      field: #""type": "date", "format": "%Y %d %m""#, type: .date,
      values: [("2013 23 11", "2013-11-23")]),
    Case(
      field: #""type": "date", "format": "%B (%m), %a %d %Y""#, type: .date,
      values: [("November (11), Sat 23 2013", "2013-11-23")]),
    Case(
      field: #""type": "date", "format": "%Y-%j""#, type: .date,
      values: [("2012-366", "2012-12-31"), ("2013-001", "2013-01-01")]),
    Case(
      field: #""type": "date", "format": "%d/%m/%Y %H:%M""#, type: .date,
      values: [("14/07/2009 00:00", "2009-07-14")]),
    Case(
      field: #""type": "datetime""#, type: .text,
      values: [
        ("2009-07-14T08:30:00Z", "2009-07-14T08:30:00Z"), ("2009-07-14 08:30", "2009-07-14 08:30"),
      ], wrong: ["2009-07-14", "20131123 08:30:", "2009-07-14T25:00:00Z"]),
    Case(
      field: #""type": "datetime", "format": "%Y-%m-%dT%H:%M:%S.%f%z""#, type: .text,
      values: [("2013-11-23T06:30:00.300-0200", "2013-11-23T06:30:00.300-0200")],
      wrong: ["2013-11-23T06:30:00"]),
    Case(
      field: #""type": "datetime""#, type: .date,
      values: [("2009-07-14T00:00:00Z", "2009-07-14"), ("2009-07-15T00:00:00", "2009-07-15")]),
    Case(
      field: #""type": "time", "format": "%I%p%M""#, type: .text, values: [("8AM30", "8AM30")],
      wrong: ["13AM30", "8XM30"]),
    Case(
      field: #""type": "time""#, type: .text, values: [("08:30:00.000", "08:30:00.000")],
      wrong: ["8:30", "08:61:00"]),
    Case(field: #""type": "year""#, type: .integer, values: [("2009", "2009"), ("-44", "-44")]),
    Case(
      field: #""type": "yearmonth""#, type: .text, values: [("2009-07", "2009-07")],
      wrong: ["2009-13", "2009-7", "July"]),
    Case(
      field: #""type": "duration""#, type: .text,
      values: [("P3Y6M4DT12H30M5S", "P3Y6M4DT12H30M5S"), ("PT0.5S", "PT0.5S")],
      wrong: ["P", "PT", "3Y", "P1M1Y"]),
    Case(
      field: #""type": "geopoint""#, type: .text, values: [("90.5, 45", "90.5, 45")],
      wrong: ["1, 91", "1", "a, b"]),
    Case(
      field: #""type": "geopoint", "format": "array""#, type: .text,
      values: [("[90, 45]", "[90, 45]")],
      wrong: ["90, 45"]),
    Case(
      field: #""type": "geopoint", "format": "object""#, type: .text,
      values: [(#"{"lon": 90, "lat": 45}"#, #"{"lon": 90, "lat": 45}"#)], wrong: [#"{"lon": 90}"#]),
    Case(
      field: #""type": "object""#, type: .text, values: [(#"{"a": 1}"#, #"{"a": 1}"#)],
      wrong: ["{'a': 1}", "[1]"]),
    Case(
      field: #""type": "array""#, type: .text, values: [("[1, 2]", "[1, 2]")], wrong: ["{}", "1,2"]),
    Case(
      field: #""type": "geojson""#, type: .text,
      values: [(#"{"type": "Point"}"#, #"{"type": "Point"}"#)], wrong: ["{}"]),
    Case(
      field: #""type": "list", "delimiter": "|", "itemType": "integer""#, type: .list,
      values: [("1|2", "1+2")], wrong: ["1|x"]),
  ]

  @Test(arguments: cases.indices)
  func `a type is read or checked`(index: Int) throws {
    let one = Self.cases[index]
    let texts = one.values.map(\.0) + one.wrong
    let csv = "a,k\n" + texts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\",1\n" }.joined()
    let read = try PackageInMemory(
      fields: "{\"name\": \"a\", \(one.field)}, {\"name\": \"k\"}", csv)
    #expect(read.types[0] == one.type, "\(one.field)")
    #expect(Array(read.values(0).prefix(one.values.count)) == one.values.map(\.1), "\(one.field)")
    let wrong = read.issues(.textFormat)
    #expect(
      wrong.map(\.record) == one.wrong.indices.map { one.values.count + $0 + 1 }, "\(one.field)")
    #expect(Set(read.kinds).isSubset(of: [.textFormat, .readAs]), "\(read.issues.map(\.text))")
    if one.type == .text { #expect(read.values(0) == texts, "nothing is lost") }
  }

  private static let unreadable: [(field: String, texts: [String])] = [
    (#""type": "integer""#, ["1.5", "x", "1,000", "9223372036854775808"]),
    (#""type": "number""#, ["3000000,30", "12%", "0x1", "1e999"]),
    (#""type": "number", "decimalChar": ",""#, ["1.5", "1,2,3"]),
    (#""type": "boolean""#, ["maybe", "2"]),
    (#""type": "date""#, ["2009-02-30", "14/07/2009"]),
  ]

  @Test(arguments: unreadable.indices)
  func `what is no value is missing and told`(index: Int) throws {
    let (field, texts) = Self.unreadable[index]
    let csv = "a,k\n" + texts.map { "\"\($0)\",1\n" }.joined()
    let read = try PackageInMemory(fields: "{\"name\": \"a\", \(field)}, {\"name\": \"k\"}", csv)
    #expect(read.values(0) == texts.map { _ in "-" }, "\(field)")
    #expect(read.issues(.unreadableCell).count == texts.count, "\(field)")
  }

  @Test func `numbers that are not finite are missing for their reason`() throws {
    let read = try PackageInMemory(
      fields: #"{"name": "a", "type": "number"}, {"name": "k"}"#, "a,k\nNaN,1\n-INF,1\n2,1\n")
    let reasons = read.table.columns[0].missingReasons.map { ($0.reason, Array($0.rows)) }
    #expect(reasons.map(\.0) == ["not a number", "infinite"] && reasons.map(\.1) == [[0], [1]])
    #expect(read.issues.isEmpty)
  }

  @Test func `markers are taken from the closest that names any`() throws {
    let read = try PackageInMemory(
      """
      {"missingValues": ["P"], "resources": [
        {"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a"}, {"name": "b"}]}},
        {"name": "u", "path": "t.csv", "missingValues": ["R"],
         "schema": {"fields": [{"name": "a"}, {"name": "b"}]}},
        {"name": "v", "path": "t.csv",
         "schema": {"missingValues": ["", {"value": "S", "label": "secret"}], "fields": [
           {"name": "a"}, {"name": "b", "missingValues": [{"value": "F", "label": "far"}]}]}}]}
      """, ["t.csv": "a,b\nP,P\nR,R\nS,S\nF,F\n"])
    #expect(read.values(0) == ["-", "R", "S", "F"])
    #expect(read.values(0, of: 1) == ["P", "-", "S", "F"])
    #expect(read.values(0, of: 2) == ["P", "R", "-", "F"])
    #expect(read.values(1, of: 2) == ["P", "R", "S", "-"])
    #expect(read.loaded.dataSet.tables[2].columns[1].missingReasons.map(\.reason) == ["far"])
  }

  @Test func `unknown types and formats are named and stay text`() throws {
    let read = try PackageInMemory(
      fields: """
        {"name": "a", "type": "money"}, {"name": "b", "type": "string", "format": "hex"},
        {"name": "c", "type": "date", "format": "%Q"}
        """, "a,b,c\n1,2,3\n")
    #expect(read.types == [.text, .text, .text])
    #expect(read.issues(.badDescriptor).map(\.field) == ["a", "b", "c"])
  }
}
