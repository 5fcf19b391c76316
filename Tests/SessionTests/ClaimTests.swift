import Foundation
import TestSupport
import Testing

@testable import Session

/// `check claims`, `queries`, and what a script is run with.
@MainActor
@Suite struct ClaimTests {
  @Test func `the published figures are what their table says`() {
    let (session, output, errors) = makeSession()
    #expect(session.run("check claims as csv").status == .success)
    #expect(
      errors.text.contains("25 published figures: 20 reproduced, 3 not derivable, 2 erroneous"))
    let lines = output.text.split(separator: "\n")
    #expect(lines.first == "claim,published,found,verdict,query,source")
    #expect(
      lines.contains(
        #"Reviews judged good,42%,42,reproduced,"percent grade = ""good"" of reviews","#
          + #""Ofsted press release, October 2010""#))
    #expect(output.text.contains(",16 of the 147,23,erroneous,"))
    #expect(output.text.contains(",most common,physical abuse and long-term neglect,reproduced,"))
  }

  @Test func `a figure that the data do not give is told, and one that cannot be asked`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "claim,query,expected\nrows,count t,2\nmore,count t,3\nnone,cuont t,1\nlist,list t,1\n"
        + "most,count t,at least 2\nfew,count t,at most 1\nnever,,\n", to: "claims.csv")
    try folder.write("a\n1\n2\n", to: "t.csv")
    let (session, output, _) = makeSession()
    #expect(session.open([folder.path("claims.csv"), folder.path("t.csv")]) == .success)
    #expect(session.run("check claims as csv").status == .expectationFailed)
    let verdicts = output.text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[3]
    }
    #expect(
      verdicts == [
        "reproduced", "differs", "unusable query", "unusable query", "reproduced", "differs",
        "not derivable",
      ])
    #expect(session.open([folder.path("t.csv")]) == .success)
    #expect(session.run("check claims").status == .mistake)
  }

  @Test func `the scripts that come with the program are found from anywhere`() throws {
    let shipped = SavedQueries(local: nil) { _ in nil }.shipped
    for query in shipped {
      let text = try query.text()
      #expect(text.hasPrefix("#") && !query.summary.isEmpty, "\(query.name)")
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Queries")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".enq") }
    #expect(shipped.map { $0.name + ".enq" } == names.sorted())
    for query in shipped {
      #expect(
        try query.text()
          == String(contentsOf: folder.appending(path: query.name + ".enq"), encoding: .utf8))
    }
    let (session, output, _) = makeSession()
    #expect(session.run("queries as").status == .mistake)
    #expect(session.run("queries").status == .success)
    #expect(output.text.contains("ofsted-2009-10"))
  }

  @Test func `the user's own scripts come before those of the program`() throws {
    let home = try TemporaryFolder()
    let shipped = SavedQueries(local: nil) { $0 == "HOME" ? home.path : nil }.find("review-quality")
    #expect(shipped?.source != .file && shipped?.summary.hasPrefix("How good") == true)
    let folder = home.path + "/.local/share/enquire/queries"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try home.write("# Mine\ncount reviews\n", to: ".local/share/enquire/queries/review-quality.enq")
    let found = SavedQueries(local: nil) { $0 == "HOME" ? home.path : nil }.find("review-quality")
    #expect(found?.source == .file && found?.summary == "Mine")
  }

  @Test func `parameters have a kind, may hold several values, and are asked for`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      parameter levels = ("Known", "CP plan")
      parameter least = 3 "The least"
      parameter region "Which region"
      count children where status in $levels and known
      expect (count reviews where region = $region) > $least
      """, to: "s.enq")
    func run(_ arguments: [String], answer: String? = nil) -> (ExitStatusCode, String, String) {
      let (session, output, errors) = makeSession()
      var asked = ""
      if let answer {
        session.ask = { question in
          asked = question
          return answer
        }
      }
      let status = session.runScript(path, arguments: arguments)
      return (status.rawValue, output.text + asked, errors.text)
    }
    let plain = run(["region=London"])
    #expect(plain.0 == 0 && plain.1.hasPrefix("78 children"))
    #expect(run(["region=London", "levels=CP plan"]).1.hasPrefix("49 children"))
    #expect(run(["region=London", #"levels=("CP plan", "Known")"#]).1 == plain.1)
    let asked = run([], answer: "London")
    #expect(asked.0 == 0 && asked.1.hasSuffix("region (Which region): "))
    let missing = run([])
    #expect(missing.0 == 2 && missing.1.isEmpty && missing.2.contains("region has no value"))
    let wrong = run(["region=London", "least=many"])
    #expect(wrong.0 == 2 && wrong.2.contains(#"least is a number, and "many" is a text"#))
    let near = run(["region=Lodnon"])
    #expect(near.2.contains("s.enq:5:38: error[unknown-value]"), "\(near.2)")
  }

  private typealias ExitStatusCode = Int32

  @Test func `a saved query holds the definitions it rests on`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("mine.enq")
    let (session, _, _) = makeSession()
    _ = session.run("define children.tiny as age < 6 months; count children where tiny")
    #expect(session.run("save \"\(path)\" \"The youngest\"").status == .success)
    #expect(
      folder.read("mine.enq")
        == "# The youngest\ndefine children.tiny as age < 6 months\ncount children where tiny\n")
    let (other, output, _) = makeSession()
    #expect(other.runScript(path, arguments: []) == .success)
    #expect(output.text.hasSuffix("recorded; 3 not recorded)\n"))
  }
}
