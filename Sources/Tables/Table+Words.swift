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
    indexes.words(column) {
      guard case .coded(let coded) = columns[column].values else { return nil }
      return TextColumnIndex(
        coded, recorded: columns[column].recorded, isCancelled: isCancelled)
    }
  }
}
