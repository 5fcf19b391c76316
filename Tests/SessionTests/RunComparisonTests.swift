import Foundation
import Rendering
import TestSupport
import Testing

@testable import Session

/// What changed between two runs: `enquire diff`, and answers that were saved.
@MainActor
@Suite struct RunComparisonTests {
  private typealias Column = ComparedAnswer.Column

  private static func answer(
    _ statement: String, _ columns: [(String, String)], _ rows: [[ComparedValue]],
    base: (total: Int, undecided: Int)? = nil
  ) -> ComparedAnswer {
    ComparedAnswer(
      statement: statement, columns: columns.map { Column(name: $0.0, kind: $0.1) }, rows: rows,
      totalRowCount: rows.count, base: base)
  }

  private static func run(_ answers: ComparedAnswer...) -> RunResults {
    RunResults(data: "", answers: answers)
  }

  private static func number(_ number: Int) -> ComparedValue {
    .number(Double(number), text: String(number))
  }

  @Test func `numbers are matched by statement and by the names of their row`() {
    let columns = [("kind", "text"), ("count", "integer")]
    let a = Self.answer(
      "count x by kind", columns, [[.text("p"), Self.number(4)], [.text("q"), Self.number(5)]])
    let b = Self.answer(
      "count x by kind", columns,
      [[.text("r"), Self.number(1)], [.text("q"), Self.number(5)], [.text("p"), Self.number(6)]])
    let found = RunComparison(Self.run(a), Self.run(b))
    #expect(found.changes.map(\.row) == ["p"])
    #expect(found.changes.first?.difference == 2 && found.changes.first?.relative == 0.5)
    #expect(found.lone.map(\.row) == ["r"] && found.lone.map(\.isInA) == [false])
    #expect(found.unchangedCount == 1)
  }

  @Test func `the key is the fewest leading columns that tell rows apart`() {
    let columns = [("a", "text"), ("b", "text"), ("count", "integer")]
    func rows(_ last: Int) -> [[ComparedValue]] {
      [
        [.text("x"), .text("1"), Self.number(1)], [.text("x"), .text("2"), Self.number(2)],
        [.text("y"), .text("1"), Self.number(last)],
      ]
    }
    let found = RunComparison(
      Self.run(Self.answer("s", columns, rows(3))), Self.run(Self.answer("s", columns, rows(4))))
    #expect(found.changes.map(\.row) == ["y, 1"])
    // One row only is still named.
    let one = RunComparison(
      Self.run(Self.answer("s", columns, [rows(3)[0]])),
      Self.run(Self.answer("s", columns, [rows(3)[2]])))
    #expect(one.changes.isEmpty && one.lone.count == 2)
  }

  @Test func `rows that are alike in everything are counted`() {
    let columns = [("a", "text")]
    let found = RunComparison(
      Self.run(Self.answer("s", columns, [[.text("x")], [.text("x")], [.text("x")]])),
      Self.run(Self.answer("s", columns, [[.text("x")]])))
    #expect(found.lone.count == 2 && found.lone.allSatisfy { $0.isInA })
  }

  @Test func `a statement asked twice is matched in order, and one that only one run has is told`()
  {
    let columns = [("count", "integer")]
    func count(_ statement: String, _ number: Int) -> ComparedAnswer {
      Self.answer(statement, columns, [[Self.number(number)]])
    }
    let found = RunComparison(
      Self.run(count("s", 1), count("s", 2), count("t", 3)),
      Self.run(count("s", 1), count("s", 5), count("u", 3)))
    #expect(found.changes.map(\.difference) == [3])
    #expect(found.lone.map(\.statement) == ["t", "u"])
  }

  @Test func `a base that changed is a change although the count is the same`() {
    let columns = [("count", "integer")]
    let found = RunComparison(
      Self.run(Self.answer("s", columns, [[Self.number(3)]], base: (10, 0))),
      Self.run(Self.answer("s", columns, [[Self.number(3)]], base: (10, 2))))
    #expect(found.changes.map(\.number) == ["base: undecided"])
    #expect(found.changes.first?.relative == nil, "nothing is a part of 0")
  }

