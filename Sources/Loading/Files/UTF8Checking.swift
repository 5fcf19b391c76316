/// What a look for UTF-8 found.
struct UTF8Check {
  /// The position of the first byte that is part of no character; `nil` when there is none.
  var firstInvalid: Int?
  /// How many characters outside ASCII there are.
  var wideCharacters = 0
  /// How many bytes at the end may begin a character that goes on in the next block.
  var unfinished = 0

  /// Looks at bytes up to the first that is no UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      switch Self.length(bytes, position) {
      case .whole(let length):
        wideCharacters += 1
        position += length
      case .unfinished:
        unfinished = bytes.count - position
        return
      case .invalid:
        firstInvalid = position
        return
      }
    }
  }

  /// How many bytes at the end begin a character that goes on in the next block.
  static func unfinishedEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte < 0x80 { return 0 }
      guard byte >= 0xC0 else { continue }
      if case .unfinished = length(bytes, bytes.count - back) { return back }
      return 0
    }
    return 0
  }

  enum Length {
    case whole(Int)
    case unfinished, invalid
  }

  /// The length of the character outside ASCII at a position (Unicode 15, table 3-7).
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Length {
    let lead = bytes[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return .invalid
    }
    for offset in 1..<length {
      guard position + offset < bytes.count else { return .unfinished }
      let byte = bytes[position + offset]
      guard offset == 1 ? second.contains(byte) : (0x80...0xBF).contains(byte) else {
        return .invalid
      }
    }
    return .whole(length)
  }
}
