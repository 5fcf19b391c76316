import TestSupport
import Testing

/// Completion, item by item, at three widths.
@Suite struct CompletionMatrixTests {
  private static let values = "count children where status = "

  @Test(arguments: TerminalKind.editing)
  func `names, values with their counts, descriptions, and the mended query`(
    kind: TerminalKind
  ) throws {
    let terminal = try kind.shell()
    terminal.send("\u{0C}summ\t")
    try terminal.wait(for: "a statement") { $0.typed == "summarise" }
    terminal.send("\u{15}\u{0C}help co\t\t")
    try terminal.wait(for: "a menu with descriptions") {
      $0.lines.contains { $0.hasPrefix("> compare") } || $0.lines.contains { $0.hasPrefix("> co") }
    }
    terminal.send("\u{3}")
    try terminal.wait(for: "an empty prompt") { $0.isAtPrompt }
    terminal.send("\u{0C}" + Self.values + "\t\t")
    try terminal.wait(for: "the values") { screen in
      screen.packed.contains("\"CPplan\"")
        && (kind.columns < 40
          || screen.lines.contains { $0.contains("\"CP plan\"") && $0.contains("49") })
    }
    terminal.send("\t\t\u{1B}[Z\u{1B}[B\u{1B}[A")
    terminal.resize(rows: 10, columns: kind.columns == 20 ? 40 : 24)
    terminal.send("\u{3}")
    try terminal.wait(for: "no menu") { $0.isAtPrompt }
    for leaving in ["\u{7}", "\u{1B}"] {
      terminal.resize(rows: 30, columns: kind.columns)
      terminal.send("\u{0C}" + Self.values + "\t\t\t")
      try terminal.wait(for: "the values again") { $0.packed.contains("\"CPplan\"") }
      terminal.resize(rows: 10, columns: kind.columns == 20 ? 40 : 24)
      terminal.send(leaving)
      try terminal.wait(for: "what was typed, and no menu") {
        $0.typed == "countchildrenwherestatus=\"" && !$0.packed.contains("CPplan")
      }
      terminal.send("\u{3}")
      try terminal.wait(for: "an empty prompt") { $0.isAtPrompt }
    }
    terminal.resize(rows: 30, columns: kind.columns)
    terminal.send("\u{0C}" + Self.values + "\"cp p\t")
    try terminal.wait(for: "the value with its quotes") {
      $0.typed == "countchildrenwherestatus=\"CPplan\""
    }
    terminal.send("\r")
    try terminal.wait(for: "its count") { $0.packed.contains("49children") && $0.isAtPrompt }
    try terminal.ask("count childs where dide", "try:countchildrenwheredied")
    terminal.send("\t")
    try terminal.wait(for: "the mended query") { $0.typed == "countchildrenwheredied" }
    terminal.send("\r")
    try terminal.wait(for: "its answer") {
      $0.packed.contains("90children(of194)") && $0.isAtPrompt
    }
    try terminal.leave()
  }

  @Test(arguments: TerminalKind.plain)
  func `where nothing is edited the mended query is there to be read`(kind: TerminalKind) throws {
    let terminal = try kind.shell()
    try terminal.ask("count childs where dide", "try:countchildrenwheredied")
    // A Tab is a blank there.
    try terminal.ask("count\tchildren where died", "90children(of194)")
    try terminal.leave()
  }
}
