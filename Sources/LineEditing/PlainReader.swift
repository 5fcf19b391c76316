#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads statements line by line, without editing: for pipes, files and dumb terminals.
///
/// Lines are joined until the statement is complete and the next line is not indented. On a
/// terminal or a slow pipe a complete statement does not wait for a next line that is not there
/// yet; after a semicolon none is waited for at all, so that another program can ask and be answered at
/// once.
@MainActor public final class PlainReader: StatementReader {
  /// A statement longer than this is handed over as it is; nobody wrote it.
  private static let statementLimit = 1 << 20
  private static let lineCountLimit = 20_000
  /// How long a next line may take to count as being there, in a pipe that is filled in pieces.
  private static let pipeGraceMilliseconds: Int32 = 50

  private let prompts: Prompts
  private let isComplete: @MainActor (String) -> Bool
  private let source: LineSource
  private let isInteractive: Bool
  private let promptDescriptor: Int32?
  private let history: History?

  /// Creates a reader of standard input, or of another file descriptor.
  ///
  /// Prompts are written only where the input is a terminal, and only there is anything remembered: what
  /// is piped in is not typed again.
  ///
  /// - Parameter history: Where statements are kept.
  public init(
    prompts: Prompts, isComplete: @escaping @MainActor (String) -> Bool,
    history: History? = nil, descriptor: Int32 = 0
  ) {
    self.prompts = prompts
    self.isComplete = isComplete
    source = LineSource(descriptor: descriptor)
    isInteractive = Terminal.isTerminal(descriptor)
    self.history = isInteractive ? history : nil
    promptDescriptor =
      isInteractive ? [STDOUT_FILENO, STDERR_FILENO].first(where: Terminal.isTerminal) : nil
  }

  /// Reads until a statement is complete; blank lines before it are skipped.
  public func readStatement() -> ReadOutcome {
    if isInteractive { _ = WakeEvents.take() }
    var statement = ""
    var lineCount = 0
    while true {
      write(lineCount == 0 ? prompts.first : prompts.continuation)
      switch source.nextLine() {
      case .interrupted:
        write("\n")
        return .interrupted
      case .end:
        write("\n")
        return statement.isEmpty ? .endOfInput : .statement(statement)
      case .text(let line):
        if lineCount == 0, line.allSatisfy(\.isWhitespace) { continue }
        statement += lineCount == 0 ? line : "\n" + line
        lineCount += 1
        if isTooLong(statement, lineCount) || endsHere(statement) { return .statement(statement) }
      }
    }
  }

  /// Puts a statement into the history, where someone types at a terminal.
  public func remember(_ statement: String) -> HistoryFailure? { history?.add(statement) }

  private func isTooLong(_ statement: String, _ lineCount: Int) -> Bool {
    statement.utf8.count > Self.statementLimit || lineCount >= Self.lineCountLimit
  }

  private func endsHere(_ statement: String) -> Bool {
    guard isComplete(statement) else { return false }
    if statement.last(where: { !$0.isWhitespace }) == ";" { return true }
    let grace = isInteractive ? 0 : Self.pipeGraceMilliseconds
    return !source.nextLineIsIndented(timeoutMilliseconds: grace)
  }

  private func write(_ text: String) {
    if let promptDescriptor { writeAll(text.utf8, to: promptDescriptor) }
  }
}
