import Foundation
import TestSupport
import Testing

@testable import Session

/// The report and the comparison that the README shows are what the program writes.
///
/// `UPDATE_TRANSCRIPTS=1` writes them anew instead of comparing them.
@MainActor
@Suite struct ReadmeReportTests {
  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")

  /// The lines of the first block of a kind after a heading, with where they are in the text.
  private static func block(_ kind: String, in text: String) throws -> Range<String.Index> {
    let section = try #require(text.range(of: "## Reports, and what changed"))
    let opening = try #require(
      text.range(of: "```\(kind)\n", range: section.upperBound..<text.endIndex))
    let closing = try #require(
      text.range(of: "```", range: opening.upperBound..<text.endIndex))
    return opening.upperBound..<closing.lowerBound
  }

  private static func hold(_ kind: String, to found: String) throws {
    var text = try String(contentsOf: readme, encoding: .utf8)
    let range = try block(kind, in: text)
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      text.replaceSubrange(range, with: found)
      try text.write(to: readme, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[range]) == found)
    }
  }

  @Test func `the report of the README is what its script writes`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let folder = try TemporaryFolder()
    let path = try folder.write(String(text[Self.block("enq", in: text)]), to: "deaths.enq")
    let (session, _, errors) = makeSession()
    let status = session.writeReport(
      of: path, arguments: [], format: nil, to: folder.path("r.md"))
    #expect(status == .success, "\(errors.text)")
    let written = folder.read("r.md")
    let start = try #require(written.range(of: "## The children who died"))
    let end = try #require(written.range(of: "\n## How to check this"))
    try Self.hold("markdown", to: String(written[start.lowerBound..<end.lowerBound]))
  }

  @Test func `the comparison of the README is what diff shows`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("count children by outcome\n", to: "s.enq")
    for (name, died) in [("2010", 3), ("2011", 4)] {
      let rows = (1...9).map { "\($0),\($0 <= died ? "died" : "serious incident")\n" }
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
      try folder.write("id,outcome\n" + rows.joined(), to: "\(name)/children.csv")
    }
    let (session, output, errors) = makeSession()
    let status = session.diff(
      script, arguments: [], data: [folder.path("2010"), folder.path("2011")], format: nil)
    #expect(status == .expectationFailed && errors.text.isEmpty, "\(errors.text)")
    let shown = output.text.replacing(folder.path + "/", with: "")
    try Self.hold("text", to: shown)
  }
}
