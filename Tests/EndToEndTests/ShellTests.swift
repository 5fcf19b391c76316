import Foundation
import TestSupport
import Testing

/// The shell in a terminal, key by key.
@Suite struct ShellTests {
  private static let program = builtProduct(named: "enquire")

  private func open(
    columns: Int = 100, _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Self.program, rows: 30, columns: columns, environment: environment)
    try terminal.wait(for: "the prompt") { $0.cursorLine.hasPrefix("enquire>") }
    return terminal
  }

  @Test func `it greets, answers, completes and mends`() throws {
    let terminal = try open()
    #expect(terminal.screen.shows("SYNTHETIC"))
    terminal.send("count children where status = \"CP plan\" and died\r")
    try terminal.wait(for: "the answer") { $0.shows("12 children (of 194)") }
    terminal.send("count children where status = \"CP p\t")
    try terminal.wait(for: "the value") { $0.cursorLine.contains("\"CP plan\"") }
    terminal.send("\r")
    try terminal.wait(for: "the count") { $0.shows("49 children (of 194)") }
    terminal.send("count childs where dide\r")
    try terminal.wait(for: "the mended query") { $0.shows("try: count children where died") }
    terminal.send("\t")
    try terminal.wait(for: "the mended query at the prompt") {
      $0.cursorLine.hasPrefix("enquire> count children where died")
    }
    terminal.send("\r")
    try terminal.wait(for: "its answer") { $0.shows("90 children (of 194)") }
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `Ctrl-C clears the line and Ctrl-D leaves`() throws {
    let terminal = try open()
    for _ in 0..<3 {
      terminal.send("count chil\u{3}")
      try terminal.wait(for: "an empty prompt") { $0.cursorLine == "enquire>" }
    }
    terminal.send("\u{3}\u{3}count reviews where grade = \"good\"\r")
    try terminal.wait(for: "the answer") {
      $0.shows("62 reviews") && $0.cursorLine == "enquire>"
    }
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `a long answer is shown in the pager, which leaves the prompt as it was`() throws {
    let terminal = try open(["PAGER": "head -n 3; echo paged"])
    terminal.send("list children show id\r")
    try terminal.wait(for: "the pager's own line") {
      $0.shows("paged") && $0.cursorLine == "enquire>"
    }
    #expect(!terminal.screen.shows("rows shown"))
    terminal.send("set pager off\rlist children show id\r")
    try terminal.wait(for: "all of it") { $0.shows("rows shown") && $0.cursorLine == "enquire>" }
    terminal.send("count children\r")
    try terminal.wait(for: "the next answer") { $0.shows("194 children") }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/less")),
    arguments: [20, 80, 200])
  func `less is left by q, also after Ctrl-C, with the terminal as it was`(columns: Int) throws {
    let terminal = try open(columns: columns)
    terminal.send("list children show id first 100\r")
    try terminal.wait(for: "the pager's prompt") { $0.cursorLine == ":" }
    terminal.send("\u{3}")
    // What is typed while less minds the interrupt, it drops.
    for _ in 0..<10 where !terminal.screen.shows("C028") {
      terminal.send("\r")
      try? terminal.wait(for: "the next line", seconds: 2) { $0.shows("C028") }
    }
    terminal.send("q")
    try terminal.wait(for: "the prompt") { $0.cursorLine == "enquire>" }
    terminal.send("count children\r")
    try terminal.wait(for: "the answer") { $0.shows("194 children") && $0.cursorLine == "enquire>" }
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isAsShellsWantIt)
  }

  @Test func `a statement may take several lines`() throws {
    let terminal = try open()
    terminal.send("count children where\r")
    try terminal.wait(for: "the next line") { $0.cursorLine.contains("...>") }
    terminal.send("died\r")
    try terminal.wait(for: "the answer") { $0.shows("90 children (of 194)") }
  }

  @Test func `history is kept from one shell to the next`() throws {
    let home = try TemporaryFolder()
    let first = try open(["HOME": home.path])
    first.send("count reviews where grade = \"good\"\r")
    try first.wait(for: "the answer") {
      $0.shows("62 reviews") && $0.cursorLine == "enquire>"
    }
    first.send("\u{4}")
    #expect(try first.waitForExit() == 0)
    let second = try open(["HOME": home.path])
    second.send("\u{1B}[A")
    try second.wait(for: "the old statement") {
      $0.cursorLine == "enquire> count reviews where grade = \"good\""
    }
  }

  @Test func `history searches, and keeps nothing when told so`() throws {
    let home = try TemporaryFolder()
    let terminal = try open(["HOME": home.path])
    terminal.send("show rows\r count lscbs\rhistory off\rshow seed\rhistory on\rshow format\r")
    try terminal.wait(for: "answers") {
      $0.shows("enquire> show format") && $0.cursorLine == "enquire>"
    }
    terminal.send("history show\r")
    try terminal.wait(for: "two statements") {
      $0.shows("1  show rows") && $0.shows("3  show format") && $0.cursorLine == "enquire>"
    }
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(
      home.read(".local/state/enquire/history")
        == "show rows\nhistory off\nshow format\nhistory show\n")
  }

  @Test(arguments: [20, 80, 200])
  func `names have colours, and mistakes are underlined when the cursor has left them`(
    columns: Int
  ) throws {
    let terminal = try open(columns: columns)
    // The greeting speaks of children too.
    terminal.send("\u{0C}count childs")
    try terminal.wait(for: "no mark yet") { $0.style(of: "chi") == "" }
    terminal.send(" ")
    try terminal.wait(for: "the mark") { $0.style(of: "chi") == "4;91" }
    terminal.send("\u{15}list children show age")
    try terminal.wait(for: "colours") { $0.style(of: "age") == "96" }
    #expect(terminal.screen.style(of: "list") == "1;94")
    #expect(columns < 80 || terminal.screen.style(of: "children s") == "95")
  }

  @Test(arguments: [["LANG": "C"], ["TERM": "dumb"], ["NO_COLOR": "1"]], [20, 80, 200])
  func `poor terminals, without a home folder`(
    environment: [String: String], columns: Int
  ) throws {
    let terminal = try open(columns: columns, environment)
    terminal.send("count reviews where grade = \"good\"\n")
    try terminal.wait(for: "the answer") { $0.shows("62 reviews") && $0.cursorLine == "enquire>" }
    #expect(terminal.screen.unknownSequences.isEmpty)
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isAsShellsWantIt)
  }

  @Test(arguments: [20, 40, 80])
  func `a narrow terminal is no trouble`(columns: Int) throws {
    // The table is higher than the narrowest screen.
    let terminal = try open(columns: columns, ["PAGER": "cat"])
    terminal.send("tabulate reviews by grade\r")
    try terminal.wait(for: "the table") { $0.shows("147") && $0.cursorLine == "enquire>" }
    terminal.send("count childs\r")
    try terminal.wait(for: "the mistake") { $0.shows("try:") && $0.cursorLine == "enquire>" }
  }

  @Test func `a dumb terminal is served plainly`() throws {
    let terminal = try open(["TERM": "dumb"])
    terminal.send("count reviews where grade = \"good\"\n")
    try terminal.wait(for: "the answer") { $0.shows("62 reviews") }
    #expect(terminal.screen.unknownSequences.isEmpty)
  }
}
