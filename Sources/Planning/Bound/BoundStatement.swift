public import Diagnostics
public import Language

/// A value for each row of a set: what to show, to group by, or to sort by.
public struct ColumnExpression: Sendable, Hashable {
  /// The name in headers: the expression as written, in canonical form.
  public var name: String
  /// Where the values come from.
  public var source: Source

  /// The sources of values.
  public indirect enum Source: Sendable, Hashable {
    /// A field, reached through to-one relations from the set's table.
    case field(hops: [Int], FieldReference)
    /// Yes or no.
    case condition(Condition)
    /// A computed number.
    case number(NumericValue, NumberKind)
    /// The band of a number.
    case bands(NumericValue, Bands)
  }

  /// Creates a column.
  public init(name: String, source: Source) {
    self.name = name
    self.source = source
  }
}

/// A question bound to the data, ready to be evaluated.
public struct BoundQuery: Sendable, Hashable {
  /// What to do with the rows.
  public enum Verb: Sendable, Hashable {
    case count
    case list([ColumnExpression])
    case tabulate([TabulateOption.Kind])
    case percent(Condition)
  }

  /// What to do.
  public var verb: Verb
  /// The rows.
  public var set: BoundSet
  /// The groups.
  public var dimensions: [ColumnExpression]
  /// How to order the answer's rows; none keeps the natural order.
  public var sort: [Sort]
  /// At most this many rows.
  public var first: Int?
  /// The query in its canonical form.
  public var text: String
  /// The conditions that the query joins by `and`, in order; for explaining a count of zero.
  public var conjuncts: [Conjunct]
  /// Other readings whose counts an analyst would want beside the answer.
  public var alternatives: [Alternative]

  /// One of several conditions that must all hold.
  public struct Conjunct: Sendable, Hashable {
    /// The condition in its canonical form.
    public var text: String
    /// The condition.
    public var condition: Condition
  }

  /// A key to sort by.
  public struct Sort: Sendable, Hashable {
    /// What to sort by.
    public enum Key: Sendable, Hashable {
      /// The count or percentage of each group.
      case measure
      /// The dimension at a position.
      case dimension(Int)
      /// A value of each listed row.
      case column(ColumnExpression)
    }

    /// The key.
    public var key: Key
    /// Whether the largest comes first.
    public var isDescending: Bool
  }

  /// Another reading of the same words, worth counting.
  public struct Alternative: Sendable, Hashable {
    /// What the note says before the other reading's count.
    public var explanation: String
    /// The set under the other reading.
    public var set: BoundSet
    /// The other reading's condition, as one would write it.
    public var text: String
  }
}

/// A statement whose names and values are checked; commands of the shell stay as they are.
public indirect enum BoundStatement: Sendable {
  case query(BoundQuery, output: Output)
  case values(ColumnExpression, BoundSet, text: String, output: Output)
  case describe(DescribeTarget)
  case defineField(table: Int, DerivedField)
  case defineSet(name: String, BoundSet, text: String)
  case expect(Expectation)
  case explain(BoundStatement, sentence: String)
  /// `help`, `open`, `run`, `set`, `parameter`, `history`, `quit`.
  case command(Statement.Kind)
}

/// What `describe` speaks of.
public enum DescribeTarget: Sendable, Hashable {
  case dataSet
  case table(Int)
  case field(FieldReference)
}

/// Something that must hold.
public struct Expectation: Sendable {
  /// The condition over the data set as a whole.
  public var condition: Condition
  /// The two sides, when the condition compares two numbers; for saying what was found.
  public var sides: (left: NumericValue, right: NumericValue)?
  /// The condition in its canonical form.
  public var text: String
  /// Where it stands.
  public var span: Span
}
