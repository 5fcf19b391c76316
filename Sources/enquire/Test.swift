import ArgumentParser
import LineEditing
import Session

/// `enquire test [PATH ...]`.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs scripts and says which of their expectations hold.",
    discussion: """
      Each script runs by itself over the same data. Exit codes: 0 all hold, 1 an expectation \
      failed, 2 a mistake in a script, 3 the data could not be read.
      """)

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "A file for the outcomes as JUnit XML.")
  var junit: String?

  @Flag(name: .long, help: "Write expected tables anew that are not the answer.")
  var update = false

  @Argument(help: "Scripts, and folders of scripts; Queries when there are none.")
  var paths: [String] = []

  func run() throws { try MainActor.assumeIsolated { try test() } }

  @MainActor
  private func test() throws {
    Interrupts.install()
    let session = try common.makeSession(isInteractive: false)
    defer { session.finishWriting() }
    throw ExitCode(session.test(paths, junit: junit, updates: update).rawValue)
  }
}
