import TestSupport
import Testing

/// Editing, item by item, at three widths.
@Suite struct EditingMatrixTests {
  private static let cancel = "\u{3}", undo = "\u{1F}", left = "\u{1B}[D", up = "\u{1B}[A"

  /// Gives up what is typed.
  private func clear(_ terminal: PseudoTerminal) throws {
    terminal.send(Self.cancel)
    try terminal.wait(for: "an empty prompt") { $0.isAtPrompt }
  }

  @Test(arguments: TerminalKind.editing)
  func `colours, brackets, a suggestion, undo, words and wide characters`(
    kind: TerminalKind
  ) throws {
    let terminal = try kind.shell()
    terminal.send("\u{0C}a (b)")
    try terminal.wait(for: "the brackets") {
      $0.style(of: "(") == "1" && $0.style(of: ")") == "1"
    }
    try clear(terminal)
    terminal.send("\u{0C}list x")
    try terminal.wait(for: "a statement's colour") { $0.style(of: "list") == "1;94" }
    terminal.send(" ")
    try terminal.wait(for: "the mistake's mark") { $0.style(of: "x") == "4;91" }
    try clear(terminal)
    try terminal.ask("show seed", "seed")
    terminal.send("\u{0C}sh")
    try terminal.wait(for: "the suggestion") {
      $0.cursorLine == "enquire> show seed" && $0.style(of: "ow seed") == "90"
    }
    terminal.send("\u{1B}[C\u{17}")
    try terminal.wait(for: "a word killed") { $0.typed.hasPrefix("show") && $0.column == 14 }
    terminal.send(Self.undo)
    try terminal.wait(for: "the word again") { $0.typed == "showseed" && $0.column == 18 }
    try clear(terminal)
    terminal.send("ab cd ef\u{1B}b\u{1B}bX")
    try terminal.wait(for: "a letter between") { $0.cursorLine == "enquire> ab Xcd ef" }
    terminal.send("\u{1B}fY\u{1}Z")
    try terminal.wait(for: "letters at ends") { $0.cursorLine == "enquire> Zab XcdY ef" }
    try clear(terminal)
    terminal.send("e\u{301}日本👨‍👩‍👧‍👦\(Self.left)\u{7F}")
    try terminal.wait(for: "one rubbed out") {
      $0.cursorLine == "enquire> e\u{301}日👨‍👩‍👧‍👦" && $0.column == 12
    }
    try clear(terminal)
    try terminal.leave()
  }

  @Test(arguments: TerminalKind.editing)
  func `several lines, a paste, a size that changes, more than a screen`(
    kind: TerminalKind
  ) throws {
    let terminal = try kind.shell(rows: 8)
    terminal.send("\u{0C}count (\ra\rb")
    try terminal.wait(for: "three lines") {
      $0.lines.prefix(3) == ["enquire> count (", "    ...> a", "    ...> b"]
    }
    terminal.send(Self.up + Self.up + "X")
    try terminal.wait(for: "the first changed") { $0.line(0) == "enquire> cXount (" }
    try clear(terminal)
    terminal.send("\u{0C}\u{1B}[200~count reviews\n\twhere no\u{1B}[201~")
    try terminal.wait(for: "both lines, not run") {
      $0.typed.hasSuffix("countreviews...>whereno")
    }
    try clear(terminal)
    // The middle of the statement is on the screen whichever end the cursor is at.
    terminal.send("\u{0C}(\r" + (1...12).map { "l\($0)\r" }.joined())
    try terminal.wait(for: "the end") { $0.line(7) == "    ...>" && $0.line(6) == "    ...> l12" }
    terminal.send(String(repeating: Self.up, count: 13))
    try terminal.wait(for: "the start") { $0.line(0) == "enquire> (" && $0.row == 0 }
    terminal.resize(rows: 6, columns: kind.columns / 2 + 8)
    terminal.send("\u{5}!")
    try terminal.wait(for: "painted for the new size") {
      $0.line(0) == "enquire> (!" && $0.line(1) == "    ...> l1" && $0.row == 0
    }
    terminal.resize(rows: 12, columns: kind.columns)
    try clear(terminal)
    terminal.send("\u{0C}abcdefghij klmnopqrst uvwxyz")
    try terminal.wait(for: "all of it") { $0.typed == "abcdefghijklmnopqrstuvwxyz" }
    terminal.resize(rows: 12, columns: 33)
    terminal.send("!")
    try terminal.wait(for: "all of it again") { $0.typed == "abcdefghijklmnopqrstuvwxyz!" }
    try clear(terminal)
    try terminal.leave()
  }

  @Test(arguments: TerminalKind.editing)
  func `vi by the user's editrc`(kind: TerminalKind) throws {
    let home = try TemporaryFolder()
    try home.write("bind -v\n", to: ".editrc")
    let terminal = try kind.shell(["HOME": home.path])
    terminal.send("ab cd\u{1B}")
    try terminal.wait(for: "command mode") { $0.cursorLine == "enquire> ab cd" && $0.column == 13 }
    terminal.send("0dw")
    try terminal.wait(for: "a word gone") { $0.cursorLine == "enquire> cd" }
    terminal.send("u")
    try terminal.wait(for: "the word again") { $0.cursorLine == "enquire> ab cd" }
    terminal.send("0Cshow seed\r")
    try terminal.wait(for: "the answer") { $0.packed.contains("seed1") && $0.isAtPrompt }
    terminal.send("x\u{1B}")
    try terminal.wait(for: "command mode again") { $0.typed == "x" && $0.column == 9 }
    terminal.send("k")
    try terminal.wait(for: "the last statement") { $0.typed.contains("showseed") }
    try clear(terminal)
    try terminal.leave()
  }

  @Test(arguments: TerminalKind.editing)
  func `the user's own editor, and Ctrl-Z`(kind: TerminalKind) throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      "stty -a <&0 | grep -q -- ' icanon' && sed 's/nothing/show seed/' <\"$1\" >\"$1.new\" "
        + "&& mv \"$1.new\" \"$1\"\n", to: "edit.sh")
    let terminal = try kind.shellWithJobs(["EDITOR": "sh \(script)", "TMPDIR": folder.path])
    terminal.send("nothing\u{18}\u{05}")
    try terminal.wait(for: "the edited statement") { $0.cursorLine == "enquire> show seed" }
    terminal.send("\u{1A}")
    try terminal.wait(for: "the statement after a stop") {
      $0.packed.contains("stopped") && $0.cursorLine == "enquire> show seed"
    }
    terminal.send("\r")
    try terminal.wait(for: "the answer") { $0.packed.contains("seed") && $0.isAtPrompt }
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test(arguments: TerminalKind.plain)
  func `a line that is only read`(kind: TerminalKind) throws {
    let terminal = try kind.shellWithJobs()
    terminal.send("count children whez\u{7F}re\r")
    try terminal.wait(for: "the next line") { $0.cursorLine == "    ...>" }
    try terminal.ask("died", "90children(of194)")
    // The terminal's own keys: a stop, and going on.
    terminal.send("\u{1A}")
    try terminal.wait(for: "the stop") { $0.packed.contains("stopped") }
    try terminal.ask("count reviews where grade = \"good\"", "62reviews")
    terminal.send("count childs\u{3}")
    try terminal.wait(for: "a new prompt") { $0.isAtPrompt }
    terminal.resize(rows: 30, columns: 50)
    try terminal.ask("tabulate reviews by grade", "outstanding")
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 50 })
    try terminal.ask("count children where gender = \"日本\"", "hasnovalue")
    #expect(kind.term != "dumb" || !terminal.output.contains(0x1B))
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isAsShellsWantIt)
  }
}
