import TextLayout

/// Where the cursor goes in a text of scalars, by characters, words and lines as people see them.
struct CursorMotion {
  let scalars: [Unicode.Scalar]
  let cursor: Int
  /// No character that somebody types joins more scalars.
  private static let longestCharacter = 64

  init(_ scalars: [Unicode.Scalar], cursor: Int) {
    self.scalars = scalars
    self.cursor = min(max(0, cursor), scalars.count)
  }

  var characterBefore: Int {
    let last = String(scalars[..<cursor].suffix(Self.longestCharacter)).last
    return cursor - (last?.unicodeScalars.count ?? 0)
  }

  var characterAfter: Int {
    let first = String(scalars[cursor...].prefix(Self.longestCharacter)).first
    return cursor + (first?.unicodeScalars.count ?? 0)
  }

  var wordBefore: Int {
    var position = cursor
    while position > 0, !isWord(scalars[position - 1]) { position -= 1 }
    while position > 0, isWord(scalars[position - 1]) { position -= 1 }
    return position
  }

  var wordAfter: Int {
    var position = cursor
    while position < scalars.count, !isWord(scalars[position]) { position += 1 }
    while position < scalars.count, isWord(scalars[position]) { position += 1 }
    return position
  }

  var lineStart: Int { (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
  var lineEnd: Int { scalars[cursor...].firstIndex(of: "\n") ?? scalars.count }

  /// The same column of the line above, or `nil` on the first line.
  var lineAbove: Int? {
    guard lineStart > 0 else { return nil }
    let above = CursorMotion(scalars, cursor: lineStart - 1)
    return above.position(inLineAtColumn: column)
  }

  /// The same column of the line below, or `nil` on the last line.
  var lineBelow: Int? {
    guard lineEnd < scalars.count else { return nil }
    let below = CursorMotion(scalars, cursor: lineEnd + 1)
    return below.position(inLineAtColumn: column)
  }

  private var column: Int { displayWidth(String(scalars[lineStart..<cursor])) }

  private func position(inLineAtColumn column: Int) -> Int {
    var position = lineStart
    var reached = 0
    for character in String(scalars[lineStart..<lineEnd]) {
      reached += displayWidth(character)
      guard reached <= column else { break }
      position += character.unicodeScalars.count
    }
    return position
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
