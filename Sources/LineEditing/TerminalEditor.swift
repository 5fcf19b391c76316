internal import CEditLine
public import TextLayout

/// Reads statements on a terminal: colours, suggestions, a completion menu, history, statements
/// of several lines edited as a whole.
///
/// libedit keeps the text and the keys of emacs or vi; everything that is seen is painted here.
@MainActor public final class TerminalEditor: StatementReader {
  let prompts: Prompts
  let hooks: EditorHooks
  let history: History
  let palette: Palette
  let buffer: EditBuffer
  let input = TerminalInput()
  var painter = Painter()
  var menu: CompletionMenu?
  var walk = HistoryWalk([])
  var undo = UndoHistory()
  /// Keys for libedit that belong together.
  private var queue: [Unicode.Scalar] = []
  /// Set by the key that ends the editing.
  private var outcome: ReadOutcome?

  /// Opens the editor on standard input and output; fails where they are no terminals.
  public init?(
    prompts: Prompts, hooks: EditorHooks, history: History, palette: Palette,
    mode: EditingMode = .fromEditrc
  ) {
    Interrupts.install()
    guard Terminal.isTerminal(0), Terminal.isTerminal(1), let buffer = EditBuffer(mode: mode)
    else { return nil }
    self.prompts = prompts
    self.hooks = hooks
    self.history = history
    self.palette = palette
    self.buffer = buffer
    buffer.nextKey = { [unowned self] in nextKeyForLibedit() }
    buffer.runCommand = { [unowned self] in run($0) }
  }

  /// Lets the user edit a statement until it is complete and entered.
  public func readStatement() -> ReadOutcome {
    outcome = nil
    queue = []
    menu = nil
    history.refresh()
    walk = HistoryWalk(history.entries)
    painter.forget()
    undo = UndoHistory()
    input.begin()
    cel_guard_terminal(true)
    painter.write(Self.pasteBracketsOn)
    // Some of libedit's own commands end its line; only the editor's Enter ends a statement.
    while outcome == nil { buffer.edit() }
    painter.write(Self.pasteBracketsOff)
    cel_guard_terminal(false)
    return outcome ?? .endOfInput
  }

  /// Puts a statement into the history.
  public func remember(_ statement: String) -> HistoryFailure? { history.add(statement) }

  static let pasteBracketsOn = "\u{1B}[?2004h"
  static let pasteBracketsOff = "\u{1B}[?2004l"

  /// Ends the editing; what was typed stays on the screen.
  func finish(_ outcome: ReadOutcome, mark: String = "") {
    menu = nil
    buffer.move(to: .max)
    paint(isFinal: true)
    painter.leave(mark)
    self.outcome = outcome
  }

  /// Types keys to libedit, after the one that is being handled.
  func feed(_ scalars: Unicode.Scalar...) { queue += scalars }

  private func nextKeyForLibedit() -> Unicode.Scalar? {
    if outcome != nil { return finishKey }
    if !queue.isEmpty { return queue.removeFirst() }
    undo.record(buffer.scalars, cursor: buffer.cursor)
    if !input.hasMore { paint() }
    handle(input.nextKey())
    if outcome != nil { return finishKey }
    return queue.isEmpty ? nothingKey : queue.removeFirst()
  }

  private let finishKey = Unicode.Scalar(UInt8(CEL_KEY_FINISH))
  private let nothingKey = Unicode.Scalar(UInt8(CEL_KEY_NOTHING))

  private func run(_ command: cel_command) {
    switch command {
    case CEL_COMMAND_UP: handle(.up)
    case CEL_COMMAND_DOWN: handle(.down)
    case CEL_COMMAND_UNDO: takeBack()
    case CEL_COMMAND_EDIT: editElsewhere()
    default: handle(.search)
    }
  }
}
