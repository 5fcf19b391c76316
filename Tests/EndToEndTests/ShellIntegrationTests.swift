import Foundation
import TestSupport
import Testing

/// The manual page and the completions of bash, zsh and fish, made from the program's own definitions.
///
/// What the program defines is read from its `--experimental-dump-help`, so that an option that is added
/// is asked for at once.
@Suite struct ShellIntegrationTests {
  private static let program = builtProduct(named: "enquire")

  private static func output(_ arguments: String...) throws -> String {
    let result = try ShellProcess.run(program, arguments)
    #expect(result.exitCode == 0 && result.errors.isEmpty, "\(arguments): \(result.errors)")
    return result.output
  }

  /// A command as the argument parser describes it.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        var kind: String
        var name: String
        /// As it is typed.
        var typed: String { (kind == "long" ? "--" : "-") + name }
      }
      var names: [Name]?
      var shouldDisplay: Bool
    }
    var commandName: String
    var arguments: [Argument]?
    var subcommands: [Command]?

    /// Every option that a person is meant to see, in every spelling.
    var options: [Argument.Name] {
      (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
    }
  }

  private static func commands() throws -> (program: Command, subcommands: [Command]) {
    struct Dump: Decodable { var command: Command }
    let text = try output("--experimental-dump-help")
    let program = try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
    let subcommands = try #require(program.subcommands)
    #expect(program.options.count > 6 && subcommands.count > 4)
    return (program, subcommands.filter { $0.commandName != "help" })
  }

  /// The path of a program of this machine; `nil` where it is not installed.
  private static func installed(_ name: String) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func skipped(_ name: String) -> Comment { "\(name) is not on this machine" }

  // MARK: The manual page

  @Test func `the manual page has every command with its own options`() throws {
    let page = try Self.output("manual").replacing("\\-", with: "-")
    let sections = page.components(separatedBy: "\n.SH ")
    let (program, subcommands) = try Self.commands()
    func expectOptions(of command: Command, in heading: String) throws {
      let section = try #require(sections.first { $0.hasPrefix(heading + "\n") }, "\(heading)")
      let items = section.split(separator: "\n").filter { $0.hasPrefix("\\fB") }
      for option in command.options {
        let isThere = items.contains {
          $0.dropFirst(3).split(whereSeparator: { " ,\\".contains($0) }).contains {
            $0 == option.typed
          }
        }
        #expect(isThere, "\(option.typed) in \(heading)")
      }
    }
    try expectOptions(of: program, in: "DESCRIPTION")
    for command in subcommands {
      try expectOptions(of: command, in: "COMMAND " + command.commandName.uppercased())
    }
  }

  @Test(.enabled(if: installed("groff") != nil, skipped("groff")))
  func `groff finds nothing wrong with the manual page`() throws {
    let formatted = try ShellProcess.run(
      #require(Self.installed("groff")), ["-man", "-ww", "-rLL=72n", "-Tutf8", "-P-cbou"],
      input: Self.output("manual"))
    #expect(formatted.exitCode == 0 && formatted.errors.isEmpty, "\(formatted.errors)")
    #expect(formatted.output.contains("NAME") && formatted.output.contains("copy [as FORMAT]"))
  }

  @Test(.enabled(if: installed("mandoc") != nil, skipped("mandoc")))
  func `mandoc reads the manual page`() throws {
    let checked = try ShellProcess.run(
      #require(Self.installed("mandoc")), ["-man", "-Tlint", "-Werror"],
      input: Self.output("manual"))
    #expect(checked.exitCode == 0, "\(checked.output)\(checked.errors)")
  }

  // MARK: Completions

  @Test(arguments: ["bash", "zsh"])
  func `a function of the script has every option of its command`(shell: String) throws {
    let script = try Self.output("--generate-completion-script", shell)
    let (program, subcommands) = try Self.commands()
    func expectOptions(of command: Command, in function: String) throws {
      let start = try #require(script.firstRange(of: "\n\(function)() {"), "\(function)")
      let body = script[start.upperBound...].prefix(upTo: script[start.upperBound...].ends())
      for option in command.options {
        let words = body.split { !($0.isLetter || $0.isNumber || $0 == "-") }
        #expect(words.contains { $0 == option.typed }, "\(option.typed) in \(function)")
      }
    }
    try expectOptions(of: program, in: "_enquire")
    for command in subcommands {
      try expectOptions(of: command, in: "_enquire_" + command.commandName)
    }
  }

  @Test func `the script for fish has every option of every command`() throws {
    let lines = try Self.output("--generate-completion-script", "fish").split(separator: "\n")
    let (program, subcommands) = try Self.commands()
    func expectOptions(of command: Command, named name: String) {
      let own = lines.filter {
        $0.hasPrefix("complete ") && ($0.contains("\"\(name)\"") || $0.contains("\"\(name) "))
      }
      for option in command.options {
        let flag = option.kind == "long" ? "-l '\(option.name)'" : "-s '\(option.name)'"
        #expect(own.contains { $0.contains(flag) }, "\(option.typed) of \(name)")
      }
    }
    expectOptions(of: program, named: "enquire")
    for command in subcommands {
      expectOptions(of: command, named: "enquire " + command.commandName)
      #expect(lines.contains { $0.contains("-fa '\(command.commandName)'") })
    }
  }

  @Test(
    .enabled(if: installed("bash") != nil, skipped("bash")),
    arguments: [("run --fo", "--format"), ("ru", "run"), ("--errors js", "json")])
  func `bash reads its script, and completes`(typed: String, offered: String) throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      Self.output("--generate-completion-script", "bash"), to: "enquire.bash")
    let bash = try #require(Self.installed("bash"))
    let checked = try ShellProcess.run(bash, ["-n", script])
    #expect(checked.exitCode == 0 && checked.errors.isEmpty, "\(checked.errors)")
    let line = "enquire " + typed
    let words = line.split(separator: " ")
    let completed = try ShellProcess.run(
      bash,
      [
        "-c",
        """
        . "$0"; COMP_LINE="$1"; COMP_POINT=${#1}; COMP_WORDS=($1); COMP_CWORD=$2
        _enquire enquire "$3" "$4"; printf '%s\\n' "${COMPREPLY[@]}"
        """,
        script, line, "\(words.count - 1)", String(words[words.count - 1]),
        String(words[words.count - 2]),
      ])
    let found = completed.output.split(separator: "\n").map { $0.filter { $0 != " " } }
    #expect(found.contains(offered), "\(completed.output)\(completed.errors)")
  }

  @Test(.enabled(if: installed("zsh") != nil, skipped("zsh")))
  func `zsh reads its script`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      Self.output("--generate-completion-script", "zsh"), to: "_enquire")
    let checked = try ShellProcess.run(#require(Self.installed("zsh")), ["-f", "-n", script])
    #expect(checked.exitCode == 0 && checked.errors.isEmpty, "\(checked.errors)")
  }

  @Test(
    .enabled(if: installed("fish") != nil, skipped("fish")),
    arguments: [("run --fo", "--format"), ("ru", "run"), ("--errors js", "json")])
  func `fish reads its script, and completes`(typed: String, offered: String) throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      Self.output("--generate-completion-script", "fish"), to: "enquire.fish")
    let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
    let fish = try #require(Self.installed("fish"))
    let checked = try ShellProcess.run(fish, ["--no-execute", script], environment: environment)
    #expect(checked.exitCode == 0 && checked.errors.isEmpty, "\(checked.errors)")
    let completed = try ShellProcess.run(
      fish, ["--no-config", "-c", "source \(script); complete -C 'enquire \(typed)'"],
      environment: environment)
    let found = completed.output.split(separator: "\n").compactMap {
      $0.split(separator: "\t").first
    }
    #expect(found.contains { $0 == offered }, "\(completed.output)\(completed.errors)")
  }
}

extension Substring {
  /// Where the first function of a script that began before ends: at a bracket in the first column.
  fileprivate func ends() -> Index { firstRange(of: "\n}")?.lowerBound ?? endIndex }
}
