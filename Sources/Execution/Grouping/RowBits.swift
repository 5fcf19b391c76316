internal import Bitmaps
internal import Tables

/// A set of rows as loops over blocks read it: its words side by side, or all rows without any.
///
/// A bitmap may have to write its words out each time it is asked for them; here that is done once for
/// a whole query step.
struct RowBits: Sendable {
  /// A bit a row, the lowest row in the lowest bit; `nil` for all rows.
  let words: Storage<UInt64>?

  init(_ rows: Bitmap) {
    words = rows.count == rows.capacity ? nil : rows.withWords { Storage($0) }
  }

  /// Calls a function with the words, or with none for all rows.
  @inline(__always)
  func read<Result>(_ body: (Reading) -> Result) -> Result {
    guard let words else { return body(Reading(words: nil)) }
    return words.withUnsafeBufferPointer { body(Reading(words: $0.baseAddress)) }
  }

  /// The words as memory.
  struct Reading {
    fileprivate let words: UnsafePointer<UInt64>?

    /// Whether a row is in the set; the row must be one of the table's.
    @inline(__always)
    func contains(_ row: Int) -> Bool {
      guard let words else { return true }
      return words[row &>> 6] &>> UInt64(truncatingIfNeeded: row & 63) & 1 == 1
    }

    /// A word of the set; past the last row it may have bits.
    @inline(__always)
    func word(_ index: Int) -> UInt64 { words?[index] ?? ~0 }
  }

  /// Whether a row is in the set.
  func contains(_ row: Int) -> Bool { read { $0.contains(row) } }

  /// Calls a function with each row of the set in a range that begins at a multiple of 64.
  @inline(__always)
  func forEachRow(in range: Range<Int>, _ body: (Int) -> Void) {
    read { reading in
      var start = range.lowerBound
      while start < range.upperBound {
        var word = reading.word(start &>> 6)
        let end = min(start &+ 64, range.upperBound)
        if word == ~0 {
          for row in start..<end { body(row) }
          word = 0
        }
        while word != 0 {
          body(start &+ word.trailingZeroBitCount)
          word &= word &- 1
        }
        start = end
      }
    }
  }
}
