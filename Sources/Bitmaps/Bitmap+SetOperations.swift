internal import CBitmapKernels

extension Bitmap {
  /// The rows in both sets.
  ///
  /// - Complexity: O(capacity / 64); less for sets of few rows, of none and of all.
  public func intersection(_ other: Bitmap) -> Bitmap {
    checkTable(other)
    switch (form, other.form) {
    case (.none, _), (_, .all): return self
    case (.all, _), (_, .none): return other
    case (.few(let a), .few(let b)):
      return few(Self.merged(a, b, keepsFirst: false, keepsBoth: true, keepsSecond: false))
    case (.few(let rows), .words(let words)), (.words(let words), .few(let rows)):
      return few(Self.rows(rows, in: words, areSet: true))
    case (.words(let a), .words(let b)):
      return a === b ? self : combined(a, b, kernels.intersect)
    }
  }

  /// The rows in either set.
  public func union(_ other: Bitmap) -> Bitmap {
    checkTable(other)
    switch (form, other.form) {
    case (.none, _), (_, .all): return other
    case (.all, _), (_, .none): return self
    case (.few(let a), .few(let b)):
      return few(Self.merged(a, b, keepsFirst: true, keepsBoth: true, keepsSecond: true))
    case (.few(let rows), .words(let words)), (.words(let words), .few(let rows)):
      let changed = words.copy()
      changed.count += rows.count - Self.count(rows, in: words)
      for row in rows { changed.base[Int(row >> 6)] |= 1 << UInt64(row & 63) }
      return Bitmap(capacity: capacity, counted: changed)
    case (.words(let a), .words(let b)):
      return a === b ? self : combined(a, b, kernels.unite)
    }
  }

  /// The rows in this set and not in the other.
  public func subtracting(_ other: Bitmap) -> Bitmap {
    checkTable(other)
    switch (form, other.form) {
    case (.none, _), (_, .none): return self
    case (_, .all): return Bitmap(capacity: capacity)
    case (.all, _): return other.complement
    case (.few(let a), .few(let b)):
      return few(Self.merged(a, b, keepsFirst: true, keepsBoth: false, keepsSecond: false))
    case (.few(let rows), .words(let words)):
      return few(Self.rows(rows, in: words, areSet: false))
    case (.words(let words), .few(let rows)):
      let changed = words.copy()
      changed.count -= Self.count(rows, in: words)
      for row in rows { changed.base[Int(row >> 6)] &= ~(1 << UInt64(row & 63)) }
      return Bitmap(capacity: capacity, counted: changed)
    case (.words(let a), .words(let b)):
      return a === b ? Bitmap(capacity: capacity) : combined(a, b, kernels.subtract)
    }
  }

  /// The rows of the table that are not in the set.
  public var complement: Bitmap {
    switch form {
    case .none: return Bitmap(allOf: capacity)
    case .all: return Bitmap(capacity: capacity)
    case .few, .words:
      let words = expanded()
      let result = Words(uninitialised: words.length)
      for index in 0..<words.length { result.base[index] = ~words.base[index] }
      Self.clearTail(result, capacity)
      result.count = capacity - words.count
      return Bitmap(capacity: capacity, counted: result)
    }
  }

  /// Keeps the rows that are also in the other set.
  public mutating func formIntersection(_ other: Bitmap) {
    change(by: other, kernels.intersect) { $0.intersection($1) }
  }

  /// Adds the rows of the other set.
  public mutating func formUnion(_ other: Bitmap) {
    change(by: other, kernels.unite) { $0.union($1) }
  }

  /// Removes the rows of the other set.
  public mutating func subtract(_ other: Bitmap) {
    change(by: other, kernels.subtract) { $0.subtracting($1) }
  }

  /// Whether the sets share no row.
  public func isDisjoint(with other: Bitmap) -> Bool { intersectionCount(with: other) == 0 }

  private mutating func change(
    by other: Bitmap, _ kernel: WordKernel, _ operation: (Bitmap, Bitmap) -> Bitmap
  ) {
    checkTable(other)
    if case .words(let words) = other.form, changeInPlace(words, kernel) { return }
    self = operation(self, other)
  }

  private func combined(_ a: Words, _ b: Words, _ kernel: WordKernel) -> Bitmap {
    let words = Words(a.length) { kernel(a.base, b.base, a.length, $0) }
    return Bitmap(capacity: capacity, counted: words)
  }

  private func few(_ rows: [UInt32]) -> Bitmap {
    Bitmap(capacity: capacity, form: rows.isEmpty ? .none : .few(rows))
  }

  func checkTable(_ other: Bitmap) {
    precondition(capacity == other.capacity, "bitmaps of different tables")
  }
}
