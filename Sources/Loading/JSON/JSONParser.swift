/// Why a text is no JSON, and where.
public struct JSONProblem: Error, Hashable {
  /// In lower case, without a full stop.
  public var message: String
  /// The line, from 1.
  public var line: Int
}

/// Reads JSON (RFC 8259) from bytes.
///
/// A decoder of types would lose the order of members and the digits of numbers, and takes several
/// times as long, which start-up would feel.
public struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0

  /// Deeper nesting is refused: each level takes room on the stack.
  private static let deepest = 200

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads one value, with nothing after it.
  ///
  /// - Complexity: O(bytes).
  public static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    try read(bytes) { parser throws(JSONProblem) in try parser.document() }
  }

  /// Reads values that follow one another, as a program writes that answers several times; none of
  /// an empty text.
  ///
  /// - Complexity: O(bytes).
  public static func parseSequence(_ bytes: [UInt8]) throws(JSONProblem) -> [JSONValue] {
    try read(bytes) { parser throws(JSONProblem) in try parser.documents() }
  }

  private static func read<Found>(
    _ bytes: [UInt8], _ read: (inout JSONParser) throws(JSONProblem) -> Found
  ) throws(JSONProblem) -> Found {
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<Found, JSONProblem> in
      var parser = JSONParser(bytes)
      do throws(JSONProblem) {
        return .success(try read(&parser))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private mutating func documents() throws(JSONProblem) -> [JSONValue] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    var values: [JSONValue] = []
    skipBlanks()
    while position < bytes.count {
      values.append(try value())
      skipBlanks()
    }
    return values
  }

  private mutating func document() throws(JSONProblem) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try value()
    skipBlanks()
    guard position == bytes.count else { throw problem("something follows the end") }
    return value
  }

  private func problem(_ message: String) -> JSONProblem {
    JSONProblem(
      message: message, line: 1 + bytes.prefix(min(position, bytes.count)).count { $0 == 0x0A })
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONProblem) -> JSONValue {
    skipBlanks()
    guard position < bytes.count else { throw problem("it ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONProblem) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONProblem) in try parser.list() }
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONProblem) -> JSONValue
  ) throws(JSONProblem) -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw problem("it is nested too deep") }
    position += 1
    return try read(&self)
  }

  private mutating func object() throws(JSONProblem) -> JSONValue {
    var members: [JSONValue.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw problem("a property's name in quotes is missing")
      }
      let key = try text()
      guard take(":") else { throw problem("a colon is missing after \"\(key)\"") }
      members.append(JSONValue.Member(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw problem("an object is not closed, or a comma is missing") }
    return .object(members)
  }

  private mutating func list() throws(JSONProblem) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .list(values) }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw problem("a list is not closed, or a comma is missing") }
    return .list(values)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw problem("this is no value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      let isPart =
        byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
      guard isPart else { break }
      position += 1
    }
    let written = bytes[start..<position]
    guard Self.isNumber(written) else { throw problem("this is no value") }
    return .number(String(decoding: written, as: UTF8.self))
  }

  /// Digits, with a sign before them, and a fraction and an exponent after them if there are any.
  private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = text
    func digits() -> Bool {
      let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard digits() else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits() else { return false }
    }
    if let sign = rest.first, sign | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits() else { return false }
    }
    return rest.isEmpty
  }

  // MARK: Texts

  private mutating func text() throws(JSONProblem) -> String {
    position += 1
    let start = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        return text
      }
      if bytes[position] == UInt8(ascii: "\\") { return try escapedText(from: start) }
      position += 1
    }
    throw problem("a text is not closed")
  }

  private mutating func escapedText(from start: Int) throws(JSONProblem) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard position < bytes.count else { break }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar()).utf8)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      default: throw problem("this is no escape that JSON knows")
      }
    }
    throw problem("a text is not closed")
  }

  /// The character of `\u0041` or of a pair of surrogates; one surrogate alone is no character.
  private mutating func escapedScalar() throws(JSONProblem) -> Unicode.Scalar {
    let first = try fourDigits()
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let place = position
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    position += 2
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second) else {
      position = place
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func fourDigits() throws(JSONProblem) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(
        String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw problem("four hexadecimal digits belong after \\u") }
    position += 4
    return value
  }
}
