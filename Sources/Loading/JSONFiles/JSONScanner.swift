/// Why no value can be read.
enum JSONScanProblem: Error {
  /// The bytes end in the middle of a value, and there are more to come.
  case incomplete
  /// Something is not as JSON is written, at a place in the window.
  case mistake(Int, String)
}

/// Finds the parts of JSON text in bytes (RFC 8259).
struct JSONScanner {
  /// Bytes of a text: a place in the window, or the complement of one in the scratch.
  struct Text {
    var offset: Int
    var length: Int
  }

  let base: UnsafePointer<UInt8>
  /// Where the next byte is.
  var at: Int
  let end: Int
  /// Whether no bytes follow the end.
  let isLast: Bool
  /// Takes strings whose escapes were replaced.
  let scratch: GrowingMemory<UInt8>

  /// The next byte that is no blank, which stays where it is.
  mutating func peek() throws(JSONScanProblem) -> UInt8 {
    while at < end {
      let byte = base[at]
      if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
      at += 1
    }
    throw tooShort
  }

  var tooShort: JSONScanProblem {
    isLast ? .mistake(end, "the file ends in the middle of a value") : .incomplete
  }

  func mistake(_ expected: String) -> JSONScanProblem {
    let byte = base[at]
    let found = byte > 0x20 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "a byte"
    return .mistake(at, "\(found) stands where \(expected) belongs")
  }

  mutating func expect(_ byte: UInt8) throws(JSONScanProblem) {
    guard try peek() == byte else {
      throw mistake("'\(Character(Unicode.Scalar(byte)))'")
    }
    at += 1
  }

  /// Whether a list or an object goes on after one of its elements.
  mutating func goesOn(until close: UInt8) throws(JSONScanProblem) -> Bool {
    let byte = try peek()
    guard byte == close || byte == UInt8(ascii: ",") else {
      throw mistake("a comma or '\(Character(Unicode.Scalar(close)))'")
    }
    at += 1
    return byte != close
  }

  // MARK: Strings

  /// A string, at whose opening quote the scanner is.
  mutating func string() throws(JSONScanProblem) -> Text {
    try expect(UInt8(ascii: "\""))
    let start = at
    var from = at
    var begin: Int?
    while at < end {
      let byte = base[at]
      if byte == UInt8(ascii: "\"") {
        defer { at += 1 }
        guard let begin else { return Text(offset: start, length: at - start) }
        scratch.append(base + from, at - from)
        return Text(offset: ~begin, length: scratch.count - begin)
      }
      if byte == UInt8(ascii: "\\") {
        begin = begin ?? scratch.count
        scratch.append(base + from, at - from)
        try escape()
        from = at
      } else {
        at += 1
      }
    }
    throw tooShort
  }

  private mutating func escape() throws(JSONScanProblem) {
    guard at + 1 < end else { throw tooShort }
    at += 2
    switch base[at - 1] {
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(base[at - 1])
    case UInt8(ascii: "u"): try unicodeEscape()
    default:
      at -= 1
      throw mistake("an escape")
    }
  }

  private mutating func unicodeEscape() throws(JSONScanProblem) {
    var value = try fourDigits()
    if value & 0xFC00 == 0xD800 {
      guard at + 6 <= end || isLast else { throw .incomplete }
      let before = at
      if at + 6 <= end, base[at] == UInt8(ascii: "\\"), base[at + 1] == UInt8(ascii: "u") {
        at += 2
        let low = try fourDigits()
        if low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        } else {
          at = before
        }
      }
    }
    // Half a character is none.
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { scratch.append(byte) }
  }

  private mutating func fourDigits() throws(JSONScanProblem) -> UInt32 {
    guard at + 4 <= end else { throw tooShort }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(base[at])).hexDigitValue, base[at] < 0x80 else {
        throw mistake("a digit of a character's number")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  // MARK: Words and numbers

  /// A word, such as `true`.
  mutating func word(_ word: StaticString) throws(JSONScanProblem) {
    guard at + word.utf8CodeUnitCount <= end else { throw tooShort }
    for offset in 0..<word.utf8CodeUnitCount where base[at + offset] != word.utf8Start[offset] {
      throw mistake("a value")
    }
    at += word.utf8CodeUnitCount
  }

  /// A number, as it is written.
  mutating func number() throws(JSONScanProblem) -> (text: Text, isWhole: Bool) {
    let start = at
    var isWhole = true
    var digits = 0
    while at < end {
      switch base[at] {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
      default:
        return try finished(start, isWhole, digits)
      }
      at += 1
    }
    guard isLast else { throw .incomplete }
    return try finished(start, isWhole, digits)
  }

  private mutating func finished(
    _ start: Int, _ isWhole: Bool, _ digits: Int
  ) throws(JSONScanProblem) -> (text: Text, isWhole: Bool) {
    let bytes = UnsafeBufferPointer(start: base + start, count: at - start)
    guard digits > 0, digits == bytes.count || CellText.isNumberText(bytes) else {
      at = start
      throw mistake("a number")
    }
    return (Text(offset: start, length: at - start), isWhole)
  }

  // MARK: Whole values

  /// Passes over a value of any depth.
  mutating func skip() throws(JSONScanProblem) -> Text {
    _ = try peek()
    let start = at
    var depth = 0
    repeat {
      switch try peek() {
      case UInt8(ascii: "\""):
        let kept = scratch.count
        _ = try string()
        scratch.count = kept
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { throw mistake("a value") }
        depth -= 1
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { throw mistake("a value") }
        at += 1
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      case 0x30...0x39, UInt8(ascii: "-"): _ = try number()
      default: throw mistake("a value")
      }
    } while depth > 0
    return Text(offset: start, length: at - start)
  }
}

extension CellText {
  /// Whether bytes are a number as JSON writes one: a sign, digits, a fraction, a power of ten.
  static func isNumberText(_ bytes: Bytes) -> Bool {
    var at = bytes.first == UInt8(ascii: "-") ? 1 : 0
    func digits() -> Bool {
      let start = at
      while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
      return at > start
    }
    guard digits() else { return false }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard digits() else { return false }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
        at += 1
      }
      guard digits() else { return false }
    }
    return at == bytes.count
  }
}
