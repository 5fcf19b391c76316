/// The numbers of a sample in order, for means, spread and quantiles.
///
/// All results are in the unit of the values.
public struct Sample: Sendable {
  /// The finite values in ascending order.
  private let sorted: [Double]

  /// Creates a sample of numbers in any order; those that are not finite are left out.
  ///
  /// - Complexity: O(n log n).
  public init(_ values: [Double]) {
    sorted = values.filter(\.isFinite).sorted()
  }

  /// The number of finite values.
  ///
  /// - Complexity: O(1).
  public var count: Int { sorted.count }

  /// The sum of the values; 0 for none.
  ///
  /// Summed with compensation (Neumaier 1974), so that rounding does not add up with the count.
  ///
  /// - Complexity: O(n).
  public var sum: Double {
    var sum = CompensatedSum()
    for value in sorted { sum.add(value) }
    return sum.value
  }

  /// The arithmetic mean; nil for none.
  ///
  /// It never leaves the range of the values, as rounding alone might make it do.
  ///
  /// - Complexity: O(n).
  public var mean: Double? {
    guard let minimum, let maximum else { return nil }
    return min(max(sum / Double(count), minimum), maximum)
  }

  /// The standard deviation of the population the sample is from; nil for fewer than 2 values.
  ///
  /// Divides by n - 1. The differences from the mean are squared in a second pass, because the
  /// difference of two large sums of squares would lose its digits.
  ///
  /// - Complexity: O(n).
  public var standardDeviation: Double? {
    guard count >= 2, let mean else { return nil }
    var squares = CompensatedSum()
    for value in sorted { squares.add((value - mean) * (value - mean)) }
    return (squares.value / Double(count - 1)).squareRoot()
  }

  /// The smallest value; nil for none.
  ///
  /// - Complexity: O(1).
  public var minimum: Double? { sorted.first }

  /// The largest value; nil for none.
  ///
  /// - Complexity: O(1).
  public var maximum: Double? { sorted.last }

  /// The middle value, or the mean of the two in the middle; nil for none.
  ///
  /// - Complexity: O(1).
  public var median: Double? { percentile(50) }

  /// The value that `p` percent of the sample lie below; nil for none.
  ///
  /// Between two values of the sample it is interpolated linearly: type 7 of Hyndman and Fan (1996),
  /// "Sample quantiles in statistical packages", The American Statistician 50, as in R, NumPy,
  /// Excel's PERCENTILE.INC and DuckDB's `quantile_cont`.
  ///
  /// - Parameter p: From 0, the minimum, to 100, the maximum.
  /// - Complexity: O(1).
  public func percentile(_ p: Double) -> Double? {
    precondition(0 <= p && p <= 100, "a percentile lies between 0 and 100")
    guard let last = sorted.indices.last else { return nil }
    let position = Double(last) * p / 100
    let below = Int(position)
    let fraction = position - Double(below)
    // Equal neighbours and whole positions need no arithmetic, so they cannot be rounded.
    guard fraction > 0, sorted[below] < sorted[below + 1] else { return sorted[below] }
    return sorted[below] + (sorted[below + 1] - sorted[below]) * fraction
  }
}
