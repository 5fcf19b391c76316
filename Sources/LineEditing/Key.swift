/// What the user did, or what else woke the editor.
enum Key: Equatable {
  /// A character, or a control character that the editor leaves to libedit.
  case scalar(Unicode.Scalar)
  /// A character with the Alt key.
  case alt(Unicode.Scalar)
  case enter, newline, tab, backTab, escape
  case up, down, left, right, home, end, wordLeft, wordRight
  case backspace, delete
  case cancel, endOfInput, suspend, clearScreen, search
  case paste(String)
  /// A key that means nothing here.
  case unknown
  case resized, resumed
  /// The terminal is gone.
  case hungUp
}

/// Takes the bytes that a terminal sends for a key apart.
struct KeyDecoder {
  /// A lone Escape is told from a sequence by the silence after it.
  private static let sequenceMilliseconds: Int32 = 50
  private static let pasteSilenceMilliseconds: Int32 = 2000

  /// The next byte, or `nil` when none comes within a number of milliseconds.
  let nextByte: (Int32) -> UInt8?
  /// Puts the byte read last back.
  let unread: (UInt8) -> Void

  func decode(_ first: UInt8) -> Key {
    switch first {
    case 0x1B: escapeSequence()
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x7F, 0x08: .backspace
    case 0x01: .home
    case 0x02: .left
    case 0x03: .cancel
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x0C: .clearScreen
    case 0x0E: .down
    case 0x10: .up
    case 0x12: .search
    case 0x1A: .suspend
    // A keyboard's own must not be taken for the editor's messages to libedit, and libedit's own
    // incremental search, on Ctrl-S, would draw to nowhere.
    case 0x00, 0x13, 0x1C, 0x1D: .unknown
    default: .scalar(scalar(first))
    }
  }

  /// One scalar of UTF-8, in every locale alike; `�` for what is none.
  private func scalar(_ first: UInt8) -> Unicode.Scalar {
    let length =
      switch first {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    var bytes = [first]
    while bytes.count < length, let byte = nextByte(Self.sequenceMilliseconds * 4) {
      guard byte & 0xC0 == 0x80 else {
        unread(byte)
        break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private func escapeSequence() -> Key {
    guard let byte = nextByte(Self.sequenceMilliseconds) else { return .escape }
    switch byte {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"): return nextByte(Self.sequenceMilliseconds).map(cursorKey) ?? .unknown
    case 0x0D, 0x0A: return .newline
    case 0x1B:
      unread(byte)
      return .escape
    default: return .alt(scalar(byte))
    }
  }

  private func cursorKey(_ final: UInt8) -> Key {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    default: .unknown
    }
  }

  private func controlSequence() -> Key {
    var parameters = ""
    while let byte = nextByte(Self.sequenceMilliseconds) {
      guard byte >= 0x40 else {
        // No key's sequence is this long.
        if parameters.utf8.count < 32 { parameters.unicodeScalars.append(Unicode.Scalar(byte)) }
        continue
      }
      return controlSequence(parameters, final: byte)
    }
    return .unknown
  }

  private func controlSequence(_ parameters: String, final: UInt8) -> Key {
    switch (parameters, final) {
    case ("200", UInt8(ascii: "~")): .paste(pastedText())
    case ("3", UInt8(ascii: "~")): .delete
    case ("1", UInt8(ascii: "~")), ("7", UInt8(ascii: "~")): .home
    case ("4", UInt8(ascii: "~")), ("8", UInt8(ascii: "~")): .end
    case ("", UInt8(ascii: "Z")): .backTab
    case ("1;5", UInt8(ascii: "C")), ("1;3", UInt8(ascii: "C")): .wordRight
    case ("1;5", UInt8(ascii: "D")), ("1;3", UInt8(ascii: "D")): .wordLeft
    default: cursorKey(final)
    }
  }

  /// Everything up to the end of a bracketed paste, fit to stand in a statement.
  private func pastedText() -> String {
    let end = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    while let byte = nextByte(Self.pasteSilenceMilliseconds) {
      bytes.append(byte)
      if byte == end.last, bytes.suffix(end.count).elementsEqual(end) {
        bytes.removeLast(end.count)
        break
      }
    }
    return Self.insertable(String(decoding: bytes, as: UTF8.self))
  }

  /// Line breaks become `\n`, tabs blanks, and other control characters go.
  static func insertable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": if previous != "\r" { result.append("\n") }
      case "\r": result.append("\n")
      case "\t": result.append(" ")
      default:
        if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
      previous = scalar
    }
    return String(result)
  }
}
