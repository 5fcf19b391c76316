internal import Threading

/// The rows of a table in stretches that threads take in turn.
///
/// Where a stretch begins depends on the data alone, and what the stretches give comes back in their
/// order: an answer is the same for any number of threads.
struct RowBlocks: Sendable {
  /// The stretches, upwards; each but the last is a multiple of 64 rows, a word of a bitmap, so that
  /// no two share one.
  let stretches: [Range<Int>]
  private let threads: Int

  /// About half a millisecond of work: worth the start of a thread, and soon ended when asked to.
  static let stretchRows = 1 << 18

  /// What the stretches keep together, in words: more than this is slower to put together than to
  /// count.
  private static let mostCells = 1 << 21

  /// Cuts rows into stretches.
  ///
  /// - Parameter cells: The words that each stretch keeps; of many there are few stretches.
  init(_ rowCount: Int, cells: Int = 0, threads: Int = Threads.available) {
    let most = max(1, Self.mostCells / max(1, cells))
    let wanted = (rowCount + Self.stretchRows - 1) / Self.stretchRows
    let count = max(1, min(wanted, most))
    let size = ((rowCount + count - 1) / count + 63) & ~63
    stretches = (0..<count).map { min($0 * size, rowCount)..<min(($0 + 1) * size, rowCount) }
    self.threads = threads
  }

  /// What a function makes of each stretch, in their order.
  func map<Made: Sendable>(
    _ body: @escaping @Sendable (Range<Int>) throws(QueryCancelled) -> Made
  ) throws(QueryCancelled) -> [Made] {
    if stretches.count == 1 { return [try body(stretches[0])] }
    let ranges = stretches
    let all = Threads.map(ranges.count, threads: threads) { index in
      Result<Made, QueryCancelled> { () throws(QueryCancelled) in try body(ranges[index]) }
    }
    var made: [Made] = []
    made.reserveCapacity(all.count)
    for result in all { made.append(try result.get()) }
    return made
  }
}
