public import Bitmaps

/// The whole numbers or days of a column in one or two bytes a row.
///
/// Ages, amounts and dates lie close together, so that their distance from the lowest takes an eighth to
/// a half of the memory, and a scan for a range as much less time. The counts of each number give the
/// lowest, the highest and any percentile at once.
public struct NarrowNumbers: Sendable {
  /// A number for each row.
  public enum Codes: Sendable {
    /// In one byte.
    case bytes(Storage<UInt8>)
    /// In two.
    case shorts(Storage<UInt16>)
  }

  /// The lowest number of the column.
  public let lowest: Int
  /// The distance of each row's number from the lowest, and one more; 0 for a row without a number.
  public let codes: Codes
  /// How many rows hold the lowest number, the next above it, and so on to the highest.
  public let counts: [Int]
  private let lowestRows: Deferred<Bitmap?>
  private let highestRows: Deferred<Bitmap?>

  /// The highest number of the column.
  public var highest: Int { lowest + counts.count - 1 }

  /// The memory that it takes, but for the extreme rows, which are few.
  public var byteCount: Int {
    let codeBytes =
      switch codes {
      case .bytes(let codes): codes.count
      case .shorts(let codes): codes.count * 2
      }
    return codeBytes + counts.count * MemoryLayout<Int>.stride
  }

  /// The rows whose number lies in a range.
  ///
  /// - Complexity: O(rows), at the speed of reading a byte or two for each.
  public func rows(in range: ClosedRange<Int>) -> Bitmap {
    Self.rows(codes, in: range, lowest: lowest, highest: highest)
  }

  private static func rows(
    _ codes: Codes, in range: ClosedRange<Int>, lowest: Int, highest: Int
  ) -> Bitmap {
    let rowCount =
      switch codes {
      case .bytes(let codes): codes.count
      case .shorts(let codes): codes.count
      }
    guard range.overlaps(lowest...highest) else { return Bitmap(capacity: rowCount) }
    let low = max(range.lowerBound, lowest) - lowest + 1
    let high = min(range.upperBound, highest) - lowest + 1
    switch codes {
    case .bytes(let codes):
      return codes.withUnsafeBufferPointer { Bitmap(of: $0, in: UInt8(low)...UInt8(high)) }
    case .shorts(let codes):
      return codes.withUnsafeBufferPointer { Bitmap(of: $0, in: UInt16(low)...UInt16(high)) }
    }
  }

  /// How many of some rows hold the lowest number, the next above it, and so on to the highest.
  ///
  /// - Complexity: O(rows of the set).
  public func counts(in rows: Bitmap) -> [Int] {
    if rows.isFull { return counts }
    return switch codes {
    case .bytes(let codes): Self.counts(codes, in: rows, length: counts.count)
    case .shorts(let codes): Self.counts(codes, in: rows, length: counts.count)
    }
  }

  private static func counts<Code: UnsignedInteger>(
    _ codes: Storage<Code>, in rows: Bitmap, length: Int
  ) -> [Int] {
    // The first place is that of rows without a number.
    var counts = [Int](repeating: 0, count: length + 1)
    codes.withUnsafeBufferPointer { codes in rows.forEachRow { counts[Int(codes[$0])] &+= 1 } }
    return Array(counts.dropFirst())
  }
}

extension NarrowNumbers {
  /// As many rows as are enough for a list of usual length from any set with one row in a hundred.
  private static let mostExtreme = 4096

  /// Creates the numbers from their parts.
  private init(lowest: Int, codes: Codes, counts: [Int]) {
    (self.lowest, self.codes, self.counts) = (lowest, codes, counts)
    func deferred(_ range: ClosedRange<Int>?) -> Deferred<Bitmap?> {
      guard let range else { return Deferred(nil) }
      return Deferred {
        Self.rows(codes, in: range, lowest: lowest, highest: lowest + counts.count - 1).compacted()
      }
    }
    lowestRows = deferred(Self.extreme(counts).map { lowest...lowest + $0 })
    let last = counts.count - 1
    highestRows = deferred(
      Self.extreme(counts.reversed()).map { lowest + last - $0...lowest + last })
  }

  /// The place of the number to which the extreme rows reach; `nil` where they are a large part of all.
  private static func extreme(_ counts: some Collection<Int>) -> Int? {
    let total = counts.reduce(0, +)
    let wanted = min(mostExtreme, total / 512)
    var found = 0
    for (place, count) in counts.enumerated() {
      found += count
      if found >= wanted { return found < total / 128 ? place : nil }
    }
    return nil
  }

  /// Some thousand rows with the lowest or the highest numbers and all that share the last one's, for
  /// lists that begin with them; `nil` where they would be a large part of all rows.
  ///
  /// - Complexity: O(rows) the first time, O(1) from then on; 4 bytes a row found are kept.
  public func extremeRows(areHighest: Bool) -> Bitmap? {
    areHighest ? highestRows.value : lowestRows.value
  }
}

extension NarrowNumbers {
  /// The numbers of a column; `nil` where it has none, or not of this kind, or they lie too far apart.
  init?(_ column: Column) {
    switch column.values {
    case .integers(let values): self.init(values, column.recorded)
    case .dates(let values): self.init(values, column.recorded)
    case .coded, .numbers, .flags, .lists: return nil
    }
  }

  private init?<Number: FixedWidthInteger>(_ values: Storage<Number>, _ recorded: Bitmap) {
    guard let (lowest, highest) = Self.reach(values, recorded),
      // Above, the numbers of the language are no longer exact.
      lowest >= -1 << 53, highest <= 1 << 53, highest - lowest < Int(UInt16.max)
    else { return nil }
    let base = Number(truncatingIfNeeded: lowest - 1)
    let length = highest - lowest + 1
    if highest - lowest < Int(UInt8.max) {
      let narrow: Storage<UInt8> = Self.codes(values, recorded, base)
      let counts = Self.counts(narrow, in: recorded, length: length)
      self.init(lowest: lowest, codes: .bytes(narrow), counts: counts)
    } else {
      let narrow: Storage<UInt16> = Self.codes(values, recorded, base)
      let counts = Self.counts(narrow, in: recorded, length: length)
      self.init(lowest: lowest, codes: .shorts(narrow), counts: counts)
    }
  }

  private static func codes<Number: FixedWidthInteger, Code: FixedWidthInteger & BitwiseCopyable>(
    _ values: Storage<Number>, _ recorded: Bitmap, _ base: Number
  ) -> Storage<Code> {
    values.withUnsafeBufferPointer { values in
      if recorded.isFull {
        return Storage(count: values.count) { Code(truncatingIfNeeded: values[$0] &- base) }
      }
      return Storage(count: values.count) {
        recorded.contains($0) ? Code(truncatingIfNeeded: values[$0] &- base) : 0
      }
    }
  }

  /// The lowest and the highest number that there is.
  private static func reach<Number: FixedWidthInteger>(
    _ values: Storage<Number>, _ recorded: Bitmap
  ) -> (lowest: Int, highest: Int)? {
    var (lowest, highest) = (Number.max, Number.min)
    values.withUnsafeBufferPointer { values in
      recorded.forEachRow { row in
        lowest = min(lowest, values[row])
        highest = max(highest, values[row])
      }
    }
    return lowest > highest ? nil : (Int(lowest), Int(highest))
  }
}
