internal import Diagnostics

extension Lexer {
  /// The quotes that open a string, each with those that close it: typed ones and the curly ones
  /// that a word processor makes of them.
  private static let quotes: [(open: [UInt8], close: [[UInt8]])] = [
    ([UInt8(ascii: "\"")], [[UInt8(ascii: "\"")]]),
    ([UInt8(ascii: "'")], [[UInt8(ascii: "'")]]),
    (Array("“".utf8), [Array("”".utf8), Array("“".utf8), [UInt8(ascii: "\"")]]),
    (Array("”".utf8), [Array("”".utf8), [UInt8(ascii: "\"")]]),
    (Array("‘".utf8), [Array("’".utf8), Array("‘".utf8), [UInt8(ascii: "'")]]),
    (Array("’".utf8), [Array("’".utf8), [UInt8(ascii: "'")]]),
  ]

  /// The quote at the position, with what closes it.
  var quotePair: (open: [UInt8], close: [[UInt8]])? {
    let first = byte()
    // Every quote begins with one of these three bytes.
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") || first == 0xE2 else {
      return nil
    }
    return Self.quotes.first { matches($0.open) }
  }

  /// Scans a string if one begins here.
  ///
  /// It ends with its line at the latest.
  mutating func scanString() -> Bool {
    guard let pair = quotePair else { return false }
    let start = position
    position += pair.open.count
    var bytes: [UInt8] = []
    while !isAtEnd, byte() != UInt8(ascii: "\n"), byte() != UInt8(ascii: "\r") {
      if let close = pair.close.first(where: { matches($0) }) {
        position += close.count
        add(.string(String(decoding: bytes, as: UTF8.self)), from: start)
        return true
      }
      if byte() == UInt8(ascii: "\\"), byte(1) != 0, byte(1) != UInt8(ascii: "\n") {
        position += 1
      }
      bytes.append(byte())
      position += 1
    }
    let close = pair.open == [UInt8(ascii: "'")] ? "'" : "\""
    report(
      .unclosedString, "the text that begins here is not closed", from: start,
      notes: ["a text ends on the line where it begins"],
      edits: [Diagnostic.Edit(Span(position, position), close)])
    add(.string(String(decoding: bytes, as: UTF8.self)), from: start)
    return true
  }

  /// Scans `/regular expression/`; only `\/` is read here, every other escape belongs to the
  /// expression.
  mutating func scanPattern() {
    let start = position
    let slash = UInt8(ascii: "/")
    position += 1
    var bytes: [UInt8] = []
    while !isAtEnd, byte() != UInt8(ascii: "\n"), byte() != slash {
      if byte() == UInt8(ascii: "\\"), byte(1) != 0, byte(1) != UInt8(ascii: "\n") {
        if byte(1) != slash { bytes.append(byte()) }
        position += 1
      }
      bytes.append(byte())
      position += 1
    }
    if byte() == slash {
      position += 1
    } else {
      report(
        .unclosedString, "the expression that begins here is not closed", from: start,
        notes: ["it ends with a slash on the same line"],
        edits: [Diagnostic.Edit(Span(position, position), "/")])
    }
    add(.pattern(String(decoding: bytes, as: UTF8.self)), from: start)
  }
}
