internal import CEditLine

extension TerminalEditor {
  /// Does what a key stands for; what libedit does better is fed to it.
  func handle(_ key: Key) {
    if menu != nil, handleInMenu(key) { return }
    switch key {
    case .scalar(let scalar): type(scalar)
    case .alt("b") where !buffer.isVi: move(.wordLeft)
    case .alt("f") where !buffer.isVi: move(.wordRight)
    case .alt(let scalar): feed("\u{1B}", scalar)
    case .escape: escape()
    case .enter: enter()
    case .newline: buffer.insert("\n")
    case .paste(let text): buffer.insert(text)
    case .tab, .backTab: complete()
    case .search: search()
    case .cancel: finish(.interrupted, mark: "^C")
    case .endOfInput: endOrDelete()
    case .hungUp: finish(.endOfInput)
    case .suspend: suspend()
    case .clearScreen:
      painter.write("\u{1B}[H\u{1B}[2J")
      painter.forget()
    case .resized: buffer.resized()
    case .resumed: resume()
    case .unknown: break
    case .backspace, .delete: erase(key)
    case .up, .down, .left, .right, .home, .end, .wordLeft, .wordRight: move(key)
    }
  }

  /// A character for libedit, which knows the line of the cursor only: what deletes to the end of
  /// a line deletes the break where the cursor is there already.
  private func type(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{0B}" where buffer.isBeforeBreak: erase(.delete)
    case "\u{15}" where buffer.isAfterBreak, "\u{17}" where buffer.isAfterBreak: erase(.backspace)
    case "\u{18}": afterPrefix()
    case "\u{1F}": takeBack()
    default: feed(scalar)
    }
  }

  /// The key after Ctrl-X: Ctrl-E edits elsewhere, Ctrl-U takes back; others are libedit's.
  private func afterPrefix() {
    switch input.nextKey() {
    case .end: editElsewhere()
    case .scalar("\u{15}"): takeBack()
    case .scalar(let scalar): feed("\u{18}", scalar)
    case .cancel: break
    case let key: handle(key)
    }
  }

  /// Takes the last change back.
  func takeBack() {
    guard let (scalars, cursor) = undo.takeBack() else { return painter.write("\u{7}") }
    buffer.load(scalars, cursor: cursor)
  }

  private func enter() {
    let text = buffer.text
    if text.allSatisfy(\.isWhitespace) || hooks.isComplete(text) {
      finish(.statement(text))
    } else {
      buffer.insert("\n")
    }
  }

  /// vi's way into its command mode; in emacs the first half of a key with Alt.
  private func escape() {
    feed(buffer.isVi ? Unicode.Scalar(UInt8(CEL_KEY_ESCAPE)) : "\u{1B}")
  }

  private func endOrDelete() {
    if buffer.isEmpty { finish(.endOfInput) } else { erase(.delete) }
  }

  private func erase(_ key: Key) {
    // vi's command mode has a meaning of its own for it.
    if key == .backspace, buffer.isVi, !buffer.isAfterBreak { return feed("\u{7F}") }
    let motion = CursorMotion(buffer.scalars, cursor: buffer.cursor)
    if key == .delete { buffer.move(to: motion.characterAfter) }
    buffer.replace(from: key == .delete ? motion.cursor : motion.characterBefore, with: "")
  }

  private func move(_ key: Key) {
    let motion = CursorMotion(buffer.scalars, cursor: buffer.cursor)
    switch key {
    case .left: buffer.move(to: motion.characterBefore)
    case .right: if !takeSuggestion() { buffer.move(to: motion.characterAfter) }
    case .wordLeft: buffer.move(to: motion.wordBefore)
    case .wordRight: if !takeSuggestedWord() { buffer.move(to: motion.wordAfter) }
    case .home: buffer.move(to: motion.lineStart)
    case .end: if !takeSuggestion() { buffer.move(to: motion.lineEnd) }
    case .up: moveLine(to: motion.lineAbove, inHistory: -1)
    case .down: moveLine(to: motion.lineBelow, inHistory: 1)
    default: break
    }
  }

  private func moveLine(to position: Int?, inHistory distance: Int) {
    if let position {
      buffer.move(to: position)
    } else if let statement = walk.step(by: distance, from: buffer.text) {
      buffer.replaceAll(with: statement)
    }
  }

  private func takeSuggestion() -> Bool {
    let suggestion = suggestion
    buffer.insert(suggestion)
    return !suggestion.isEmpty
  }

  private func takeSuggestedWord() -> Bool {
    let suggestion = Array(suggestion.unicodeScalars)
    let word = suggestion[..<CursorMotion(suggestion, cursor: 0).wordAfter]
    buffer.insert(String(word))
    return !word.isEmpty
  }

  /// Ctrl-R: a list that follows what is typed, until a statement is taken from it.
  private func search() {
    history.refresh()
    var search = HistorySearch(history.entries)
    while true {
      let size = painter.size
      if !input.hasMore {
        painter.show(search.picture(size: size, palette: palette), columns: size.columns)
      }
      let key = input.nextKey()
      switch key {
      case .scalar(let scalar) where scalar.value >= 0x20: search.type(scalar)
      case .paste(let text): for scalar in text.unicodeScalars { search.type(scalar) }
      case .backspace: search.rubOut()
      case .search, .up: search.move(by: 1)
      case .down: search.move(by: -1)
      case .enter, .tab, .right, .end:
        if let choice = search.choice { buffer.replaceAll(with: choice) }
        return
      case .resized: buffer.resized()
      case .resumed: resume()
      case .unknown: break
      case .suspend, .hungUp: return handle(key)
      default: return
      }
    }
  }
}
