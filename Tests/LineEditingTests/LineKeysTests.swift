import TestSupport
import Testing

/// Keys that act on the line of the cursor in a statement of several, and undo.
@Suite struct LineKeysTests {
  private func threeLines(_ arguments: [String] = [], columns: Int) throws -> PseudoTerminal {
    let terminal = try demo(arguments, columns: columns)
    terminal.send("(one\rtwo six\rten")
    try terminal.wait(for: "three lines") {
      $0.lines.prefix(3) == ["toy> (one", "...> two six", "...> ten"] && $0.row == 2
    }
    terminal.send("\u{1B}[A")
    try terminal.wait(for: "second line") { $0.row == 1 && $0.column == 8 }
    return terminal
  }

  private func wait(
    _ terminal: PseudoTerminal, for what: String, _ lines: String..., row: Int, column: Int
  ) throws {
    try terminal.wait(for: what) { screen in
      screen.lines.filter { !$0.isEmpty } == lines && screen.row == row && screen.column == column
    }
  }

  @Test(arguments: EditorTests.widths) func `emacs keys keep to the line`(columns: Int) throws {
    let terminal = try threeLines(columns: columns)
    terminal.send("\u{0B}")
    try wait(terminal, for: "end killed", "toy> (one", "...> two", "...> ten", row: 1, column: 8)
    terminal.send("\u{15}")
    try wait(terminal, for: "start killed", "toy> (one", "...>", "...> ten", row: 1, column: 5)
    terminal.send("\u{19}\u{15}\u{0B}")
    try wait(terminal, for: "break killed", "toy> (one", "...> ten", row: 1, column: 5)
    terminal.send("\u{15}")
    try wait(terminal, for: "lines joined", "toy> (oneten", row: 0, column: 9)
    terminal.send("\u{19}\u{1B}b)\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <()onetwoten>") }
  }

  @Test(arguments: EditorTests.widths) func `vi's motions keep to the line`(columns: Int) throws {
    let terminal = try threeLines(["--vi"], columns: columns)
    terminal.send("\u{1B}")
    try terminal.wait(for: "command mode") { $0.row == 1 && $0.column == 7 }
    terminal.send("$")
    try terminal.wait(for: "end of line") { $0.row == 1 && $0.column == 11 }
    terminal.send("0dw")
    try wait(terminal, for: "word", "toy> (one", "...> six", "...> ten", row: 1, column: 5)
    terminal.send("A!\u{1B}")
    try terminal.wait(for: "command mode") { $0.cursorLine == "...> six!" && $0.column == 8 }
    terminal.send("0D")
    try wait(terminal, for: "line emptied", "toy> (one", "...>", "...> ten", row: 1, column: 5)
    terminal.send("u")
    try wait(terminal, for: "undone", "toy> (one", "...> six!", "...> ten", row: 1, column: 5)
    terminal.send("ddiz\u{1B}")
    try terminal.wait(for: "command mode") { $0.cursorLine == "...> z" && $0.column == 5 }
    terminal.send("jA)\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <(one⏎z⏎ten)> 11") }
  }

  @Test(arguments: EditorTests.widths) func `changes are taken back one by one`(
    columns: Int
  ) throws {
    let terminal = try demo(columns: columns)
    terminal.send("one two(\rten")
    try terminal.wait(for: "typed") { $0.cursorLine == "...> ten" }
    terminal.send("\u{17}")
    try terminal.wait(for: "word killed") { $0.cursorLine == "...>" }
    for text in ["...> ten", "toy> one two(", "toy> one"] {
      terminal.send("\u{1F}")
      try terminal.wait(for: text) { $0.cursorLine == text }
    }
    terminal.send("\u{18}\u{15}")
    try terminal.wait(for: "nothing") { $0.cursorLine == "toy>" }
    let bells = terminal.screen.bellCount
    terminal.send("\u{1F}")
    try terminal.wait(for: "the bell") { $0.bellCount == bells + 1 }
  }

  @Test(arguments: EditorTests.widths) func `words of a suggestion are taken one by one`(
    columns: Int
  ) throws {
    let terminal = try demo(columns: columns)
    terminal.send("count ab cd\r")
    try terminal.wait(for: "answer") { $0.joined.contains("got <count ab cd>") }
    terminal.send("co\u{1B}f")
    try terminal.wait(for: "a word") { $0.cursorLine == "toy> count ab cd" && $0.column == 10 }
    terminal.send("\u{1B}[1;5C")
    try terminal.wait(for: "the next") { $0.cursorLine == "toy> count ab cd" && $0.column == 13 }
  }

  @Test func `a saved name is suggested where the history has nothing`() throws {
    let terminal = try demo()
    terminal.send("run w")
    try terminal.wait(for: "suggestion") {
      $0.cursorLine == "toy> run who-died" && $0.column == 10
    }
    #expect(terminal.screen.style(of: "ho-died") == "90")
  }

  @Test func `the brackets at the cursor are shown`() throws {
    let terminal = try demo()
    terminal.send("f( \"(\" (a))")
    try terminal.wait(for: "outer pair") {
      $0.cursorLine == "toy> f( \"(\" (a))" && $0.style(of: "( ") == "1"
    }
    #expect(terminal.screen.style(of: "(a") == "")
    terminal.send("\u{1B}[D\u{1B}[D")
    try terminal.wait(for: "inner pair") { $0.style(of: "(a") == "1" && $0.style(of: "))") == "1" }
    #expect(terminal.screen.style(of: "( ") == "")
  }

  @Test func `a mistake is marked when the cursor has left it`() throws {
    let terminal = try demo()
    terminal.send("dide")
    try terminal.wait(for: "no mark yet") { $0.cursorLine == "toy> dide" && $0.column == 9 }
    #expect(terminal.screen.style(of: "dide") == "")
    terminal.send(" ")
    try terminal.wait(for: "the mark") { $0.style(of: "dide") == "4;91" }
  }

  @Test(arguments: [20, 80, 200]) func `what was searched for is seen in what was found`(
    columns: Int
  ) throws {
    let terminal = try demo(rows: 10, columns: columns)
    terminal.send("count the children WHERE they are\r")
    // The prompt before the answer looks the same, and a Ctrl-R that comes while the terminal gathers
    // lines is its own key for showing the line again.
    try terminal.wait(for: "answer") { $0.joined.contains("33toy>") && $0.cursorLine == "toy>" }
    terminal.send("\u{0C}\u{12}where")
    try terminal.wait(for: "hit") { $0.style(of: "WHERE") == "1" }
    terminal.send("x")
    try terminal.wait(for: "no hit") { $0.joined.contains("nothing found") }
  }
}
