import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct TerminalControlTests {
  @Test(arguments: [20, 80]) func `control-C clears the line and ends nothing`(columns: Int) throws
  {
    let terminal = try demo(columns: columns)
    terminal.send("count (\rabc\u{3}")
    try terminal.wait(for: "new prompt") {
      $0.line(1) == "...> abc^C" && $0.line(2) == "interrupted" && $0.line(3) == "toy>"
    }
    terminal.send("one\r")
    try terminal.wait(for: "answer") { $0.shows("got <one> 3") }
  }

  @Test func `control-C reaches what is running`() throws {
    let terminal = try demo()
    terminal.send("wait\r")
    try terminal.wait(for: "running") { $0.shows("waiting") }
    terminal.send("\u{3}")
    try terminal.wait(for: "cancelled") { $0.shows("cancelled") && $0.cursorLine == "toy>" }
  }

  @Test func `an interrupt from elsewhere is a control-C`() throws {
    let terminal = try demo()
    terminal.send("abc")
    try terminal.wait(for: "typed") { $0.cursorLine == "toy> abc" }
    terminal.signal(SIGINT)
    try terminal.wait(for: "new prompt") { $0.line(1) == "interrupted" && $0.cursorLine == "toy>" }
  }

  @Test func `control-D ends the input on an empty line only`() throws {
    let terminal = try demo()
    terminal.send("ab\u{1}\u{4}")
    try terminal.wait(for: "deleted") { $0.cursorLine == "toy> b" }
    terminal.send("\u{4}\u{4}")
    try terminal.wait(for: "bye") { $0.shows("bye") }
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.screen.modes.contains("?2004"))
  }

  @Test func `control-Z stops, and the line is there again`() throws {
    let script = "set -m; '\(builtProduct(named: "line-editing-demo"))'; echo stopped; fg"
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script])
    try terminal.wait(for: "prompt") { $0.cursorLine == "toy>" }
    terminal.send("half")
    try terminal.wait(for: "typed") { $0.cursorLine == "toy> half" }
    terminal.send("\u{1A}")
    try terminal.wait(for: "again") { $0.shows("stopped") && $0.cursorLine == "toy> half" }
    terminal.send(" done\r")
    try terminal.wait(for: "answer") { $0.shows("got <half done> 9") }
  }

  @Test func `a stop from elsewhere too`() throws {
    let terminal = try demo()
    terminal.send("half")
    try terminal.wait(for: "typed") { $0.cursorLine == "toy> half" }
    let written = terminal.output.count
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    try terminal.wait(for: "painted again") { _ in terminal.output.count > written }
    terminal.send("!\r")
    try terminal.wait(for: "answer") { $0.shows("got <half!> 5") }
  }

  @Test func `the terminal going away ends the program`() throws {
    var terminal: PseudoTerminal? = try demo()
    let process = try #require(terminal?.process)
    terminal = nil
    #expect(kill(process, 0) != 0)
  }
}

@Suite struct ViTests {
  @Test(arguments: [20, 80]) func `vi's command mode`(columns: Int) throws {
    let terminal = try demo(["--vi"], columns: columns)
    terminal.send("one\rtwo x\u{1B}")
    try terminal.wait(for: "typed") { $0.cursorLine == "toy> two x" && $0.column == 9 }
    terminal.send("0dw")
    try terminal.wait(for: "word deleted") { $0.cursorLine == "toy> x" }
    terminal.send("k")
    try terminal.wait(for: "history") { $0.cursorLine == "toy> one" }
    terminal.send("j")
    try terminal.wait(for: "back") { $0.cursorLine == "toy> x" }
    terminal.send("Az\u{1B}[D\u{1B}[Dy\r")
    try terminal.wait(for: "answer") { $0.shows("got <yxz> 3") }
  }

  @Test func `the user's editrc chooses`() throws {
    let home = try TemporaryFolder()
    try home.write("bind -v\n", to: ".editrc")
    let terminal = try demo(environment: ["HOME": home.path])
    terminal.send("abc\u{1B}")
    try terminal.wait(for: "command mode") { $0.cursorLine == "toy> abc" && $0.column == 7 }
    terminal.send("x")
    try terminal.wait(for: "deleted") { $0.cursorLine == "toy> ab" }
  }

  @Test func `keys that mean nothing here do no harm`() throws {
    let terminal = try demo(["--vi"])
    terminal.send("abc\u{1B}")
    try terminal.wait(for: "command mode") { $0.column == 7 }
    terminal.send("_GnN:@aK#d\u{1B}[A%yyp")
    terminal.send("\u{3}")
    try terminal.wait(for: "new prompt") { $0.shows("interrupted") && $0.cursorLine == "toy>" }
    terminal.send("one\r")
    try terminal.wait(for: "answer") { $0.shows("got <one> 3") }
  }
}
