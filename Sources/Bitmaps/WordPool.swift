internal import Synchronization

/// Memory of large sets that are no longer needed, kept for the next.
///
/// A query makes and drops sets of one size. The system hands out fresh memory page by page, which for
/// ten million rows takes several times as long as the intersection that fills it.
enum WordPool {
  /// The words from which a set is large: 128 KB, from where the system's allocator asks for pages.
  private static let largeLength = 16_384
  /// At most this much is kept: 64 MB.
  private static let keptLength = 8 << 20

  private struct Memory: @unchecked Sendable {
    var base: UnsafeMutablePointer<UInt64>
    var length: Int
  }

  private static let kept = Mutex<[Memory]>([])

  /// Memory for so many words, which hold anything.
  static func take(_ length: Int) -> UnsafeMutablePointer<UInt64> {
    if length >= largeLength {
      let found: Memory? = kept.withLock { kept in
        kept.lastIndex { $0.length == length }.map { kept.remove(at: $0) }
      }
      if let found { return found.base }
    }
    return UnsafeMutablePointer.allocate(capacity: length)
  }

  /// Takes memory back.
  static func give(_ base: UnsafeMutablePointer<UInt64>, _ length: Int) {
    guard length >= largeLength else { return base.deallocate() }
    let memory = Memory(base: base, length: length)
    let dropped: [Memory] = kept.withLock { kept in
      kept.append(memory)
      var total = kept.reduce(0) { $0 + $1.length }
      var dropped: [Memory] = []
      // The oldest first: tables of that size are no longer asked for.
      while total > keptLength {
        let oldest = kept.removeFirst()
        total -= oldest.length
        dropped.append(oldest)
      }
      return dropped
    }
    for memory in dropped { memory.base.deallocate() }
  }
}
