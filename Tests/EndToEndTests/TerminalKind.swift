import Foundation
import TestSupport
import Testing

/// A terminal to try the shell on: its width, what it calls itself, and the locale.
struct TerminalKind: Sendable, CustomTestStringConvertible {
  let columns: Int
  let term: String
  let locale: String

  /// Whether the shell edits there: it moves the cursor and shows UTF-8.
  var edits: Bool { term != "dumb" && locale != "C" }

  var testDescription: String { "\(columns) columns, \(term), \(locale)" }

  /// The three widths by the two terminals by the two locales.
  static let all = [20, 80, 200].flatMap { columns in
    ["xterm-256color", "dumb"].flatMap { term in
      ["C.UTF-8", "C"].map { TerminalKind(columns: columns, term: term, locale: $0) }
    }
  }

  /// Those in which a statement is edited, and those in which a line is only read.
  static let editing = all.filter(\.edits)
  static let plain = all.filter { !$0.edits }

  /// The variables of a shell there.
  func environment(_ more: [String: String]) -> [String: String] {
    ["TERM": term, "LANG": locale].merging(more) { $1 }
  }

  /// A shell at its first prompt.
  func shell(rows: Int = 30, _ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      builtProduct(named: "enquire"), rows: rows, columns: columns,
      environment: self.environment(environment))
    try terminal.wait(for: "the prompt") { $0.isAtPrompt }
    return terminal
  }

  /// A shell under another one that has job control and continues it when it is stopped.
  func shellWithJobs(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let script = "set -m; '\(builtProduct(named: "enquire"))'; echo stopped; fg >/dev/null"
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", script], rows: 30, columns: columns,
      environment: self.environment(environment))
    try terminal.wait(for: "the prompt") { $0.isAtPrompt }
    return terminal
  }
}

extension Screen {
  /// Whether an empty prompt waits.
  var isAtPrompt: Bool { cursorLine == "enquire>" }

  /// What is being typed, without blanks; what is suggested may follow.
  var typed: String { packed.components(separatedBy: "enquire>").last ?? "" }

  /// All rows without blanks, so that it does not matter where lines were broken.
  var packed: String { lines.joined().filter { $0 != " " } }
}

extension PseudoTerminal {
  /// Types a statement and waits for its answer, a text without blanks, and the next prompt.
  func ask(_ statement: String, _ answer: String) throws {
    // The prompt and the answer to an earlier statement may still be on the screen.
    let least = output.count + statement.utf8.count + answer.utf8.count
    send(statement + "\r")
    try wait(for: "the answer to \(statement)") {
      output.count > least && $0.packed.contains(answer) && $0.isAtPrompt
    }
  }

  /// Looks for an earlier statement by Ctrl-R, and takes it once a text without blanks is shown.
  func takeFromHistory(_ words: String, listed: String) throws {
    send("\u{12}" + words)
    try wait(for: "the search for \(words)") { $0.packed.contains(listed) }
    send("\r")
  }

  /// Leaves by Ctrl-D, and looks at what is left of the terminal.
  func leave() throws {
    send("\u{4}")
    #expect(try waitForExit() == 0)
    #expect(isAsShellsWantIt && !screen.modes.contains("?2004"))
    #expect(screen.unknownSequences.isEmpty, "\(screen.unknownSequences)")
  }
}
