import Foundation
import TestSupport
import Testing

/// `enquire check`: what scripts rely on.
@Suite struct CheckTests {
  private static let program = builtProduct(named: "enquire")

  private func check(_ arguments: String...) throws -> ShellProcess {
    try ShellProcess.run(Self.program, ["check"] + arguments)
  }

  private static let package = """
    {"name": "p", "resources": [{"name": "things", "path": "a.csv", "schema": {
      "fields": [{"name": "id", "type": "string"}, {"name": "n", "type": "integer"}]}}]}
    """

  @Test func `data in order are counted`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("id,type\n1,x\n2,y\n", to: "a.csv")
    let second = try folder.write("id,type,n\n1,x,3\n", to: "b.csv")
    let result = try check(first, second)
    #expect(result.exitCode == 0 && result.errors.isEmpty)
    #expect(
      result.output == """
        \(first): 2 rows, 2 fields, no errors
        \(second): 1 row, 3 fields, no errors
        no errors in 2 tables

        """)
    #expect(try check(folder.path).output == result.output)
    #expect(try check("--data", first, second).output == result.output)
  }

  @Test func `warnings alone are no failure`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("id,type\n1,Voluntary\n2,Voluntary \n3,Voluntary\n", to: "a.csv")
    let result = try check(file)
    #expect(result.exitCode == 0)
    #expect(result.output.contains("warning[near-duplicate-value]: 1 case\n"))
    #expect(result.output.hasSuffix("no errors, 1 warning in 1 table\n"))
  }

  @Test func `errors of a package are a failure, in text and as JSON`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.package, to: "datapackage.json")
    try folder.write("id,n\na,1\nb,\u{1B}[31mx\nc,y\nd,z\n", to: "a.csv")
    let result = try check("--limit", "2", folder.path)
    #expect(result.exitCode == 1)
    #expect(result.output.contains("error[unreadable-cell]: 3 cases\n"))
    #expect(result.output.contains("  ... and 1 more\n") && !result.output.contains("\u{1B}"))
    let json = try check(folder.path("datapackage.json"), "--format", "json")
    #expect(json.exitCode == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["valid"] as? Bool == false && object["errors"] as? Int == 3)
    #expect(object["path"] as? [String] == [folder.path("datapackage.json")])
  }

  @Test func `a snapshot is checked like what it was made from`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("id,type\n1,x\n2,X\n3,x\n", to: "a.csv")
    let snapshot = folder.path("a.enqs")
    let saved = try ShellProcess.run(
      Self.program, ["--data", file, "-c", "save snapshot \"\(snapshot)\""])
    #expect(saved.exitCode == 0)
    let result = try check(snapshot)
    #expect(result.exitCode == 0)
    #expect(result.output.contains("warning[near-duplicate-value]: 1 case\n  \(file), line 3"))
  }

  @Test func `what cannot be read is an exit code of its own`() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path("missing.csv")
    let result = try check(missing)
    #expect(result.exitCode == 3 && result.output.isEmpty)
    #expect(result.errors.contains("no such file"))
    let json = try check(missing, "--format", "json")
    #expect(json.exitCode == 3)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["valid"] as? Bool == false)
    // One file among others may be missing: the others are checked, and it is an error.
    let there = try folder.write("id,type\n1,x\n", to: "a.csv")
    let some = try check(there, missing)
    #expect(some.exitCode == 1 && some.output.contains("error[missing-resource]: 1 case"))
    #expect(try check().exitCode != 0)
  }
}
