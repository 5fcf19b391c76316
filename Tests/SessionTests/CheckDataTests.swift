import Foundation
import TestSupport
import Testing

@testable import Session

/// `check data`, and what answers say of cells that could not be read.
@MainActor @Suite struct CheckDataTests {
  private static let package = """
    {"name": "p", "resources": [
      {"name": "reviews", "path": "r.csv", "schema": {"primaryKey": "id", "fields": [
        {"name": "id", "type": "string"}, {"name": "year", "type": "integer"}]}},
      {"name": "children", "path": "c.csv", "schema": {
        "foreignKeys": [{"fields": "review", "reference": {"resource": "reviews", "fields": "id"}}],
        "fields": [{"name": "review", "type": "string"}, {"name": "age", "type": "integer"},
          {"name": "sex", "type": "string"}]}}]}
    """

  private func open(
    _ folder: TemporaryFolder
  ) throws -> (session: Session, output: MemorySink, errors: MemorySink) {
    try folder.write(Self.package, to: "datapackage.json")
    try folder.write("id,year\nA,2009\nB,soon\n", to: "r.csv")
    try folder.write(
      "review,age,sex\nA,3,f\nA,old,m\nB,7,f\nB,old,f\nB,?,m\nA,,m\n", to: "c.csv")
    let (output, errors) = (MemorySink(), MemorySink())
    let session = Session(output: output, errors: errors, options: .init())
    #expect(session.open([folder.path]) == .success)
    return (session, output, errors)
  }

  private func answer(_ statement: String) throws -> String {
    let (session, output, errors) = try open(try TemporaryFolder())
    #expect(session.run(statement).status == .success, "\(errors.text)")
    return output.text
  }

  // MARK: Unreadable cells

  @Test(arguments: [
    ("count children where age > 5", ["3 children have an unreadable age"]),
    ("count children where sex = \"f\" and age > 5", ["1 child has an unreadable age"]),
    ("count children where age is missing", ["3 children have an unreadable age"]),
    ("count children by age", ["3 children have an unreadable age"]),
    ("median age of children", ["3 children have an unreadable age"]),
    ("summarise age of children", ["3 children have an unreadable age"]),
    ("percent age > 5 of children", ["3 children have an unreadable age"]),
    ("tabulate children by age bands (5), sex", ["3 children have an unreadable age"]),
    (
      "compare children where sex = \"f\" with children where sex = \"m\" by age",
      ["3 children have an unreadable age"]
    ),
    (
      "count children where review.year > 2000 by age",
      ["3 children have an unreadable review.year", "3 children have an unreadable age"]
    ),
    (
      "count reviews where any child (age > 9)",
      ["2 reviews have an unreadable children.age"]
    ),
    ("count reviews by year", ["1 review has an unreadable year"]),
  ])
  func `an answer says which cells it could not read`(query: String, notes: [String]) throws {
    let text = try answer(query)
    for note in notes { #expect(text.contains("note: \(note)\n"), "\(query): \(text)") }
    #expect(text.components(separatedBy: "unreadable").count == notes.count + 1, "\(text)")
  }

  @Test(arguments: [
    "count children", "count children where sex = \"f\"", "count children by sex",
    "count children where sex = \"f\" and age > 5 and review.id = \"A\"",
  ])
  func `an answer that touches none says nothing`(query: String) throws {
    #expect(try !answer(query).contains("unreadable"))
  }

  @Test func `a defined field names the field that it is made from`() throws {
    let text = try answer("define children.older as age > 5; count children where older")
    #expect(text.contains("note: 3 children have an unreadable age\n"), "\(text)")
  }

  @Test func `a program hears of it as well`() throws {
    #expect(
      try answer("count children by age as json").contains("3 children have an unreadable age"))
  }

  // MARK: check data

