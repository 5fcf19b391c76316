import Foundation
import TestSupport
import Testing

/// `enquire run --out` and `enquire diff`: what a department's scripts rely on.
@Suite struct ReportCommandTests {
  private static let program = builtProduct(named: "enquire")

  private func enquire(_ arguments: String...) throws -> ShellProcess {
    try ShellProcess.run(Self.program, arguments)
  }

  @Test(arguments: ["html", "md"])
  func `the report that comes with the program is written whole`(ending: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("r.\(ending)")
    let result = try enquire("run", "children-families-incidents", "--out", path)
    #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result.errors)")
    let text = folder.read("r.\(ending)")
    for words in ["194", "The families", "The incidents", "expectations hold", "Physical"] {
      #expect(text.localizedCaseInsensitiveContains(words), "\(words)")
    }
    let saved = try enquire("run", "infants", "--format", "json", "--out", path)
    #expect(saved.exitCode == 0 && saved.errors.isEmpty, "\(saved.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["r.\(ending)"])
  }

  @Test func `the format of answers stays what it was without a file`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("count children\n", to: "s.enq")
    #expect(try enquire("run", script, "--format", "csv").output == "count\n194\n")
    #expect(try enquire("run", script, "--format", "html").output.contains("194 children"))
  }

  @Test func `an expectation that fails ends with 1, a mistake with 2`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("parameter n = 194\nexpect (count children) = $n\n", to: "s.enq")
    let out = folder.path("r.html")
    #expect(try enquire("run", script, "--out", out).exitCode == 0)
    #expect(try enquire("run", script, "n=3", "--out", out).exitCode == 1)
    #expect(folder.read("r.html").contains("0 of 1 expectations hold"))
    #expect(try enquire("run", script, "n=x", "--out", out).exitCode == 2)
    #expect(try enquire("run", script, "--out", out, "--format", "csv").exitCode == 2)
    #expect(try enquire("run", script, "--out", out, "--data", "/no/such").exitCode == 3)
  }

  @Test func `diff ends with 0, 1, 2 or 3`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("count rows by kind\n", to: "s.enq")
    let a = try folder.write("id,kind\n1,p\n2,q\n", to: "a.csv")
    let b = try folder.write("id,kind\n1,p\n2,p\n", to: "b.csv")
    let same = try enquire("diff", script, "--data", a, "--data", a)
    #expect(same.exitCode == 0 && same.output.contains("nothing changed"))
    let other = try enquire("diff", script, "--data", a, "--data", b, "--format", "json")
    #expect(other.exitCode == 1 && other.output.contains("\"same\": false"))
    #expect(try enquire("diff", script, "--data", a).exitCode == 2)
    #expect(try enquire("diff", script, "--data", a, "--data", "/no/such").exitCode == 3)
    #expect(try enquire("diff", "no-such-script", "--data", a, "--data", b).exitCode == 2)
  }
}
