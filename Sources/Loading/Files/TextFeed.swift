/// Reads a source block by block as UTF-8, whatever encoding it is in.
///
/// Bytes that are no UTF-8, where none other was declared, are Windows-1252, the usual encoding of
/// old exports. A file may hold both, one line from here and one from there; then each is read as
/// what it is, and the first place is kept for a report.
final class TextFeed {
  let source: any ByteSource
  let threads: Int
  private var encoding = TextEncoding.utf8
  /// Whether the encoding was given, and is no guess.
  private var isDeclared = false
  /// Whether a mark at the beginning tells the encoding.
  private var isMarked = false
  /// Where the next block begins in the source.
  var place = 0
  /// Bytes that were read and begin a character that goes on in the next block.
  private var unfinished: [UInt8] = []
  /// The bytes at the beginning of a source without a size, which can be read only once.
  var head: [UInt8]
  var isAtEnd = false

  /// How many bytes of text were given out.
  private var given = 0
  /// The place in the text of the first character that is no UTF-8, though none other was declared.
  private(set) var firstForeign: Int?
  /// The place in the text of the first byte of 0.
  private(set) var firstNul: Int?
  private(set) var wideCharacters = 0
  /// Whether the source ends in half a character.
  private(set) var isCutOff = false
  /// Whether the source gave fewer bytes than it has.
  var isShort = false

  /// How much is looked at to tell what a source is.
  static let headLength = 8192
  /// How much one thread reads at a time.
  static let pieceLength = 1 << 19

  /// Opens a source: looks at its first bytes.
  ///
  /// - Parameter declared: What a descriptor says that the encoding is.
  init(
    _ source: any ByteSource, declared: TextEncoding?, threads: Int
  ) throws(FileProblem) {
    self.source = source
    self.threads = threads
    var head = [UInt8](repeating: 0, count: Self.headLength)
    head.removeLast(head.count - (try Self.read(source, into: &head, at: 0)))
    self.head = head
    if let declared {
      encoding = declared
      isDeclared = true
    }
    if let marked = head.withUnsafeBufferPointer(TextEncoding.marked) {
      encoding = marked.encoding
      place = marked.length
      isMarked = true
    }
  }

  /// What a descriptor would call the encoding, once the source has been read.
  var encodingName: String {
    switch encoding {
    // Of a file that mixes both, UTF-8 reads each line as what it is.
    case .utf8: firstForeign != nil && wideCharacters == 0 ? "windows-1252" : "utf-8"
    case .utf16(let isBigEndian): isMarked ? "utf-16" : isBigEndian ? "utf-16be" : "utf-16le"
    case .windows1252: "windows-1252"
    }
  }

  /// How many bytes of the source are done, and how many there are.
  var progress: (done: Int, total: Int?) { source.progress ?? (place, source.size) }
  /// What ended the source before its end; `nil` while nothing did.
  var damage: String? { source.damage }

  /// Whether there is nothing at all.
  var isEmpty: Bool { head.isEmpty }

  /// Whether a source is text in any encoding that is read.
  ///
  /// A byte of 0 is in none. But exports hold one here and there, and their rows are not to be lost: in
  /// text there are few such bytes among many lines, in anything else there are many.
  var isText: Bool {
    if case .utf16 = encoding { return true }
    guard head.contains(0) else { return true }
    let breaks = head.count { $0 == 0x0A || $0 == 0x0D }
    let controls = head.count { $0 < 0x09 || (0x0E..<0x20).contains($0) }
    return breaks > 0 && controls <= max(breaks, head.count / 20)
  }

  /// Adds a block of about as many bytes to a window.
  func fill(_ window: TextWindow, _ wanted: Int) throws(FileProblem) {
    if case .utf16(let isBigEndian) = encoding {
      try fillUTF16(window, wanted, isBigEndian)
    } else {
      try fillBytes(window, wanted)
    }
  }

  private func fillBytes(_ window: TextWindow, _ wanted: Int) throws(FileProblem) {
    window.makeRoom(wanted + unfinished.count)
    let from = window.end
    unfinished.withUnsafeBufferPointer { window.append($0) }
    unfinished = []
    window.add(try readPieces(window.base + window.end, wanted))
    let flags = flags(window, from)
    if flags.hasNul, firstNul == nil {
      firstNul = (from..<window.end).first { window.base[$0] == 0 }.map { given + $0 - from }
    }
    if flags.hasHigh { makeUTF8(window, from) }
    given += window.end - from
  }

  /// Turns a block into UTF-8 if it is not.
  private func makeUTF8(_ window: TextWindow, _ from: Int) {
    let block = UnsafeBufferPointer(start: window.base + from, count: window.end - from)
    var keepsCharacters = false
    if case .utf8 = encoding {
      let check = UTF8Check(block)
      guard
        var foreign = check.firstInvalid
          ?? (isAtEnd && check.unfinished > 0
            ? block.count - check.unfinished : nil)
      else {
        wideCharacters += check.wideCharacters
        // What may be half a character waits for its other half.
        unfinished = Array(block.suffix(check.unfinished))
        window.removeLast(check.unfinished)
        return
      }
      // Positions before the first foreign byte do not move.
      foreign += given
      firstForeign = firstForeign ?? foreign
      keepsCharacters = true
    }
    var text: [UInt8] = []
    text.reserveCapacity(block.count + block.count / 16)
    var held = 0
    if keepsCharacters, !isAtEnd { held = UTF8Check.unfinishedEnd(block) }
    wideCharacters += TextEncoding.append(
      windows1252: UnsafeBufferPointer(rebasing: block.dropLast(held)),
      keepsCharacters: keepsCharacters, to: &text)
    unfinished = Array(block.suffix(held))
    window.removeLast(block.count)
    text.withUnsafeBufferPointer { window.append($0) }
  }

  private func fillUTF16(
    _ window: TextWindow, _ wanted: Int, _ isBigEndian: Bool
  ) throws(FileProblem) {
    let raw = GrowingMemory<UInt8>(capacity: wanted + unfinished.count)
    for byte in unfinished { raw.append(byte) }
    raw.count += try readPieces(raw.base + raw.count, wanted)
    let block = UnsafeBufferPointer(start: raw.base, count: raw.count)
    var text: [UInt8] = []
    let held = TextEncoding.append(
      utf16: block, isBigEndian: isBigEndian, isLast: false, to: &text)
    unfinished = Array(block.suffix(held))
    if isAtEnd, held > 0 {
      isCutOff = true
      unfinished = []
      text.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    if firstNul == nil { firstNul = text.firstIndex(of: 0).map { given + $0 } }
    window.makeRoom(text.count)
    text.withUnsafeBufferPointer { window.append($0) }
    given += text.count
  }
}
