import TextLayout

extension TerminalEditor {
  /// Tab: first what all candidates have in common, then the menu.
  func complete() {
    let scalars = buffer.scalars
    let cursor = buffer.cursor
    let before = String(scalars[..<cursor])
    let completion = hooks.complete(buffer.text, before.utf8.count)
    let start = scalarOffset(ofByte: completion.replaceFrom, in: scalars[..<cursor])
    let typed = String(scalars[start..<cursor])
    let texts = completion.candidates.map(\.text)
    guard let first = texts.first else { return painter.write("\u{7}") }
    if texts.count == 1 {
      buffer.replace(from: start, with: first)
      return separate()
    }
    let common = texts.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > typed.count, common.lowercased().hasPrefix(typed.lowercased()) {
      return buffer.replace(from: start, with: common)
    }
    menu = CompletionMenu(start: start, original: typed, candidates: completion.candidates)
    buffer.replace(from: start, with: first)
  }

  /// Handles a key while the menu is open.
  ///
  /// - Returns: Whether that is all; any other key closes the menu and then does what it does.
  func handleInMenu(_ key: Key) -> Bool {
    switch key {
    case .tab: move(by: 1)
    case .backTab: move(by: -1)
    case .down: move(by: menu?.columnCount ?? 1)
    case .up: move(by: -(menu?.columnCount ?? 1))
    case .right where menu?.columnCount ?? 1 > 1: move(by: 1)
    case .left where menu?.columnCount ?? 1 > 1: move(by: -1)
    // Ctrl-G, which leaves a list in many editors, as well.
    case .escape, .scalar("\u{7}"):
      if let menu { buffer.replace(from: menu.start, with: menu.original) }
      menu = nil
    case .enter:
      menu = nil
      separate()
    case .resized, .resumed:
      return false
    default:
      menu = nil
      return false
    }
    return true
  }

  private func move(by distance: Int) {
    guard var menu else { return }
    menu.move(by: distance)
    buffer.replace(from: menu.start, with: menu.text)
    self.menu = menu
  }

  /// A blank after a word that is whole, so that the next can be typed at once.
  private func separate() {
    guard isAtEnd, let last = buffer.text.last else { return }
    if !last.isWhitespace, !".(/".contains(last) { buffer.insert(" ") }
  }

  private func scalarOffset(ofByte offset: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var bytes = 0
    for (position, scalar) in scalars.enumerated() {
      if bytes >= offset { return position }
      bytes += UTF8.width(scalar)
    }
    return scalars.count
  }
}

extension String {
  /// The characters that two texts begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    var result = ""
    for (mine, others) in zip(self, other) {
      guard mine == others else { break }
      result.append(mine)
    }
    return result
  }
}
