import ArgumentParser
import LineEditing
import Session

/// `enquire diff FILE --data A --data B [name=value ...]`.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Runs a script on two data sets and says number by number what changed.",
    discussion: """
      Answers are matched by their statement, and their rows by the columns that name them. What the \
      script expects is not looked at. Exit codes, as those of diff: 0 nothing changed, 1 something \
      did, 2 a mistake in the script or on the command line, 3 the data could not be read.

        enquire diff report.enq --data 2009-10/ --data 2010-11/
        enquire diff report.enq --data old.csv --data new.csv --format json
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The script, or the name of a saved query.", completion: .file())
  var file: String

  @Argument(help: "Values for the script's parameters.")
  var arguments: [String] = []

  func run() throws { try MainActor.assumeIsolated { try diff() } }

  @MainActor
  private func diff() throws {
    Interrupts.install()
    let session = try common.makeEmptySession(isInteractive: false)
    let status = session.diff(
      file, arguments: arguments, data: common.data, format: common.format)
    throw ExitCode(status.rawValue)
  }
}
