import Foundation
import Loading
import Planning
import Tables
import TestSupport
import Testing

@testable import Session

/// `define missing`: markers among the values, as official statistics have them.
@MainActor @Suite struct MarkerTests {
  /// A folder of files, open, with what the session writes.
  @MainActor private struct Opened {
    let folder: TemporaryFolder
    let session: Session
    let output = MemorySink()
    let errors = MemorySink()

    init(_ files: [String: String]) throws {
      folder = try TemporaryFolder()
      for (name, text) in files { try folder.write(text, to: name) }
      session = Session(output: output, errors: errors, options: .init())
      #expect(session.open([folder.path]) == .success, "\(errors.text)")
    }

    /// What a statement that has no mistake answers.
    func answer(_ statement: String) -> String {
      let before = output.text.count
      let outcome = session.run(statement)
      #expect(outcome.status == .success, "\(statement): \(errors.text)")
      return String(output.text.dropFirst(before))
    }

    /// What is said of a statement that has one.
    func mistake(_ statement: String) -> String {
      let before = errors.text.count
      #expect(session.run(statement).status == .mistake, "\(statement): \(output.text)")
      return String(errors.text.dropFirst(before))
    }

    func type(_ field: String) throws -> FieldType {
      let data = try #require(session.workspace?.catalogue.data)
      let index = try #require(data.tables[0].fieldIndex(named: field))
      return data.tables[0].schema.fields[index].type
    }
  }

  private static func areas(_ count: Int = 60) -> String {
    var text = "area,score,opened,open,kind,tags,year\n"
    for row in 0..<count {
      let score = row % 10 == 0 ? "c" : row % 15 == 1 ? "x" : row == 2 ? "" : "\(row)"
      let opened = row % 7 == 0 ? "unknown" : "2009-0\(row % 9 + 1)-15"
      let open = row % 8 == 0 ? "?" : row % 2 == 0 ? "yes" : "no"
      let kind = row % 5 == 0 ? "c" : ["a", "b"][row % 2]
      let tags = row % 6 == 0 ? "c" : row % 6 == 1 ? "p;c" : "p"
      text +=
        "A\(row),\(score),\(opened),\(open),\(kind),\(tags),\(row % 4 == 0 ? -9999 : 2000 + row)\n"
    }
    return text
  }

