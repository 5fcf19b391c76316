extension Bitmap {
  /// The rows in both sets.
  ///
  /// - Complexity: O(capacity / 64).
  public func intersection(_ other: Bitmap) -> Bitmap { combined(other) { $0 & $1 } }

  /// The rows in either set.
  public func union(_ other: Bitmap) -> Bitmap { combined(other) { $0 | $1 } }

  /// The rows in this set and not in the other.
  public func subtracting(_ other: Bitmap) -> Bitmap { combined(other) { $0 & ~$1 } }

  /// The rows of the table that are not in the set.
  public var complement: Bitmap { Bitmap(capacity: capacity, words: words.map { ~$0 }) }

  /// Keeps the rows that are also in the other set.
  public mutating func formIntersection(_ other: Bitmap) { self = intersection(other) }

  /// Adds the rows of the other set.
  public mutating func formUnion(_ other: Bitmap) { self = union(other) }

  /// Removes the rows of the other set.
  public mutating func subtract(_ other: Bitmap) { self = subtracting(other) }

  /// Whether the sets share no row.
  public func isDisjoint(with other: Bitmap) -> Bool { intersectionCount(with: other) == 0 }

  /// One word-wise operation over both sets; the closure is inlined in optimised builds.
  @inline(__always)
  private func combined(_ other: Bitmap, _ operation: (UInt64, UInt64) -> UInt64) -> Bitmap {
    precondition(capacity == other.capacity, "bitmaps of different tables")
    var result = self
    for index in 0..<words.count {
      result.words[index] = operation(words[index], other.words[index])
    }
    result.clearTail()
    return result
  }
}
