import Foundation
import Testing

@testable import Session

/// The transcripts of the README: blocks that begin with ```` ```enquire ````, in which each line
/// after `enquire> ` is typed and what follows is the answer.
///
/// `UPDATE_TRANSCRIPTS=1` writes the answers anew instead of comparing them.
@MainActor
@Suite struct TranscriptTests {
  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
  private static let prompt = "enquire> "
  private static let width = 100

  @Test func `the README tells the truth`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let (rewritten, statementCount) = Self.replayed(text)
    #expect(statementCount >= 5, "the README has transcripts")
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      try rewritten.write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      let lines = zip(text.split(separator: "\n"), rewritten.split(separator: "\n"))
      let difference = lines.first { $0 != $1 }
      #expect(
        text == rewritten,
        "first difference: \(difference.map { "\($0) / \($1)" } ?? "length")")
    }
  }

  /// The text with every transcript played again.
  private static func replayed(_ text: String) -> (text: String, statementCount: Int) {
    var out: [String] = []
    var count = 0
    var session: (session: Session, sink: MemorySink)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "```enquire" {
        session = makeSession()
        out.append(line)
      } else if line == "```", session != nil {
        session = nil
        out.append(line)
      } else if let (session, sink) = session {
        guard line.hasPrefix(prompt) else { continue }
        count += 1
        let before = sink.text.count
        _ = session.run(String(line.dropFirst(prompt.count)))
        out.append(line)
        let answer = sink.text.dropFirst(before)
        out += answer.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init)
      } else {
        out.append(line)
      }
    }
    return (out.joined(separator: "\n"), count)
  }

  private static func makeSession() -> (session: Session, sink: MemorySink) {
    let sink = MemorySink()
    var options = Session.Options()
    options.width = width
    options.isInteractive = true
    let session = Session(output: sink, errors: sink, options: options)
    #expect(session.open([]) == .success)
    return (session, sink)
  }
}
