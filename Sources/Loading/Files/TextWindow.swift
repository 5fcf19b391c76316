/// The part of a text that is being read: what is left of one block, and the next one after it.
final class TextWindow: @unchecked Sendable {
  private let memory = GrowingMemory<UInt8>(capacity: 1 << 12)
  /// Where the unread bytes begin.
  private(set) var start = 0

  /// The bytes, addressed by their position in the window; as many past the last as
  /// `GrowingMemory.slack` may be read.
  var base: UnsafeMutablePointer<UInt8> { memory.base }
  /// The position past the last byte.
  var end: Int { memory.count }
  /// How many bytes are unread.
  var unread: Int { end - start }

  /// The unread bytes; only for use inside one expression.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: memory.base + start, count: unread)
  }

  /// Makes room after the last byte, moving unread bytes to the front.
  func makeRoom(_ count: Int) {
    if start > 0 {
      base.update(from: base + start, count: unread)
      memory.count = unread
      start = 0
    }
    memory.reserve(count)
  }

  /// Takes in bytes that were written into the room.
  func add(_ count: Int) { memory.count += count }

  /// Takes in bytes from elsewhere.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = bytes.baseAddress { memory.append(first, bytes.count) }
  }

  /// Gives bytes at the end back.
  func removeLast(_ count: Int) { memory.count -= count }

  /// Leaves bytes behind.
  func advance(to position: Int) { start = position }
}
