internal import CBitmapKernels

extension Bitmap {
  /// The number of rows in the set.
  ///
  /// - Complexity: O(capacity / 64) the first time for a set that was built row by row, otherwise O(1).
  public var count: Int {
    switch form {
    case .none: 0
    case .all: capacity
    case .few(let rows): rows.count
    case .words(let words): words.count
    }
  }

  /// Whether the set has no row.
  public var isEmpty: Bool { count == 0 }

  /// Whether the set has every row of the table.
  public var isFull: Bool { count == capacity }

  /// The number of rows in both sets, without building the intersection.
  public func intersectionCount(with other: Bitmap) -> Int {
    checkTable(other)
    switch (form, other.form) {
    case (.none, _), (_, .none): return 0
    case (.all, _): return other.count
    case (_, .all): return count
    case (.few, .few): return intersection(other).count
    case (.few(let rows), .words(let words)), (.words(let words), .few(let rows)):
      return Self.count(rows, in: words)
    case (.words(let a), .words(let b)):
      return a === b ? a.count : Int(kernels.count_and(a.base, b.base, a.length))
    }
  }
}
