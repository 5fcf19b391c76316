internal import Bitmaps

/// A number for each row that has one.
struct NumericVector {
  /// A number a row; what a row outside `recorded` holds means nothing.
  var values: [Double]
  /// The rows that have a number.
  var recorded: Bitmap

  /// The same number for every row; `nil` gives none to any.
  static func constant(_ value: Double?, rowCount: Int) -> NumericVector {
    NumericVector(
      values: Array(repeating: value ?? 0, count: rowCount),
      recorded: value == nil ? Bitmap(capacity: rowCount) : Bitmap(allOf: rowCount))
  }

  /// A number made from two, where both exist and the result is one.
  func combined(_ other: NumericVector, _ operation: (Double, Double) -> Double?) -> NumericVector {
    var result = NumericVector(
      values: values, recorded: recorded.intersection(other.recorded))
    var lost: [Int] = []
    result.recorded.forEachRow { row in
      if let value = operation(values[row], other.values[row]), value.isFinite {
        result.values[row] = value
      } else {
        lost.append(row)
      }
    }
    for row in lost { result.recorded.remove(row) }
    return result
  }
}
