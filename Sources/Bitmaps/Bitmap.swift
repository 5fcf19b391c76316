/// A set of row numbers of one table.
///
/// Every bitmap of a table has the table's row count as its `capacity`; sets of different
/// capacity never meet, which a precondition checks. No row and every row take no memory, few rows a
/// number each, and other sets one bit a row.
public struct Bitmap: Sendable {
  /// The number of rows of the table: members are in `0..<capacity`.
  public let capacity: Int
  @usableFromInline var form: Form

  /// How the rows are held.
  ///
  /// The same set can be held in several ways.
  @usableFromInline
  enum Form: Sendable {
    case none
    case all
    /// The rows themselves, upwards.
    case few([UInt32])
    /// A bit a row, the lowest row in the lowest bit; bits past the capacity are clear.
    case words(Words)
  }

  @usableFromInline
  init(capacity: Int, form: Form) {
    self.capacity = capacity
    self.form = form
  }

  /// Creates a set of no rows.
  public init(capacity: Int) {
    precondition(capacity >= 0, "a bitmap cannot have a negative capacity")
    self.init(capacity: capacity, form: .none)
  }

  /// Creates the set of all rows.
  public init(allOf capacity: Int) {
    precondition(capacity >= 0, "a bitmap cannot have a negative capacity")
    self.init(capacity: capacity, form: capacity == 0 ? .none : .all)
  }

  /// Creates a set of the given rows.
  public init(capacity: Int, rows: some Sequence<Int>) {
    self.init(capacity: capacity)
    for row in rows { insert(row) }
  }

  /// Creates a set from its words, the lowest row in the lowest bit of the first; bits past the
  /// capacity are cleared.
  public init(capacity: Int, words: [UInt64]) {
    precondition(words.count == Self.wordCount(capacity), "a word for each 64 rows")
    let own = Words(uninitialised: words.count)
    words.withUnsafeBufferPointer { words in
      if let base = words.baseAddress { own.base.update(from: base, count: words.count) }
    }
    Self.clearTail(own, capacity)
    self.init(capacity: capacity, form: .words(own))
  }

  /// Calls a function with the words of the set, as they can be written to a file.
  public func withWords<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt64>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let words = expanded()
    return try withExtendedLifetime(words) { () throws(Failure) in
      try body(UnsafeBufferPointer(start: words.base, count: words.length))
    }
  }

  /// Whether a row is in the set.
  @inlinable
  public func contains(_ row: Int) -> Bool {
    guard row >= 0 && row < capacity else { return false }
    switch form {
    case .none: return false
    case .all: return true
    case .few(let rows): return Self.contains(rows, UInt32(truncatingIfNeeded: row))
    case .words(let words): return words.contains(row)
    }
  }

  /// Adds a row.
  public mutating func insert(_ row: Int) {
    precondition(row >= 0 && row < capacity, "row outside the table")
    changeWords { $0[row >> 6] |= 1 << UInt64(row & 63) }
  }

  /// Removes a row.
  public mutating func remove(_ row: Int) {
    precondition(row >= 0 && row < capacity, "row outside the table")
    changeWords { $0[row >> 6] &= ~(1 << UInt64(row & 63)) }
  }
}

extension Bitmap: Hashable {
  /// Whether both are of the same table and hold the same rows.
  public static func == (a: Bitmap, b: Bitmap) -> Bool {
    guard a.capacity == b.capacity, a.count == b.count else { return false }
    return a.intersectionCount(with: b) == a.count
  }

  /// Feeds a hasher with what equal sets have in common, however they are held.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(capacity)
    hasher.combine(count)
    hasher.combine(firstRows(16))
  }
}
