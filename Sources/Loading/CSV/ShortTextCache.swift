internal import CDelimitedScan

/// The codes of short texts that were looked up lately, found by two loads and no loop.
///
/// Most columns hold a few short texts again and again. Up to 16 bytes a text is its first and its
/// last eight bytes and its length, so equal triples are equal texts.
final class ShortTextCache {
  /// A text of at most `longest` bytes.
  struct Key {
    var first: UInt64
    var last: UInt64
    var length: UInt32
  }

  fileprivate struct Entry: BitwiseCopyable {
    var first: UInt64
    var last: UInt64
    var length: UInt32
    var code: UInt32
  }

  /// The length in bytes of the longest text that is kept.
  static let longest = 16
  /// A power of two; all entries together stay in the processor's nearest cache.
  private static let size = 512
  /// What `find` answers when a text is not there.
  static let none = UInt32.max

  private let memory = UnsafeMutablePointer<Entry>.allocate(capacity: size)

  init() { clear() }

  deinit { memory.deallocate() }

  /// Forgets all.
  func clear() {
    memory.update(repeating: Entry(first: 0, last: 0, length: .max, code: 0), count: Self.size)
  }

  /// Calls a function with the entries, so that a loop need not go through the object for each text.
  @inline(__always)
  func withEntries(_ body: (Entries) -> Void) {
    withExtendedLifetime(self) { body(Entries(first: memory)) }
  }

  /// The key of a text; eight bytes must be readable from any of its bytes.
  @inline(__always)
  static func key(_ text: UnsafePointer<UInt8>, _ length: Int) -> Key {
    let whole = min(length, 8)
    // An empty text has all its bits shifted out, in two steps since 64 at once are none.
    let half = UInt64(truncatingIfNeeded: 32 &- 4 &* whole)
    let mask = ((~0 as UInt64) &>> half) &>> half
    return Key(
      first: cds_load64(text) & mask, last: cds_load64(text + (length &- whole)) & mask,
      length: UInt32(truncatingIfNeeded: length))
  }
}

extension ShortTextCache {
  /// The texts that are kept, and their codes.
  struct Entries {
    fileprivate let first: UnsafeMutablePointer<Entry>

    @inline(__always)
    private func entry(_ key: Key) -> UnsafeMutablePointer<Entry> {
      let mixed = (key.first ^ (key.last &<< 1) ^ UInt64(key.length)) &* 0x9E37_79B9_7F4A_7C15
      return first + Int(truncatingIfNeeded: mixed &>> 55)
    }

    /// The code of a text, or `none`.
    @inline(__always)
    func find(_ key: Key) -> UInt32 {
      let entry = entry(key)
      let differs =
        (entry.pointee.first ^ key.first) | (entry.pointee.last ^ key.last)
        | UInt64(entry.pointee.length ^ key.length)
      return differs == 0 ? entry.pointee.code : ShortTextCache.none
    }

    /// Keeps a code in the place of another.
    @inline(__always)
    func keep(_ key: Key, _ code: UInt32) {
      entry(key).pointee = Entry(
        first: key.first, last: key.last, length: key.length, code: code)
    }
  }
}
