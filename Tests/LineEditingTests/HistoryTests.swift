import LineEditing
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite @MainActor struct HistoryTests {
  @Test func `keeps whole statements, and who comes next finds them`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("state/enquire/history")
    let odd = ["count children\n  where \"a\\nb\"", "Łódź 日本 \\", "e\u{301}"]
    let history = History(path: path)
    for statement in odd { #expect(history.add(statement) == nil) }
    #expect(History(path: path).entries == odd)
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
  }

  @Test func `keeps each statement once, without blanks, and what begins with a blank`() throws {
    let folder = try TemporaryFolder()
    let history = History(path: folder.path("history"))
    for statement in ["a", "a", "", "  ", " secret", "b", "a"] { _ = history.add(statement) }
    #expect(history.entries == ["b", "a"])
    #expect(folder.read("history") == "a\nb\na\n")
  }

  @Test func `a file that cannot be written is told once`() throws {
    let folder = try TemporaryFolder()
    let blocked = try folder.write("", to: "file") + "/history"
    let history = History(path: blocked)
    #expect(history.add("a")?.description == "history is not saved: \(blocked): not a directory")
    #expect(history.add("b") == nil)
    #expect(history.entries == ["a", "b"])
    #expect(History(path: folder.path).add("a") != nil)
    let pipe = folder.path("pipe")
    mkfifo(pipe, 0o600)
    #expect(History(path: pipe).add("a") != nil)
    #expect(History(path: nil).add("a") == nil)
  }

  @Test func `an entry that was cut off by a kill spoils no other`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("one\ntw", to: "history")
    _ = History(path: path).add("three")
    #expect(History(path: path).entries == ["one", "tw", "three"])
  }

  @Test func `any bytes can be read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("\u{0}\\\n\\x\\\\\n\n\u{FFFD}", to: "history")
    #expect(History(path: path).entries == ["\u{0}", "x\\", "\u{FFFD}"])
  }

  @Test func `keeps the newest up to a limit`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write((0..<50).map { "\($0)\n" }.joined(), to: "history")
    #expect(History(path: path, limit: 3).entries == ["47", "48", "49"])
  }

  @Test func `finds its place`() {
    #expect(
      History.defaultPath { ["XDG_STATE_HOME": "/s", "HOME": "/h"][$0] } == "/s/enquire/history")
    #expect(
      History.defaultPath { ["XDG_STATE_HOME": "s", "HOME": "/h"][$0] }
        == "/h/.local/state/enquire/history")
    #expect(History.defaultPath { _ in nil } == nil)
  }

  @Test func `two shells at once lose nothing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("history")
    let shells = try (0..<2).map { _ in
      try PseudoTerminal(builtProduct(named: "line-editing-demo"), ["--history", path])
    }
    for shell in shells { try shell.wait(for: "prompt") { $0.cursorLine == "toy>" } }
    for round in 0..<1000 {
      for (number, shell) in shells.enumerated() { shell.send("shell \(number) round \(round)\r") }
    }
    for (number, shell) in shells.enumerated() {
      try shell.wait(for: "all") { $0.shows("got <shell \(number) round 999>") }
    }
    let entries = History(path: path).entries
    #expect(entries.count == 2000)
    for number in 0..<2 {
      #expect(
        entries.filter { $0.hasPrefix("shell \(number)") }
          == (0..<1000).map { "shell \(number) round \($0)" })
    }
  }

  @Test func `a shell that is killed while it writes loses no earlier entry`() throws {
    for number in 1...5 {
      let folder = try TemporaryFolder()
      let path = folder.path("history")
      let shell = try PseudoTerminal(builtProduct(named: "line-editing-demo"), ["--history", path])
      try shell.wait(for: "prompt") { $0.cursorLine == "toy>" }
      let statements = (0..<100 * number).map { "round \($0)" }
      shell.send(statements.map { $0 + "\r" }.joined())
      try shell.wait(for: "some") { $0.shows("got <round \(10 * number)>") || $0.shows("99>") }
      shell.signal(SIGKILL)
      _ = try shell.waitForExit()
      let entries = History(path: path).entries
      #expect(entries.count > 10 * number && statements.starts(with: entries))
    }
  }

  @Test func `what another shell has asked is found at the next prompt`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("history")
    let shells = try (0..<2).map { _ in
      try PseudoTerminal(builtProduct(named: "line-editing-demo"), ["--history", path])
    }
    for shell in shells { try shell.wait(for: "prompt") { $0.cursorLine == "toy>" } }
    shells[0].send("from the first\r")
    try shells[0].wait(for: "answer") { $0.shows("got <from the first>") }
    shells[1].send("\u{12}from")
    try shells[1].wait(for: "hit") { $0.shows("> from the first") }
    shells[1].send("\u{3}")
    try shells[1].wait(for: "prompt") { $0.cursorLine == "toy>" }
  }

  @Test func `lists, searches and keeps nothing when told so`() throws {
    let folder = try TemporaryFolder()
    let history = History(path: folder.path("history"))
    for statement in ["Count a", "list b", "count c"] { _ = history.add(statement) }
    #expect(history.matches("count").map(\.number) == [1, 3])
    #expect(history.matches("Count").map(\.statement) == ["Count a"])
    history.isOff = true
    #expect(history.add("secret") == nil)
    #expect(history.entries.count == 3 && !folder.read("history").contains("secret"))
  }

  @Test func `a home that cannot be written is told of once`() throws {
    let folder = try TemporaryFolder()
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    let terminal = try demo(environment: ["HOME": folder.path])
    terminal.send("one\rtwo\r")
    try terminal.wait(for: "answers") { $0.shows("got <two>") && $0.cursorLine == "toy>" }
    // Permissions do not bind the superuser.
    let notices = terminal.screen.lines.count { $0.contains("history is not saved") }
    #expect(notices == (geteuid() == 0 ? 0 : 1))
  }

  @Test func `a shell that is killed loses no earlier history`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("history")
    let shell = try PseudoTerminal(builtProduct(named: "line-editing-demo"), ["--history", path])
    try shell.wait(for: "prompt") { $0.cursorLine == "toy>" }
    shell.send("one\rtwo\rthr")
    try shell.wait(for: "typed") { $0.cursorLine == "toy> thr" }
    shell.signal(SIGKILL)
    #expect(try shell.waitForExit() == 128 + SIGKILL)
    #expect(History(path: path).entries == ["one", "two"])
  }
}
