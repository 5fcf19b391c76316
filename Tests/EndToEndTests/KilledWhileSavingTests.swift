import TestSupport
import Testing

/// A program that is killed while it saves leaves the old file or the new one, whole.
@Suite struct KilledWhileSavingTests {
  private static let program = builtProduct(named: "enquire")

  private static func rows(_ count: Int) -> String {
    "id,name,n\n" + (0..<count).map { "\($0),name \($0),\($0 % 7)\n" }.joined()
  }

  /// Saves a snapshot again and again, and is killed after a while.
  private func saveAndKill(_ data: String, _ snapshot: String, after milliseconds: Int) throws {
    // A shell gives what it runs beside itself no input of its own.
    let statements = snapshot + ".statements"
    let killed = try ShellProcess.run(
      "/bin/sh",
      [
        "-c",
        """
        "$0" --no-cache --data "$1" <"$2" >/dev/null 2>&1 &
        sleep "$3"; kill -9 $! && wait $!; exit 0
        """,
        Self.program, data, statements, "\(Double(milliseconds) / 1000)",
      ])
    #expect(killed.exitCode == 0, "\(killed.errors)")
  }

  @Test func `kill -9 at any moment leaves a whole snapshot, and what is left is removed`() throws {
    let folder = try TemporaryFolder()
    let seed: UInt64 = 9
    var random = SeededRandom(seed: seed)
    let counts = [3, 20_000]
    let data = try counts.map { try folder.write(Self.rows($0), to: "data\($0).csv") }
    let snapshot = folder.path("s.enqs")
    try folder.write(
      String(repeating: "save snapshot \"\(snapshot)\"\n", count: 5000), to: "s.enqs.statements")
    let first = try ShellProcess.run(
      Self.program, ["--data", data[0], "-c", "save snapshot \"\(snapshot)\""])
    #expect(first.exitCode == 0, "\(first.errors)")
    for round in 0..<20 {
      let wait = 60 + random.int(below: 600)
      let note = "seed \(seed), round \(round), \(wait) ms"
      try saveAndKill(data[(round + 1) % 2], snapshot, after: wait)
      let check = try ShellProcess.run(Self.program, ["check", snapshot])
      #expect(check.exitCode == 0, "\(note): \(check.output)\(check.errors)")
      let count = try ShellProcess.run(Self.program, ["--data", snapshot, "-c", "count rows"])
      let isOneOfBoth = counts.contains { count.output.hasPrefix("\($0) rows") }
      #expect(isOneOfBoth && count.exitCode == 0, "\(note): \(count.output)\(count.errors)")
    }
    try folder.write("half", to: "s.enqs.999999.tmp")
    let last = try ShellProcess.run(
      Self.program, ["--data", data[0], "-c", "save snapshot \"\(snapshot)\""])
    #expect(last.exitCode == 0, "\(last.errors)")
    let left = try ShellProcess.run("/bin/ls", [folder.path]).output
    #expect(left == "data20000.csv\ndata3.csv\ns.enqs\ns.enqs.statements\n")
  }
}
