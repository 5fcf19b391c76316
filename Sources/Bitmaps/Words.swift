internal import CBitmapKernels
internal import Synchronization

/// The words of a set, and how many of their bits are set.
///
/// Shared by copies of a set, and changed only while one set has them: that is why other threads may
/// read them.
@usableFromInline
final class Words: @unchecked Sendable {
  /// The words; one more can be read and written, for kernels that work ahead.
  @usableFromInline let base: UnsafeMutablePointer<UInt64>
  /// The number of words.
  @usableFromInline let length: Int
  private let knownCount = Atomic(unknown)

  private static let unknown = -1

  /// Creates words that hold anything.
  @usableFromInline
  init(uninitialised length: Int) {
    self.length = length
    base = WordPool.take(length + 1)
  }

  /// Creates words from a kernel, which writes them all and gives the number of their bits.
  convenience init(_ length: Int, from kernel: (UnsafeMutablePointer<UInt64>) -> UInt64) {
    self.init(uninitialised: length)
    count = Int(kernel(base))
  }

  /// Creates words that are all the same.
  convenience init(_ length: Int, repeating word: UInt64) {
    self.init(uninitialised: length)
    base.update(repeating: word, count: length)
  }

  deinit { WordPool.give(base, length + 1) }

  /// Other words that are the same.
  func copy() -> Words {
    let copy = Words(uninitialised: length)
    copy.base.update(from: base, count: length)
    copy.knownCount.store(knownCount.load(ordering: .relaxed), ordering: .relaxed)
    return copy
  }

  /// The number of bits that are set, counted once.
  var count: Int {
    get {
      let known = knownCount.load(ordering: .relaxed)
      if known != Self.unknown { return known }
      let counted = Int(kernels.count(base, length))
      knownCount.store(counted, ordering: .relaxed)
      return counted
    }
    set { knownCount.store(newValue, ordering: .relaxed) }
  }

  /// Says that bits are about to change.
  @usableFromInline
  func forgetCount() { knownCount.store(Self.unknown, ordering: .relaxed) }

  /// Whether a bit is set.
  @inlinable
  func contains(_ row: Int) -> Bool { base[row >> 6] & (1 &<< UInt64(row & 63)) != 0 }
}