  @Test func `a run compared with itself has no change, whatever it holds`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let width = 1 + random.int(below: 4)
      let kinds = ["text", "integer", "number", "percent", "boolean"]
      let columns = (0..<width).map { ("c\($0)", random.element(of: kinds)) }
      let rows = (0..<random.int(below: 8)).map { _ in
        (0..<width).map { _ -> ComparedValue in
          switch random.int(below: 3) {
          case 0: .missing
          case 1: Self.number(random.int(below: 3))
          default: .text(random.element(of: ["", "x", "y", "\u{202E}"]))
          }
        }
      }
      let run = Self.run(Self.answer("s", columns, rows))
      let found = RunComparison(run, run)
      #expect(found.isSame, "seed \(seed)")
      var shorter = run
      guard !rows.isEmpty else { continue }
      shorter.answers[0].rows.removeLast()
      #expect(!RunComparison(run, shorter).isSame, "seed \(seed)")
    }
  }

  @Test func `diff ends as diff does`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      """
      count rows by kind
      \"""
      In all {{ count rows }}.
      \"""
      expect (count rows) = 3
      """, to: "s.enq")
    let a = try folder.write("id,kind\n1,p\n2,p\n3,q\n", to: "a.csv")
    let b = try folder.write("id,kind\n1,p\n2,p\n3,p\n4,q\n", to: "b.csv")
    let (session, output, errors) = makeSession()
    func diff(_ data: [String], format: String? = nil) -> Int32 {
      session.diff(script, arguments: [], data: data, format: format).rawValue
    }
    #expect(diff([a, a]) == 0 && output.text.contains("nothing changed, "))
    #expect(diff([a, b]) == 1)
    #expect(output.text.contains("+33.3%") && output.text.contains("+50.0%"))
    #expect(errors.text.isEmpty, "expectations belong to one of the two: \(errors.text)")
    #expect(diff([a]) == 2 && errors.text.contains("enquire diff SCRIPT --data OLD"))
    #expect(diff([a, folder.path("none.csv")]) == 3)
    try folder.write("count rows where kindd = 1\n", to: "s.enq")
    #expect(diff([a, b]) == 2 && errors.text.contains("did not run to its end on \(a)"))
  }

  @Test(arguments: [20, 36, 80])
  func `a window shows every number, however narrow it is`(width: Int) throws {
    let columns = [("kind", "text"), ("count", "integer")]
    let name = ComparedValue.text("not known to any service")
    let found = RunComparison(
      Self.run(Self.answer("tabulate children by status", columns, [[name, Self.number(475)]])),
      Self.run(Self.answer("tabulate children by status", columns, [[name, Self.number(512)]])))
    var options = RenderOptions()
    options.width = width
    let text = ComparisonText(comparison: found, a: "old", b: "new").text(.table, options)
    for words in ["475", "512", "+37", "+7.8%"] { #expect(text.contains(words), "\(text)") }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
  }

  @Test func `changes are a JSON object with numbers as numbers`() throws {
    let columns = [("kind", "text"), ("percent", "percent")]
    let found = RunComparison(
      Self.run(Self.answer("s", columns, [[.text("\"p"), .number(100.0 / 3, text: "33.3")]])),
      Self.run(Self.answer("s", columns, [[.text("\"p"), .number(50, text: "50.0")]])))
    let text = ComparisonText(comparison: found, a: "a\u{1B}", b: "b").json
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let changes = try #require(object["changes"] as? [[String: Any]])
    #expect(object["same"] as? Bool == false && object["unchanged"] as? Int == 0)
    #expect(changes[0]["a"] as? Double == 33.3 && changes[0]["row"] as? String == "\"p")
    #expect(changes[0]["change"] as? Double == 16.666667)
    #expect(changes[0]["relative"] is NSNull, "percentages differ by points")
  }

  // MARK: Answers that were saved

  @Test func `saved answers are compared, one or all of a script`() throws {
    let folder = try TemporaryFolder()
    let one = folder.path("one.json")
    let (session, output, errors) = makeSession()
    #expect(session.run("count children by outcome as json into \"\(one)\"").status == .success)
    #expect(session.run("compare runs \"\(one)\" with \"\(one)\"").status == .success)
    #expect(output.text.contains("nothing changed, "))

    let script = try folder.write(
      "parameter least = 0\nfor each g in values reviews.grade\n  count reviews where grade = $g\nend\n"
        + "percent died of children\nlist reviews show id, lscb, evaluated_date, grade first 3\n"
        + "tabulate children by each disability\nmedian age of children by gender\n", to: "s.enq")
    for name in ["a", "b"] {
      let status = session.writeReport(
        of: script, arguments: [], format: "json", to: folder.path(name))
      #expect(status == .success, "\(errors.text)")
    }
    #expect(
      try RunComparison(RunResults(path: folder.path("a")), .init(path: folder.path("b"))).isSame)
    try folder.write(folder.read("b").replacing("\"count\": 62", with: "\"count\": 63"), to: "b")
    let before = output.text.count
    let statement = "compare runs \"\(folder.path("a"))\" with \"\(folder.path("b"))\""
    #expect(session.run(statement).status == .success, "\(errors.text)")
    let shown = output.text.dropFirst(before)
    #expect(shown.contains("[g = \"good\"]") && shown.contains("+1.6%"), "\(shown)")
    #expect(session.run(statement + " as json").status == .success)
    #expect(output.text.contains("\"same\": false"))
    #expect(session.run(statement + " as csv into \"\(folder.path("c.csv"))\"").status == .success)
    #expect(folder.read("c.csv").hasPrefix("statement,row,number,a,b,change,relative\n"))
  }

  @Test func `a run that was saved is the run that was made`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.json")
    let statements = [
      "count children", "percent died of children", "tabulate children by status, died with row %",
      "list children show id, age, disability, infant first 9", "count children by ethnic_group",
      "summarise age of children by gender",
    ]
    for statement in statements {
      let (session, _, errors) = makeSession()
      #expect(session.run(statement + " as json into \"\(path)\"").status == .success)
      let found = try #require(session.lastAnswer, "\(errors.text)")
      let made = ComparedAnswer(.init(answer: found, place: "", loop: ""))
      let saved = try #require(try RunResults(path: path).answers.first)
      #expect(made.statement == saved.statement && made.columns == saved.columns)
      // A percentage is saved with its digits and made from integers.
      #expect(made.rows.map { $0.map(\.text) } == saved.rows.map { $0.map(\.text) }, "\(statement)")
      #expect(made.totalRowCount == saved.totalRowCount && made.base?.total == saved.base?.total)
    }
  }

  @Test(arguments: [
    ("", "is empty"), ("{\"statement\": 1}", "has no \"statement\""), ("[1, 2]", "it is a list"),
    ("{\"a\": ", "is no JSON: line 1"), ("a,b\n1,2\n", "is no JSON: line 1"),
    ("{\"statement\": \"s\"}", "no \"columns\""),
    ("{\"statement\": \"s\", \"columns\": [{}], \"rows\": []}", "column 1 has no name"),
    (
      "{\"statement\": \"s\", \"columns\": [{\"name\": \"n\", \"type\": \"text\"}], \"rows\": [{}]}",
      "row 1 lacks"
    ),
    ("{\"answers\": [3]}", "answer 1 of"), ("\u{0}\u{1}PNG", "is no JSON"),
    (String(repeating: "[", count: 5000), "nested too deep"),
  ])
  func `a file that holds no answers is named, with what is wrong`(
    text: String, message: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "a.json")
    let (session, output, errors) = makeSession()
    #expect(session.run("compare runs \"\(path)\" with \"\(path)\"").status == .mistake)
    #expect(errors.text.contains(message) && output.text.isEmpty, "\(errors.text)")
  }

  @Test func `files that are not there, and other ways to write it, are answered`() {
    let (session, _, errors) = makeSession()
    func mistake(_ statement: String, _ words: String) {
      let before = errors.text.count
      #expect(session.run(statement).status == .mistake)
      #expect(errors.text.dropFirst(before).contains(words), "\(errors.text.dropFirst(before))")
    }
    mistake("compare runs \"/no/a.json\" with \"/no/b.json\"", "/no/a.json cannot be read: no such")
    mistake("compare runs \"a.json\" \"b.json\"", "compare runs \"a.json\" with \"b.json\"")
    mistake("compare runs \"a.json\" to \"b.json\"", "compare runs \"a.json\" with \"b.json\"")
    for between in [" ", " and ", " vs ", ", ", " , ", " to "] {
      mistake("compare runs a.json\(between)b.json", "try: compare runs a.json with b.json")
      mistake(
        "compare runs ../a.json\(between)/b/c.json", "try: compare runs ../a.json with /b/c.json")
    }
    mistake("compare runs /no/a.json with b.json", "/no/a.json cannot be read: no such")
    mistake("compare runs 2009.json with b.json", "2009.json cannot be read: no such")
    mistake("compare runs \"a.json\" with", "another file of saved answers")
    mistake("compare runs \"/tmp\" with \"/tmp\"", "it is a folder")
    #expect(session.run("explain compare runs \"a\" with \"b\"").status == .success)
  }
}
