extension Bitmap {
  /// Sets of no more than one row in so many are held as their rows.
  ///
  /// A row takes as much memory as 32 bits, and as much time as about 100 in a set operation.
  private static let rowsForEachOfFew = 128

  /// The set in the form that takes the least memory, or nearly.
  ///
  /// - Complexity: O(capacity / 64). Worth it for sets that are kept.
  public func compacted() -> Bitmap {
    let count = count
    if count == 0 { return Bitmap(capacity: capacity) }
    if count == capacity { return Bitmap(allOf: capacity) }
    guard case .words = form, count <= capacity / Self.rowsForEachOfFew,
      capacity <= Int(UInt32.max)
    else { return self }
    var rows: [UInt32] = []
    rows.reserveCapacity(count)
    forEachRow { rows.append(UInt32(truncatingIfNeeded: $0)) }
    return Bitmap(capacity: capacity, form: .few(rows))
  }

  /// How much memory the rows take.
  public var byteCount: Int {
    switch form {
    case .none, .all: 0
    case .few(let rows): rows.count * MemoryLayout<UInt32>.stride
    case .words(let words): words.length * MemoryLayout<UInt64>.stride
    }
  }

  /// How the rows are held, in words for people.
  public var formName: String {
    switch form {
    case .none: "no row"
    case .all: "every row"
    case .few: "row numbers"
    case .words: "bitmap"
    }
  }

  /// Whether a row is among some, by binary search.
  @usableFromInline
  static func contains(_ rows: [UInt32], _ row: UInt32) -> Bool {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low &+ high) / 2
      if rows[middle] < row { low = middle &+ 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row
  }

  /// The rows whose bit in some words is as wanted.
  static func rows(_ rows: [UInt32], in words: Words, areSet: Bool) -> [UInt32] {
    let wanted: UInt64 = areSet ? 1 : 0
    return [UInt32](unsafeUninitializedCapacity: rows.count) { kept, count in
      // Without a branch, which would be guessed wrong half the time.
      for row in rows {
        kept[count] = row
        let bit = words.base[Int(row >> 6)] &>> UInt64(row & 63) & 1
        count &+= bit == wanted ? 1 : 0
      }
    }
  }

  /// How many of the rows have their bit set in some words.
  static func count(_ rows: [UInt32], in words: Words) -> Int {
    var total: UInt64 = 0
    for row in rows { total &+= words.base[Int(row >> 6)] &>> UInt64(row & 63) & 1 }
    return Int(total)
  }

  /// What is in one or both of two sets of few rows.
  ///
  /// - Parameters:
  ///   - keepsFirst: Whether rows that are only in the first are kept.
  ///   - keepsBoth: Whether rows that are in both are.
  ///   - keepsSecond: Whether rows that are only in the second are.
  static func merged(
    _ first: [UInt32], _ second: [UInt32], keepsFirst: Bool, keepsBoth: Bool, keepsSecond: Bool
  ) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(
      (keepsFirst ? first.count : 0) + (keepsSecond ? second.count : 0))
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      let (a, b) = (first[i], second[j])
      if a == b ? keepsBoth : a < b ? keepsFirst : keepsSecond { result.append(Swift.min(a, b)) }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    if keepsFirst { result += first[i...] }
    if keepsSecond { result += second[j...] }
    return result
  }
}
