/// A set of row numbers of one table, one bit a row.
///
/// Every bitmap of a table has the table's row count as its `capacity`; sets of different
/// capacity never meet, which a precondition checks. Bits past the capacity are always clear.
public struct Bitmap: Sendable, Hashable {
  /// The number of rows of the table: members are in `0..<capacity`.
  public let capacity: Int
  /// The bits, 64 rows a word, the lowest row in the lowest bit.
  @usableFromInline var words: [UInt64]

  /// Creates a set of no rows.
  public init(capacity: Int) {
    precondition(capacity >= 0, "a bitmap cannot have a negative capacity")
    self.capacity = capacity
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  /// Creates the set of all rows.
  public init(allOf capacity: Int) {
    self.init(capacity: capacity)
    for index in words.indices { words[index] = ~0 }
    clearTail()
  }

  /// Creates a set of the given rows.
  public init(capacity: Int, rows: some Sequence<Int>) {
    self.init(capacity: capacity)
    for row in rows { insert(row) }
  }

  /// Creates a set from its words, the lowest row in the lowest bit of the first; bits past the
  /// capacity are cleared.
  public init(capacity: Int, words: [UInt64]) {
    precondition(words.count == (capacity + 63) / 64, "a word for each 64 rows")
    self.capacity = capacity
    self.words = words
    clearTail()
  }

  /// Calls a function with the words of the set, as they can be written to a file.
  public func withWords<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt64>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try words.withUnsafeBufferPointer(body)
  }

  /// Whether a row is in the set.
  public func contains(_ row: Int) -> Bool {
    row >= 0 && row < capacity && words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// Adds a row.
  public mutating func insert(_ row: Int) {
    precondition(row >= 0 && row < capacity, "row outside the table")
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Removes a row.
  public mutating func remove(_ row: Int) {
    precondition(row >= 0 && row < capacity, "row outside the table")
    words[row >> 6] &= ~(1 << UInt64(row & 63))
  }

  /// Keeps the promise that bits past the capacity are clear.
  mutating func clearTail() {
    if capacity & 63 != 0, let last = words.indices.last {
      words[last] &= (1 << UInt64(capacity & 63)) - 1
    }
  }
}
