public import Bitmaps
internal import Synchronization

/// The rows that hold each value of each column, made on demand and kept.
///
/// A class with a lock inside, because a table is a shared value that never changes to the eye: an
/// index only makes the second question faster than the first.
final class ColumnIndexes: Sendable {
  private let bitmaps: Mutex<[[UInt32: Bitmap]]>

  init(columnCount: Int) {
    bitmaps = Mutex(Array(repeating: [:], count: columnCount))
  }

  /// The rows of a value, from the index or by one scan.
  func rows(column: Int, code: UInt32, scan: () -> Bitmap) -> Bitmap {
    if let known = bitmaps.withLock({ $0[column][code] }) { return known }
    let made = scan()
    bitmaps.withLock { $0[column][code] = made }
    return made
  }
}

extension Table {
  /// The rows whose field holds a dictionary code; of a list, the rows that hold it among others.
  ///
  /// - Parameters:
  ///   - column: The position of a coded or list column.
  ///   - code: A code of its dictionary.
  /// - Returns: No rows for a column of another kind.
  /// - Complexity: O(rows) the first time, O(1) after.
  public func rows(column: Int, code: UInt32) -> Bitmap {
    indexes.rows(column: column, code: code) {
      switch columns[column].values {
      case .coded(let coded):
        let codes = coded.codes
        return Bitmap(capacity: rowCount) { codes[$0] == code }
      case .lists(let lists):
        return Bitmap(capacity: rowCount) { row in
          lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])].contains(code)
        }
      default:
        return Bitmap(capacity: rowCount)
      }
    }
  }
}
