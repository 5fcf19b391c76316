public import Bitmaps

/// The rows of codes.
extension ColumnIndexes {
  /// The rows that hold a code; of a list, those that hold it among others.
  ///
  /// - Parameters:
  ///   - column: A coded or list column; one of another kind has no such row.
  ///   - position: What the column is known by here.
  ///   - code: A code of its dictionary.
  /// - Complexity: O(rows) the first time, O(1) while the index is kept.
  public func rows(of column: Column, at position: Int, code: UInt32) -> Bitmap {
    rows(position, .value(code)) {
      switch column.values {
      case .coded(let coded):
        return coded.codes.rows(equalTo: code).intersection(column.recorded)
      case .lists(let lists):
        let places = lists.codes.withUnsafeBufferPointer { Bitmap(of: $0, equalTo: code) }
        return listRuns(lists, at: position).runs(withAnyOf: places)
          .intersection(column.recorded)
      case .integers, .numbers, .dates, .flags:
        return Bitmap(capacity: column.rowCount)
      }
    }
  }

  /// The rows that hold one of several codes.
  ///
  /// - Complexity: As of one code for each that has not been asked for.
  public func rows(of column: Column, at position: Int, anyOf codes: [UInt32]) -> Bitmap {
    if codes.count == 1 { return rows(of: column, at: position, code: codes[0]) }
    return rows(position, .values(codes.sorted())) {
      let terms = codes.map { Truth.Term(Truth(yes: rows(of: column, at: position, code: $0))) }
      return Truth.any(of: terms, rowCount: column.rowCount).yes
    }
  }

  /// The rows of a list column that hold some value, recorded or not.
  public func rowsWithValues(of lists: ListValues, at position: Int) -> Bitmap {
    listRuns(lists, at: position).occupied
  }

  private func listRuns(_ lists: ListValues, at position: Int) -> Runs {
    let index = index(position, .listRuns) {
      .runs(lists.offsets.withUnsafeBufferPointer { Runs(offsets: $0) })
    }
    guard case .runs(let runs) = index else { preconditionFailure("boundaries of a list") }
    return runs
  }
}
