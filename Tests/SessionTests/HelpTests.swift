import Diagnostics
import Foundation
import Language
import TestSupport
import Testing

@testable import Session

/// Help on every word, with an example on the data that are open.
@MainActor @Suite struct HelpTests {
  private func session(_ paths: [String] = []) -> (Session, MemorySink, MemorySink) {
    let (output, errors) = (MemorySink(), MemorySink())
    let session = Session(output: output, errors: errors, options: .init())
    #expect(session.open(paths) == .success)
    return (session, output, errors)
  }

  /// Every word that the parser takes at some place of some example.
  private nonisolated static let words: [String] = {
    var words: Set<String> = []
    for example in GrammarProduction.all.flatMap(\.examples) {
      for (span, _) in Highlighting.spans(of: example) {
        words.formUnion(CompletionContext.at(cursor: span.start, in: example).keywords)
      }
    }
    return words.sorted()
  }()

  @Test(arguments: words)
  func `every word of the language has help`(word: String) {
    let (session, output, errors) = session()
    #expect(session.run("help \(word)").status == .success, "\(word): \(errors.text)")
    #expect(output.text.contains("example:") || output.text.contains("right:"), "\(word)")
  }

  @Test(arguments: ["status", "children", "children.age", "review", "grade"])
  func `the names of the data have help`(name: String) {
    let (session, output, errors) = session()
    #expect(session.run("help \(name)").status == .success, "\(errors.text)")
    let example = output.text.split(separator: "\n").first { $0.contains("example:") }
    let statement = example?.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    #expect(session.run(statement).status == .success, "\(statement): \(errors.text)")
  }

  @Test func `a mistyped topic is answered with near ones`() {
    let (session, _, errors) = session()
    #expect(session.run("help mentoins").status == .mistake)
    #expect(errors.text.contains("mentions"))
    #expect(session.correction == "help mentions")
  }

  @Test func `an example that the open data cannot answer says so`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    let rows = (0..<40).map {
      "\($0),\($0 % 3 == 0 ? "north" : "south"),\($0 % 7),\($0 % 2 == 0 ? "yes" : "no")"
    }
    try Data(("key,region,stock,open\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: path)
    for topic in ["percent", "by", "where", "sort"] {
      let (session, output, errors) = session([path.path])
      #expect(session.run("help \(topic)").status == .success)
      let example = output.text.split(separator: "\n").first { $0.contains("example:") }
      let statement = example?.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      #expect(
        statement.hasSuffix("(on the bundled data)") || session.run(statement).status == .success,
        "\(topic): \(statement): \(errors.text)")
    }
  }
}
