internal import Bitmaps
internal import Tables

/// Rows counted by two bytes that each has, such as the codes of two columns of few values.
///
/// The most frequent table of all, two categories, and the numbers of each group need no numbering of
/// rows in between: a row is two loads and a counter.
enum BytePairs {
  /// The rows of each pair: that of `(a, b)` at `a * seconds + b`.
  ///
  /// - Parameters:
  ///   - firsts: How many different first bytes count; larger ones count as the last of them.
  ///   - seconds: The same of the second.
  static func counts(
    of rows: Bitmap, _ first: Storage<UInt8>, _ firsts: Int, _ second: Storage<UInt8>,
    _ seconds: Int, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> [UInt32] {
    let size = firsts * seconds
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity, cells: size).map { range throws(QueryCancelled) in
      var counters = [UInt32](repeating: 0, count: size)
      var start = range.lowerBound
      while start < range.upperBound {
        try cancellation.check()
        let end = min(start + rowsBetweenChecks, range.upperBound)
        count(bits, start..<end, first, UInt8(firsts - 1), second, UInt8(seconds - 1), &counters)
        start = end
      }
      return counters
    }
    return parts.summed
  }

  /// After so many rows it is asked whether to go on; a multiple of 64.
  private static let rowsBetweenChecks = 1 << 16

  private static func count(
    _ bits: RowBits, _ range: Range<Int>, _ first: Storage<UInt8>, _ lastFirst: UInt8,
    _ second: Storage<UInt8>, _ lastSecond: UInt8, _ counters: inout [UInt32]
  ) {
    let step = Int(lastSecond) + 1
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        counters.withUnsafeMutableBufferPointer { counters in
          bits.forEachRow(in: range) { row in
            let pair = Int(min(first[row], lastFirst)) &* step
            counters[pair &+ Int(min(second[row], lastSecond))] &+= 1
          }
        }
      }
    }
  }
}

extension GroupKeys {
  /// A byte for each row that has one group: its code, or one past the last where it has none.
  var bytes: Storage<UInt8>? {
    guard several == nil, case .codes(let codes) = digits, case .bytes(let bytes) = codes.form
    else { return nil }
    return bytes
  }
}

extension [[UInt32]] {
  /// The sums of counters, place by place, that each stretch of rows has for itself.
  var summed: [UInt32] {
    dropFirst().reduce(into: self[0]) { total, part in
      for index in total.indices { total[index] &+= part[index] }
    }
  }
}
