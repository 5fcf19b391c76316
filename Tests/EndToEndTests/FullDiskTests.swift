import TestSupport
import Testing

/// A disk that is full, or a limit on the size of files: a message, and what was there stays.
@Suite struct FullDiskTests {
  private static let program = builtProduct(named: "enquire")
  private let folder: TemporaryFolder
  private let data: String

  init() throws {
    folder = try TemporaryFolder()
    let rows = (0..<5000).map { "\($0),name \($0)\n" }.joined()
    data = try folder.write("id,name\n" + rows, to: "data.csv")
  }

  /// Runs the program where no file may be larger than 8 KB or, by some shells, 16 KB.
  private func runLimited(_ statement: String) throws -> ShellProcess {
    try ShellProcess.run(
      "/bin/sh",
      [
        "-c", "ulimit -f 16; exec \"$0\" --no-cache --data \"$1\" -c \"$2\"", Self.program, data,
        statement,
      ])
  }

  private func names(_ folder: String) throws -> String {
    try ShellProcess.run("/bin/ls", ["-A", folder]).output
  }

  @Test func `a snapshot and an answer that find no room leave what was there`() throws {
    for (statement, name) in [
      ("save snapshot \"\(folder.path("out.enqs"))\"", "out.enqs"),
      ("count data by name into \"\(folder.path("out.csv"))\"", "out.csv"),
    ] {
      try folder.write("before", to: name)
      let before = try names(folder.path)
      let result = try runLimited(statement)
      #expect(result.exitCode == 2, "\(statement): \(result)")
      #expect(result.errors.contains("\(name) cannot be written: file too large"), "\(result)")
      #expect(folder.read(name) == "before")
      #expect(try names(folder.path) == before)
    }
  }

  @Test func `a package that finds no room changes no file, not even the first`() throws {
    let package = folder.path("package")
    let save = "save package \"\(package)\" with data replace"
    let small = try folder.write("id,name\n1,x\n", to: "small.csv")
    let failed = try ShellProcess.run(
      "/bin/sh",
      [
        "-c", "ulimit -f 16; exec \"$0\" --no-cache --data \"$1\" --data \"$2\" -c \"$3\"",
        Self.program, small, data, save,
      ])
    #expect(failed.exitCode == 2 && failed.errors.contains("cannot be written"), "\(failed)")
    #expect(try names(package).isEmpty)
    #expect(
      try ShellProcess.run(Self.program, ["--data", small, "-c", save]).exitCode == 0)
    let before = try ShellProcess.run("/bin/sh", ["-c", "cat \"$0\"/*", package]).output
    try folder.write("id,name\n2,y\n3,z\n", to: "small.csv")
    let again = try ShellProcess.run(
      "/bin/sh",
      [
        "-c", "ulimit -f 16; exec \"$0\" --no-cache --data \"$1\" --data \"$2\" -c \"$3\"",
        Self.program, small, data, save,
      ])
    #expect(again.exitCode == 2, "\(again)")
    #expect(try ShellProcess.run("/bin/sh", ["-c", "cat \"$0\"/*", package]).output == before)
    #expect(try names(package) == "datapackage.json\nsmall.csv\n")
  }

  @Test func `a device is written to, and its being full is told`() throws {
    let null = try ShellProcess.run(
      Self.program, ["-c", "count children into \"/dev/null\"", "-c", "count children"])
    #expect(null.exitCode == 0 && null.output == "194 children\n", "\(null)")
    #expect(try ShellProcess.run("/bin/sh", ["-c", "test -c /dev/null"]).exitCode == 0)
    #if os(Linux)
      let full = try ShellProcess.run(Self.program, ["-c", "count children into \"/dev/full\""])
      #expect(full.exitCode == 2 && full.errors.contains("no space left"), "\(full)")
      #expect(try ShellProcess.run("/bin/sh", ["-c", "test -c /dev/full"]).exitCode == 0)
    #endif
  }
}
