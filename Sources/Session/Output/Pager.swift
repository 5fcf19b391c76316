internal import LineEditing

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The program that shows an answer taller than the screen, a page at a time.
struct Pager: Sendable {
  /// What the system's shell runs, with the text on its standard input.
  let command: String

  /// The pager that `$ENQUIRE_PAGER` names, else `$PAGER`, else `less`; `nil` where the one that is
  /// named is nothing or `cat`, and where the terminal cannot move its cursor.
  init?(environment: Terminal.Environment = Terminal.processEnvironment) {
    guard !Terminal.isDumb(environment) else { return nil }
    let named = ["ENQUIRE_PAGER", "PAGER"].lazy.compactMap(environment).first
    let program = (named ?? "less").drop(while: \.isWhitespace)
    guard !program.isEmpty, program != "cat" else { return nil }
    // Ctrl-C is for the pager: the shell that waits for it is not ended. Colours are let through, and
    // a short text is not waited on, unless the user set it otherwise.
    command =
      "trap : INT; LESS=\"${LESS-FRX}\" LV=\"${LV--c}\"; export LESS LV; "
      + (named == nil ? "command -v less >/dev/null 2>&1 || exit 127; " : "") + program
  }

  /// Whether a text needs more lines than a screen has, the next prompt among them.
  static func isNeeded(for text: String, on screen: TerminalSize) -> Bool {
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // A line's codes are not seen: a coloured line is never found to be longer than it is.
      let columns = line.contains("\u{1B}") ? 0 : line.count
      lines += max(1, (columns + screen.columns - 1) / max(1, screen.columns))
      if lines > screen.rows { return true }
    }
    return false
  }

  /// Shows a text until the user has seen enough, and leaves the terminal as it was.
  ///
  /// - Returns: Whether the program could be run.
  func show(_ text: String) -> Bool {
    var modes = termios()
    let hasModes = tcgetattr(1, &modes) == 0
    defer { if hasModes { tcsetattr(1, TCSADRAIN, &modes) } }
    guard let pipe = popen(command, "w") else { return false }
    // A pager that is left early reads no more, which is no failure: `Interrupts` has SIGPIPE ignored.
    _ = text.withCString { fputs($0, pipe) }
    let status = pclose(pipe)
    let exitCode = status & 0x7F == 0 ? (status >> 8) & 0xFF : 0
    return status != -1 && exitCode != 126 && exitCode != 127
  }
}

extension Session {
  /// Writes an answer for a person: in the pager where it is taller than the screen.
  func present(_ text: String) {
    guard let screen = screen?(), settings.usesPager, Pager.isNeeded(for: text, on: screen),
      let page, page(text)
    else { return output.write(text) }
  }
}
