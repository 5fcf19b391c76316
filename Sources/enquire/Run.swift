import ArgumentParser
import LineEditing
import Session

/// `enquire run FILE [name=value ...]`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a script of statements and checks its expectations.",
    discussion: """
      With --out, what the script finds is written as one document: headings, text, tables, bars, \
      what the numbers rest on, and every query. An expectation that does not hold is marked in it, and \
      the exit code is then 1.

        enquire run report.enq year=2010 --out report.html
        enquire run report.enq --out report.md
        enquire run report.enq --format json --out answers.json
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: "A file for a report, as markdown, html or json by --format or by its ending.",
    completion: .file())
  var out: String?

  @Argument(help: "The script, or the name of a saved query.", completion: .file())
  var file: String

  @Argument(help: "Values for the script's parameters.")
  var arguments: [String] = []

  func run() throws { try MainActor.assumeIsolated { try runScript() } }

  @MainActor
  private func runScript() throws {
    Interrupts.install()
    let session = try common.makeSession(isInteractive: false)
    defer { session.finishWriting() }
    if Terminal.isTerminal(0), Terminal.isTerminal(2) { session.asksForParameters() }
    guard let out else {
      throw ExitCode(session.runScript(file, arguments: arguments).rawValue)
    }
    let status = session.writeReport(
      of: file, arguments: arguments, format: common.format, to: out)
    throw ExitCode(status.rawValue)
  }
}
