internal import Diagnostics
internal import Execution
internal import Language
internal import LineEditing
internal import Loading
internal import Planning
internal import Rendering
internal import TextLayout

/// One conversation about one data set: runs statements, remembers definitions and settings.
///
/// Knows no terminal: what it says goes to two sinks, so that it is tested as it is used.
@MainActor
public final class Session {
  /// How the session was started.
  public struct Options: Sendable {
    /// The name of the format for answers; the settings' own when `nil`.
    public var format: String?
    /// Whether mistakes are written as JSON.
    public var errorsAsJSON = false
    /// Whether answers and messages may use colour.
    public var usesColor = false
    /// The columns of the terminal; `nil` where there is none.
    public var width: Int?
    /// Whether links that names and values suggest are used as if they were declared.
    public var infersRelations = false
    /// Whether a long load shows how far it is.
    public var showsProgress = false
    /// Where snapshots of large files are kept between runs; `nil` keeps none.
    public var cacheFolder: String?
    /// Where options that are set at the prompt are kept between runs; `nil` keeps none.
    public var settingsFile: SettingsFile?
    /// Whether a person types the statements.
    public var isInteractive = false

    /// Creates the options of a batch run without colour.
    public init() {}
  }

  let output: any TextSink
  let errors: any TextSink
  var options: Options
  var settings = Settings()
  var workspace: Workspace?
  /// The snapshot of large files that is being written.
  var cacheWriting: CacheWriting?
  /// The values of `$names` in the script that is running.
  var parameters: [String: Expression] = [:]
  /// Whether notes about ambiguity are errors, as in a script.
  var isStrict = false
  /// The scripts that are running, outermost first, so that none runs itself.
  var runningScripts: [String] = []
  /// What `expect` has found in the script that is running.
  var tally = ExpectationTally()
  /// The last query that was answered, for `save`.
  var lastQuery: String?
  /// The last statement as it should have been written, for Tab to insert; `nil` after one that had no
  /// mistake.
  var correction: String?
  /// What the prompt remembers; `nil` outside the shell.
  var history: History?
  /// The interrupts counted before the statement was read, so that a quick Ctrl-C is not lost.
  var interruptsBefore = 0

  /// Creates a session without data; `open` comes next.
  public init(output: any TextSink, errors: any TextSink, options: Options) {
    self.output = output
    self.errors = errors
    self.options = options
  }

  /// Sets the format for answers by its name.
  ///
  /// - Returns: Whether there is such a format.
  public func setFormat(_ name: String) -> Bool { settings.set(.format, to: name) }

  /// Runs every statement of a text.
  ///
  /// - Parameters:
  ///   - name: What messages call the text; `nil` for what was typed.
  /// - Returns: The gravest outcome, and whether the last statement was `quit`.
  public func run(_ text: String, name: String? = nil) -> (status: ExitStatus, quits: Bool) {
    let source = SourceText(text, name: name)
    var status = ExitStatus.success
    for parsed in Parser.parse(source) {
      let outcome = run(parsed, of: source)
      status.worsen(to: outcome.status)
      if outcome.quits { return (status, true) }
      if outcome.status == .interrupted { break }
    }
    return (status, false)
  }

  /// Runs one statement; reports its mistakes instead when it has any.
  func run(_ parsed: ParsedStatement, of source: SourceText) -> (status: ExitStatus, quits: Bool) {
    correction = nil
    if case .quit? = parsed.statement?.kind { return (.success, true) }
    guard let workspace else { return (runWithoutData(parsed, of: source), false) }
    let checked = Binder.check(
      parsed, of: source, in: workspace.catalogue, parameters: parameters, isStrict: isStrict,
      counter: { [executor = executor(workspace)] set in
        do { return try executor.count(set) } catch { return nil }
      })
    report(checked.diagnostics, of: source, statement: parsed.span)
    guard let boundStatement = checked.bound else {
      return (checked.diagnostics.isEmpty ? .success : .mistake, false)
    }
    do {
      return (try execute(boundStatement, source: source, span: parsed.span), false)
    } catch {
      errors.write("interrupted\n")
      return (.interrupted, false)
    }
  }

  /// Without data only the commands that need none can run.
  private func runWithoutData(_ parsed: ParsedStatement, of source: SourceText) -> ExitStatus {
    report(parsed.diagnostics, of: source, statement: parsed.span)
    guard let statement = parsed.statement, parsed.diagnostics.isEmpty else {
      return parsed.diagnostics.isEmpty ? .success : .mistake
    }
    switch statement.kind {
    case .help, .open, .set, .show, .history:
      return runCommand(statement.kind, source: source, span: statement.span)
    default:
      errors.write("no data is open; write: open \"FILE\"\n")
      return .dataNotRead
    }
  }
}
