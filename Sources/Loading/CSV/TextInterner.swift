internal import CDelimitedScan
internal import Tables

/// Gives each distinct text of a column a code, from bytes, without a string for each cell.
///
/// An open-addressing hash table over one arena of bytes. Any number of threads may look texts up
/// while none adds one.
///
/// Texts that come in ascending order, as identifiers mostly do, are told apart without the table:
/// see `appendAscending`.
final class TextInterner: @unchecked Sendable {
  /// The bytes of all distinct texts, one after another.
  let arena = GrowingMemory<UInt8>()
  /// `count + 1` offsets into the arena, of each the low 32 bits, as in a `TextDictionary`.
  let offsets = GrowingMemory<UInt32>()
  private var passes: [Int] = []
  /// A hash in the high half and a code plus one in the low half of each slot; 0 is empty.
  ///
  /// A power of two, at most two thirds full.
  private var slots: ZeroedMemory
  /// The number of distinct texts.
  private(set) var count = 0

  /// What `find` answers when a text is not there.
  static let none = UInt32.max

  /// How many of the texts are in the table: all, or none.
  var indexedCount = 0

  init() {
    slots = ZeroedMemory(count: 64)
    offsets.append(0)
  }

  /// Whether the table is too large to be near the processor, so that fetching ahead pays.
  var isFar: Bool { slots.count > 1 << 14 }

  /// Fetches what a look-up will need.
  @inline(__always)
  func prefetch(_ hash: UInt32) {
    cds_prefetch(slots.base + (Int(hash) & (slots.count &- 1)))
  }

  /// A look at the texts that are there; good until one is added.
  @inline(__always)
  var reader: Reader {
    Reader(
      slots: UnsafePointer(slots.base), mask: slots.count &- 1,
      offsets: UnsafePointer(offsets.base), arena: UnsafePointer(arena.base), passes: passes)
  }

  /// The code of a text that is there, or `none`; see `Reader.find`.
  @inline(__always)
  func find(_ text: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32) -> UInt32 {
    reader.find(text, length, hash)
  }

  /// The code of a text, new or not.
  @inline(__always)
  func code(_ text: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32) -> UInt32 {
    let known = find(text, length, hash)
    return known == Self.none ? insert(text, length, hash) : known
  }

  private func insert(_ text: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32) -> UInt32 {
    if (count + 1) * 3 > slots.count * 2 { grow(to: slots.count * 2) }
    place(hash, UInt64(count))
    indexedCount += 1
    arena.append(text, length)
    return endText()
  }

  /// Notes the end of the text that was added to the arena.
  @inline(__always)
  func endText() -> UInt32 {
    if arena.count >> 32 > passes.count { passes.append(count + 1) }
    offsets.append(UInt32(truncatingIfNeeded: arena.count))
    count &+= 1
    return UInt32(truncatingIfNeeded: count &- 1)
  }

  /// Notes texts whose ends are written already, none of them past a multiple of 4 GB.
  func addTexts(_ number: Int) {
    offsets.count &+= number
    count &+= number
  }

  /// Puts a code into the first free slot for its hash.
  func place(_ hash: UInt32, _ code: UInt64) {
    let (base, mask) = (slots.base, slots.count &- 1)
    var slot = Int(hash) & mask
    while base[slot] != 0 { slot = (slot &+ 1) & mask }
    base[slot] = UInt64(hash) &<< 32 | (code &+ 1)
  }

  /// Makes room for as many texts at once, since each growth places every text again.
  func reserve(_ total: Int) {
    var size = slots.count
    while total * 3 > size * 2 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private func grow(to size: Int) {
    let old = slots
    slots = ZeroedMemory(count: size)
    for slot in 0..<old.count {
      let held = old.base[slot]
      if held == 0 { continue }
      place(UInt32(truncatingIfNeeded: held &>> 32), held & 0xFFFF_FFFF &- 1)
    }
  }

  /// The texts by code; nothing may be added after.
  func dictionary() -> TextDictionary {
    TextDictionary(bytes: arena.storage(), offsets: offsets.storage(), passes: passes)
  }
}

extension TextInterner {
  /// The memory of an interner, so that a loop need not go through the object for each text.
  struct Reader {
    fileprivate let slots: UnsafePointer<UInt64>
    fileprivate let mask: Int
    fileprivate let offsets: UnsafePointer<UInt32>
    fileprivate let arena: UnsafePointer<UInt8>
    fileprivate let passes: [Int]

    /// Fetches what a look-up will need.
    @inline(__always)
    func prefetch(_ hash: UInt32) { cds_prefetch(slots + (Int(hash) & mask)) }

    /// The code of a text that is there, or `none`.
    ///
    /// Eight bytes must be readable from any byte of the text.
    ///
    /// - Complexity: O(length) on average.
    @inline(__always)
    func find(_ text: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32) -> UInt32 {
      var slot = Int(hash) & mask
      while true {
        let held = slots[slot]
        if held == 0 { return TextInterner.none }
        if UInt32(truncatingIfNeeded: held &>> 32) == hash {
          let code = UInt32(truncatingIfNeeded: held) &- 1
          if holds(Int(code), text, length) { return code }
        }
        slot = (slot &+ 1) & mask
      }
    }

    @inline(__always)
    private func holds(_ code: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
      var start = Int(offsets[code])
      if !passes.isEmpty { start += passes.count { $0 <= code } << 32 }
      // The difference of low halves: no text is as long as 4 GB.
      guard UInt32(truncatingIfNeeded: length) == offsets[code &+ 1] &- offsets[code] else {
        return false
      }
      return TextBytes.areEqual(arena + start, text, length)
    }
  }
}
