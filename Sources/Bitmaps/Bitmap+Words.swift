extension Bitmap {
  /// The number of words for so many rows.
  @inlinable
  static func wordCount(_ capacity: Int) -> Int { (capacity + 63) / 64 }

  /// Keeps the promise that bits past the capacity are clear.
  static func clearTail(_ words: Words, _ capacity: Int) {
    guard capacity & 63 != 0, words.length > 0 else { return }
    words.base[words.length - 1] &= (1 << UInt64(capacity & 63)) - 1
  }

  /// Words whose bits have been counted, in the cheapest form that costs no search.
  init(capacity: Int, counted words: Words) {
    let count = words.count
    self.init(
      capacity: capacity, form: count == 0 ? .none : count == capacity ? .all : .words(words))
  }

  /// The words of a set that is held so.
  var words: Words? {
    if case .words(let words) = form { words } else { nil }
  }

  /// The set as words, whatever its form.
  func expanded() -> Words {
    let length = Self.wordCount(capacity)
    switch form {
    case .none: return Words(length, repeating: 0)
    case .all:
      let words = Words(length, repeating: ~0)
      Self.clearTail(words, capacity)
      return words
    case .few(let rows):
      let words = Words(length, repeating: 0)
      for row in rows { words.base[Int(row >> 6)] |= 1 << UInt64(row & 63) }
      words.count = rows.count
      return words
    case .words(let words): return words
    }
  }

  /// Changes bits, in words that no other set shares.
  @inline(__always)
  mutating func changeWords(_ body: (UnsafeMutablePointer<UInt64>) -> Void) {
    let words = takeWords()
    words.forgetCount()
    body(words.base)
    form = .words(words)
  }

  /// The words of the set, which is empty afterwards, for changing them.
  private mutating func takeWords() -> Words {
    guard case .words(var words) = form else { return expanded() }
    form = .none
    return isKnownUniquelyReferenced(&words) ? words : words.copy()
  }

  /// Replaces the words by what a kernel makes of them and of others; where another set shares them,
  /// or there are none, nothing is done and the answer is no.
  mutating func changeInPlace(_ other: Words, _ kernel: WordKernel) -> Bool {
    guard case .words(var words) = form else { return false }
    form = .none
    let isOwn = isKnownUniquelyReferenced(&words)
    if isOwn { words.count = Int(kernel(words.base, other.base, words.length, words.base)) }
    self = Bitmap(capacity: capacity, counted: words)
    return isOwn
  }

  /// A kernel over the words of two sets, which gives the number of bits that it writes.
  typealias WordKernel =
    @convention(c) (
      UnsafePointer<UInt64>, UnsafePointer<UInt64>, Int, UnsafeMutablePointer<UInt64>
    ) -> UInt64
}
