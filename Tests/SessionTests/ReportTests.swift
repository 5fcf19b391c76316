import Foundation
import Tables
import TestSupport
import Testing

@testable import Session

/// `enquire run SCRIPT --out FILE`: what is written, when it is not, and how it ends.
@MainActor
@Suite struct ReportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(
    _ script: String, to name: String, format: String? = nil, arguments: [String] = []
  ) throws -> (status: Int32, text: String, output: String, errors: String) {
    let path = try folder.write(script, to: "s.enq")
    let (session, output, errors) = makeSession()
    session.today = { CalendarDate(dayNumber: 20_000) }
    let status = session.writeReport(
      of: path, arguments: arguments, format: format, to: folder.path(name))
    return (status.rawValue, folder.read(name), output.text, errors.text)
  }

  private static let script = """
    # Deaths of a year
    parameter level = "CP plan" "Lowest level"
    ## Children
    \"""
    Of {{ count children }} children {{ count children where died }} died.
    \"""
    tabulate children by status as bars
    count children where status is at least $level
    expect (count children where died) = 90
    explain count children
    """

  @Test func `a page holds text, answers, bars, what it rests on and every query`() throws {
    let result = try write(Self.script, to: "r.html", arguments: ["level=Known"])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output == "written to \(folder.path("r.html")): 1 of 1 expectations hold\n")
    for part in [
      "<h1>Deaths of a year</h1>", "<h2>Children</h2>", ">194</a> children", ">90</a> died.",
      "SYNTHETIC: the rows are invented", "<dt>Version</dt><dd>1.0.0</dd>",
      "<dt>Date</dt><dd>2024-10-04</dd>", "<dt>Parameter level</dt><dd>&quot;Known&quot;</dd>",
      "<svg", "119 children (of 194)", "<code>count children where died</code> = 90",
      "s.enq:5", "parameter level = &quot;CP plan&quot;", "1 of 1 expectations hold",
      "The number of children.",
    ] { #expect(result.text.contains(part), "\(part)") }
  }

  @Test func `Markdown holds the same, with bars as text`() throws {
    let result = try write(Self.script, to: "r.md")
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("# Deaths of a year\n"))
    #expect(result.text.contains("Of 194 children 90 died.\n"))
    #expect(result.text.contains("█"))
    #expect(result.text.contains("2. `count children where died` = 90, "))
  }

  @Test func `an expectation that fails is in the report, and the exit code is 1`() throws {
    let script = "expect (count children) = 195\nwarn unless (count reviews) = 1\ncount reviews\n"
    let result = try write(script, to: "r.html")
    #expect(result.status == 1)
    #expect(result.text.contains("0 of 1 expectations hold."))
    #expect(result.text.contains("Does not hold:"))
    #expect(result.text.contains("found 194 and 195"))
    #expect(result.text.contains("Warning:") && result.text.contains("147 reviews"))
    #expect(result.errors.contains("s.enq:1:"))
    #expect(result.output.hasSuffix("0 of 1 expectations hold\n"))
  }

  @Test func `a report on several sets names each, and where each begins`() throws {
    try folder.write(
      """
      {"name": "towns", "title": "Towns", "version": "2.1", "resources": [{"name": "towns",
        "path": "towns.csv", "schema": {"fields": [{"name": "kind", "type": "string"}]}}]}
      """, to: "datapackage.json")
    try folder.write("kind\ncity\nvillage\n", to: "towns.csv")
    let shops = try folder.write("size\n1\n2\n3\n", to: "shops.csv")
    let script = """
      open "\(folder.path("datapackage.json"))"
      count towns
      open "\(shops)"
      \"""
      There are {{ count shops }} shops.
      \"""
      open "\(folder.path("datapackage.json"))"
      count towns where kind = "city"
      """
    for name in ["r.md", "r.html", "r.json"] {
      let result = try write(script, to: name)
      #expect(result.status == 0, "\(result.errors)")
      #expect(!result.text.contains("SYNTHETIC"))
      if name == "r.json" {
        #expect(result.text.contains(#"{"data": "Towns, version 2.1; shops","#))
        continue
      }
      for part in [
        "Towns, version 2.1; package towns; rows not declared synthetic; read from ",
        "shops; no version is stated; rows not declared synthetic; read from ",
        "From here on, of data 2: shops.", "From here on, of data 1: Towns, version 2.1.",
        "s.enq:2, data 1", "s.enq:5, data 2", "s.enq:8, data 1",
      ] { #expect(result.text.contains(part), "\(part) in \(result.text)") }
    }
    // One that something synthetic is in says so, whatever is open at its end.
    let mixed = try write("count reviews\nopen \"\(shops)\"\ncount shops\n", to: "r.md")
    #expect(mixed.text.contains("SYNTHETIC") && mixed.text.contains("- Data 2: shops;"))
  }

  @Test func `a table in a loop says of which value it is`() throws {
    let script =
      "for each g in values reviews.grade\n  count reviews where grade = $g\nend\n"
    let result = try write(script, to: "r.md")
    #expect(result.text.contains(#"g = "good""#) && result.text.contains(#"g = "inadequate""#))
  }

  @Test func `nothing is written where a statement has a mistake`() throws {
    try folder.write("kept", to: "r.html")
    let result = try write("count children\ncount childs where x\n", to: "r.html")
    #expect(result.status == 2 && result.text == "kept")
    #expect(result.errors.contains("is not written"))
  }

  @Test func `the script and folders are not overwritten, and a form must be known`() throws {
    let script = "count children\n"
    #expect(try write(script, to: "s.enq", format: "html").errors.contains("not overwritten"))
    #expect(folder.read("s.enq") == script)
    #expect(try write(script, to: "", format: "html").errors.contains("is a folder"))
    #expect(try write(script, to: "r.txt").errors.contains("formats of a report: html, markdown"))
    #expect(try write(script, to: "r.txt", format: "csv").status == 2)
    #expect(try write(script, to: "no/r.html").errors.contains("cannot be written"))
  }

  @Test func `the date is that of SOURCE_DATE_EPOCH where it is set`() {
    let day = CalendarDate.today { $0 == "SOURCE_DATE_EPOCH" ? "1286409600" : nil }
    #expect(day.description == "2010-10-07")
    #expect(CalendarDate.today { _ in nil } > day)
    #expect(CalendarDate.today { _ in "99999999999999999999" } > day)
  }
}
