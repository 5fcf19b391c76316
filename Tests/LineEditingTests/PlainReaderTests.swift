import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct PlainReaderTests {
  private func answers(_ input: String) throws -> [String] { try answers(Array(input.utf8)) }

  private func answers(_ input: [UInt8]) throws -> [String] {
    let result = try ShellProcess.run(builtProduct(named: "line-editing-demo"), input: input)
    #expect(result.exitCode == 0 && result.errors.isEmpty)
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func `reads statements from a pipe without a prompt`() throws {
    #expect(
      try answers("one\n\n  \ncount (\n)\ntwo") == [
        "got <one> 3", "got <count (⏎)> 9", "got <two> 3", "bye",
      ])
    #expect(try answers("") == ["bye"])
  }

  @Test func `an indented line goes on with the statement`() throws {
    #expect(
      try answers("count\n  where\n\twide\nnext\n   \nlast\n") == [
        "got <count⏎  where⏎ wide> 19", "got <next> 4", "got <last> 4", "bye",
      ])
  }

  @Test func `line breaks of every system, and a byte order mark`() throws {
    #expect(
      try answers("\u{FEFF}one\r\n(\r\n)\r\n") == ["got <one> 3", "got <(⏎)> 3", "bye"])
  }

  @Test func `what is left unfinished is handed over at the end`() throws {
    #expect(try answers("count (\na") == ["got <count (⏎a> 9", "bye"])
  }

  @Test func `any bytes can be read`() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    let bytes = (0..<60_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    #expect(try answers(bytes).last == "bye", "seed \(seed)")
  }

  @Test func `a huge line is cut, and not taken for a statement`() throws {
    let line = String(repeating: "x", count: 5 << 20)
    let result = try answers(line + "\nnext\n")
    #expect(result.count == 3)
    #expect(result.first?.hasSuffix("x\u{FFFD}> \((1 << 20) + 1)") == true)
    #expect(result.dropFirst() == ["got <next> 4", "bye"])
  }

  @Test(arguments: [["TERM": "dumb"], ["TERM": ""], ["LC_ALL": "C"], ["LANG": "en_GB.ISO-8859-1"]])
  func `a plain prompt where the editor cannot work`(environment: [String: String]) throws {
    let terminal = try PseudoTerminal(
      builtProduct(named: "line-editing-demo"), environment: environment)
    try terminal.wait(for: "prompt") { $0.cursorLine == "toy>" }
    terminal.send("count (\n")
    try terminal.wait(for: "continuation") { $0.cursorLine == "...>" }
    terminal.send(")\n")
    try terminal.wait(for: "answer") { $0.shows("got <count (⏎)> 9") && $0.cursorLine == "toy>" }
    terminal.send("half\u{3}")
    try terminal.wait(for: "new prompt") { $0.shows("interrupted") && $0.cursorLine == "toy>" }
    #expect(!terminal.output.contains(0x1B) || environment["TERM"] == nil)
    terminal.send("\u{4}")
    try terminal.wait(for: "bye") { $0.shows("bye") }
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `the editor works where no locale is chosen, and without a home`() throws {
    let terminal = try demo(environment: ["LANG": ""])
    terminal.send("日本\u{1B}[Dx\r")
    try terminal.wait(for: "answer") { $0.shows("got <日x本> 3") }
  }
}
