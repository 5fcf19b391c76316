/// The bytes that a gzip file holds, decoded as they are read (RFC 1952).
///
/// Only a block of them is in memory, however many there are. What is damaged ends the source, and
/// `damage` says how: what was decoded before is given out all the same.
final class GzipSource: ByteSource, @unchecked Sendable {
  private let input: CompressedInput
  private let window = InflateWindow()
  private let inflate: Inflate
  /// Where the bytes that were not given out begin in the window.
  private var given = 0
  private var checksum = CyclicChecksum()
  /// The number of bytes that the current member held so far.
  private var length = 0

  private enum State { case betweenMembers, insideMember, ended }
  private var state = State.betweenMembers
  private var members = 0
  private(set) var damage: String?

  /// The bytes that a gzip file begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// Opens a source.
  ///
  /// - Parameter head: The bytes that were read of it already.
  init(_ source: any ByteSource, head: [UInt8]) {
    input = CompressedInput(source, head: head)
    inflate = Inflate(input, into: window)
  }

  var size: Int? { nil }
  var progress: (done: Int, total: Int?)? { input.progress }

  func read(_ memory: UnsafeMutableRawBufferPointer, at place: Int) throws(FileProblem) -> Int {
    var done = 0
    while done < memory.count {
      let count = min(memory.count - done, window.end - given)
      if count > 0, let target = memory.baseAddress {
        (target + done).copyMemory(from: window.base + given, byteCount: count)
        done += count
        given += count
      } else if state == .ended {
        break
      } else {
        try decode()
      }
    }
    return done
  }

  /// Decodes the next block, after what was there was given out.
  private func decode() throws(FileProblem) {
    do throws(InflateProblem) {
      if state == .betweenMembers, !(try beginMember()) {
        state = .ended
        return
      }
      window.slide()
      (given, summed) = (window.end, window.end)
      defer { take() }
      if try inflate.run() {
        take()
        try endMember()
      }
    } catch {
      state = .ended
      let place = "byte \(input.progress.done) of the compressed file"
      switch error {
      case .file(let problem): throw problem
      case .cutOff: damage = "the compressed data is cut off at \(place)"
      case .damaged(let reason): damage = "the compressed data is damaged at \(place): \(reason)"
      }
    }
  }

  /// The end of the bytes that were summed.
  private var summed = 0

  private func take() {
    let from = max(given, summed)
    summed = window.end
    guard window.end > from else { return }
    checksum.add(UnsafeBufferPointer(start: window.base + from, count: window.end - from))
    length += window.end - from
  }

  // MARK: Members

  private func byte() throws(InflateProblem) -> UInt8 {
    guard let byte = try nextByte() else { throw .cutOff }
    return byte
  }

  private func nextByte() throws(InflateProblem) -> UInt8? {
    do throws(FileProblem) { return try input.next() } catch { throw .file(error) }
  }

  /// Reads the header of a member.
  ///
  /// - Returns: Whether there is one.
  private func beginMember() throws(InflateProblem) -> Bool {
    var first = try nextByte()
    // Tapes and block devices leave zeros at the end.
    while first == 0, members > 0 { first = try nextByte() }
    guard let first else { return false }
    guard first == Self.magic[0], try byte() == Self.magic[1] else {
      throw .damaged("what follows the end is no gzip data")
    }
    guard try byte() == 8 else { throw .damaged("it is compressed in a way that is not known") }
    let flags = try byte()
    for _ in 0..<6 { _ = try byte() }
    if flags & 4 != 0 {
      let low = Int(try byte())
      for _ in 0..<(low | Int(try byte()) << 8) { _ = try byte() }
    }
    // The file's name and a comment, each to a 0.
    if flags & 8 != 0 { while try byte() != 0 {} }
    if flags & 16 != 0 { while try byte() != 0 {} }
    if flags & 2 != 0 { for _ in 0..<2 { _ = try byte() } }
    members += 1
    state = .insideMember
    checksum = CyclicChecksum()
    length = 0
    window.first = window.end
    inflate.restart()
    return true
  }

  private func endMember() throws(InflateProblem) {
    var trailer: [UInt32] = []
    for _ in 0..<2 {
      var value: UInt32 = 0
      for place in 0..<4 { value |= UInt32(try byte()) << UInt32(place * 8) }
      trailer.append(value)
    }
    guard trailer[0] == checksum.value, trailer[1] == UInt32(truncatingIfNeeded: length) else {
      throw .damaged("the checksum does not agree, so that some of the data before may be wrong")
    }
    state = .betweenMembers
  }
}
