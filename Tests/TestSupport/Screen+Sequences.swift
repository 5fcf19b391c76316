/// Where in a sequence or a character the bytes have got to.
struct SequenceParser {
  enum State { case text, escape, control, command }
  var state = State.text
  var parameters = ""
  var character: [UInt8] = []
}

extension Screen {
  /// Takes what a program has written.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch parser.state {
    case .text: takeText(byte)
    case .escape:
      parser.parameters = ""
      switch byte {
      case UInt8(ascii: "["): parser.state = .control
      case UInt8(ascii: "]"):
        parser.state = .command
        parser.parameters = ""
      default:
        unknownSequences.insert("ESC \(Unicode.Scalar(byte))")
        parser.state = .text
      }
    case .control:
      if byte >= 0x40, byte < 0x7F {
        control(parser.parameters, Unicode.Scalar(byte))
        parser.state = .text
      } else {
        parser.parameters.unicodeScalars.append(Unicode.Scalar(byte))
      }
    case .command:
      if byte == 0x07 || byte == UInt8(ascii: "\\") {
        command(parser.parameters)
        parser.state = .text
      } else if byte != 0x1B {
        parser.parameters.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }

  private mutating func takeText(_ byte: UInt8) {
    switch byte {
    case 0x1B: parser.state = .escape
    case 0x0D: moveCursor(toColumn: 0)
    case 0x0A:
      startRow()
      wrapIsPending = false
    case 0x08: moveCursor(toColumn: column - 1)
    case 0x07: bellCount += 1
    case 0..<0x20: break
    case 0x80...: takePartOfCharacter(byte)
    default: put(Unicode.Scalar(byte))
    }
  }

  private mutating func takePartOfCharacter(_ byte: UInt8) {
    parser.character.append(byte)
    let first = parser.character[0]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard parser.character.count == length else { return }
    for scalar in String(decoding: parser.character, as: UTF8.self).unicodeScalars { put(scalar) }
    parser.character = []
  }

  private mutating func moveCursor(toColumn target: Int) {
    column = max(0, min(target, columnCount - 1))
    wrapIsPending = false
  }

  private mutating func moveCursor(toRow target: Int) {
    row = max(0, min(target, rowCount - 1))
    wrapIsPending = false
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "A": moveCursor(toRow: row - count)
    case "B": moveCursor(toRow: row + count)
    case "C": moveCursor(toColumn: column + count)
    case "D": moveCursor(toColumn: column - count)
    case "G": moveCursor(toColumn: count - 1)
    case "H":
      moveCursor(toRow: count - 1)
      moveCursor(toColumn: max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "K": eraseLine(numbers.first ?? 0)
    case "J": eraseScreen(numbers.first ?? 0)
    case "m": style = parameters == "0" ? "" : parameters
    case "h": modes.insert(parameters)
    case "l": modes.remove(parameters)
    default: unknownSequences.insert("CSI \(parameters)\(final)")
    }
  }

  /// An operating system command; of these, the one that writes the clipboard.
  private mutating func command(_ parameters: String) {
    let clipboardStart = "52;c;"
    if parameters.hasPrefix(clipboardStart) {
      clipboard.append(String(parameters.dropFirst(clipboardStart.count)))
    } else {
      unknownSequences.insert("OSC \(parameters)")
    }
  }

  private mutating func eraseLine(_ part: Int) {
    let range =
      switch part {
      case 0: column..<columnCount
      case 1: 0..<(column + 1)
      default: 0..<columnCount
      }
    for place in range { rows[row].cells[place] = Cell() }
    if part != 1 { rows[row].isContinued = false }
  }

  private mutating func eraseScreen(_ part: Int) {
    if part >= 2 {
      for number in rows.indices { rows[number] = blankRow }
    } else if part == 0 {
      eraseLine(0)
      for number in (row + 1)..<max(row + 1, rowCount) { rows[number] = blankRow }
    }
  }
}
