public import Language

/// A number that sums up a set of rows, or each group of it.
public enum Measure: Sendable, Hashable {
  case count
  /// How many different values a field has.
  case distinct(FieldTarget)
  /// From 0 to 100: the rows for which the condition is true, of those for which it is decided.
  case percent(Condition)
  /// Of the rows that have the number.
  case statistic(Statistic, NumericValue)
}

/// A measure as a column of an answer.
public struct BoundMeasure: Sendable, Hashable {
  /// The measure as the query writes it, with the unit of its numbers where they have one.
  public var name: String
  /// What it is.
  public var measure: Measure
  /// What its numbers mean.
  public var kind: NumberKind

  /// Creates a measure.
  public init(name: String, measure: Measure, kind: NumberKind) {
    self.name = name
    self.measure = measure
    self.kind = kind
  }

  /// The number of rows.
  public static let count = BoundMeasure(
    name: "count", measure: .count, kind: .plain(isWhole: true))
}
