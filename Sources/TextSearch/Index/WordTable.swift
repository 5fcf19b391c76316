/// Distinct words, numbered in order of appearance.
///
/// An open-addressing hash table over one arena of bytes.
struct WordTable: Sendable {
  /// The words, one after another.
  private var bytes: [UInt8] = []
  /// `count + 1` offsets into the bytes.
  private var offsets: [Int] = [0]
  /// The number of each word in the sense of `WordHash`.
  private var hashes: [UInt64] = []
  /// A word's number plus one in each slot; 0 is empty.
  ///
  /// A power of two, at most half full.
  private var slots = [UInt32](repeating: 0, count: 256)

  /// The number of words.
  var count: Int { hashes.count }

  /// The number of a word, new or not.
  ///
  /// - Complexity: O(length) on average.
  @inline(__always)
  mutating func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = WordHash.place(of: hash, mask: mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if hashes[number] == hash, holds(number, word) { return number }
      slot = (slot &+ 1) & mask
    }
    return insert(word, hash, at: slot)
  }

  /// Whether a word with the same hash is the same.
  @inline(__always)
  private func holds(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offsets[number]
    guard offsets[number + 1] &- start == word.count else { return false }
    return word.count <= WordHash.exactLength
      || word.indices.allSatisfy { bytes[start + $0] == word[$0] }
  }

  @inline(never)
  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at slot: Int
  ) -> Int {
    bytes.append(contentsOf: word)
    offsets.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = WordHash.place(of: hash, mask: mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
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
