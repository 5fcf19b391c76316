public import Language
public import TextSearch

/// A condition bound to the data: every name is a column, every value a code or a number.
///
/// Evaluated over the rows of one table it is true, false or undecided for each.
public indirect enum Condition: Sendable, Hashable {
  /// True, or false, for every row.
  case constant(Bool)
  /// A boolean field is yes.
  case flag(FieldReference)
  /// A coded field holds one of the dictionary codes.
  case oneOf(FieldReference, codes: [UInt32])
  /// Two text or category fields compare, each reached through to-one relations.
  case compareValues(FieldTarget, ComparisonOperator, FieldTarget)
  /// A text or category field matches a pattern.
  case text(FieldReference, TextMatch)
  /// A number lies in an interval.
  case within(NumericValue, NumericInterval)
  /// Two numbers compare.
  case compare(NumericValue, ComparisonOperator, NumericValue)
  /// A field holds no value, for the given reason if there is one; always decided.
  case missing(FieldReference, reason: String?)
  /// A computed number has no value; always decided.
  case missingNumber(NumericValue)
  /// A many-valued field holds codes as `mode` says.
  case holds(FieldReference, HasMode, codes: [UInt32])
  /// A many-valued field is recorded and holds nothing.
  case isEmptyList(FieldReference)
  case not(Condition)
  case and([Condition])
  case or([Condition])
  /// The condition holds for the one row that a to-one relation leads to. A row that leads nowhere
  /// is undecided, or true when the condition asks for something missing.
  case through(relation: Int, Condition, isTrueWithoutParent: Bool)
  /// Enough related rows satisfy the condition (all rows of the link when there is none).
  case quantified(Quantifier, RowLink, Condition?)
  /// Enough rows of a whole table satisfy the condition; for statements about the data set.
  case quantifiedTable(Quantifier, table: Int, Condition?)
  /// The row is among so many of a set, drawn at random; always decided.
  case sampled(BoundSet, count: Int, seed: UInt64)
}

/// Rows related to a row.
public enum RowLink: Sendable, Hashable {
  /// The rows that name it as their parent, by a position in `DataSet.relations`.
  case children(Int)
  /// The other rows of its own parent.
  case siblings(Int)

  /// The relation that the link goes by.
  public var relation: Int {
    switch self {
    case .children(let relation), .siblings(let relation): relation
    }
  }
}

/// What a text is looked at for.
public enum TextMatch: TextPattern, Hashable {
  case contains(SubstringPattern)
  case mentions(WordPattern)
  case matches(RegularExpression)

  /// What an index of words can tell of the texts that match.
  public var requirement: TextRequirement {
    switch self {
    case .contains(let pattern): pattern.requirement
    case .mentions(let pattern): pattern.requirement
    case .matches(let expression): expression.requirement
    }
  }

  /// Whether a text matches.
  ///
  /// - Complexity: O(length of the text) times the size of the pattern.
  public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .contains(let pattern): pattern.matches(text)
    case .mentions(let pattern): pattern.matches(text)
    case .matches(let expression): expression.matches(text)
    }
  }
}

/// A field at the end of to-one relations.
public struct FieldTarget: Sendable, Hashable {
  /// The relations to walk, in order.
  public var hops: [Int]
  /// The field at the end.
  public var field: FieldReference

  /// Creates a target.
  public init(hops: [Int], field: FieldReference) {
    self.hops = hops
    self.field = field
  }
}

/// An interval of numbers, open or closed at either end.
public struct NumericInterval: Sendable, Hashable {
  /// One end of an interval.
  public struct Bound: Sendable, Hashable {
    /// Where it ends.
    public var value: Double
    /// Whether the end itself is inside.
    public var isInclusive: Bool

    /// Creates a bound.
    public init(_ value: Double, isInclusive: Bool) {
      self.value = value
      self.isInclusive = isInclusive
    }
  }

  /// The lower end; `nil` for none.
  public var low: Bound?
  /// The upper end; `nil` for none.
  public var high: Bound?

  /// Creates an interval.
  public init(low: Bound? = nil, high: Bound? = nil) {
    self.low = low
    self.high = high
  }

  /// The numbers that stand in a relation to one number; of `!=`, those that are equal.
  public init(_ comparison: ComparisonOperator, _ value: Double) {
    switch comparison {
    case .equal, .notEqual:
      self.init(low: Bound(value, isInclusive: true), high: Bound(value, isInclusive: true))
    case .less: self.init(high: Bound(value, isInclusive: false))
    case .lessOrEqual: self.init(high: Bound(value, isInclusive: true))
    case .greater: self.init(low: Bound(value, isInclusive: false))
    case .greaterOrEqual: self.init(low: Bound(value, isInclusive: true))
    }
  }

  /// The numbers from `start` up to but not including `end`.
  public static func halfOpen(_ start: Double, _ end: Double) -> NumericInterval {
    NumericInterval(
      low: Bound(start, isInclusive: true), high: Bound(end, isInclusive: false))
  }

  /// Whether a number is inside; never, for a value that is not a number.
  @inlinable
  public func contains(_ value: Double) -> Bool {
    if let low, !(low.isInclusive ? value >= low.value : value > low.value) { return false }
    if let high, !(high.isInclusive ? value <= high.value : value < high.value) { return false }
    return !value.isNaN
  }
}
