import TestSupport
import Testing

/// What the program draws, by what the terminal says of itself.
@Suite struct SeeingTests {
  private static let program = builtProduct(named: "enquire")

  private static let statements = [
    "-c", "tabulate reviews by year of incident_date", "-c", "summarise age of children",
    "-c", "describe",
  ]

  /// Terminals, and whether they show more than ASCII.
  static let terminals: [([String: String], Bool)] = [
    ([:], true), (["NO_COLOR": "1"], true), (["LC_ALL": "C"], false), (["LC_ALL": "POSIX"], false),
    (["TERM": "dumb"], false), (["TERM": ""], false),
  ]

  @Test(arguments: terminals, [20, 36, 80, 200])
  func `statements of the command line are drawn as the terminal can show them`(
    terminal: ([String: String], Bool), columns: Int
  ) throws {
    let (environment, showsBlocks) = terminal
    let shown = try PseudoTerminal(
      Self.program, Self.statements, rows: 150, columns: columns, environment: environment)
    #expect(try shown.waitForExit() == 0)
    let text = String(decoding: shown.output, as: UTF8.self)
    #expect(text.contains("note: describe"))
    #expect(text.contains(showsBlocks ? "██" : "##"), "\(text)")
    #expect(text.contains("lowest") && text.contains("▂") == showsBlocks, "\(text)")
    #expect(text.contains(showsBlocks ? "└ " : "`-reviews"), "\(text)")
    #expect(showsBlocks || text.utf8.allSatisfy { $0 < 0x80 }, "\(text)")
    let colours = !showsBlocks && environment["LC_ALL"] == nil || environment["NO_COLOR"] != nil
    #expect(!colours || !text.contains("\u{1B}["), "\(text)")
  }

  @Test(arguments: [["LC_ALL": "C"], ["TERM": "dumb", "LANG": "C.UTF-8"], ["LANG": "C.UTF-8"]])
  func `a pipe gets the same from everybody`(environment: [String: String]) throws {
    let piped = try ShellProcess.run(
      Self.program, Self.statements,
      environment: environment.merging(["PATH": "/usr/bin:/bin"]) { $1 })
    #expect(piped.exitCode == 0)
    let expected = try ShellProcess.run(Self.program, Self.statements)
    #expect(piped.output == expected.output)
    #expect(expected.output.contains("██") && !expected.output.contains("▂"))
  }

  @Test(arguments: [80, 200])
  func `at the prompt base, notes and time are one line`(columns: Int) throws {
    let terminal = try PseudoTerminal(
      Self.program, rows: 30, columns: columns, environment: ["ENQUIRE_PAGER": "cat"])
    try terminal.wait(for: "the prompt") { $0.cursorLine == "enquire>" }
    terminal.send("set timing on\rsummarise age of children by died\r")
    try terminal.wait(for: "the line below the answer") { screen in
      screen.lines.contains {
        $0.hasPrefix("194 children · in months · ") && $0.hasSuffix("s")
      } && screen.cursorLine == "enquire>"
    }
  }
}
