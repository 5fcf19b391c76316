public import Diagnostics

/// A condition or a value; which of the two, only the binder can tell, since a bare name may be
/// either.
public struct Expression: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// The words it was written in.
  public var span: Span

  /// Creates an expression.
  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The forms of an expression.
  public indirect enum Kind: Sendable, Hashable {
    /// `"CP plan"`, `12`, `6 months`, `2009-07-14`, `yes`.
    case literal(Literal)
    /// `status`, `review.grade`; also a value that is one unquoted word.
    case path(Path)
    /// `$year`: a parameter of a script.
    case parameter(Name)
    /// `("London", "South West")`: the value of a parameter that holds several.
    case list([Expression])
    /// `( ... )`, kept so that the formatter writes back what was meant.
    case group(Expression)
    /// `not died`.
    case not(Expression)
    /// `- 3`.
    case negative(Expression)
    /// `a and b`, `a or b`.
    case logical(LogicalOperator, Expression, Expression)
    /// `a = b`.
    case comparison(ComparisonOperator, Expression, Expression, operatorSpan: Span)
    /// `a + b`.
    case arithmetic(ArithmeticOperator, Expression, Expression)
    /// `status is missing`, `status is not at least "Known"`.
    case test(Expression, isNegated: Bool, Test)
    /// `status in ("A", "B")`, and `status = "A" or "B"`, which means the same.
    case membership(Expression, isNegated: Bool, [Expression])
    /// `age between 1 and 5`, both ends included.
    case between(Expression, isNegated: Bool, low: Expression, high: Expression)
    /// `disability has any of ("MOB", "HAND")`.
    case has(Expression, HasMode, [Expression])
    /// `any child (died)`.
    case quantified(Quantifier, relation: Path, condition: Expression?)
    /// `count of findings (agency = "health")`.
    case countOf(relation: Path, condition: Expression?)
    /// `average of findings.score`: one number from the related rows.
    case aggregate(Aggregate, Path)
    /// `evaluated_date in quarter 3 of 2009-10`: a date inside a period.
    case inPeriod(Expression, isNegated: Bool, Expression)
    /// `incident_date before 2009`.
    case ordering(Expression, DateOrder, Expression)
    /// `text mentions "bruis*"`; with a mode other than `one`, several patterns.
    case textTest(Expression, TextTest, HasMode, [Expression])
    /// `age bands (0, 1, 6)`: values cut into bands that begin at each number.
    case bands(Expression, [Expression])
    /// `age every 5 years`: bands of one width.
    case every(Expression, step: Double, QuantityUnit?)
    /// `each themes`: a row stands in the group of each value that it holds.
    case each(Path)
    /// `quarter of evaluated_date`.
    case datePart(DatePart, Expression)
    /// `median age` after `having` or `sort by`: a measure of a group.
    case measure(MeasureExpression)
    /// `round(x, 1)`.
    case call(Name, [Expression])
    /// `(count children where died)`: one number from another query.
    case subquery(Query)
  }
}

/// `and`, `or`.
public enum LogicalOperator: String, Sendable, Hashable {
  case and, or
}

/// The signs that compare two values.
public enum ComparisonOperator: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// The signs that compute.
public enum ArithmeticOperator: String, Sendable, Hashable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// What follows `is` or `is not`.
public enum Test: Sendable, Hashable {
  /// `is missing`, `is missing because "refused"`.
  case missing(reason: Expression?)
  /// `is recorded`.
  case recorded
  /// `is yes`, `is no`.
  case yes, no
  /// `is "CP plan"`.
  case value(Expression)
  /// `is at least "Known"`, `is at most`, `is above`, `is below`.
  case level(LevelComparison, Expression)
  /// `is empty`: a many-valued field that holds nothing.
  case empty
}

/// How levels of an ordered category compare.
public enum LevelComparison: String, Sendable, Hashable, CaseIterable {
  case atLeast = "at least"
  case atMost = "at most"
  case above
  case below
}

/// What follows `has`.
public enum HasMode: String, Sendable, Hashable, CaseIterable {
  /// `has "NEG"`.
  case one = ""
  case any = "any of"
  case all = "all of"
  case none = "none of"
  case only
}

/// What can be asked of a text.
public enum TextTest: String, Sendable, Hashable, CaseIterable {
  /// Anywhere in the text, also inside a word.
  case contains
  /// Whole words, each of which may end in `*`.
  case mentions
  /// A regular expression.
  case matches
}

/// How a date stands to another, or to a period.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  case before, after
  case onOrBefore = "on or before"
  case onOrAfter = "on or after"
}

/// A period that a date is sorted into.
public enum DatePart: String, Sendable, Hashable, CaseIterable {
  case year, quarter, month
  case financialYear = "financial year"
}

/// How the numbers of related rows become one.
public enum Aggregate: String, Sendable, Hashable, CaseIterable {
  case average, median, sum, min, max
}

/// How many related rows must satisfy the condition.
public enum Quantifier: Sendable, Hashable {
  /// `any child (...)`.
  case any
  /// `every child (...)`: at least one, and all; with `ifAny`, none will do as well.
  case every(ifAny: Bool)
  /// `no child (...)`.
  case no
  case atLeast(Int)
  case atMost(Int)
  case exactly(Int)
}
