internal import Diagnostics

/// Cuts a text into tokens.
///
/// Never fails: what is no token is reported and left out.
struct Lexer {
  let source: SourceText
  var position = 0
  private(set) var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  private var isAtLineStart = true
  private var hasIndent = false

  init(_ source: SourceText) { self.source = source }

  /// All tokens, the last of which is `.end`, and what is wrong with the others.
  static func tokens(of source: SourceText) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(source)
    while lexer.scanToken() {}
    lexer.add(.end, from: source.bytes.count)
    return (lexer.tokens, lexer.diagnostics)
  }

  /// The byte at a distance from the position; 0 past the end.
  func byte(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < source.bytes.count ? source.bytes[index] : 0
  }

  var isAtEnd: Bool { position >= source.bytes.count }

  mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(
      Token(
        kind: kind, span: Span(start, position), isFirstOnLine: isAtLineStart,
        isIndented: hasIndent))
    isAtLineStart = false
    hasIndent = false
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, from start: Int, notes: [String] = [],
    edits: [Diagnostic.Edit] = []
  ) {
    diagnostics.append(
      Diagnostic(code, message, at: Span(start, position), notes: notes, edits: edits))
  }

  /// Scans one token, or what stands between tokens.
  ///
  /// - Returns: Whether there was anything left.
  private mutating func scanToken() -> Bool {
    guard !isAtEnd else { return false }
    let start = position
    let first = byte()
    switch first {
    case UInt8(ascii: "\n"):
      position += 1
      isAtLineStart = true
      hasIndent = false
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      position += 1
      hasIndent = isAtLineStart
    case UInt8(ascii: "#"):
      while !isAtEnd, byte() != UInt8(ascii: "\n") { position += 1 }
    case UInt8(ascii: "`"):
      scanQuotedName()
    case UInt8(ascii: "/") where tokens.last?.word == "matches":
      scanPattern()
    case UInt8(ascii: "$") where Self.beginsName(byte(1)):
      position += 1
      add(.parameter(scanWord()), from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scanNumber()
    case _ where first < 0x80 && Self.beginsName(first):
      add(.word(scanWord()), from: start)
    default:
      if scanString() || scanSymbol() { break }
      if Self.beginsName(first) {
        add(.word(scanWord()), from: start)
      } else {
        scanStrangeCharacter()
      }
    }
    return true
  }

  /// The letters, digits and underscores from the position; letters of any script are letters.
  private mutating func scanWord() -> String {
    let start = position
    while !isAtEnd, Self.continuesName(byte()) {
      // Only beyond ASCII can a blank or a quote begin with a byte that names hold too.
      if byte() >= 0x80, isStrangeBlank || quotePair != nil { break }
      position += 1
    }
    if position == start { position += 1 }
    return source.text(Span(start, position))
  }

  static func beginsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  static func continuesName(_ byte: UInt8) -> Bool {
    beginsName(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func scanQuotedName() {
    let start = position
    position += 1
    while !isAtEnd, byte() != UInt8(ascii: "`"), byte() != UInt8(ascii: "\n") { position += 1 }
    let name = source.text(Span(start + 1, position))
    if byte() == UInt8(ascii: "`") {
      position += 1
    } else {
      report(
        .unclosedString, "a name in backticks is not closed", from: start,
        edits: [Diagnostic.Edit(Span(position, position), "`")])
    }
    add(.quotedName(name), from: start)
  }

  private static let symbols = [
    "<=", ">=", "!=", "<>", "==", "&&", "||", "=", "<", ">", "+", "-", "*", "/", "(", ")", ",",
    ".", "!", "?", "%", "&", "|",
  ].map { (text: $0, bytes: Array($0.utf8)) }

  /// Signs that word processors and phones put in the place of ASCII ones.
  private static let prettySymbols = [
    ("≤", "<="), ("≥", ">="), ("≠", "!="), ("−", "-"), ("–", "-"),
  ].map { (text: $0.1, bytes: Array($0.0.utf8)) }

  private mutating func scanSymbol() -> Bool {
    let start = position
    if byte() == UInt8(ascii: ";") {
      position += 1
      add(.semicolon, from: start)
      return true
    }
    let candidates = byte() < 0x80 ? Self.symbols : Self.prettySymbols
    for symbol in candidates where matches(symbol.bytes) {
      position += symbol.bytes.count
      add(.symbol(symbol.text), from: start)
      return true
    }
    return false
  }

  func matches(_ bytes: [UInt8]) -> Bool {
    guard position + bytes.count <= source.bytes.count else { return false }
    // Most candidates differ in the first byte, and a loop tells that sooner than two sequences do.
    for (offset, byte) in bytes.enumerated() where source.bytes[position + offset] != byte {
      return false
    }
    return true
  }

  /// Whether a blank that is not ASCII stands at the position, such as a no-break space.
  private var isStrangeBlank: Bool { matches([0xC2, 0xA0]) || matches([0xE2, 0x80, 0xAF]) }

  /// Signs of other languages, each with the one that is meant.
  private static let otherSigns: [UInt8: String] = [
    UInt8(ascii: "["): "(", UInt8(ascii: "]"): ")", UInt8(ascii: "{"): "(",
    UInt8(ascii: "}"): ")", UInt8(ascii: ":"): "=",
  ]

  private mutating func scanStrangeCharacter() {
    let start = position
    if let meant = Self.otherSigns[byte()] {
      let found = source.text(Span(start, start + 1))
      position += 1
      report(
        .unexpectedCharacter, "\"\(found)\" is no part of the language; \(meant) is", from: start,
        edits: [Diagnostic.Edit(Span(start, position), meant == "=" ? " = " : meant)])
      add(.symbol(meant), from: start)
      return
    }
    repeat { position += 1 } while !isAtEnd && byte() & 0xC0 == 0x80
    let text = source.text(Span(start, position))
    let code = text.unicodeScalars.first.map { "U+" + String($0.value, radix: 16).uppercased() }
    let isShown = !(text.unicodeScalars.first?.properties.generalCategory == .control)
    report(
      .unexpectedCharacter,
      isShown
        ? "\"\(text)\" is no part of the language" : "a control character (\(code ?? "")) is here",
      from: start, edits: [Diagnostic.Edit(Span(start, position), " ")])
  }
}
