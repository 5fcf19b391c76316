internal import Bitmaps
internal import Tables

/// A value for each row, to be written by several threads, each in its own rows, and then read.
final class RowMemory<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let memory: UnsafeMutableBufferPointer<Element>

  /// Memory that holds nothing yet.
  init(count: Int) { memory = LargePages.allocate(count) }

  deinit { memory.deallocate() }

  /// Where the values are written; no row by two threads.
  var base: UnsafeMutablePointer<Element>? { memory.baseAddress }

  /// The values, when all are written.
  var storage: Storage<Element> { Storage(UnsafeBufferPointer(memory), keptBy: self) }
}

extension Storage {
  /// The values at the positions that `rows` gives, and another where it gives none, -1.
  func gathered(
    by rows: Storage<Int32>, else nothing: Element, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Storage {
    let memory = RowMemory<Element>(count: rows.count)
    _ = try RowBlocks(rows.count).map { range throws(QueryCancelled) in
      try cancellation.check()
      guard let target = memory.base else { return }
      self.withUnsafeBufferPointer { source in
        rows.withUnsafeBufferPointer { rows in
          for row in range {
            let place = Int(rows[row])
            (target + row).initialize(to: place >= 0 ? source[place] : nothing)
          }
        }
      }
    }
    return memory.storage
  }
}

extension Codes {
  /// The codes at the positions that `rows` gives, and none where it gives none, -1.
  func gathered(
    by rows: Storage<Int32>, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Codes {
    switch form {
    case .bytes(let codes):
      Codes(.bytes(try codes.gathered(by: rows, else: .max, cancellation)))
    case .shorts(let codes):
      Codes(.shorts(try codes.gathered(by: rows, else: .max, cancellation)))
    case .words(let codes):
      Codes(.words(try codes.gathered(by: rows, else: .max, cancellation)))
    }
  }
}

extension Bitmap {
  /// The rows of which the row that `rows` gives is in the set; one without, -1, is not.
  func gathered(
    by rows: Storage<Int32>, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Bitmap {
    let parts = try RowBlocks(rows.count).map { range throws(QueryCancelled) in
      try cancellation.check()
      return self.withWords { words in
        rows.withUnsafeBufferPointer { rows in
          var gathered = [UInt64](repeating: 0, count: (range.count + 63) / 64)
          var row = range.lowerBound
          for index in gathered.indices {
            var word: UInt64 = 0
            let start = row
            while row < Swift.min(start &+ 64, range.upperBound) {
              let place = Int(rows[row])
              if place >= 0 {
                let bit = words[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1
                word |= bit &<< UInt64(truncatingIfNeeded: row &- start)
              }
              row &+= 1
            }
            gathered[index] = word
          }
          return gathered
        }
      }
    }
    return Bitmap(capacity: rows.count, words: Array(parts.joined()))
  }
}
