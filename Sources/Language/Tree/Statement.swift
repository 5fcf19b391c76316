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
    /// `count`, `list`, `tabulate`, `percent`, `summarise`, `compare`, `sample` and measures.
    case query(Query)
    /// `find "text" in PATH`.
    case find(Find)
    /// `missing SET`: what each field lacks, and why.
    case missing(SetExpression, Output)
    /// `values PATH [of ENTITY]`: the distinct values with their counts.
    case values(Path, entity: Name?, Output)
    /// `describe`, `describe children`, `describe children.status`, `describe status`.
    case describe(Path?)
    /// `define children.infant as age < 1 year`.
    case defineField(entity: Name, field: Name, Expression)
    /// `define deaths as children where died`.
    case defineSet(Name, SetExpression)
    /// `define measure death_rate as percent died`.
    case defineMeasure(Name, MeasureExpression)
    /// `define missing "c" in children.score because "suppressed"`.
    case defineMissing(MissingDefinition)
    /// `define relation mother as children.mother_id to people.id`.
    case defineRelation(RelationDefinition)
    /// `expect (count children where died) = 90`.
    case expect(Expression)
    /// `warn unless (count children where age is missing) < 5`.
    case warn(Expression)
    /// `explain STATEMENT`, `explain plan STATEMENT`, `explain sql duckdb STATEMENT`.
    case explain(ExplainForm, Statement)
    /// `help`, `help where`, `help unknown-field`: the topic as written.
    case help(topic: String?)
    /// `open "folder/data.csv"`.
    case open(file: String, span: Span)
    /// `run report.enq year = 2010`.
    case run(file: String, span: Span, arguments: [RunArgument])
    /// `set format csv`; without a value, shows the option; `set` alone shows all.
    case set(option: Name?, value: String?)
    /// `show format`; `show` alone shows all options.
    case show(option: Name?)
    /// `save deaths-by-status "What it answers"`: writes the last statement as a script.
    case save(name: String, span: Span, description: String?)
    /// `save snapshot "reviews.enqs"`: writes the data so that they open at once.
    case saveSnapshot(file: String, span: Span)
    /// `save package "folder"`: writes what was understood, so that it is declared the next time.
    case savePackage(PackageSaving)
    /// `check data [first N] [as FORMAT] [into "FILE"]`: what is wrong with the data that are open.
    case checkData(Output)
    /// `check claims [as FORMAT] [into "FILE"]`: whether the data bear out what was published of them.
    case checkClaims(Output)
    /// `compare runs "A.json" with "B.json"`: what changed between answers that were saved.
    case compareRuns(RunComparisonRequest)
    /// `lesson`, `lesson 3`, `hint`: what is asked of the lessons.
    case lesson(LessonRequest)
    /// `queries`: the saved scripts that `run` finds.
    case queries
    /// `parameter year = 2009 "Year of evaluation"`.
    case parameter(Parameter)
    /// `history`, `history grade`, `history off`.
    case history(HistoryRequest)
    /// `copy`, `copy as csv`: the last answer goes to the clipboard.
    case copy(Output)
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

/// What `explain` says of a statement.
public enum ExplainForm: Sendable, Hashable {
  /// One sentence of English.
  case english
  /// How it is evaluated, step by step, with the rows of each.
  case plan
  /// The same question in SQL; the dialect as written, SQLite without one.
  case sql(dialect: Name?)
}

/// `find "text" in PATH [where COND] [width N]`: every place of a text, with the words around it.
public struct Find: Sendable, Hashable {
  /// Whole words, as `mentions` reads them.
  public var text: String
  /// Where the text stands in the statement.
  public var textSpan: Span
  /// The field to search, or an entity with one field of text.
  public var path: Path
  /// Keeps the rows for which it is true.
  public var condition: Expression?
  /// The columns on each side of a place.
  public var width: Int?
  /// How to show the answer.
  public var output: Output
  /// From the word `find` to the last clause.
  public var span: Span

  /// Creates a search.
  public init(
    text: String, textSpan: Span, path: Path, condition: Expression? = nil, width: Int? = nil,
    output: Output = Output(), span: Span
  ) {
    self.text = text
    self.textSpan = textSpan
    self.path = path
    self.condition = condition
    self.width = width
    self.output = output
    self.span = span
  }
}

/// What is wanted of the statements typed so far.
public enum HistoryRequest: Sendable, Hashable {
  /// Show them.
  case all
  /// Show those that hold a text, which is as it was written.
  case search(String)
  /// Keep those that follow, or none of them.
  case on, off
}
