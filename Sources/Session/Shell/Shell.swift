internal import Language
public import LineEditing
internal import TextLayout

/// The loop of the prompt: reads a statement, runs it, and never gives up before the user does.
@MainActor
public struct Shell {
  private let session: Session
  private let reader: any StatementReader

  /// Creates a loop.
  ///
  /// - Parameter reader: Made with the hooks that `Session.editorHooks` gives.
  public init(session: Session, reader: any StatementReader) {
    self.session = session
    self.reader = reader
  }

  /// Greets, and reads and runs statements to the end of the input.
  ///
  /// - Returns: Success at a terminal; the gravest outcome where statements are piped in.
  public func run() -> ExitStatus {
    if session.options.isInteractive { session.output.write(session.banner()) }
    if session.options.isInteractive { session.asksForParameters() }
    if session.options.isInteractive { session.clipboard = Clipboard() }
    if session.options.isInteractive, let pager = Pager() {
      session.screen = { Terminal.size(1) }
      session.page = { pager.show($0) }
    }
    var status = ExitStatus.success
    while true {
      session.interruptsBefore = Interrupts.count
      switch reader.readStatement() {
      case .endOfInput:
        return session.options.isInteractive ? .success : status
      case .interrupted:
        if !session.options.isInteractive { return .interrupted }
      case .statement(let text):
        if let failure = reader.remember(text) { session.errors.write("\(failure)\n") }
        session.refreshTerminalFacts()
        let outcome = session.run(text, name: session.options.isInteractive ? nil : "<stdin>")
        status.worsen(to: outcome.status)
        if outcome.quits { return session.options.isInteractive ? .success : status }
      }
    }
  }
}

extension Session {
  /// What the line editor asks of the session while a statement is typed.
  public var editorHooks: EditorHooks {
    EditorHooks(
      isComplete: { Completeness.of($0) == .complete },
      complete: { [weak self] text, cursor in
        self?.completion(of: text, atByte: cursor)
          ?? Completion(replaceFrom: cursor, candidates: [])
      },
      suggest: { Self.savedQuery(beginningWith: $0) },
      highlight: { [weak self] in self?.highlight($0) ?? [] })
  }

  /// The best reader for standard input, with a history that is kept.
  public func makeReader() -> any StatementReader {
    let kept = History(path: options.isInteractive ? History.defaultPath() : nil)
    history = kept
    return LineEditing.makeReader(
      prompts: Prompts(first: "enquire> ", continuation: "    ...> "), hooks: editorHooks,
      history: kept, palette: palette)
  }

  /// The terminal may have been resized since the last statement.
  func refreshTerminalFacts() {
    if options.isInteractive, let size = Terminal.size(1) { options.width = size.columns }
  }
}

extension Session {
  /// Asks for a parameter that has no value: someone is at a terminal.
  ///
  /// The question goes where mistakes go, so that what a script answers can still be redirected.
  public func asksForParameters() {
    ask = { [weak self] question in
      self?.errors.write(question)
      guard let line = readLine(), !line.allSatisfy(\.isWhitespace) else { return nil }
      return line
    }
  }
}
