public import Diagnostics

/// A question: what to do with a set of rows, and how to show it.
public struct Query: Sendable, Hashable {
  /// What to do with the rows.
  public var verb: Verb
  /// The rows.
  public var set: SetExpression
  /// `by` these; of `tabulate`, rows, then columns, then layers.
  public var dimensions: [Expression]
  /// `with` these.
  public var options: [QueryOption]
  /// `having` this: a condition on the measures of a group.
  public var having: Expression?
  /// How to show the answer.
  public var output: Output
  /// From the verb to the last clause.
  public var span: Span

  /// Creates a query.
  public init(
    verb: Verb, set: SetExpression, dimensions: [Expression] = [], options: [QueryOption] = [],
    having: Expression? = nil, output: Output = Output(), span: Span
  ) {
    self.verb = verb
    self.set = set
    self.dimensions = dimensions
    self.options = options
    self.having = having
    self.output = output
    self.span = span
  }

  /// What a query does.
  public enum Verb: Sendable, Hashable {
    /// `count SET [by DIMS]`.
    case count
    /// `list SET [show FIELDS]`; no fields means all that fit.
    case list(show: [Expression])
    /// `sample N SET [show FIELDS]`: so many rows, drawn at random.
    case sample(Int, show: [Expression])
    /// `tabulate SET by DIM [, DIM [, DIM]] [with OPTIONS]`.
    case tabulate
    /// `percent COND of SET [by DIMS] [with ci]`.
    case percent(Expression)
    /// `MEASURES of SET [by DIMS]`: several measures, or one that is neither a count nor a
    /// percentage.
    case measures([MeasureExpression])
    /// `summarise EXPR of SET [by DIMS]`.
    case summarise(Expression)
    /// `compare SET with SET [by DIMS]`.
    case compare(with: SetExpression)
  }
}

/// An option after `with`, as it was written.
public struct QueryOption: Sendable, Hashable {
  /// The options.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case rowPercent = "row %"
    case columnPercent = "column %"
    case totalPercent = "total %"
    /// The chi-squared test of a table.
    case chiSquared = "chi2"
    /// Fisher's exact test of a table of two by two.
    case fisher
    /// The 95% interval of each percentage.
    case interval = "ci"
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
  /// The entity, in the singular or plural, a named set, or `those`: the rows behind the last
  /// answer.
  public var entity: Name
  /// `cell ("CP plan", yes)`: the keys of a cell of the last table, `entity` being the word `cell`.
  public var cell: [Expression]?
  /// Keeps the rows for which it is true.
  public var condition: Expression?
  /// Drops the rows for which it is true.
  public var exception: Expression?
  /// From the entity to the last condition.
  public var span: Span

  /// Creates a set.
  public init(
    entity: Name, cell: [Expression]? = nil, condition: Expression? = nil,
    exception: Expression? = nil, span: Span
  ) {
    self.entity = entity
    self.cell = cell
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
    /// A path, or a measure of each group.
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
