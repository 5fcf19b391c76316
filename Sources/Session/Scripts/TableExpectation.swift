internal import Execution
internal import Rendering
internal import TextLayout

/// The table that a statement of a script is expected to answer, as it stands after `----`.
///
/// It is compared with the answer as the shell shows it, in a window as wide as it needs. How wide the
/// gaps and how long the rules are makes no difference, so that a table can be typed by hand.
struct TableExpectation {
  /// The answer as it would stand in the script.
  let found: [String]
  private let expected: [String]

  init(_ answer: Answer, expected: [String]) {
    var options = RenderOptions()
    options.palette = .plain
    var answer = answer
    // The table is what is expected, not the picture below it.
    if case .table(var table) = answer.body {
      table.histogram = nil
      answer.body = .table(table)
    }
    found = Renderer.render(answer, as: .table, options: options)
      .split(separator: "\n", omittingEmptySubsequences: false).map(Self.withoutEnd)
      .filter { !$0.isEmpty }
    self.expected = expected
  }

  /// The first line in which the two differ, as expected and as found; `nil` where none does.
  var difference: (expected: String?, found: String?)? {
    let (wanted, given) = (Self.significant(expected), Self.significant(found))
    for index in 0..<max(wanted.count, given.count) {
      let pair = (
        index < wanted.count ? wanted[index] : nil, index < given.count ? given[index] : nil
      )
      if pair.0.map(Self.words) != pair.1.map(Self.words) { return pair }
    }
    return nil
  }

  /// The lines without rules.
  private static func significant(_ lines: [String]) -> [String] {
    lines.filter { line in !line.allSatisfy { "─-= ".contains($0) } }
  }

  private static func words(_ line: String) -> [Substring] {
    line.split(whereSeparator: \.isWhitespace)
  }

  private static func withoutEnd(_ line: Substring) -> String {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }
}
