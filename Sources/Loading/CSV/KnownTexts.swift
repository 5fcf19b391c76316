internal import CDelimitedScan

/// The texts of a column that have a code, as the loop over its cells finds them: see `cds_look_up`.
///
/// Most columns hold a few texts again and again. What an interner finds by a hash, the place of a text
/// and its bytes, one after another, is found here by the text itself. It grows between blocks, while
/// no cell is looked up, so threads share it.
final class KnownTexts: @unchecked Sendable {
  private var keys = UnsafeMutablePointer<cds_key>.allocate(capacity: 1)
  private var codes = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// The number of places for keys, a power of two; a file of one block needs no more than one.
  private var size = 1
  private var wide: UnsafeMutablePointer<cds_wide_text>?
  /// How many texts are here: those with the first codes.
  private var count = 0
  /// Whether one of them is too long for a key.
  private var isMixed = false

  /// Once there are texts; so large that few of the usual ones are not in the first place that is
  /// looked at.
  private static let leastSize = 512
  /// The number of places for whole texts, and how many texts a column may have for that: all together
  /// stay near the processor.
  private static let wideSize = 1024
  private static let mostWide = 256

  init() { cds_forget(table(nil, nil)) }

  deinit {
    keys.deallocate()
    codes.deallocate()
    wide?.deallocate()
  }

  /// The tables, for looking up; good until texts are taken in.
  func table(of interner: TextInterner) -> cds_known {
    table(interner.arena.base, interner.offsets.base)
  }

  private func table(
    _ texts: UnsafePointer<UInt8>?, _ offsets: UnsafePointer<UInt32>?
  ) -> cds_known {
    cds_known(
      keys: keys, codes: codes, mask: size - 1, wide: wide, wide_mask: Self.wideSize - 1,
      texts: texts, offsets: offsets)
  }

  /// Takes in the texts that an interner has got since the last time.
  ///
  /// - Complexity: O(new texts) on average.
  func takeIn(_ interner: TextInterner) {
    // Of offsets past 4 GB only the low half is there.
    guard interner.count > count, interner.arena.count >> 32 == 0 else { return }
    let offsets = interner.offsets.base
    func length(_ code: Int) -> Int { Int(offsets[code + 1] &- offsets[code]) }
    isMixed = isMixed || (count..<interner.count).contains { length($0) > 15 }
    makeRoom(for: interner.count)
    let table = table(of: interner)
    for code in count..<interner.count {
      cds_know(
        table, interner.arena.base + Int(offsets[code]), length(code),
        UInt32(truncatingIfNeeded: code))
    }
    count = interner.count
  }

  /// Makes room for as many texts, which are all to be taken in again if the tables become others.
  private func makeRoom(for wanted: Int) {
    let wasWide = wide != nil
    let isWide = isMixed && wanted <= Self.mostWide
    guard isWide != wasWide || wanted * 3 > size else { return }
    if isWide != wasWide {
      wide?.deallocate()
      wide = isWide ? .allocate(capacity: Self.wideSize) : nil
    }
    if wanted * 3 > size {
      size = max(size, Self.leastSize)
      while size < wanted * 4 { size *= 2 }
      keys.deallocate()
      codes.deallocate()
      keys = .allocate(capacity: size)
      codes = .allocate(capacity: size)
    }
    cds_forget(table(nil, nil))
    count = 0
  }
}
