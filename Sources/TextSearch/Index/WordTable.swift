/// Distinct words, numbered in order of appearance.
///
/// An open-addressing hash table over one arena of bytes.
struct WordTable: Sendable {
  /// The words, one after another.
  private var bytes: [UInt8] = []
  /// `count + 1` offsets into the bytes.
  private var offsets: [Int] = [0]
  /// A hash in the high half and a number plus one in the low half of each slot; 0 is empty.
  ///
  /// A power of two, at most half full.
  private var slots = [UInt64](repeating: 0, count: 256)

  /// The number of words.
  var count: Int { offsets.count - 1 }

  /// The number of a word, new or not.
  ///
  /// - Complexity: O(length) on average.
  @inline(__always)
  mutating func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] &>> 32) == hash {
        let number = Int(slots[slot] & 0xFFFF_FFFF) &- 1
        if holds(number, word) { return number }
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return insert(word, hash, at: slot)
  }

  @inline(__always)
  private func holds(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offsets[number]
    guard offsets[number + 1] - start == word.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  @inline(never)
  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32, at slot: Int
  ) -> Int {
    bytes.append(contentsOf: word)
    offsets.append(bytes.count)
    slots[slot] = UInt64(hash) &<< 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for held in slots where held != 0 {
      var slot = Int(held &>> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = held
    }
    slots = larger
  }

  /// Calls a function with the bytes of a word.
  func withWord<Result>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[offsets[number]..<offsets[number + 1]]))
    }
  }
}