  @Test func `a field that is numbers but for its markers becomes numbers`() throws {
    let opened = try Opened(["areas.csv": Self.areas()])
    #expect(try opened.type("score") == .text)
    _ = opened.answer("define missing \"c\" in areas.score because \"suppressed\"")
    #expect(try opened.type("score") == .text)
    _ = opened.answer("define missing \"x\" in areas.score because \"not applicable\"")
    #expect(try opened.type("score") == .integer)
    let kept = (0..<60).filter { $0 % 10 != 0 && $0 % 15 != 1 && $0 != 2 }
    #expect(
      opened.answer("count areas where score > 30").hasPrefix(
        "\(kept.count { $0 > 30 }) areas (of \(kept.count) with score recorded"))
    #expect(
      opened.answer("count areas where score is missing because \"suppressed\"")
        == "6 areas (of 60)\n")
    #expect(
      opened.answer("count areas where score is missing because \"not applicable\"")
        == "\((0..<60).count { $0 % 15 == 1 }) areas (of 60)\n")
    #expect(
      opened.answer("count areas where score is missing").hasPrefix("\(60 - kept.count) areas"))
  }

  @Test func `dates and yes and no are found behind their markers`() throws {
    let opened = try Opened(["areas.csv": Self.areas()])
    #expect(try opened.type("opened") == .category || opened.type("opened") == .text)
    _ = opened.answer("define missing \"unknown\", \"?\" in areas because \"not known\"")
    #expect(try opened.type("opened") == .date)
    #expect(try opened.type("open") == .boolean)
    #expect(try opened.type("kind") == .category)
    let dates = (0..<60).filter { $0 % 7 != 0 && $0 % 9 + 1 > 6 }
    #expect(
      opened.answer("count areas where opened > 2009-06-30").hasPrefix("\(dates.count) areas"))
    let yes = (0..<60).filter { $0 % 8 != 0 && $0 % 2 == 0 }
    #expect(opened.answer("count areas where open").hasPrefix("\(yes.count) areas"))
  }

  @Test func `numbers, categories and lists lose the rows that hold a marker`() throws {
    let opened = try Opened([
      "areas.csv": Self.areas(),
      "datapackage.json": """
      {"name": "areas", "resources": [{"name": "areas", "path": "areas.csv", "schema": {"fields": [
        {"name": "area"}, {"name": "score"}, {"name": "opened"}, {"name": "open"},
        {"name": "kind", "categories": ["c", "a", "b"]},
        {"name": "tags", "type": "list", "delimiter": ";"}, {"name": "year", "type": "integer"}]}}]}
      """,
    ])
    _ = opened.answer("define missing -9999 in areas.year")
    #expect(opened.answer("count areas where year < 0").hasPrefix("0 areas (of 45 with year"))
    _ = opened.answer("define missing \"c\" in kind because \"suppressed\"")
    #expect(opened.answer("count areas where kind = \"a\"").hasPrefix("24 areas (of 48"))
    #expect(opened.mistake("count areas where kind = \"c\"").contains("unknown-value"))
    _ = opened.answer("define missing \"c\" in areas.tags")
    // A marker beside another value is a value.
    #expect(opened.answer("count areas where tags has \"c\"").hasPrefix("10 areas (of 50"))
    #expect(opened.answer("count areas where tags has \"p\"").hasPrefix("50 areas"))
  }

  @Test func `a marker that no row holds is a mistake with what is near`() throws {
    let opened = try Opened(["areas.csv": Self.areas()])
    let typed = opened.mistake("define missing \"unknwon\" in areas.opened")
    #expect(typed.contains("no row holds \"unknwon\" in opened of areas"), "\(typed)")
    #expect(typed.contains("try: define missing \"unknown\" in areas.opened"), "\(typed)")
    let number = opened.mistake("define missing -999 in areas.year")
    #expect(number.contains("try: define missing \"-9999\" in areas.year"), "\(number)")
    #expect(opened.mistake("define missing \"c\" in areas.scor").contains("areas.score"))
    // Declared once, it may be declared again, as a script does that is run twice.
    _ = opened.answer("define missing \"c\" in areas.score because \"suppressed\"")
    _ = opened.answer("define missing \"c\" in areas.score because \"suppressed\"")
  }

  @Test func `definitions made before mean the same after`() throws {
    let opened = try Opened(["areas.csv": Self.areas()])
    _ = opened.answer(
      """
      define areas.late as year > 2030
      define late_ones as areas where late
      define measure late_share as percent late
      define areas.is_c as score = "c"
      """)
    let before = opened.answer("count late_ones where kind = \"a\"")
    _ = opened.answer("define missing \"c\" in areas.kind")
    #expect(opened.answer("count late_ones where kind = \"a\"").prefix(2) == before.prefix(2))
    _ = opened.answer("late_share of areas")
    // What speaks of the marker itself means nothing any more, and that is said.
    _ = opened.answer("define missing \"c\" in areas.score")
    #expect(opened.errors.text.contains("define areas.is_c as score = \"c\" can be used no more"))
    #expect(opened.mistake("count areas where is_c").contains("unknown-field"))
    #expect(opened.answer("count late_ones").hasSuffix("areas (of 60)\n"))
  }

  @Test func `what was answered before is forgotten, and nothing stale is answered`() throws {
    let opened = try Opened(["areas.csv": Self.areas()])
    _ = opened.answer("define areas.a as kind = \"a\"")
    #expect(opened.answer("count areas where a").hasPrefix("24 areas"))
    #expect(opened.answer("count those").hasPrefix("24"))
    _ = opened.answer(
      "define missing \"a\" in areas.area, areas.kind".replacing("areas.area, ", with: ""))
    #expect(opened.mistake("count those").contains("no-answer"))
    #expect(opened.mistake("count areas where a").contains("unknown-field"))
  }

  @Test func `what the load suggests can be typed`() throws {
    let opened = try Opened(["areas.csv": Self.areas()])
    let issues = opened.session.workspace?.report.groups.flatMap(\.examples) ?? []
    let lines = issues.compactMap { issue in
      issue.message.range(of: "define missing").map { String(issue.message[$0.lowerBound...]) }
    }
    #expect(lines.count >= 3, "\(issues)")
    for line in lines { _ = opened.answer(line) }
    #expect(try opened.type("year") == .integer)
    #expect(opened.answer("count areas where year is missing") == "15 areas (of 60)\n", "\(lines)")
  }

  @Test func `a date that means none is found however the file writes it`() throws {
    let opened = try Opened([
      "areas.csv": "area,seen\n"
        + (0..<40).map { "A\($0),\($0 % 4 == 0 ? "1/1/1900" : "\($0 % 28 + 1)/12/2009")\n" }
        .joined()
    ])
    #expect(try opened.type("seen") == .date)
    _ = opened.answer("define missing 1900-01-01 in areas.seen because \"not seen\"")
    #expect(
      opened.answer("count areas where seen is missing because \"not seen\"")
        == "10 areas (of 40)\n")
    #expect(opened.answer("describe seen").contains("dates are written as DD/MM/YYYY"))
    #expect(opened.mistake("define missing 1901-01-01 in areas.seen").contains("no row holds"))
    #expect(opened.session.run("save package \"\(opened.folder.path)\"").status == .success)
    #expect(opened.session.run("open \"\(opened.folder.path)\"").status == .success)
    #expect(
      opened.answer("count areas where seen is missing because \"not seen\"")
        == "10 areas (of 40)\n")
    // The statement that made it may stand in a script that is run again.
    _ = opened.answer("define missing 1900-01-01 in areas.seen because \"not seen\"")
  }

  @Test func `a package's own script may declare what its descriptor does not`() throws {
    let opened = try Opened([
      "areas.csv": Self.areas(),
      "definitions.enq": """
      define areas.low as score < 10
      define missing "c", "x" in areas.score because "suppressed"
      define areas.high as score > 30
      define relation next as areas.year to areas.area
      """,
      "datapackage.json": """
      {"name": "areas", "enquire": {"definitions": "definitions.enq"},
       "resources": [{"name": "areas", "path": "areas.csv"}]}
      """,
    ])
    #expect(opened.answer("count areas where high").contains("with high recorded"))
    // What stands before its declaration, and what links nothing, is told with its place.
    #expect(opened.errors.text.contains("definitions.enq:1"), "\(opened.errors.text)")
    #expect(opened.errors.text.contains("leads from 0 of 60"), "\(opened.errors.text)")
  }

  @Test func `the shell says what became of it`() throws {
    let opened = try Opened(["areas.csv": Self.areas()])
    opened.session.options.isInteractive = true
    let told = opened.answer("define missing \"c\", \"x\" in areas.score because \"suppressed\"")
    #expect(
      told
        == "score of areas: missing because suppressed are \"c\" in 6 rows and \"x\" in 4 rows; "
        + "score is a number now\n")
    let described = opened.answer("describe score")
    #expect(
      described.contains("missing where it holds \"c\" (suppressed), \"x\" (suppressed)"),
      "\(described)")
  }
}
