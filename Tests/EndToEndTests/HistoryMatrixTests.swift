import Foundation
import TestSupport
import Testing

/// History, item by item, at three widths, on every terminal.
@Suite struct HistoryMatrixTests {
  @Test(arguments: TerminalKind.all)
  func `shared, each once, whole, private, off, and not after a blank`(kind: TerminalKind) throws {
    let home = try TemporaryFolder()
    let (one, other) = (try kind.shell(["HOME": home.path]), try kind.shell(["HOME": home.path]))
    try one.ask("show seed", "seed")
    try other.ask("show rows", "rows")
    try one.ask(" show color", "color")
    try one.ask("show seed", "seed")
    one.send("count children where\r")
    try one.wait(for: "the next line") { $0.cursorLine == "    ...>" }
    try one.ask("died", "90children")
    try one.ask("history off", "historyoff")
    try one.ask("show timing", "timing")
    try one.ask("history on", "historyon")
    try other.ask("history died", "countchildrenwheredied")
    if kind.edits {
      try other.takeFromHistory("seed", listed: "showseed")
      try other.wait(for: "it to be taken") { $0.typed == "showseed" }
      other.send("\u{15}\u{1B}[A")
      try other.wait(for: "its own last statement") { $0.typed == "historydied" }
      other.send("\u{15}")
      try other.takeFromHistory("children", listed: "history:children>countch")
      try other.wait(for: "both of its lines") {
        $0.lines.contains { $0.hasPrefix("    ...> died") }
      }
      other.send("\u{3}")
      try other.wait(for: "an empty prompt") { $0.isAtPrompt }
    }
    try one.leave()
    try other.leave()
    let path = ".local/state/enquire/history"
    let text = home.read(path)
    for kept in ["show seed", "show rows", "history off"] { #expect(text.contains(kept + "\n")) }
    #expect(!text.contains("color") && !text.contains("timing"), "\(text)")
    let modes = try FileManager.default.attributesOfItem(atPath: home.path(path))
    #expect((modes[.posixPermissions] as? Int) == 0o600)
    let later = try kind.shell(["HOME": home.path])
    later.send("history show\r")
    try later.wait(for: "each statement once") { screen in
      screen.lines.count { $0.hasSuffix("  show seed") } == 1 && screen.isAtPrompt
    }
    try later.leave()
  }
}
