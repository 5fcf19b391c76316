/// The pages that were written and are not in the database file yet: its `-wal` file.
struct WriteAheadLog {
  let path: String
  private let file: OpenFile?
  private let pageSize: Int
  /// Where the last version of each page is.
  private var places: [Int: Int] = [:]
  /// The pages of the database after the last transaction; 0 when there is none.
  private(set) var pageCount = 0
  /// Whether the log does not begin as one, so that SQLite would pass it over as well.
  private(set) var isDamaged = false
  /// Where the last transaction ends.
  private var end = Self.headerLength
  /// What a writer would change: how the log begins, and what follows the last transaction.
  private var stamp: [UInt8] = []

  private static let headerLength = 32
  private static let frameLength = 24

  /// Reads which pages a log holds, up to the last transaction that is whole; a log that is not there
  /// holds none.
  init(_ path: String, pageSize: Int) throws(SQLiteProblem) {
    self.path = path
    self.pageSize = pageSize
    do throws(FileProblem) {
      file = FolderFiles.exists(path) ? try OpenFile(path) : nil
    } catch {
      throw SQLiteProblem("its latest changes, in \(path), cannot be read: \(error.reason)")
    }
    if let file, let size = file.size { try readAll(file, size) }
    stamp = Self.stamp(file, end)
  }

  private mutating func readAll(_ file: OpenFile, _ size: Int) throws(SQLiteProblem) {
    let count = min(size, Self.headerLength)
    let header = SQLitePage(
      number: 0, bytes: try SQLitePages.bytes(of: file, at: 0, count: count))
    guard header.bytes.contains(where: { $0 != 0 }) else { return }
    isDamaged = true
    guard count == Self.headerLength else { return }
    let magic = try header.number(at: 0, bytes: 4)
    guard magic == 0x377F_0682 || magic == 0x377F_0683,
      try header.number(at: 8, bytes: 4) == pageSize
    else { return }
    var sum = LogChecksum(isBigEndian: magic == 0x377F_0683)
    sum.add(header.bytes[..<24])
    guard try sum.first == header.number(at: 24, bytes: 4),
      try sum.second == header.number(at: 28, bytes: 4)
    else { return }
    isDamaged = false
    try readFrames(file, header, size, sum)
  }

  /// Whether something was written to the log, or it is gone, since it was read.
  func isChanged() -> Bool { Self.stamp(try? OpenFile(path), end) != stamp }

  private static func stamp(_ file: OpenFile?, _ end: Int) -> [UInt8] {
    guard let file, let size = file.size else { return [] }
    var stamp: [UInt8] = []
    for (place, length) in [(0, headerLength), (end, frameLength)] where place < size {
      let count = min(length, size - place)
      stamp += (try? SQLitePages.bytes(of: file, at: place, count: count)) ?? []
    }
    return stamp
  }

  private mutating func readFrames(
    _ file: OpenFile, _ header: SQLitePage, _ size: Int, _ start: LogChecksum
  ) throws(SQLiteProblem) {
    var sum = start
    var pending: [Int: Int] = [:]
    var at = Self.headerLength
    while at + Self.frameLength + pageSize <= size {
      let frame = SQLitePage(
        number: 0,
        bytes: try SQLitePages.bytes(of: file, at: at, count: Self.frameLength + pageSize))
      // Frames of an earlier round have other marks, and end the log.
      guard frame.bytes[8..<16] == header.bytes[16..<24] else { return }
      sum.add(frame.bytes[..<8])
      sum.add(frame.bytes[Self.frameLength...])
      guard try sum.first == frame.number(at: 16, bytes: 4),
        try sum.second == frame.number(at: 20, bytes: 4)
      else { return }
      pending[try frame.number(at: 0, bytes: 4)] = at + Self.frameLength
      let committed = try frame.number(at: 4, bytes: 4)
      if committed > 0 {
        places.merge(pending) { $1 }
        pending = [:]
        pageCount = committed
        end = at + Self.frameLength + pageSize
      }
      at += Self.frameLength + pageSize
    }
  }

  /// A page's bytes; `nil` when the log does not hold it.
  func page(_ number: Int) throws(SQLiteProblem) -> [UInt8]? {
    guard let file, let place = places[number] else { return nil }
    return try SQLitePages.bytes(of: file, at: place, count: pageSize)
  }
}

/// The checksum of a log of writes, over pairs of words.
private struct LogChecksum {
  let isBigEndian: Bool
  private var a: UInt32 = 0
  private var b: UInt32 = 0

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  var first: Int { Int(a) }
  var second: Int { Int(b) }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { raw in
      var at = 0
      while at + 8 <= raw.count {
        a = a &+ word(raw, at) &+ b
        b = b &+ word(raw, at + 4) &+ a
        at += 8
      }
    }
  }

  private func word(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt32 {
    let word = raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)
    return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
  }
}
