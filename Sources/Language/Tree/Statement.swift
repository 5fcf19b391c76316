public import Diagnostics

/// One statement of a script or of the prompt.
public struct Statement: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// From its first word to its last, without the separator.
  public var span: Span

  /// Creates a statement.
  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The forms of a statement.
  public indirect enum Kind: Sendable, Hashable {
    /// `count`, `list`, `tabulate`, `percent`.
    case query(Query)
    /// `values PATH [of ENTITY]`: the distinct values with their counts.
    case values(Path, entity: Name?, Output)
    /// `describe`, `describe children`, `describe children.status`, `describe status`.
    case describe(Path?)
    /// `define children.infant as age < 1 year`.
    case defineField(entity: Name, field: Name, Expression)
    /// `define deaths as children where died`.
    case defineSet(Name, SetExpression)
    /// `expect (count children where died) = 90`.
    case expect(Expression)
    /// `explain STATEMENT`.
    case explain(Statement)
    /// `help`, `help where`, `help unknown-field`: the topic as written.
    case help(topic: String?)
    /// `open "folder/data.csv"`.
    case open(file: String, span: Span)
    /// `run report.enq year = 2010`.
    case run(file: String, span: Span, arguments: [RunArgument])
    /// `set format csv`; without a value, shows the option; `set` alone shows all.
    case set(option: Name?, value: String?)
    /// `parameter year = 2009 "Year of evaluation"`.
    case parameter(Parameter)
    /// `history`.
    case history
    /// `quit`, `exit`.
    case quit
  }
}

/// `year = 2010` after `run FILE`.
public struct RunArgument: Sendable, Hashable {
  /// The parameter.
  public var name: Name
  /// Its value.
  public var value: Expression

  /// Creates an argument.
  public init(name: Name, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// A declared parameter of a script.
public struct Parameter: Sendable, Hashable {
  /// The name, used as `$name`.
  public var name: Name
  /// The value when none is given; `nil` when one must be given.
  public var defaultValue: Expression?
  /// What it means, for people.
  public var description: String?

  /// Creates a parameter.
  public init(name: Name, defaultValue: Expression?, description: String?) {
    self.name = name
    self.defaultValue = defaultValue
    self.description = description
  }
}
