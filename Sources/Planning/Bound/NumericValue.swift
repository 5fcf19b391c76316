public import Language

/// A number for each row, or no value where one of its parts is missing.
///
/// Dates are day numbers.
public indirect enum NumericValue: Sendable, Hashable {
  case constant(Double)
  /// An integer, number or date field.
  case field(FieldReference)
  case arithmetic(ArithmeticOperator, NumericValue, NumericValue)
  /// The number of the one row that a to-one relation leads to.
  case through(relation: Int, NumericValue)
  /// How many related rows satisfy the condition; no value while that is undecided for one.
  case countOf(RowLink, Condition?)
  /// One number from those of the related rows that have one; no value when none has.
  case aggregate(Aggregate, RowLink, NumericValue)
  /// The calendar year of a date.
  case year(NumericValue)
  /// Whole calendar months from one date to another.
  case monthsBetween(NumericValue, NumericValue)
  /// Days from one date to another.
  case daysBetween(NumericValue, NumericValue)
  /// Rounded half up to a number of decimals.
  case rounded(NumericValue, digits: Int)
  /// One number from a whole set, the same for each row.
  case measure(Measure, BoundSet)
  /// The measure at a position of the query, of the group that a condition after `having` is asked
  /// of.
  case groupMeasure(Int)
}

/// The rows of one table that a query speaks of.
public struct BoundSet: Sendable, Hashable {
  /// The table, as a position in `DataSet.tables`.
  public var table: Int
  /// Keeps the rows for which it is true; all rows without one.
  public var condition: Condition?
  /// Drops the rows for which it is true.
  public var exception: Condition?

  /// Creates a set.
  public init(table: Int, condition: Condition? = nil, exception: Condition? = nil) {
    self.table = table
    self.condition = condition
    self.exception = exception
  }
}

/// Numbers cut into labelled bands.
public struct Bands: Sendable, Hashable {
  /// Where each band but the first begins, upwards, in the unit the numbers are stored in.
  ///
  /// The first band, code 0, holds everything below the first cut.
  public var cuts: [Double]
  /// `cuts.count + 1` labels.
  public var labels: [String]

  /// Creates bands.
  public init(cuts: [Double], labels: [String]) {
    self.cuts = cuts
    self.labels = labels
  }

  /// The code of a number's band.
  ///
  /// - Complexity: O(log cuts).
  public func code(of value: Double) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