  @Test func `the report has tables, errors, warnings and sums`() throws {
    let (session, output, _) = try open(try TemporaryFolder())
    #expect(session.run("check data").status == .expectationFailed)
    #expect(
      output.text == """
        r.csv: 2 rows, 2 fields, 1 error
        c.csv: 6 rows, 3 fields, 3 errors
        error[unreadable-cell]: 4 cases
          r.csv, line 3 (record 2), year: "soon" is no whole number; it is missing as unreadable
          c.csv, line 3 (record 2), age: "old" is no whole number; it is missing as unreadable (2 cases)
          c.csv, line 6 (record 5), age: "?" is no whole number; it is missing as unreadable
        4 errors in 2 tables

        """)
  }

  @Test func `first says how many places are shown`() throws {
    let (session, output, _) = try open(try TemporaryFolder())
    _ = session.run("check data first 1")
    #expect(output.text.contains("\"soon\"") && output.text.contains("  ... and 3 more\n"))
    #expect(!output.text.contains("\"old\""))
  }

  @Test func `each field has a place before any has two`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\nx,p\nX,P\ny,p\nY,p\nz,p\nZ,p\n", to: "t.csv")
    let output = MemorySink()
    let session = Session(output: output, errors: MemorySink(), options: .init())
    #expect(session.open([folder.path("t.csv")]) == .success)
    #expect(session.run("check data first 2").status == .success)
    #expect(output.text.contains("(record 2), a:") && output.text.contains("(record 2), b:"))
    #expect(output.text.contains("  ... and 2 more\n"), "\(output.text)")
  }

  @Test func `a report for programs is an object whose keys are a promise`() throws {
    let (session, output, _) = try open(try TemporaryFolder())
    _ = session.run("check data as json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "tool", "path", "valid", "errors", "warnings", "tables", "kinds", "issues",
      ])
    #expect(object["tool"] as? String == "enquire" && object["valid"] as? Bool == false)
    let tables = try #require(object["tables"] as? [[String: Any]])
    #expect(tables.map { $0["rows"] as? Int } == [2, 6])
    let kinds = try #require(object["kinds"] as? [[String: Any]])
    #expect(kinds.count == 1 && kinds[0]["severity"] as? String == "error")
    #expect(kinds[0]["kind"] as? String == "unreadable-cell" && kinds[0]["count"] as? Int == 4)
    let issues = try #require(object["issues"] as? [[String: Any]])
    #expect(issues.map { $0["line"] as? Int } == [3, 3, 6])
    #expect(
      Set(issues[0].keys) == [
        "kind", "severity", "file", "line", "record", "field", "message", "count",
      ])
  }

  @Test func `every format writes the report, also into a file`() throws {
    let folder = try TemporaryFolder()
    let (session, output, errors) = try open(folder)
    for format in ["csv", "tsv", "jsonl", "markdown", "html", "latex", "bars"] {
      let before = output.text.count
      #expect(session.run("check data as \(format)").status == .expectationFailed)
      #expect(output.text.dropFirst(before).contains("unreadable-cell"), "\(format)")
    }
    let before = output.text
    #expect(
      session.run("check data into \"\(folder.path("report.json"))\"").status == .expectationFailed)
    #expect(output.text == before && folder.read("report.json").contains("\"valid\": false"))
    #expect(session.run("check data as pdf").status == .mistake)
    #expect(errors.text.contains("there is no format"))
  }

  @Test func `data without a flaw are counted, and a script goes on`() throws {
    let (session, output, _) = makeSession()
    #expect(session.run("check data").status == .success)
    #expect(output.text.contains("children.csv: 194 rows, 16 fields, no errors\n"))
    #expect(output.text.hasSuffix("no errors in 9 tables\n"), "\(output.text)")
  }

  @Test func `only data and claims are checked`() {
    let (session, _, errors) = makeSession()
    #expect(session.run("check children").status == .mistake)
    #expect(session.run("check").status == .mistake)
    #expect(errors.text.contains("\"data\""))
  }
}
