internal import CEditLine
public import TextLayout

/// Whose keys the editor uses.
public enum EditingMode: Sendable, Hashable {
  case emacs, vi
  /// What `~/.editrc` asks for, or else emacs.
  case fromEditrc
}

/// The best reader that standard input and output allow: an editor on a terminal, a plain reader
/// on a dumb terminal, in another character set, and for pipes and files.
///
/// Interrupts are counted from now on (see `Interrupts`).
@MainActor public func makeReader(
  prompts: Prompts, hooks: EditorHooks, history: History, palette: Palette,
  mode: EditingMode = .fromEditrc, environment: Terminal.Environment = Terminal.processEnvironment
) -> any StatementReader {
  Interrupts.install()
  if Terminal.canEdit(environment: environment),
    let editor = TerminalEditor(
      prompts: prompts, hooks: hooks, history: history, palette: palette, mode: mode)
  {
    return editor
  }
  return PlainReader(prompts: prompts, isComplete: hooks.isComplete, history: history)
}
