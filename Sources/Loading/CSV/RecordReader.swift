/// Reads RFC 4180 and what goes by the name of CSV besides, byte by byte: any line ending, stray and
/// unclosed quotes, escapes and comments.
///
/// What this reader says is the truth: the scan of whole blocks is only faster, and leaves to this
/// one what is out of the ordinary.
struct RecordReader {
  /// A field, as bytes of the text, or with a negative offset of `scratch`.
  struct Field: BitwiseCopyable {
    /// A position in the text, or the complement of one in `scratch`.
    var offset: Int
    var length: Int
    /// Whether the field stood in quotes.
    var isQuoted = false
  }

  /// Something wrong with a record.
  struct Flaw {
    enum Kind { case strayQuote, unclosedQuote }
    var kind: Kind
    var line: Int
  }

  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  /// Whether the text ends with the bytes, rather than going on in the next block.
  private let isLast: Bool
  private let dialect: CSVDialect
  /// The position of the next record.
  private(set) var position: Int
  /// The line of the next record.
  private(set) var line: Int

  /// The fields of the current record.
  private(set) var fields: [Field] = []
  /// The line on which the current record begins.
  private(set) var recordLine = 1
  /// What is wrong with the current record.
  private(set) var flaws: [Flaw] = []
  /// The texts of fields that are not as they stand.
  let scratch: GrowingMemory<UInt8>

  init(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, isLast: Bool, dialect: CSVDialect,
    line: Int, scratch: GrowingMemory<UInt8>
  ) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    self.isLast = isLast
    self.dialect = dialect
    self.line = line
    self.scratch = scratch
  }

  /// Reads the fields of one record.
  ///
  /// - Returns: Whether there was a whole one; if not, position and line stay before it.
  mutating func readRecord() -> Bool {
    fields.removeAll(keepingCapacity: true)
    flaws.removeAll(keepingCapacity: true)
    let (start, startLine) = (position, line)
    if let comment = dialect.comment {
      while position < end, bytes[position] == comment {
        guard skipLine() else { return rewind(start, startLine) }
      }
    }
    guard position < end else { return rewind(start, startLine) }
    recordLine = line
    while true {
      if dialect.skipsInitialSpace {
        while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
      }
      if let quote = dialect.quote, position < end, bytes[position] == quote {
        readQuotedField(quote)
      } else {
        readPlainField()
      }
      guard position < end else { return isLast ? true : rewind(start, startLine) }
      if bytes[position] == dialect.delimiter {
        position += 1
        // A delimiter at the very end of the file is followed by one empty field.
        continue
      }
      return takeLineBreak() ? true : rewind(start, startLine)
    }
  }

  /// Whether the current record is an empty line.
  var isBlank: Bool { fields.count == 1 && fields[0].length == 0 && !fields[0].isQuoted }

  /// A field's text.
  func text(_ field: Field) -> String {
    let first =
      field.offset < 0 ? UnsafePointer(scratch.base) + ~field.offset : bytes + field.offset
    return String(decoding: UnsafeBufferPointer(start: first, count: field.length), as: UTF8.self)
  }

  private mutating func rewind(_ position: Int, _ line: Int) -> Bool {
    self.position = position
    self.line = line
    return false
  }

  /// Skips the rest of a line.
  ///
  /// - Returns: Whether its end was there.
  private mutating func skipLine() -> Bool {
    while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position &+= 1 }
    return position < end ? takeLineBreak() : isLast
  }

  /// Takes `\n`, `\r\n` or `\r`.
  ///
  /// - Returns: Whether it was whole: a `\r` may be followed by `\n` in the next block.
  private mutating func takeLineBreak() -> Bool {
    if bytes[position] == 0x0D {
      position += 1
      if position == end, !isLast { return false }
      if position < end, bytes[position] == 0x0A { position += 1 }
    } else {
      position += 1
    }
    line += 1
    return true
  }

  /// Moves to the next delimiter or line break.
  private mutating func skipToBreak() {
    let delimiter = dialect.delimiter
    while position < end {
      let byte = bytes[position]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return }
      position &+= 1
    }
  }

  private mutating func readPlainField() {
    guard let escape = dialect.escape else {
      let start = position
      skipToBreak()
      fields.append(Field(offset: start, length: position - start))
      return
    }
    let from = scratch.count
    while position < end {
      var byte = bytes[position]
      if byte == dialect.delimiter || byte == 0x0A || byte == 0x0D { break }
      if byte == escape, position + 1 < end {
        position += 1
        byte = bytes[position]
        countLine(byte)
      }
      scratch.append(byte)
      position += 1
    }
    fields.append(Field(offset: ~from, length: scratch.count - from))
  }

  /// Counts a line break inside a field.
  private mutating func countLine(_ byte: UInt8) {
    if byte == 0x0A || (byte == 0x0D && !(position + 1 < end && bytes[position + 1] == 0x0A)) {
      line += 1
    }
  }

  private mutating func readQuotedField(_ quote: UInt8) {
    let opened = line
    let start = position + 1
    position = start
    var copiedTo = start
    var unescaped: Int?
    while position < end {
      let byte = bytes[position]
      countLine(byte)
      let isDoubled =
        byte == quote && dialect.doublesQuotes && position + 1 < end && bytes[position + 1] == quote
      let isEscape = byte == dialect.escape && byte != quote && position + 1 < end
      if isDoubled || isEscape {
        // Two bytes stand for the second: what came before goes to the scratch.
        unescaped = unescaped ?? scratch.count
        scratch.append(bytes + copiedTo, position - copiedTo)
        copiedTo = position + 1
        position += 2
        if isEscape, copiedTo < end { countLineAt(copiedTo) }
        continue
      }
      if byte == quote {
        closeQuotedField(start, copiedTo, unescaped)
        return
      }
      position &+= 1
    }
    flaws.append(Flaw(kind: .unclosedQuote, line: opened))
    finish(start, copiedTo, unescaped, end: position)
  }

  private mutating func countLineAt(_ place: Int) {
    let byte = bytes[place]
    if byte == 0x0A || (byte == 0x0D && !(place + 1 < end && bytes[place + 1] == 0x0A)) {
      line += 1
    }
  }

  /// At a closing quote: ends the field, with whatever strays between the quote and the delimiter.
  private mutating func closeQuotedField(_ start: Int, _ copiedTo: Int, _ unescaped: Int?) {
    let close = position
    position += 1
    let after = position
    skipToBreak()
    guard position > after else {
      finish(start, copiedTo, unescaped, end: close)
      return
    }
    flaws.append(Flaw(kind: .strayQuote, line: line))
    let from = unescaped ?? scratch.count
    scratch.append(bytes + copiedTo, close - copiedTo)
    scratch.append(bytes + after, position - after)
    fields.append(Field(offset: ~from, length: scratch.count - from, isQuoted: true))
  }

  private mutating func finish(_ start: Int, _ copiedTo: Int, _ unescaped: Int?, end: Int) {
    guard let unescaped else {
      fields.append(Field(offset: start, length: end - start, isQuoted: true))
      return
    }
    scratch.append(bytes + copiedTo, end - copiedTo)
    fields.append(Field(offset: ~unescaped, length: scratch.count - unescaped, isQuoted: true))
  }
}
