/// What is wrong with a database.
struct SQLiteProblem: Error {
  var message: String

  init(_ message: String) { self.message = message }
}

/// One page's bytes; nothing outside them is read.
struct SQLitePage {
  let number: Int
  let bytes: [UInt8]

  /// A number of some bytes, the highest first.
  func number(at place: Int, bytes count: Int) throws(SQLiteProblem) -> Int {
    guard place >= 0, place + count <= bytes.count else {
      throw SQLiteProblem("page \(number) leads outside itself")
    }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of one to nine bytes, and how many it takes.
  func variable(at place: Int) throws(SQLiteProblem) -> (value: Int, length: Int) {
    let rest = bytes[min(max(place, 0), bytes.count)...]
    guard let read = rest.withUnsafeBufferPointer(VariableNumber.read) else {
      throw SQLiteProblem("page \(number) leads outside itself")
    }
    return read
  }
}

/// Numbers of one to nine bytes, of which each but the last has its high bit set.
enum VariableNumber {
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (value: Int, length: Int)? {
    var value: UInt64 = 0
    for index in 0..<min(9, bytes.count) {
      let byte = bytes[index]
      if index == 8 { return (Int(truncatingIfNeeded: value << 8 | UInt64(byte)), 9) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return (Int(value), index + 1) }
    }
    return nil
  }
}

/// The pages of a database: those in its log of writes before those in the file.
final class SQLitePages {
  private let file: OpenFile
  let log: WriteAheadLog?
  let pageSize: Int
  /// The bytes of a page that hold content.
  let usableSize: Int
  let pageCount: Int
  let isUTF16: Bool
  let isBigEndian: Bool
  /// The counter that every writer changes.
  let changeCounter: Int

  /// Opens a database (<https://www.sqlite.org/fileformat2.html>).
  init(_ file: OpenFile, log: (Int) throws(SQLiteProblem) -> WriteAheadLog?) throws(SQLiteProblem) {
    self.file = file
    var header = SQLitePage(number: 1, bytes: try Self.bytes(of: file, at: 0, count: 100))
    let size = try header.number(at: 16, bytes: 2)
    pageSize = size == 1 ? 65536 : size
    guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else {
      throw SQLiteProblem("its page size is none")
    }
    self.log = try log(pageSize)
    if let first = try self.log?.page(1) { header = SQLitePage(number: 1, bytes: first) }
    usableSize = pageSize - (try header.number(at: 20, bytes: 1))
    guard usableSize >= 480 else { throw SQLiteProblem("its pages have no room") }
    guard try header.number(at: 19, bytes: 1) <= 2 else {
      throw SQLiteProblem("it was written by a newer SQLite, in a way that is not known")
    }
    pageCount = max((file.size ?? 0) / pageSize, self.log?.pageCount ?? 0)
    let encoding = try header.number(at: 56, bytes: 4)
    isUTF16 = encoding == 2 || encoding == 3
    isBigEndian = encoding == 3
    changeCounter = try header.number(at: 24, bytes: 4)
  }

  /// Whether a writer changed the file since it was opened.
  func isChanged() -> Bool {
    guard let bytes = try? Self.bytes(of: file, at: 24, count: 4) else { return true }
    if let log, log.isChanged() { return true }
    // With a log that holds changes, the counter that was read is the log's.
    if let log, log.pageCount > 0 { return false }
    return bytes.reduce(0) { $0 << 8 | Int($1) } != changeCounter
  }

  func page(_ number: Int) throws(SQLiteProblem) -> SQLitePage {
    guard number >= 1, number <= pageCount else {
      throw SQLiteProblem("page \(number) is referred to and not there")
    }
    if let bytes = try log?.page(number) { return SQLitePage(number: number, bytes: bytes) }
    return SQLitePage(
      number: number,
      bytes: try Self.bytes(of: file, at: (number - 1) * pageSize, count: pageSize))
  }

  /// Bytes of a file, all that are asked for.
  static func bytes(
    of file: OpenFile, at place: Int, count: Int
  ) throws(SQLiteProblem) -> [UInt8] {
    var problem: FileProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, read in
      do throws(FileProblem) {
        read = try file.read(UnsafeMutableRawBufferPointer(memory), at: place)
      } catch {
        problem = error
      }
    }
    if let problem { throw SQLiteProblem(problem.reason) }
    guard bytes.count == count else { throw SQLiteProblem("the file is cut off") }
    return bytes
  }
}
