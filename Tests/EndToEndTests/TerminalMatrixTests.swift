import Foundation
import TestSupport
import Testing

/// The shell at three widths, on a terminal that moves its cursor and on one that does not, in UTF-8 and
/// in the C locale: one shell each, through editing, completion, history and the clipboard.
@Suite struct TerminalMatrixTests {
  private static let locales = ["C.UTF-8", "C"]
  private static let kinds = [
    (columns: 20, term: "xterm-256color"), (20, "dumb"), (80, "xterm-256color"), (80, "dumb"),
    (200, "xterm-256color"), (200, "dumb"),
  ]

  @Test(arguments: kinds, locales)
  func `everything works that can`(kind: (columns: Int, term: String), locale: String) throws {
    let terminal = try PseudoTerminal(
      builtProduct(named: "enquire"), rows: 30, columns: kind.columns,
      environment: ["TERM": kind.term, "LANG": locale])
    try terminal.wait(for: "the prompt") { $0.cursorLine == "enquire>" }
    try answersAndMends(terminal)
    let movesCursor = kind.term != "dumb"
    if movesCursor, locale != "C" { try edits(terminal) }
    terminal.send("copy\r")
    try terminal.wait(for: "what became of the copy") {
      $0.packed.contains(movesCursor ? "copiedasmarkdown" : "onlywriteslines") && $0.isAtPrompt
    }
    #expect(terminal.screen.clipboard.count == (movesCursor ? 1 : 0))
    terminal.send("count chil\u{3}")
    try terminal.wait(for: "a new prompt") {
      $0.packed.hasSuffix("^Cenquire>") || $0.packed.hasSuffix("interruptedenquire>")
    }
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isAsShellsWantIt && !terminal.screen.modes.contains("?2004"))
    #expect(terminal.screen.unknownSequences.isEmpty)
    #expect(movesCursor || !terminal.output.contains(0x1B))
  }

  /// What any terminal can do.
  private func answersAndMends(_ terminal: PseudoTerminal) throws {
    terminal.send("count reviews where grade = \"good\"\r")
    try terminal.wait(for: "the answer") { $0.packed.contains("62reviews") && $0.isAtPrompt }
    terminal.send("count children where\r")
    try terminal.wait(for: "the next line") { $0.cursorLine == "    ...>" }
    terminal.send("died\r")
    try terminal.wait(for: "the answer to both lines") {
      $0.packed.contains("90children(of194)") && $0.isAtPrompt
    }
    terminal.send("count childs\r")
    try terminal.wait(for: "the mistake") { $0.packed.contains("try:") && $0.isAtPrompt }
  }

  /// What needs a cursor that moves, and UTF-8.
  private func edits(_ terminal: PseudoTerminal) throws {
    terminal.send("\t")
    try terminal.wait(for: "the mended statement") {
      $0.typed.hasPrefix("countchildren")
    }
    terminal.send("\r")
    try terminal.wait(for: "its answer") { $0.packed.hasSuffix("194childrenenquire>") }
    terminal.send("count children where status = \t\t")
    try terminal.wait(for: "the values") { $0.packed.contains("\"CPplan\"") }
    terminal.send("\u{3}")
    try terminal.wait(for: "an empty prompt") { $0.isAtPrompt }
    try terminal.takeFromHistory("good", listed: "history:good")
    try terminal.wait(for: "what was found") {
      $0.typed.hasPrefix("countreviewswheregrade=\"good\"")
    }
    terminal.send("\u{15}\u{1B}[A")
    try terminal.wait(for: "the last statement") { $0.typed.hasPrefix("countchildren") }
    terminal.send("\u{15}日本\u{7F}")
    try terminal.wait(for: "one of two wide characters") { $0.cursorLine == "enquire> 日" }
    terminal.send("\u{15}\u{1B}[200~count reviews\n where region = \"London\"\u{1B}[201~")
    try terminal.wait(for: "what was pasted") {
      $0.typed.hasPrefix("countreviews...>whereregion=\"London\"")
    }
    terminal.send("\r")
    try terminal.wait(for: "its answer") { $0.packed.contains("(of147)") && $0.isAtPrompt }
  }

  @Test func `a home that nobody can write to is told of, and everything else works`() throws {
    // Not even the superuser makes files there.
    let terminal = try PseudoTerminal(
      builtProduct(named: "enquire"), rows: 30, environment: ["HOME": "/proc/self"])
    try terminal.wait(for: "the prompt") { $0.cursorLine == "enquire>" }
    terminal.send("set timing off\rcount reviews where grade = \"good\"\r")
    try terminal.wait(for: "the answer") { $0.shows("62 reviews") && $0.isAtPrompt }
    #expect(terminal.screen.lines.count { $0.contains("history is not saved") } == 1)
    #expect(terminal.screen.shows("set for this session only"))
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test(arguments: [["HOME": "/proc/self"], [:], ["TERM": "dumb"], ["NO_COLOR": "1"]])
  func `a pipe gets plain answers, whatever is set`(environment: [String: String]) throws {
    let variables = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color"].merging(environment) { $1 }
    let result = try ShellProcess.run(
      builtProduct(named: "enquire"), input: "count children\ncopy\n", environment: variables)
    #expect(result.output == "194 children\n" && !result.errors.contains("\u{1B}"))
    #expect(result.errors.contains("only the shell copies") && result.exitCode == 2)
  }
}
