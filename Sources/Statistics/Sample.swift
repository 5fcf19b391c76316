/// The numbers of a sample, for means, spread and quantiles.
///
/// All results are in the unit of the values.
public struct Sample: Sendable {
  private let content: Content

  private enum Content: Sendable {
    /// The finite values in any order.
    case listed([Double])
    /// Different values upwards, and for each how many there are up to it.
    case counted([Double], upTo: [Int])
  }

  /// Creates a sample of numbers in any order; those that are not finite are left out.
  ///
  /// - Complexity: O(n).
  public init(_ values: [Double]) { self.init(values[...]) }

  /// Creates a sample of some of the numbers of an array.
  ///
  /// - Complexity: O(n).
  public init(_ values: ArraySlice<Double>) {
    // Nearly always all are finite, and then the memory is copied as a whole.
    content = .listed(
      values.allSatisfy { $0.isFinite } ? Array(values) : values.filter { $0.isFinite })
  }

  /// Creates a sample of numbers of which there are several each.
  ///
  /// - Parameters:
  ///   - values: Finite and upwards, each once.
  ///   - counts: How many there are of each, 1 or more.
  /// - Complexity: O(different values); so are all results.
  public init(_ values: [Double], counts: [Int]) {
    precondition(values.count == counts.count, "a count for each value")
    var total = 0
    content = .counted(
      values,
      upTo: counts.map { count in
        total += count
        return total
      })
  }

  /// The number of finite values.
  ///
  /// - Complexity: O(1).
  public var count: Int {
    switch content {
    case .listed(let values): values.count
    case .counted(_, let upTo): upTo.last ?? 0
    }
  }

  /// The sum of a function of each value.
  ///
  /// Summed with compensation (Neumaier 1974), so that rounding does not add up with the count.
  private func sum(_ term: (Double) -> Double) -> Double {
    var sum = CompensatedSum()
    switch content {
    case .listed(let values):
      for value in values { sum.add(term(value)) }
    case .counted(let values, let upTo):
      var before = 0
      for (value, end) in zip(values, upTo) {
        sum.add(term(value), times: end - before)
        before = end
      }
    }
    return sum.value
  }

  /// The sum of the values; 0 for none.
  ///
  /// - Complexity: O(n).
  public var sum: Double { sum { $0 } }

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
    let squares = sum { ($0 - mean) * ($0 - mean) }
    return (squares / Double(count - 1)).squareRoot()
  }

  /// The smallest value; nil for none.
  ///
  /// - Complexity: O(n).
  public var minimum: Double? {
    switch content {
    case .listed(let values): values.min()
    case .counted(let values, _): values.first
    }
  }

  /// The largest value; nil for none.
  ///
  /// - Complexity: O(n).
  public var maximum: Double? {
    switch content {
    case .listed(let values): values.max()
    case .counted(let values, _): values.last
    }
  }

  /// The middle value, or the mean of the two in the middle; nil for none.
  ///
  /// - Complexity: O(n).
  public var median: Double? { percentile(50) }

  /// The value that `p` percent of the sample lie below; nil for none.
  ///
  /// Between two values of the sample it is interpolated linearly: type 7 of Hyndman and Fan (1996),
  /// "Sample quantiles in statistical packages", The American Statistician 50, as in R, NumPy,
  /// Excel's PERCENTILE.INC and DuckDB's `quantile_cont`.
  ///
  /// - Parameter p: From 0, the minimum, to 100, the maximum.
  /// - Complexity: O(n): the values are parted around the place, not sorted.
  public func percentile(_ p: Double) -> Double? {
    precondition(0 <= p && p <= 100, "a percentile lies between 0 and 100")
    guard count > 0 else { return nil }
    let position = Double(count - 1) * p / 100
    let below = Int(position)
    let fraction = position - Double(below)
    let (low, high) = neighbours(at: below)
    // Equal neighbours and whole positions need no arithmetic, so they cannot be rounded.
    guard fraction > 0, low < high else { return low }
    return low + (high - low) * fraction
  }

  /// Whether every value is a whole number; so it is for none.
  ///
  /// - Complexity: O(n).
  public var isWhole: Bool {
    switch content {
    case .listed(let values), .counted(let values, _): values.allSatisfy { $0 == $0.rounded() }
    }
  }

  /// Calls a function with each value and how often it is there, in no order; a value may come several
  /// times.
  ///
  /// - Complexity: O(n).
  public func forEach(_ body: (_ value: Double, _ count: Int) -> Void) {
    switch content {
    case .listed(let values):
      for value in values { body(value, 1) }
    case .counted(let values, let upTo):
      var before = 0
      for (value, end) in zip(values, upTo) {
        body(value, end - before)
        before = end
      }
    }
  }

  /// The value at a place in ascending order, and the one after it, or itself at the end.
  private func neighbours(at place: Int) -> (Double, Double) {
    switch content {
    case .listed(let values): return values.neighbours(at: place)
    case .counted(let values, let upTo):
      func value(_ place: Int) -> Double {
        var (low, high) = (0, upTo.count - 1)
        while low < high {
          let middle = (low + high) / 2
          if upTo[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return values[low]
      }
      return (value(place), value(min(place + 1, count - 1)))
    }
  }
}
