import LineEditing
import TestSupport
import Testing

@testable import Session

/// When an answer goes to the pager; which program that is.
@MainActor struct PagerTests {
  @Test(arguments: [20, 80, 200])
  func `an answer taller than the screen is paged, and no other`(columns: Int) {
    let (session, output, _) = makeSession()
    var paged: [String] = []
    session.screen = { TerminalSize(rows: 10, columns: columns) }
    session.page = { text in
      paged.append(text)
      return true
    }
    _ = session.run("list children show id")
    #expect(paged.count == 1 && paged[0].contains("194 children") && output.text.isEmpty)
    _ = session.run("count children")
    #expect(paged.count == 1 && output.text == "194 children\n")
    _ = session.run("set pager off\nlist children show id")
    #expect(paged.count == 1 && output.text.hasSuffix(paged[0]))
  }

  @Test(
    arguments: [
      "help", "help grammar", "help count", "describe", "lesson", "queries", "history",
      "check data",
      "missing children", "explain sql list children show id",
    ])
  func `whatever is taller than the screen is paged`(statement: String) {
    let (session, output, _) = makeSession()
    let history = History(path: nil)
    for number in 1...9 { _ = history.add("count children first \(number)") }
    session.history = history
    var paged: [String] = []
    session.screen = { TerminalSize(rows: 3, columns: 80) }
    session.page = { text in
      paged.append(text)
      return true
    }
    #expect(session.run(statement).status == .success)
    #expect(paged.count == 1 && output.text.isEmpty, "\(output.text)")
    session.page = { _ in false }
    _ = session.run(statement)
    #expect(output.text == paged.first)
  }

  @Test func `where the pager cannot be run the answer is written`() {
    let (session, output, _) = makeSession()
    session.screen = { TerminalSize(rows: 5, columns: 80) }
    session.page = { _ in false }
    _ = session.run("list children show id")
    #expect(output.text.contains("194 children"))
  }

  @Test func `a script and a pipe have no pager`() {
    let (session, output, _) = makeSession()
    _ = session.run("list children show id")
    #expect(output.text.contains("194 children"))
  }

  @Test func `lines that the window breaks count as several`() {
    let screen = TerminalSize(rows: 3, columns: 10)
    #expect(!Pager.isNeeded(for: "one\ntwo\n", on: screen))
    #expect(Pager.isNeeded(for: "one\ntwo\nthree\n", on: screen))
    #expect(Pager.isNeeded(for: String(repeating: "x", count: 25) + "\n", on: screen))
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], "less"), (["TERM": "xterm", "PAGER": "most -s"], "most -s"),
      (["TERM": "xterm", "PAGER": "more", "ENQUIRE_PAGER": "most"], "most"),
      (["TERM": "xterm", "PAGER": ""], nil), (["TERM": "xterm", "PAGER": "cat"], nil),
      (["TERM": "xterm", "PAGER": "more", "ENQUIRE_PAGER": ""], nil), (["TERM": "dumb"], nil),
      ([:], nil),
    ] as [([String: String], String?)])
  func `the environment names the program`(environment: [String: String], program: String?) {
    let command = Pager(environment: { environment[$0] })?.command
    #expect(
      command?.split(separator: "; ").last.map(String.init) == program
        || command?.hasSuffix(" " + (program ?? "?")) ?? false)
  }

  @Test func `a program that is not there is said to have failed`() {
    let pager = Pager(environment: { ["TERM": "xterm", "PAGER": "no-such-pager 2>/dev/null"][$0] })
    #expect(pager?.show("text\n") == false)
  }

  @Test func `the title of a chart leaves out where it is written`() {
    let (session, _, errors) = makeSession()
    let folder = try? TemporaryFolder()
    let file = folder?.path("status.svg") ?? ""
    #expect(session.run("count children by status as svg into \"\(file)\"").status == .success)
    #expect(
      folder?.read("status.svg").contains("chart-title\">count children by status</title>") == true)
    #expect(errors.text.isEmpty)
  }
}
