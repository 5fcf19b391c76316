internal import CDelimitedScan
internal import Synchronization
internal import Threading

/// Reads a source block by block as UTF-8, whatever encoding it is in.
///
/// Bytes that are no UTF-8, where none other was declared, are Windows-1252, the usual encoding of
/// old exports. A file may hold both, one line from here and one from there; then each is read as
/// what it is, and the first place is kept for a report.
final class TextFeed {
  private let source: any ByteSource
  private let threads: Int
  private var encoding = TextEncoding.utf8
  /// Whether the encoding was given, and is no guess.
  private var isDeclared = false
  /// Whether a mark at the beginning tells the encoding.
  private var isMarked = false
  /// Where the next block begins in the source.
  private var place = 0
  /// Bytes that were read and begin a character that goes on in the next block.
  private var unfinished: [UInt8] = []
  /// The bytes at the beginning of a source without a size, which can be read only once.
  private var head: [UInt8]
  private(set) var isAtEnd = false

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
  private(set) var isShort = false

  /// How much is looked at to tell what a source is.
  static let headLength = 8192
  /// How much one thread reads at a time.
  private static let pieceLength = 1 << 19

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

  // MARK: Bytes

  /// Reads the next block into memory.
  private func readPieces(
    _ memory: UnsafeMutablePointer<UInt8>, _ wanted: Int
  ) throws(FileProblem) -> Int {
    let count: Int
    if let size = source.size {
      // What a file grows by while it is read is left for another time.
      let expected = max(0, min(wanted, size - place))
      count = try readInParallel(memory, expected)
      isShort = isShort || count < expected
      isAtEnd = isShort || place + count >= size
    } else {
      count = try readInOrder(memory, wanted)
      isAtEnd = count < wanted
    }
    place += count
    return count
  }

  private func readInOrder(
    _ memory: UnsafeMutablePointer<UInt8>, _ wanted: Int
  ) throws(FileProblem) -> Int {
    // The head was read to be looked at, and comes first.
    let taken = max(0, min(wanted, head.count - place))
    for index in 0..<taken { memory[index] = head[place + index] }
    let rest = UnsafeMutableRawBufferPointer(start: memory + taken, count: wanted - taken)
    return taken + (rest.isEmpty ? 0 : try source.read(rest, at: place + taken))
  }

  /// What the threads that read found.
  private final class Pieces: Sendable {
    let counts: Mutex<[Int]>
    let problem = Mutex<FileProblem?>(nil)
    init(_ count: Int) { counts = Mutex(Array(repeating: 0, count: count)) }
  }

  private func readInParallel(
    _ memory: UnsafeMutablePointer<UInt8>, _ expected: Int
  ) throws(FileProblem) -> Int {
    let number = (expected + Self.pieceLength - 1) / Self.pieceLength
    let pieces = Pieces(number)
    let (source, place) = (source, place)
    nonisolated(unsafe) let memory = memory
    Threads.forEach(number, threads: threads) { piece in
      let start = piece * Self.pieceLength
      let length = min(Self.pieceLength, expected - start)
      do throws(FileProblem) {
        let count = try source.read(
          UnsafeMutableRawBufferPointer(start: memory + start, count: length), at: place + start)
        pieces.counts.withLock { $0[piece] = count }
      } catch {
        pieces.problem.withLock { $0 = error }
      }
    }
    if let problem = pieces.problem.withLock({ $0 }) { throw problem }
    // A file that was cut off ends where the first piece falls short.
    var total = 0
    for (piece, count) in pieces.counts.withLock({ $0 }).enumerated() {
      total += count
      if count < min(Self.pieceLength, expected - piece * Self.pieceLength) { break }
    }
    return total
  }

  private static func read(
    _ source: any ByteSource, into bytes: inout [UInt8], at place: Int
  ) throws(FileProblem) -> Int {
    var problem: FileProblem?
    let count = bytes.withUnsafeMutableBytes { memory in
      do throws(FileProblem) {
        return try source.read(memory, at: place)
      } catch {
        problem = error
        return 0
      }
    }
    if let problem { throw problem }
    return count
  }

  /// What the threads that look for bytes outside plain text found.
  private final class Found: Sendable {
    let hasHigh = Atomic(false)
    let hasNul = Atomic(false)
  }

  private func flags(_ window: TextWindow, _ from: Int) -> (hasHigh: Bool, hasNul: Bool) {
    let count = window.end - from
    let found = Found()
    nonisolated(unsafe) let base = UnsafePointer(window.base + from)
    Threads.forEach((count + Self.pieceLength - 1) / Self.pieceLength, threads: threads) { piece in
      let start = piece * Self.pieceLength
      let flags = cds_flags(base + start, min(Self.pieceLength, count - start))
      if flags.has_high != 0 { found.hasHigh.store(true, ordering: .relaxed) }
      if flags.has_nul != 0 { found.hasNul.store(true, ordering: .relaxed) }
    }
    return (
      found.hasHigh.load(ordering: .relaxed), found.hasNul.load(ordering: .relaxed)
    )
  }
}
