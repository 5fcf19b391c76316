/// The compressed bytes, a block of them at a time.
final class CompressedInput {
  private let source: any ByteSource
  /// Bytes that were read of the source to tell what it is.
  private var head: [UInt8]
  let base: UnsafeMutablePointer<UInt8>
  /// Where the next byte is.
  var position = 0
  /// Where the block ends.
  private(set) var end = 0
  private(set) var isAtEnd = false
  /// How many bytes of the source are in this block or were in one before.
  private var place = 0

  private static let capacity = 1 << 18

  init(_ source: any ByteSource, head: [UInt8]) {
    self.source = source
    self.head = head
    base = .allocate(capacity: Self.capacity)
  }

  deinit { base.deallocate() }

  /// How many bytes are done, and how many there are.
  var progress: (done: Int, total: Int?) { (place - (end - position), source.size) }

  /// Reads on, so that some bytes are there unless the source ends.
  func refill() throws(FileProblem) {
    let rest = end - position
    base.update(from: base + position, count: rest)
    (position, end) = (0, rest)
    if !head.isEmpty {
      // A head is shorter than a block.
      for byte in head {
        base[end] = byte
        end += 1
      }
      place = head.count
      head = []
    }
    let room = UnsafeMutableRawBufferPointer(start: base + end, count: Self.capacity - end)
    let count = try source.read(room, at: place)
    isAtEnd = count < room.count
    end += count
    place += count
  }

  /// The next byte; `nil` at the end.
  func next() throws(FileProblem) -> UInt8? {
    if position == end {
      if isAtEnd { return nil }
      try refill()
      if position == end { return nil }
    }
    position += 1
    return base[position - 1]
  }
}
