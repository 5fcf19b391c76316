extension Bitmap: Sequence {
  /// Walks the rows of a set upwards.
  public struct Iterator: IteratorProtocol {
    private let capacity: Int
    private let form: Form
    /// The place among few or all rows, or among words.
    private var index = 0
    private var word: UInt64 = 0

    init(_ bitmap: Bitmap) {
      capacity = bitmap.capacity
      form = bitmap.form
      if case .words(let words) = form, words.length > 0 { word = words.base[0] }
    }

    /// The next row, or `nil` past the last.
    public mutating func next() -> Int? {
      switch form {
      case .none: return nil
      case .all:
        guard index < capacity else { return nil }
        index += 1
        return index - 1
      case .few(let rows):
        guard index < rows.count else { return nil }
        index += 1
        return Int(rows[index - 1])
      case .words(let words): return next(in: words)
      }
    }

    private mutating func next(in words: Words) -> Int? {
      while word == 0 {
        guard index + 1 < words.length else { return nil }
        index += 1
        word = words.base[index]
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
    switch form {
    case .none: return
    case .all: for row in 0..<capacity { try body(row) }
    case .few(let rows): for row in rows { try body(Int(row)) }
    case .words(let words):
      for index in 0..<words.length {
        var word = words.base[index]
        while word != 0 {
          try body(index &* 64 &+ word.trailingZeroBitCount)
          word &= word &- 1
        }
      }
      // The pointer does not keep the words.
      withExtendedLifetime(words) {}
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
