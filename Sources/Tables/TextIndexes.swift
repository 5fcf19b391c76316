internal import Synchronization

/// The words of the columns of texts of a table, read on demand and kept.
final class TextIndexes: Sendable {
  private let indexes = Mutex<[Int: TextColumnIndex]>([:])

  /// The index of a column, kept or made; two threads that ask at once may both make it.
  func index(of column: Int, make: () -> TextColumnIndex?) -> TextColumnIndex? {
    if let known = indexes.withLock({ $0[column] }) { return known }
    guard let made = make() else { return nil }
    indexes.withLock { $0[column] = made }
    return made
  }

  /// The memory that the indexes take, in bytes.
  var byteCount: Int { indexes.withLock { $0.values.reduce(0) { $0 + $1.byteCount } } }
}

extension Table {
  /// Which words the texts of a column hold; they are all read the first time.
  ///
  /// - Parameters:
  ///   - column: The position of a column.
  ///   - isCancelled: Called often, on any thread, to ask whether the index is still wanted.
  /// - Returns: `nil` once it is not, and for a column that is not coded.
  /// - Complexity: O(bytes of the distinct texts) the first time, O(1) after.
  public func textIndex(
    column: Int, isCancelled: @escaping @Sendable () -> Bool
  ) -> TextColumnIndex? {
    textIndexes.index(of: column) {
      guard case .coded(let coded) = columns[column].values else { return nil }
      return TextColumnIndex(
        coded, recorded: columns[column].recorded, isCancelled: isCancelled)
    }
  }

  /// The memory that the indexes of texts take, in bytes.
  public var textIndexByteCount: Int { textIndexes.byteCount }
}
