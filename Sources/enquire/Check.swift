import ArgumentParser
import LineEditing
import Session

/// `enquire check PATH ...`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says what is wrong with data, by kind, with the first places of each.",
    discussion: """
      Several paths are one data set. Exit codes: 0 no errors, whatever the warnings; 1 errors; \
      3 nothing could be read.
      """)

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "How many places of each kind are shown.")
  var limit = 5

  @Argument(
    help: "Data packages, folders of CSV files, CSV files or snapshots.", completion: .file())
  var paths: [String] = []

  func validate() throws {
    if paths.isEmpty, common.data.isEmpty {
      throw ValidationError("name what is to be checked: a file, a folder or a data package")
    }
    if limit < 0 { throw ValidationError("the limit is a number of places, from 0") }
  }

  func run() throws { try MainActor.assumeIsolated { try check() } }

  @MainActor
  private func check() throws {
    Interrupts.install()
    let session = try common.makeEmptySession(isInteractive: false)
    throw ExitCode(session.check(common.data + paths, limit: limit).rawValue)
  }
}
