internal import Diagnostics
internal import Execution
internal import Language
internal import LineEditing
internal import Loading
internal import Planning
internal import Rendering
internal import Tables
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
    /// Whether the terminal shows more than ASCII: blocks, lines and dots.
    public var drawsBlocks = true
    /// Whether links that names and values suggest are used as if they were declared.
    public var infersRelations = false
    /// Whether a long load shows how far it is.
    public var showsProgress = false
    /// Where snapshots of large files are kept between runs; `nil` keeps none.
    public var cacheFolder: String?
    /// Where options that are set at the prompt are kept between runs; `nil` keeps none.
    public var settingsFile: SettingsFile?
    /// Where what was done of the lessons is kept between runs; `nil` keeps none.
    public var progressFile: String?
    /// Whether a person types the statements.
    public var isInteractive = false

    /// Creates the options of a batch run without colour.
    public init() {}
  }

  var output: any TextSink
  var errors: any TextSink
  var options: Options
  var settings = Settings()
  var workspace: Workspace?
  /// The snapshot of large files that is being written.
  var cacheWriting: CacheWriting?
  /// The look at the data that are open, ahead of the first question at a terminal.
  var firstLook: FirstLook?
  /// The values of `$names` in the script that is running.
  var parameters: [String: Expression] = [:]
  /// Whether notes about ambiguity are errors, as in a script.
  var isStrict = false
  /// The scripts that are running, outermost first, so that none runs itself.
  var runningScripts: [String] = []
  /// What `expect` has found in the script that is running.
  var tally = ExpectationTally()
  /// What happens in the script that is running, where someone wants to know.
  var record: ScriptRecord?
  /// Where the statement that runs stands, as `file:line`.
  var statementPlace = ""
  /// The values of the loops that are running, in words, the outermost first.
  var loopPlace: [String] = []
  /// The answer to the last statement, if it had one.
  var lastAnswer: Answer? { didSet { wholeQuestion = nil } }
  /// What gives `lastAnswer` with every row, where it holds only those that were shown.
  var wholeQuestion: (query: BoundQuery, data: Workspace)?
  /// What takes a copied answer; `nil` where there is no terminal that could.
  var clipboard: Clipboard?
  /// Whether it has been said what must be so for a copied text to arrive.
  var hasToldOfClipboard = false
  /// The answers that were one number, the newest last.
  var figures: [Figure] = []
  /// The lesson at hand, and what has been done of all.
  var course = Course()
  /// The last query that was answered, for `save`.
  var lastQuery: String?
  /// The last statement as it should have been written, for Tab to insert; `nil` after one that had no
  /// mistake.
  var correction: String?
  /// What the prompt remembers; `nil` outside the shell.
  var history: History?
  /// Asks the person at the terminal for a line; `nil` where there is none to ask, and for an answer of
  /// nothing.
  var ask: ((String) -> String?)?
  /// The size of the screen now; `nil` where answers are not shown on one.
  var screen: (() -> TerminalSize?)?
  /// Shows a text in the pager, and says whether it could; `nil` where there is none.
  var page: ((String) -> Bool)?
  /// The interrupts counted before the statement was read, so that a quick Ctrl-C is not lost.
  var interruptsBefore = 0
  /// When the statement that runs must end; `nil` where no timeout is set.
  var deadline: ContinuousClock.Instant?
  /// The day that a report is dated.
  var today: () -> CalendarDate = { .today(environment: Terminal.processEnvironment) }
  /// What the timeout is measured with.
  var now: @Sendable () -> ContinuousClock.Instant = { .now }

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
    statementPlace = Self.place(of: parsed.span, in: source)
    if case .quit? = parsed.statement?.kind { return (.success, true) }
    deadline = settings.timeout.map { now().advanced(by: .milliseconds($0)) }
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
      let status = try execute(boundStatement, source: source, span: parsed.span)
      if status == .success { gradeAttempt(source.text(parsed.span)) }
      return (status, false)
    } catch {
      return (reportEnd(error.cause, of: source, span: parsed.span), false)
    }
  }

  /// Says why a statement ended before its answer.
  private func reportEnd(
    _ cause: QueryCancelled.Cause, of source: SourceText, span: Span
  ) -> ExitStatus {
    switch cause {
    case .interrupted:
      errors.write("interrupted\n")
      return .interrupted
    case .timedOut:
      let limit = settings.value(of: .timeout)
      report(
        [
          Diagnostic(
            .timedOut, "ended after \(limit), before it had an answer", at: span,
            notes: ["to let it run longer: set timeout 1 minute, or: set timeout off"])
        ], of: source, statement: span)
      return .mistake
    }
  }

  /// Without data only the commands that need none can run.
  private func runWithoutData(_ parsed: ParsedStatement, of source: SourceText) -> ExitStatus {
    report(parsed.diagnostics, of: source, statement: parsed.span)
    guard let statement = parsed.statement, parsed.diagnostics.isEmpty else {
      return parsed.diagnostics.isEmpty ? .success : .mistake
    }
    switch statement.kind {
    case .help, .open, .set, .show, .history, .compareRuns:
      return runCommand(statement.kind, source: source, span: statement.span)
    default:
      errors.write("no data is open; write: open \"FILE\"\n")
      return .dataNotRead
    }
  }
}
