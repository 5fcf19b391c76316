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

  @Test func `at the prompt an example is shown with the first lines of its answer`() throws {
    let (session, output, _) = session()
    session.options.isInteractive = true
    session.options.width = 60
    func help(_ topic: String) -> String {
      let before = output.text.count
      _ = session.run("help \(topic)")
      return String(output.text.dropFirst(before))
    }
    #expect(help("count").contains(#/example:  count .*\n    \d+ /#), "\(help("count"))")
    let table = help("tabulate")
    #expect(table.contains("    ..."), "\(table)")
    #expect(
      table.split(separator: "\n").allSatisfy { $0.hasPrefix("    ") ? $0.count <= 60 : true })
    #expect(!help("into").contains("    children"))
    #expect(help("json").contains("    {"))
    // What is no question has no answer, and nothing is remembered as one.
    #expect(!help("define").contains("\n    "))
    #expect(session.lastAnswer == nil && session.figures.isEmpty)
    session.options.isInteractive = false
    #expect(!help("count").contains(#/\n    \d/#))
  }

  @Test func `help on large data tries examples on some of the rows and answers none`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<200_001).map { $0 % 2 == 0 ? "north\n" : "south\n" }
    let (session, output, _) = session([
      try folder.write("region\n" + rows.joined(), to: "large.csv")
    ])
    session.options.isInteractive = true
    #expect(session.run("help where").status == .success)
    #expect(output.text.contains("example:  count large where (region = "), "\(output.text)")
    #expect(!output.text.contains("100001"))
  }

  @Test func `a mistyped topic is answered with near ones`() {
    let (session, _, errors) = session()
    #expect(session.run("help mentoins").status == .mistake)
    #expect(errors.text.contains("mentions"))
    #expect(session.correction == "help mentions")
  }

  @Test func `examples speak of the open data`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    let rows = (0..<40).map {
      "\($0),\($0 % 3 == 0 ? "north" : "south"),\($0 % 7),\($0 % 2 == 0 ? "yes" : "no")"
    }
    try Data(("key,region,stock,open\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: path)
    for topic in [
      "percent", "by", "where", "sort", "count", "tabulate", "list", "summarise", "and",
    ] {
      let (session, output, errors) = session([path.path])
      #expect(session.run("help \(topic)").status == .success)
      let example = output.text.split(separator: "\n").first { $0.contains("example:") }
      let statement = example?.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      #expect(
        session.run(statement).status == .success,
        "\(topic): \(statement): \(errors.text)")
    }
  }

  @Test func `examples over relations speak of the relations of the open data`() throws {
    let folder = try TemporaryFolder()
    let rows = 0..<30
    try folder.write(
      "id,kind\n" + rows.map { "a\($0),\($0 % 3 == 0 ? "city" : "country")\n" }.joined(),
      to: "areas.csv")
    try folder.write(
      "id,area_id,size\n"
        + rows.map { "s\($0),a\($0 * 7 % 23),\(["small", "large"][$0 % 2])\n" }.joined(),
      to: "shops.csv")
    let (session, output, errors) = session([
      folder.path("areas.csv"), folder.path("shops.csv"),
    ])
    #expect(
      session.run("define relation area as shops.area_id to areas.id").status == .success)
    for topic in ["any", "every", "no", "at least"] {
      let before = output.text.utf8.count
      #expect(session.run("help \(topic)").status == .success)
      let page = String(decoding: output.text.utf8.dropFirst(before), as: UTF8.self)
      let example = page.split(separator: "\n").first { $0.contains("example:") }
      let statement = example?.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      #expect(statement.contains("count areas where"), "\(topic): \(statement)")
      #expect(session.run(statement).status == .success, "\(statement): \(errors.text)")
    }
  }

  @Test func `words that name no topic are looked for in all of them`() {
    let (session, output, errors) = session()
    #expect(session.run("help quartiles").status == .success, "\(errors.text)")
    #expect(output.text.contains("summarise"))
  }

  @Test func `help why explains the last answer, or the last of a number`() {
    let (session, output, errors) = session()
    _ = session.run("count children where status = \"Child in need\"; count children where died")
    #expect(session.run("help why 41").status == .success, "\(errors.text)")
    #expect(output.text.contains("41 answers: count children where status"), "\(output.text)")
    #expect(session.run("help why").status == .success)
    #expect(output.text.contains("90 answers: count children where died"))
    #expect(session.run("help why 7").status == .success)
    #expect(output.text.contains("No answer so far was 7"))
  }
}
