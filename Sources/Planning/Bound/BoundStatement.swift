public import Diagnostics
public import Language
public import Tables
public import TextSearch

/// A question bound to the data, ready to be evaluated.
public struct BoundQuery: Sendable, Hashable {
  /// What to do with the rows.
  public enum Verb: Sendable, Hashable {
    case count
    case list([ColumnExpression])
    case tabulate
    case percent(Condition)
    case measures
    case summarise(NumericValue, NumberKind, name: String)
    case compare(BoundSet, text: String)
  }

  /// What to do.
  public var verb: Verb
  /// The rows.
  public var set: BoundSet
  /// The set in its canonical form.
  public var setText: String
  /// The groups.
  public var dimensions: [ColumnExpression]
  /// What `with` adds.
  public var options: Set<QueryOption.Kind>
  /// The measures of each group: those that the answer shows, then those that only `having` and
  /// `sort by` need.
  public var measures: [BoundMeasure]
  /// How many of the measures the answer shows.
  public var shownMeasureCount: Int
  /// Keeps the groups for which it is true.
  public var having: Condition?
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
  /// The quantifiers `every`, whose answer hangs on the rows that have none.
  public var vacuities: [Vacuity]

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
      /// The measure at a position.
      case measure(Int)
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

  /// An `every`, and what it is asked of.
  public struct Vacuity: Sendable, Hashable {
    /// The quantifier in its canonical form.
    public var text: String
    /// The table whose rows it is asked of.
    public var table: Int
    /// Holds for the rows that have no related row at all.
    public var isEmpty: Condition
    /// Whether such rows satisfy the quantifier.
    public var counts: Bool
    /// What there is none of.
    public var name: String
  }

  /// Another reading of the same words, worth counting.
  public struct Alternative: Sendable, Hashable {
    /// What the note says before the other reading's count.
    public var explanation: String
    /// The set under the other reading; of another entity, when its rows are what may be meant.
    public var set: BoundSet
    /// The other reading's condition, as one would write it.
    public var text: String
    /// Whether the note is only worth making when the count differs from the answer's.
    public var isOnlyIfDifferent: Bool = false
  }
}

extension BoundQuery {
  /// The rows behind the answer: of a percentage, those that satisfy its condition.
  public var answered: BoundSet {
    guard case .percent(let condition) = verb, dimensions.isEmpty else { return set }
    var rows = set
    rows.condition = .and((set.condition.map { [$0] } ?? []) + [condition])
    return rows
  }
}

/// A statement whose names and values are checked; commands of the shell stay as they are.
public indirect enum BoundStatement: Sendable {
  case query(BoundQuery, output: Output)
  case values(ColumnExpression, BoundSet, text: String, output: Output)
  case describe(DescribeTarget)
  case defineField(table: Int, DerivedField)
  case defineSet(name: String, BoundSet, text: String)
  case defineMeasure(NamedMeasure)
  case defineMissing(BoundMissing)
  case defineRelation(Relation)
  case find(BoundFind, output: Output)
  case missing(BoundSet, text: String, output: Output)
  case expect(Expectation)
  case warn(Expectation)
  case explain(BoundStatement, sentence: String)
  case explainPlan(BoundStatement)
  case explainSQL(String)
  /// `help`, `open`, `run`, `save`, `set`, `show`, `parameter`, `history`, `check`,
  /// `quit`.
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
  /// The numbers that the condition compares; for saying what was found.
  public struct Sides: Sendable {
    /// The number that something is asked of.
    public var left: NumericValue
    /// What it is compared with; `nil` for a range, which says itself how far it reaches.
    public var right: NumericValue?
  }

  /// The numbers that it compares, when it does.
  public var sides: Sides?
  /// The condition in its canonical form.
  public var text: String
  /// Where it stands.
  public var span: Span
}

/// A search for a text, with the words around each place.
public struct BoundFind: Sendable, Hashable {
  /// What is looked for.
  public var pattern: WordPattern
  /// The field that is searched.
  public var column: FieldReference
  /// Columns that say which row a place is in.
  public var keys: [ColumnExpression]
  /// The rows that are searched.
  public var set: BoundSet
  /// The characters on each side of a place; `nil` for what fits.
  public var width: Int?
  /// At most this many places.
  public var first: Int?
  /// The statement in its canonical form.
  public var text: String
}
