public import Diagnostics

/// A question: what to do with a set of rows, and how to show it.
public struct Query: Sendable, Hashable {
  /// What to do with the rows.
  public var verb: Verb
  /// The rows.
  public var set: SetExpression
  /// `by` these; of `tabulate`, rows and then columns.
  public var dimensions: [Expression]
  /// How to show the answer.
  public var output: Output
  /// From the verb to the last clause.
  public var span: Span

  /// Creates a query.
  public init(
    verb: Verb, set: SetExpression, dimensions: [Expression] = [], output: Output = Output(),
    span: Span
  ) {
    self.verb = verb
    self.set = set
    self.dimensions = dimensions
    self.output = output
    self.span = span
  }

  /// What a query does.
  public enum Verb: Sendable, Hashable {
    /// `count SET [by DIMS]`.
    case count
    /// `list SET [show FIELDS]`; no fields means all that fit.
    case list(show: [Expression])
    /// `tabulate SET by DIM [, DIM] [with OPTIONS]`.
    case tabulate([TabulateOption])
    /// `percent COND of SET [by DIMS]`.
    case percent(Expression)
  }
}

/// An option of `tabulate`, as it was written.
public struct TabulateOption: Sendable, Hashable {
  /// The options.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case rowPercent = "row %"
    case columnPercent = "column %"
    case totalPercent = "total %"
    /// Missing values stand in the base of percentages.
    case missing
  }

  /// Which option.
  public var kind: Kind
  /// Where it stands.
  public var span: Span

  /// Creates an option.
  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// `ENTITY [where COND] [except where COND]`.
public struct SetExpression: Sendable, Hashable {
  /// The entity, in the singular or plural, or a named set.
  public var entity: Name
  /// Keeps the rows for which it is true.
  public var condition: Expression?
  /// Drops the rows for which it is true.
  public var exception: Expression?
  /// From the entity to the last condition.
  public var span: Span

  /// Creates a set.
  public init(entity: Name, condition: Expression? = nil, exception: Expression? = nil, span: Span)
  {
    self.entity = entity
    self.condition = condition
    self.exception = exception
    self.span = span
  }
}

/// `[sort by KEY [descending]] [first N] [as FORMAT] [into "file"]`.
public struct Output: Sendable, Hashable {
  /// The keys, most significant first.
  public var sort: [SortKey] = []
  /// At most this many rows.
  public var first: Int?
  /// The name of an output format, as written.
  public var format: Name?
  /// The file to write instead of the screen.
  public var file: String?
  /// Where the file's name stands.
  public var fileSpan: Span?

  /// Creates an output without any clause.
  public init() {}

  /// A key of `sort by`.
  public struct SortKey: Sendable, Hashable {
    /// A path, or `count` for the measure.
    public var key: Expression
    /// Whether the largest comes first.
    public var isDescending: Bool

    /// Creates a key.
    public init(_ key: Expression, isDescending: Bool) {
      self.key = key
      self.isDescending = isDescending
    }
  }
}
