internal import Synchronization

/// How many rows hold each value of each column, counted on demand and kept, as `ColumnIndexes` keeps
/// the rows themselves.
final class ColumnCounts: Sendable {
  private let counts: Mutex<[[UInt32]?]>

  init(columnCount: Int) {
    counts = Mutex(Array(repeating: nil, count: columnCount))
  }

  /// The counts of a column, kept or by one pass.
  func counts(ofColumn column: Int, count: () -> [UInt32]) -> [UInt32] {
    if let known = counts.withLock({ $0[column] }) { return known }
    let made = count()
    counts.withLock { $0[column] = made }
    return made
  }
}

extension Table {
  /// How many rows hold each value of a coded or list column; the position is the dictionary code.
  ///
  /// - Returns: Nothing for a column of another kind.
  /// - Complexity: O(rows + values) the first time, O(1) after; no more than a pass over the codes,
  ///   where the rows of each value would take a pass a value.
  public func valueCounts(column: Int) -> [UInt32] {
    counts.counts(ofColumn: column) {
      switch columns[column].values {
      case .coded(let coded): coded.codes.tally(below: coded.dictionary.count)
      // A row holds a value of its list once.
      case .lists(let lists): Codes(lists.codes).tally(below: lists.dictionary.count)
      default: []
      }
    }
  }
}
