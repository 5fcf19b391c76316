import TestSupport
import Testing

@testable import Session

/// Scripts with headings, prose, expected tables and loops, and scripts as tests.
@MainActor
@Suite struct ScriptRunTests {
  private func run(
    _ script: String, arguments: [String] = []
  ) throws -> (status: Int32, output: String, errors: String) {
    let folder = try TemporaryFolder()
    let path = folder.path("s.enq")
    try folder.write(script, to: "s.enq")
    let (session, output, errors) = makeSession()
    let status = session.runScript(path, arguments: arguments)
    return (status.rawValue, output.text, errors.text)
  }

  @Test func `prose holds the answers to its statements`() throws {
    let result = try run(
      """
      ## Children
      \"""
      Of {{ count children }} children {{ count children where died }} died,
      {{ percent died of children }} of them.
      \"""
      """)
    #expect(result.status == 0)
    #expect(
      result.output
        == "\nChildren\n\nOf 194 children 90 died,\n46.4% of them.\n\n\n")
  }

  @Test func `a statement in prose must have one value`() throws {
    let result = try run("\"\"\"\n{{ count children by outcome }}\n\"\"\"\n")
    #expect(result.status == 2)
    #expect(result.errors.contains("s.enq:2:4: error[script-layout]"))
    let broken = try run("count children\n\"\"\"\n{{ cuont children }}\n\"\"\"\n")
    #expect(broken.status == 2)
    #expect(broken.output.isEmpty, "nothing runs while any statement has a mistake of form")
  }

  @Test func `a loop runs its lines for each value`() throws {
    let result = try run(
      """
      for each grade in values reviews.grade
        count reviews
          where grade = $grade
        expect (count reviews where grade = $grade) > 30
      end
      count children
      """)
    #expect(result.status == 1)
    #expect(result.output.contains("62 reviews (of 147)\nok"))
    #expect(result.output.hasSuffix("194 children\n2 of 4 expectations hold\n"))
    #expect(result.errors.contains(#"with grade = "inadequate""#))
  }

  @Test func `an expected table is compared however wide its gaps are`() throws {
    let same = try run(
      "count children by outcome\n----\noutcome count\n--\n died  90\n"
        + "serious incident 104\n194 children\n")
    #expect(same.status == 0, "\(same.errors)")
    let other = try run("count children by outcome\n----\noutcome count\ndied 91\n")
    #expect(other.status == 1)
    #expect(other.errors.contains("expected: died 91"))
    #expect(other.errors.contains("found:    died                 90"))
    #expect(try run("----\n1\n").status == 2)
  }

  @Test func `what one script defines is not taken for what another defines`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "define children.a as age < 1 year\nexpect (count children where a) = 68\n", to: "a.enq")
    try folder.write(
      "define children.b as died\nexpect (count children where b) = 90\n", to: "b.enq")
    try folder.write(
      "define reviews.c as grade = \"good\"\nexpect (count reviews where c) = 62\n", to: "c.enq")
    let (session, output, _) = makeSession()
    #expect(session.test([folder.path], junit: nil, updates: false) == .success, "\(output.text)")
    #expect(output.text.hasSuffix("3 of 3 expectations hold\n"))
  }

  @Test func `scripts are tested each by itself, and tables are written anew on request`() throws {
    let folder = try TemporaryFolder()
    try folder.write("define x as children where died\nexpect (count x) = 90\n", to: "a.enq")
    try folder.write("count x\n", to: "b.enq")
    let table = "# kept\ncount children by outcome\n----\nwrong\n\ncount children\n"
    try folder.write(table, to: "c.enq")
    let (session, output, _) = makeSession()
    #expect(session.test([folder.path("")], junit: nil, updates: false) == .mistake)
    #expect(output.text.contains("a.enq: 1 of 1 expectations hold"))
    #expect(output.text.contains("the data has no \"x\""))
    #expect(
      output.text.hasSuffix("1 of 3 scripts are as they should be, 1 of 2 expectations hold\n"))

    let junit = folder.path("out.xml")
    let (again, _, _) = makeSession()
    #expect(again.test([folder.path("c.enq")], junit: junit, updates: true) == .success)
    let written = folder.read("c.enq")
    #expect(written.hasPrefix("# kept\ncount children by outcome\n----\noutcome "))
    #expect(written.hasSuffix("\n194 children\n\ncount children\n"))
    #expect(folder.read("out.xml").contains(#"tests="2" failures="0" errors="0""#))
    #expect(again.test(["no-such"], junit: nil, updates: false) == .mistake)
  }

  @Test(arguments: [
    "expect (count children) = 3", "warn unless (count children) = 3",
    "define children.x as age < 2",
    "parameter y = 3", "count children", "list children show age",
  ])
  func `a statement that a table would swallow is refused, and the file is kept`(
    statement: String
  ) throws {
    let folder = try TemporaryFolder()
    let text = "count children by outcome\n----\noutcome  count\n\(statement)\n"
    try folder.write(text, to: "a.enq")
    let (session, output, errors) = makeSession()
    #expect(session.test([folder.path("a.enq")], junit: nil, updates: true) == .mistake)
    #expect(folder.read("a.enq") == text)
    let told = output.text + errors.text
    #expect(told.contains("a.enq:4:1") && told.contains("part of the table above"), "\(told)")
  }

  @Test func `a value for a parameter that a script does not have is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "parameter region = \"x\"\nparameter year = 2009\ncount children\n", to: "a.enq")
    try folder.write("count children\n", to: "b.enq")
    let (session, output, errors) = makeSession()
    #expect(session.runScript(folder.path("a.enq"), arguments: ["regin=y"]) == .mistake)
    #expect(errors.text.contains("a has no parameter regin\nnote: nearest: region\n"))
    #expect(errors.text.contains("it has region, year\n"))
    #expect(session.runScript(folder.path("b.enq"), arguments: ["region=y"]) == .mistake)
    #expect(errors.text.contains("it has none\n"))
    #expect(output.text.isEmpty)
    let statement = "run \"\(folder.path("a.enq"))\" regin = \"y\""
    #expect(session.run(statement).status == .mistake)
    #expect(errors.text.contains("region = \"y\""), "\(errors.text)")
    #expect(session.run("run \"\(folder.path("a.enq"))\" region = \"y\"").status == .success)
  }

  @Test(arguments: [
    ("expect (count children) = 195 within 1", ""),
    ("expect (percent died of children) = 46.4 within 0.1", ""),
    ("expect (percent died of children) = 46.4% within 0.1%", ""),
    ("expect (percent died of children) = 46.4% within 0.1", ""),
    ("expect (median age of children) = 3 years within 1 year", ""),
    ("expect (count children) = 3 within 5", "between 3 - 5 and 8\n"),
    ("expect (count children) = 180 within 2.5", "between 177.5 and 182.5\n"),
    ("expect (percent died of children) < 40%", "found 46.3918 and 40\n"),
    ("expect (count children) between 1 and 2", "found 194\n"),
  ])
  func `a number is expected within a distance, and a failure says what was found`(
    statement: String, told: String
  ) {
    let (session, output, errors) = makeSession()
    #expect(session.run(statement).status == (told.isEmpty ? .success : .expectationFailed))
    #expect((output.text + errors.text).contains(told), "\(output.text + errors.text)")
    if statement.contains("within 2.5") { #expect(errors.text.contains("found 194\n")) }
  }
}
