internal import Diagnostics
internal import TextLayout

/// What became of one script of a test.
struct ScriptOutcome {
  var path: String
  var status: ExitStatus
  var checks: [ScriptRecord.Check]
  /// What the script said on the error stream.
  var messages: String
  var elapsed: Duration
  /// How many expected tables were written anew.
  var updated = 0

  /// Whether the script is as it should be.
  var passed: Bool { status == .success }

  /// The expectations that hold.
  var held: Int { checks.count { $0.holds } }

  /// One line, and below it what was wrong.
  func text(_ palette: Palette) -> String {
    let label = passed ? palette.paint("ok    ", .note) : palette.paint("FAILED", .error)
    var sums: [String] = []
    if !checks.isEmpty { sums.append("\(held) of \(checks.count) expectations hold") }
    if checks.isEmpty, passed { sums.append("runs") }
    if updated > 0 { sums.append("\(updated) \(updated == 1 ? "table" : "tables") written anew") }
    switch status {
    case .mistake: sums.append("a mistake in the script")
    case .dataNotRead: sums.append("data could not be read")
    case .interrupted: sums.append("interrupted")
    case .success, .expectationFailed: break
    }
    var out = "\(label)  \(path): \(sums.joined(separator: "; "))\n"
    guard !passed else { return out }
    for line in messages.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      out += "        \(line)\n"
    }
    return out
  }
}
