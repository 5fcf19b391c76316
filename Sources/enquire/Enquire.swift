import ArgumentParser
import LineEditing
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: arguments in, exit code out.
@main
struct Enquire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enquire",
    abstract: "Answers questions about review data sets, in a language close to English.",
    discussion: """
      Without arguments, opens a shell on the bundled data set of serious case reviews. Statements \
      are read from standard input where that is not a terminal.

        enquire -c 'count children where status = "CP plan" and died'
        enquire --data children.csv --data reviews.csv --infer relations
        enquire run report.enq year=2010
        enquire check children.csv

      Exit codes: 0 all well, 1 an expectation failed, checked data have errors or compared runs \
      differ, 2 a mistake in \
      a statement or on the command line, 3 the data could not be read, 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [Run.self, Test.self, Diff.self, Check.self, Manual.self])

  @OptionGroup var common: CommonOptions

  @Option(name: .customShort("c"), help: "A statement to run; may be given several times.")
  var statements: [String] = []

  /// Does what the parser's own `main` does, but ends at once with an exit code that a command
  /// throws: the parser would put together its help first.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      end(code.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  // The program starts on the main thread, where the terminal is.
  func run() throws { try MainActor.assumeIsolated { try open() } }

  @MainActor
  private func open() throws {
    Interrupts.install()
    let isInteractive =
      statements.isEmpty && Terminal.isTerminal(0) && Terminal.isTerminal(1)
    let session = try common.makeSession(isInteractive: isInteractive)
    defer { session.finishWriting() }
    guard statements.isEmpty else { throw ExitCode(runStatements(session).rawValue) }
    let reader = session.makeReader()
    throw ExitCode(Shell(session: session, reader: reader).run().rawValue)
  }

  /// Runs the statements of the command line, every one, and gives the gravest outcome.
  @MainActor
  private func runStatements(_ session: Session) -> ExitStatus {
    var status = ExitStatus.success
    for statement in statements {
      let outcome = session.run(statement, name: "<command>")
      status = max(status, outcome.status)
      if outcome.quits || outcome.status == .interrupted { break }
    }
    return status
  }
}

/// Ends the program. (Inside a command, `exit` is the parser's.)
private func end(_ status: Int32) -> Never { exit(status) }

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "A data package, a folder of CSV files or a CSV file; may be given several times.",
    completion: .file())
  var data: [String] = []

  @Option(
    name: .long,
    help: "The format of answers: \(SettingOption.format.values.joined(separator: ", ")).",
    completion: .list(SettingOption.format.values))
  var format: String?

  @Option(name: .long, help: "How mistakes are written: text or json.")
  var errors: ErrorStyle = .text

  @Option(
    name: .long,
    help: "What is taken from names and values where nothing is declared: relations.")
  var infer: [Inference] = []

  enum Inference: String, ExpressibleByArgument, CaseIterable {
    case relations
  }

  @Flag(name: .customLong("no-color"), help: "Never use colour.")
  var noColor = false

  @Flag(
    name: .customLong("no-cache"),
    help: "Read large files themselves, and keep no snapshot of them for the next time.")
  var noCache = false

  enum ErrorStyle: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// Makes a session with the data opened.
  ///
  /// - Throws: The exit code when the options or the data are no good; the reason has been said.
  @MainActor
  func makeSession(isInteractive: Bool) throws -> Session {
    let session = try makeEmptySession(isInteractive: isInteractive)
    let status = session.open(data)
    guard status == .success else { throw ExitCode(status.rawValue) }
    return session
  }

  /// Makes a session in which nothing is open yet.
  ///
  /// - Throws: The exit code when the options are no good; the reason has been said.
  @MainActor
  func makeEmptySession(isInteractive: Bool) throws -> Session {
    var options = Session.Options()
    options.errorsAsJSON = errors == .json
    options.usesColor = !noColor && Terminal.wantsColor(1)
    options.isInteractive = isInteractive
    options.showsProgress = Terminal.canRedraw(2)
    options.cacheFolder = noCache ? nil : CacheFolder.path()
    // What a script or a pipe answers must not depend on who runs it.
    options.settingsFile =
      isInteractive ? SettingsFile.defaultPath().map(SettingsFile.init(path:)) : nil
    options.progressFile = isInteractive ? CourseProgress.defaultPath() : nil
    options.infersRelations = infer.contains(.relations)
    options.width = Terminal.size(1)?.columns
    // In a pipe nothing is drawn for a terminal's character set, which takes a while to look up.
    options.drawsBlocks = options.width == nil || Terminal.drawsBlocks()
    let session = Session(
      output: StandardSink.output, errors: StandardSink.error, options: options)
    session.readSettings()
    if let format, !session.setFormat(format) {
      StandardSink.error.write("error: there is no format \"\(format)\"\n")
      throw ExitCode(ExitStatus.mistake.rawValue)
    }
    return session
  }
}
