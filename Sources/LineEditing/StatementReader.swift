/// What came of asking for a statement.
public enum ReadOutcome: Sendable, Hashable {
  /// A statement, without the line break that ended it; it may hold several lines and may, at the
  /// end of input, be incomplete.
  case statement(String)
  /// Ctrl-C: what was being typed is dropped, the reader may be asked again.
  case interrupted
  /// There is no more input.
  case endOfInput
}

/// Where the session gets its statements from: a terminal with an editor, a pipe, a file.
@MainActor public protocol StatementReader: AnyObject {
  /// Waits for the next statement.
  func readStatement() -> ReadOutcome

  /// Puts a statement into the history, where the reader keeps one.
  ///
  /// - Returns: Why the history cannot be written, the first time that it cannot.
  func remember(_ statement: String) -> HistoryFailure?
}

/// What is written before a statement and before each further line of it.
public struct Prompts: Sendable, Hashable {
  /// Written before a statement.
  public var first: String
  /// Written before each further line.
  public var continuation: String

  /// Creates prompts; `continuation` should be as wide as `first`, so that lines stand in one column.
  public init(first: String, continuation: String) {
    self.first = first
    self.continuation = continuation
  }
}
