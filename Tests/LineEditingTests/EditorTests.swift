import TestSupport
import Testing

@Suite struct EditorTests {
  static let widths = [20, 80, 200]

  @Test(arguments: widths) func `runs a statement`(columns: Int) throws {
    let terminal = try demo(columns: columns)
    terminal.send("count children\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <count children> 14toy>") }
    #expect(terminal.screen.unknownSequences.isEmpty)
  }

  @Test func `colours what is typed`() throws {
    let terminal = try demo()
    terminal.send("count dide \"x\"")
    try terminal.wait(for: "typed") { $0.cursorLine == "toy> count dide \"x\"" }
    #expect(terminal.screen.style(of: "count") == "1;94")
    #expect(terminal.screen.style(of: "dide") == "4;91")
    #expect(terminal.screen.style(of: "\"x\"") == "92")
  }

  @Test func `without colour nothing is coloured`() throws {
    let terminal = try demo(environment: ["NO_COLOR": "1"])
    terminal.send("count\r")
    try terminal.wait(for: "answer") { $0.shows("got <count>") }
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("m"))
  }

  @Test(arguments: widths) func `edits a statement of several lines as a whole`(columns: Int) throws
  {
    let terminal = try demo(columns: columns)
    terminal.send("count (\ra\rb")
    try terminal.wait(for: "three lines") {
      $0.lines.prefix(3) == ["toy> count (", "...> a", "...> b"] && $0.row == 2 && $0.column == 6
    }
    terminal.send("\u{1B}[A\u{1B}[AX\u{1B}[B\u{1B}[BY)")
    try terminal.wait(for: "edited") {
      $0.lines.prefix(3) == ["toy> cXount (", "...> a", "...> bY)"]
        || $0.lines.prefix(3) == ["toy> cXount (", "...> a", "...> bY)"]
    }
    terminal.send("\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <cXount (⏎a⏎bY)>") }
  }

  @Test(arguments: widths) func `completes a word, then a common beginning, then from a menu`(
    columns: Int
  ) throws {
    let terminal = try demo(rows: 12, columns: columns)
    terminal.send("cou\t")
    try terminal.wait(for: "word") { $0.cursorLine == "toy> count" && $0.column == 11 }
    terminal.send("s\t")
    try terminal.wait(for: "beginning") { $0.cursorLine == "toy> count sta" }
    terminal.send("\t")
    try terminal.wait(for: "menu") {
      $0.line(0) == "toy> count status" && $0.line(1).hasPrefix("> status")
        && $0.line(2).hasPrefix("  stays")
    }
    #expect(terminal.screen.line(1).contains("what the"))
    terminal.send("\t")
    try terminal.wait(for: "second") {
      $0.line(0) == "toy> count stays" && $0.line(2).hasPrefix("> stays")
    }
    terminal.send("\u{1B}[Z")
    try terminal.wait(for: "first") { $0.line(0) == "toy> count status" }
    terminal.send("\u{1B}[B")
    try terminal.wait(for: "second") { $0.line(0) == "toy> count stays" }
    terminal.send("\r")
    try terminal.wait(for: "menu closed") { $0.line(1).isEmpty && $0.column == 17 }
    terminal.send("\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <count stays > 12") }
  }

  @Test(arguments: widths) func `a menu takes at most a screenful`(columns: Int) throws {
    let terminal = try demo(rows: 6, columns: columns)
    terminal.send("many v\t\t")
    try terminal.wait(for: "menu") {
      $0.line(0) == "toy> many value_0" && $0.line(5) == "  1 of 237"
    }
    terminal.send("\u{1B}[Z")
    try terminal.wait(for: "last") { $0.line(0) == "toy> many value_236" }
    terminal.send("\u{1B}")
    try terminal.wait(for: "as it was") { $0.line(0) == "toy> many value_" && $0.line(1).isEmpty }
  }

  @Test func `completes with quotes, in any case`() throws {
    let terminal = try demo()
    terminal.send("status = \"cp p\t")
    try terminal.wait(for: "value") { $0.cursorLine == "toy> status = \"CP plan\"" }
    terminal.send("\r")
    try terminal.wait(for: "answer") { $0.shows("got <status = \"CP plan\" > 19") }
  }

  @Test(arguments: widths) func `suggests what was asked before`(columns: Int) throws {
    let terminal = try demo(columns: columns)
    terminal.send("count (\r)\r")
    try terminal.wait(for: "answer") {
      $0.joined.contains("got <count (⏎)>") && $0.cursorLine == "toy>"
    }
    terminal.send("co")
    try terminal.wait(for: "suggestion") { $0.cursorLine == "toy> count (…" && $0.column == 7 }
    #expect(terminal.screen.style(of: "unt (…") == "90")
    terminal.send("\u{1B}[C")
    try terminal.wait(for: "taken") { $0.cursorLine == "...> )" && $0.column == 6 }
  }

  @Test(arguments: widths) func `goes through history and back to what was typed`(
    columns: Int
  ) throws {
    let terminal = try demo(columns: columns)
    terminal.send("one\rtwo (\r)\r")
    try terminal.wait(for: "answer") {
      $0.joined.contains("got <two (⏎)>") && $0.cursorLine == "toy>"
    }
    terminal.send("new\u{1B}[A")
    try terminal.wait(for: "newest") { $0.cursorLine == "...> )" }
    terminal.send("\u{1B}[A\u{1B}[A")
    try terminal.wait(for: "oldest") { $0.cursorLine == "toy> one" }
    terminal.send("\u{1B}[B\u{1B}[B")
    try terminal.wait(for: "typed") { $0.cursorLine == "toy> new" }
  }

  @Test(arguments: widths) func `searches history`(columns: Int) throws {
    let terminal = try demo(rows: 10, columns: columns)
    terminal.send("count a\rlist b\rcount c\r")
    try terminal.wait(for: "answers") { $0.shows("got <count c>") && $0.cursorLine == "toy>" }
    terminal.send("\u{12}co")
    try terminal.wait(for: "hits") { $0.shows("history: co") && $0.shows("> count c") }
    terminal.send("\u{12}")
    try terminal.wait(for: "older") { $0.shows("> count a") }
    terminal.send("\r")
    try terminal.wait(for: "taken") { $0.cursorLine == "toy> count a" && !$0.shows("history:") }
  }

  @Test(arguments: widths) func `a pasted statement waits for Enter`(columns: Int) throws {
    let terminal = try demo(columns: columns)
    #expect(terminal.screen.modes.contains("?2004"))
    terminal.send("\u{1B}[200~one\n\ttwo\u{1B}[201~")
    try terminal.wait(for: "pasted") { $0.line(0) == "toy> one" && $0.line(1) == "...>  two" }
    #expect(!terminal.screen.shows("got"))
    terminal.send("\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <one⏎ two> 8") }
  }

  @Test(arguments: widths) func `a large paste arrives whole`(columns: Int) throws {
    let terminal = try demo(columns: columns)
    let lines = (0..<2000).map { "line \($0) of many" }
    terminal.send("\u{1B}[200~" + lines.joined(separator: "\n") + "\u{1B}[201~\r")
    let count = lines.joined(separator: "\n").count
    try terminal.wait(for: "answer", seconds: 60) { $0.joined.contains("many> \(count)toy>") }
  }

  @Test(arguments: widths) func `wide and combining characters`(columns: Int) throws {
    let terminal = try demo(columns: columns)
    terminal.send("e\u{301}日本語\u{1B}[D\u{1B}[D\u{7F}")
    try terminal.wait(for: "one rubbed out") {
      $0.cursorLine == "toy> e\u{301}本語" && $0.column == 6
    }
    terminal.send("\u{7F}👨‍👩‍👧‍👦\u{1B}[D\u{1B}[3~")
    try terminal.wait(for: "others rubbed out") { $0.cursorLine == "toy> 本語" && $0.column == 5 }
  }

  @Test func `a statement wider than the screen`() throws {
    let terminal = try demo(rows: 10, columns: 20)
    terminal.send("0123456789abcdefghij日本")
    try terminal.wait(for: "two rows") {
      $0.line(0) == "toy> 0123456789abcde" && $0.line(1) == "fghij日本" && $0.column == 9
    }
    terminal.send("\u{1}X")
    try terminal.wait(for: "at the start") {
      $0.line(0) == "toy> X0123456789abcd" && $0.row == 0 && $0.column == 6
    }
  }

  @Test(arguments: widths) func `a statement longer than the screen`(columns: Int) throws {
    let terminal = try demo(rows: 5, columns: columns)
    terminal.send("(\r" + (1...12).map { "line \($0)\r" }.joined())
    try terminal.wait(for: "end") { $0.line(4) == "...>" && $0.line(3) == "...> line 12" }
    terminal.send(String(repeating: "\u{1B}[A", count: 13))
    try terminal.wait(for: "start") { $0.line(0) == "toy> (" && $0.row == 0 }
    terminal.send("\u{5})")
    try terminal.wait(for: "changed") { $0.line(0) == "toy> ()" }
    terminal.send("\r")
    try terminal.wait(for: "answer") { $0.cursorLine == "toy>" && $0.joined.contains("line 12⏎>") }
  }

  @Test(arguments: [(80, 20), (20, 80), (80, 33), (33, 30)])
  func `draws again when the size changes`(before: Int, after: Int) throws {
    let terminal = try demo(rows: 12, columns: before)
    terminal.send("first\r")
    try terminal.wait(for: "answer") { $0.shows("got <first> 5") && $0.cursorLine == "toy>" }
    let text = "aaaa+bbbb+cccc+dddd+eeee+ffff+gggg+hhhh"
    terminal.send(text)
    try terminal.wait(for: "typed") { $0.joined.hasSuffix(text) }
    terminal.resize(rows: 12, columns: after)
    terminal.send("!")
    try terminal.wait(for: "drawn again") {
      $0.joined == "toy> firstgot <first> 5toy> \(text)!"
        && $0.column == (5 + text.count + 1) % after
    }
  }

  @Test func `kills and yanks as in emacs`() throws {
    let terminal = try demo()
    terminal.send("one two\u{17}\u{19}\u{19}\u{1}\u{1B}f!")
    try terminal.wait(for: "edited") { $0.cursorLine == "toy> one! twotwo" }
  }

  @Test func `a new line on request, the screen cleared, unknown keys ignored`() throws {
    let terminal = try demo()
    terminal.send("one\r")
    try terminal.wait(for: "answer") { $0.shows("got <one>") && $0.cursorLine == "toy>" }
    terminal.send("a\u{1B}[17~\u{1B}\rb\u{C}")
    try terminal.wait(for: "cleared") { $0.line(0) == "toy> a" && $0.line(1) == "...> b" }
  }
}
