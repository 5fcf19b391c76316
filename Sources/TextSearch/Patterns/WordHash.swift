/// A number for a word: of up to eight bytes the bytes themselves, of more a mix of them.
///
/// Most words are that short. Then the bytes need not be compared, which costs little for each and
/// much for the processor's wrong guess where a word ends.
struct WordHash {
  /// The longest word that is equal to any other with the same number and length.
  static let exactLength = 8

  /// The last eight bytes.
  private var last: UInt64 = 0

  /// Adds a byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) { last = last &<< 8 | UInt64(byte) }

  /// The number of the word whose bytes have been added.
  @inline(__always)
  func value(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.count <= Self.exactLength ? last : mixed(with: word.prefix(word.count - 8))
  }

  @inline(never)
  private func mixed(with bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(last) { ($0 ^ UInt64($1)) &* Self.factor }
  }

  /// The number of a whole word.
  static func value(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    return hash.value(of: word)
  }

  /// Where to look first for a number in a table with a power of two of places.
  @inline(__always)
  static func place(of value: UInt64, mask: Int) -> Int {
    let spread = value &* factor
    return Int(truncatingIfNeeded: spread ^ (spread &>> 32)) & mask
  }

  /// 2 to the 64th over the golden ratio: Knuth, The Art of Computer Programming 3, section 6.4.
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
}
