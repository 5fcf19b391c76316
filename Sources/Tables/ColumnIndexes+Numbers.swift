public import Bitmaps

/// The rows of ranges of numbers.
extension ColumnIndexes {
  /// The rows whose number, or day, lies in a range.
  ///
  /// - Parameters:
  ///   - column: A column of numbers or dates; one of another kind has no such row.
  ///   - position: What the column is known by here.
  ///   - range: Both ends are inside, and can be infinite.
  /// - Complexity: O(rows) the first time, O(1) while the index is kept.
  public func rows(
    of column: Column, at position: Int, in range: ClosedRange<Double>
  ) -> Bitmap {
    rows(position, .range(range)) {
      if let numbers = narrowNumbers(of: column, at: position) {
        let reach = Double(numbers.lowest)...Double(numbers.highest)
        guard range.overlaps(reach), let whole = range.clamped(to: reach).wholeNumbers else {
          return Bitmap(capacity: column.rowCount)
        }
        return numbers.rows(in: whole)
      }
      return column.scanned(for: range).intersection(column.recorded)
    }
  }

  /// The numbers of a column in fewer bytes; `nil` where they are not whole or lie too far apart.
  ///
  /// - Complexity: O(rows) the first time, O(1) while the index is kept.
  public func narrowNumbers(of column: Column, at position: Int) -> NarrowNumbers? {
    let index = index(position, .narrow) { .narrow(NarrowNumbers(column)) }
    guard case .narrow(let numbers) = index else { preconditionFailure("narrow numbers") }
    return numbers
  }
}

extension Column {
  /// The rows whose number lies in a range, and some that hold none.
  fileprivate func scanned(for range: ClosedRange<Double>) -> Bitmap {
    switch values {
    case .numbers(let values):
      return values.withUnsafeBufferPointer { Bitmap(of: $0, in: range) }
    case .dates(let values):
      let days = range.clamped(to: Double(Int32.min)...Double(Int32.max))
      guard range.overlaps(days), let whole = days.wholeNumbers else { break }
      return values.withUnsafeBufferPointer {
        Bitmap(of: $0, in: Int32(whole.lowerBound)...Int32(whole.upperBound))
      }
    case .integers(let values):
      // Where a number of the language is not exact, it has to be compared as what it is rounded to.
      guard let whole = range.wholeNumbers else {
        return Bitmap(capacity: rowCount) { range.contains(Double(values[$0])) }
      }
      return values.withUnsafeBufferPointer { Bitmap(of: $0, in: whole) }
    case .coded, .flags, .lists: break
    }
    return Bitmap(capacity: rowCount)
  }
}

extension ClosedRange<Double> {
  /// The whole numbers of the range; `nil` where there are none, and where they are not exact.
  fileprivate var wholeNumbers: ClosedRange<Int>? {
    let exact = 0x1p53
    let low = lowerBound == -.infinity ? Int.min : Int(exactly: lowerBound.rounded(.up))
    let high = upperBound == .infinity ? Int.max : Int(exactly: upperBound.rounded(.down))
    guard let low, let high, low <= high else { return nil }
    guard lowerBound == -.infinity || lowerBound.magnitude <= exact,
      upperBound == .infinity || upperBound.magnitude <= exact
    else { return nil }
    return low...high
  }
}
