internal import CEditLine

/// Leaving the terminal to others for a while.
extension TerminalEditor {
  /// Stops as any program does on Ctrl-Z, with the terminal as it was found.
  func suspend() {
    leave()
    cel_suspend()
    // The signal may reach another thread first, which stops this one a little later.
    input.awaitResumption(timeoutMilliseconds: 100)
    resume()
  }

  /// Lets the user change the statement in the program that `$VISUAL` or `$EDITOR` names, else vi;
  /// what it leaves is at the prompt again, where it waits for Enter.
  func editElsewhere() {
    guard let file = StatementFile(buffer.text) else { return painter.write("\u{7}") }
    leave()
    let edited = file.edited(in: Terminal.editor())
    resume()
    if let edited { buffer.replaceAll(with: edited) }
  }

  /// Others have used the terminal, and may have left it in any state.
  func resume() {
    buffer.setRaw(false)
    cel_guard_terminal(true)
    buffer.setRaw(true)
    painter.write(Self.pasteBracketsOn)
    painter.forget()
  }

  private func leave() {
    painter.leave()
    painter.write(Self.pasteBracketsOff)
    buffer.setRaw(false)
    cel_guard_terminal(false)
  }
}
