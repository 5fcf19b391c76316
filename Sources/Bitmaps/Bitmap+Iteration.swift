extension Bitmap: Sequence {
  /// Walks the rows of a set upwards.
  public struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var word: UInt64

    init(_ bitmap: Bitmap) {
      words = bitmap.words
      word = words.first ?? 0
    }

    /// The next row, or `nil` past the last.
    public mutating func next() -> Int? {
      while word == 0 {
        index += 1
        guard index < words.count else {
          index = words.count
          return nil
        }
        word = words[index]
      }
      let row = index * 64 + word.trailingZeroBitCount
      word &= word &- 1
      return row
    }
  }

  /// The rows, upwards.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Answers `Sequence.contains` in one step.
  ///
  /// A file that does not import this module sees only that method, which would otherwise walk the
  /// whole set.
  public func _customContainsEquatableElement(_ row: Int) -> Bool? { contains(row) }

  /// Calls a function with each row, upwards; the fast form of a `for` loop.
  @inlinable
  public func forEachRow(_ body: (Int) throws -> Void) rethrows {
    for index in 0..<words.count {
      var word = words[index]
      while word != 0 {
        try body(index &* 64 &+ word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// The first rows of the set, at most `limit`.
  public func firstRows(_ limit: Int) -> [Int] {
    var rows: [Int] = []
    var iterator = makeIterator()
    while rows.count < limit, let row = iterator.next() { rows.append(row) }
    return rows
  }
}
