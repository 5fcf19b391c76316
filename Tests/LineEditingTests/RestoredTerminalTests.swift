import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// However the editor is left, the terminal is as a shell wants it.
@Suite struct RestoredTerminalTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGILL, SIGTRAP])
  func `a signal that ends the program`(number: Int32) throws {
    // Without the runtime's own report of a crash, which takes seconds.
    let terminal = try demo(environment: ["SWIFT_BACKTRACE": "enable=no"])
    terminal.send("half")
    try terminal.wait(for: "typed") { $0.cursorLine == "toy> half" }
    #expect(!terminal.isAsShellsWantIt)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == 128 + number)
    #expect(terminal.isAsShellsWantIt)
    #expect(!terminal.screen.modes.contains("?2004"))
    #expect(terminal.screen.column == 0)
  }

  @Test func `a stop that somebody else asks for`() throws {
    // Without a shell that has job control nothing can be stopped.
    let folder = try TemporaryFolder()
    let program = builtProduct(named: "line-editing-demo")
    let start = try folder.write(
      "echo $$ >'\(folder.path("pid"))'; exec '\(program)'\n", to: "start")
    let script = "set -m; sh '\(start)'; echo stopped; read line; fg"
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script])
    try terminal.wait(for: "prompt") { $0.cursorLine == "toy>" }
    let process = try #require(Int32(folder.read("pid").filter(\.isNumber)))
    kill(process, SIGTSTP)
    try terminal.wait(for: "stopped") { $0.shows("stopped") && !$0.modes.contains("?2004") }
    #expect(terminal.isAsShellsWantIt)
    terminal.send("\r")
    try terminal.wait(for: "again") { $0.cursorLine == "toy>" && $0.modes.contains("?2004") }
    terminal.send("one\r")
    try terminal.wait(for: "answer") { $0.shows("got <one> 3") }
  }

  @Test(arguments: [20, 80, 200], ["VISUAL", "EDITOR"])
  func `a statement is edited in another program`(columns: Int, variable: String) throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      "stty -a <&0 | grep -q -- ' icanon' && tr a-z A-Z <\"$1\" >\"$1.new\" && mv \"$1.new\" \"$1\"\n",
      to: "edit.sh")
    let terminal = try demo(
      columns: columns, environment: [variable: "sh \(script)", "TMPDIR": folder.path])
    terminal.send("count (\rab)")
    try terminal.wait(for: "typed") { $0.cursorLine == "...> ab)" }
    terminal.send("\u{18}\u{05}")
    try terminal.wait(for: "edited") { $0.cursorLine == "...> AB)" && $0.column == 8 }
    terminal.send("\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <COUNT (⏎AB)>") }
  }

  @Test func `an editor that fails changes nothing`() throws {
    let terminal = try demo(["--vi"], environment: ["EDITOR": "false"])
    terminal.send("as it was\u{1B}")
    try terminal.wait(for: "command mode") { $0.cursorLine == "toy> as it was" && $0.column == 13 }
    terminal.send("v")
    try terminal.wait(for: "again") { $0.cursorLine == "toy> as it was" && $0.row == 1 }
    terminal.send("\r")
    try terminal.wait(for: "answer") { $0.shows("got <as it was> 9") }
  }

  @Test func `control-D typed while something runs is not lost`() throws {
    let terminal = try demo()
    terminal.send("nap\r")
    try terminal.wait(for: "running") { $0.shows("napping") }
    #expect(terminal.isAsShellsWantIt)
    // It runs until the terminal, which gathers lines now, has the key.
    terminal.send("\u{4}")
    try terminal.wait(for: "bye") { $0.shows("bye") }
    #expect(try terminal.waitForExit() == 0)
  }
}
