import Foundation
import TestSupport
import Testing

/// Data that is not what it should be: a clear message each, and the shell lives on.
@Suite struct BadDataTests {
  private static let program = builtProduct(named: "enquire")

  /// A file's name and content, and a part of the message.
  private static let unreadable: [(name: String, text: String?, message: String)] = [
    ("missing.csv", nil, "no such file"),
    ("empty.csv", "", "is empty"),
    ("binary.csv", "\u{7F}ELF\u{0}\u{1}\u{2}\u{0}\u{0}", "is not text"),
    ("datapackage.json", "not json", "is not a JSON object"),
    ("datapackage.json", #"{"name": "x"}"#, "lists no resources"),
    ("datapackage.json", #"{"resources": [{"path": "absent.csv"}]}"#, "no table"),
  ]

  @Test(arguments: unreadable.indices)
  func `what cannot be read is named, and the shell lives on`(index: Int) throws {
    let (name, text, message) = Self.unreadable[index]
    let folder = try TemporaryFolder()
    if let text { _ = try folder.write(text, to: name) }
    let direct = try ShellProcess.run(
      Self.program, ["--data", folder.path(name), "-c", "count rows"])
    #expect(direct.exitCode == 3)
    #expect(direct.errors.contains(message), "\(direct.errors)")
    let session = try ShellProcess.run(
      Self.program, [], input: "open \"\(folder.path(name))\"\ncount children\n")
    #expect(session.output == "194 children\n")
    #expect(session.errors.contains(message))
  }

  @Test func `a folder without data is named`() throws {
    let folder = try TemporaryFolder()
    let result = try ShellProcess.run(Self.program, ["--data", folder.path, "-c", "count rows"])
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("folder without data"))
  }

  @Test func `a file that is cut off opens with an issue`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("id,name\n1,\"cut o", to: "cut.csv")
    let result = try ShellProcess.run(Self.program, ["--data", file, "-c", "count rows"])
    #expect(result.exitCode == 0)
    #expect(result.output == "1 row of cut\n")
    #expect(result.errors.contains("unclosed-quote") && result.errors.contains("line 2"))
  }

  @Test func `a foreign key to nowhere leaves the tables usable`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("id,b\n1,x\n2,y\n", to: "a.csv")
    let package = try folder.write(
      """
      {"name": "p", "resources": [{"name": "things", "path": "a.csv", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "b", "type": "string"}],
        "foreignKeys": [{"fields": "b", "reference": {"resource": "nowhere", "fields": "id"}}]}}]}
      """, to: "datapackage.json")
    let result = try ShellProcess.run(Self.program, ["--data", package, "-c", "count things"])
    #expect(result.output == "2 things\n")
    #expect(result.errors.contains("unusable-relation"))
  }
}
