import Foundation
import TestSupport
import Testing

/// The program as scripts use it: arguments in; standard output, standard error and exit code out.
@Suite struct CommandLineTests {
  private static let program = builtProduct(named: "enquire")

  private func run(_ arguments: String..., input: String = "") throws -> ShellProcess {
    try ShellProcess.run(Self.program, arguments, input: input)
  }

  @Test func `a count is one line`() throws {
    let result = try run("-c", "count children", "-c", "count reviews")
    #expect(result.output == "194 children\n147 reviews\n")
    #expect(result.errors.isEmpty && result.exitCode == 0)
  }

  @Test func `CSV is a header and lines`() throws {
    #expect(try run("-c", "count children", "--format", "csv").output == "count\n194\n")
    let groups = try run("-c", "count children by status as csv").output
    #expect(
      groups == """
        status,count
        Not known to services,75
        Known,29
        Child in need,41
        CP plan,49

        """)
  }

  @Test func `JSON carries everything`() throws {
    let result = try run("-c", "count children where infant by gender as json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    for key in ["statement", "unit", "columns", "rows", "base", "undecided", "notes"] {
      #expect(object[key] != nil, "\(key)")
    }
    #expect(object["unit"] as? String == "children")
    #expect(object["undecided"] as? Int == 3)
  }

  @Test func `exit codes say what happened`() throws {
    #expect(try run("-c", "expect (count children) = 194").exitCode == 0)
    #expect(try run("-c", "expect (count children) = 195").exitCode == 1)
    #expect(try run("-c", #"count children where status = "CP paln""#).exitCode == 2)
    #expect(try run("--no-such-option").exitCode != 0)
    #expect(try run("-c", "count children", "--format", "excel").exitCode == 2)
    #expect(try run("--data", "no-such-file.csv", "-c", "count rows").exitCode == 3)
  }

  @Test func `relations can be inferred, and a package saved of what was understood`() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,grade\nR1,good\nR2,poor\n", to: "reviews.csv")
    try folder.write("child,review\nC1,R1\nC2,R1\nC3,R2\n", to: "children.csv")
    let count = "count children where review.grade = \"good\""
    #expect(try run("--data", folder.path, "-c", count).exitCode == 2)
    let saved = try run(
      "--data", folder.path, "--infer", "relations", "-c", count, "-c",
      "save package \"\(folder.path)\"")
    #expect(saved.output.hasPrefix("2 children (of 3)\n") && saved.exitCode == 0, "\(saved.errors)")
    let again = try run("--data", folder.path, "-c", count)
    #expect(again.output == "2 children (of 3)\n" && again.errors.isEmpty)
    #expect(try run("--data", folder.path, "--infer", "types", "-c", count).exitCode != 0)
  }

  @Test func `mistakes go to standard error with their place`() throws {
    let result = try run("-c", #"count children where status = "CP paln""#)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("<command>:1:31: error[unknown-value]: "))
    #expect(result.errors.contains(#"try: count children where status = "CP plan""#))
    #expect(result.errors.contains("49 children"))
  }

  @Test func `mistakes as JSON are one object a line`() throws {
    let result = try run("--errors", "json", "-c", "count childs where dide")
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["try"] as? String == "count children where died")
      #expect(object["file"] as? String == "<command>")
    }
  }

  @Test func `statements are read from standard input`() throws {
    let result = try run(
      input:
        "count children\ncount kids\n\n# a comment\ncount children where\n  died; count reviews")
    #expect(result.output == "194 children\n90 children (of 194)\n147 reviews\n")
    #expect(result.errors.contains("<stdin>"))
    #expect(result.exitCode == 2)
  }

  @Test func `help and version are there`() throws {
    #expect(try run("--help").output.contains("USAGE: enquire"))
    #expect(try run("--version").exitCode == 0)
  }

  @Test func `a script takes parameters, and goes on after a failed expectation`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      """
      parameter outcome "Which children"
      count children where outcome = $outcome
      expect (count children where outcome = $outcome) = 1
      expect (count reviews) = 147
      """, to: "s.enq")
    let result = try run("run", script, "outcome=died")
    #expect(result.output.hasPrefix("90 children (of 194)\n"))
    #expect(result.output.hasSuffix("1 of 2 expectations hold\n"))
    #expect(result.errors.contains("\(script):3:8: error[expectation-failed]"))
    #expect(result.errors.contains("found 90 and 1"))
    #expect(result.exitCode == 1)
    let without = try run("run", script)
    #expect(without.exitCode == 2)
    #expect(without.errors.contains("missing-parameter"))
  }

  @Test func `a script with a mistake of form runs nothing`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("count children\ncount children wher died\n", to: "s.enq")
    let result = try run("run", script)
    #expect(result.output.isEmpty)
    #expect(result.exitCode == 2)
  }

  @Test func `a script that runs itself is refused`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("run \"\(folder.path("s.enq"))\"\n", to: "s.enq")
    let result = try run("run", script)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("runs itself"))
  }

  @Test func `an answer goes into a file, but never over the open data`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("out.csv")
    #expect(try run("-c", "count children by gender into \"\(file)\"").exitCode == 0)
    #expect(folder.read("out.csv").hasPrefix("gender,count\n"))
    let data = try folder.write("a,b\n1,2\n", to: "data.csv")
    let refused = try run("--data", data, "-c", "count rows as csv into \"\(data)\"")
    #expect(refused.exitCode == 2)
    #expect(folder.read("data.csv") == "a,b\n1,2\n")
    let nowhere = try run("-c", "count children into \"\(folder.path("no/such.csv"))\"")
    #expect(nowhere.exitCode == 2)
    #expect(nowhere.errors.contains("cannot be written"))
  }

  @Test func `the program carries its data`() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("copied-program")
    // Copied by another process: a program that is open for writing cannot be started, and a test
    // beside this one may be starting a process that would hold it open.
    #expect(try ShellProcess.run("/bin/cp", [Self.program, copy]).exitCode == 0)
    let result = try ShellProcess.run(copy, ["-c", "count children"], folder: folder.path)
    #expect(result.output == "194 children\n", "\(result.errors)")
  }
}
