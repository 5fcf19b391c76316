public import Tables

/// What a query found: numbers and words for a renderer, which knows no query.
public struct Answer: Sendable {
  /// The statement in its canonical form.
  public var statement: String
  /// What was counted, in the plural: `children`; `nil` when the answer counts nothing.
  public var unit: String?
  /// The unit in the singular: `child`.
  public var unitSingular: String?
  /// The answer.
  public var body: Body
  /// What was counted out of what; `nil` when nothing was counted.
  public var base: Base?
  /// Remarks, each one sentence without a full stop.
  public var notes: [String]
  /// What tests of the table found.
  public var tests: [TestResult]

  /// Creates an answer.
  public init(
    statement: String, unit: String? = nil, unitSingular: String? = nil, body: Body,
    base: Base? = nil, notes: [String] = [], tests: [TestResult] = []
  ) {
    self.statement = statement
    self.unit = unit
    self.unitSingular = unitSingular
    self.body = body
    self.base = base
    self.notes = notes
    self.tests = tests
  }

  /// The shapes of an answer.
  public enum Body: Sendable {
    /// One count.
    case count(Int)
    /// One part of a whole.
    case share(Share)
    /// Columns and rows: `list`, `count by`, `values`, `percent by`.
    case table(AnswerTable)
    /// One-way frequencies.
    case frequencies(Frequencies)
    /// Two-way counts.
    case crosstab(Crosstab)
    /// Two-way counts for each value of a third dimension.
    case layers(dimension: String, [Layer])
  }
}

/// `part` of `whole`; a percentage is always made from these integers.
public struct Share: Sendable, Hashable {
  /// The rows that satisfy the condition.
  public var part: Int
  /// The rows for which the condition is decided.
  public var whole: Int
  /// The rows of the set for which the condition is undecided, outside `whole`.
  public var undecided: Int
  /// The 95% interval of the percentage, if it was asked for and there is one.
  public var interval: Interval?

  /// Creates a share.
  public init(part: Int, whole: Int, undecided: Int = 0, interval: Interval? = nil) {
    self.part = part
    self.whole = whole
    self.undecided = undecided
    self.interval = interval
  }
}

/// What a count was taken from.
public struct Base: Sendable, Hashable {
  /// The rows of the unit.
  public var total: Int
  /// The rows counted.
  public var counted: Int
  /// The rows whose condition is neither true nor false, because a value is missing.
  public var undecided: Int
  /// The fields whose missing values left rows undecided, most first.
  ///
  /// A row may lack several.
  public var undecidedFields: [UndecidedField]

  /// Creates a base.
  public init(total: Int, counted: Int, undecided: Int, undecidedFields: [UndecidedField] = []) {
    self.total = total
    self.counted = counted
    self.undecided = undecided
    self.undecidedFields = undecidedFields
  }
}

/// A field that left rows undecided.
public struct UndecidedField: Sendable, Hashable {
  /// The field as the query names it: `died`, `review.grade`.
  public var name: String
  /// The undecided rows in which it is missing.
  public var count: Int
  /// The rows of the unit in which it is missing, decided or not; `nil` when no one counted.
  ///
  /// Only when it equals `count` may an answer say "of 144 with died recorded".
  public var missingCount: Int?

  /// Creates an entry.
  public init(name: String, count: Int, missingCount: Int? = nil) {
    self.name = name
    self.count = count
    self.missingCount = missingCount
  }
}

/// Columns and rows.
public struct AnswerTable: Sendable {
  /// The columns.
  public var columns: [AnswerColumn]
  /// The rows; each has a value for each column.
  public var rows: [[AnswerValue]]
  /// The rows there were before `first N` or a screen limit cut them.
  public var totalRowCount: Int
  /// The column whose numbers a chart shows; `nil` where no column is a count or a measure.
  public var chartedColumn: Int?
  /// Whether these are rows of the data in columns that the query can choose with `show`.
  public var isListing: Bool
  /// Whether the rows are the counts of periods, in order and none left out but for a last row of
  /// those without a period: the first column names them, the second has the counts.
  public var isSeries = false
  /// How many columns at the left say what a row is, where all others are numbers that are read
  /// together; `nil` where columns can be looked at one by one.
  public var keyColumnCount: Int?
  /// How the numbers that the table sums up are spread; `nil` for any other table.
  public var histogram: Histogram?
  /// The columns from the least to the greatest of what each row sums up: of numbers five, with the
  /// quartiles between them, of dates two; empty for any other table, and for a summary without groups.
  public var spreadColumns: [Int] = []
  /// How the rows hang on one another, where they are the entities of a data set; `nil` for any other
  /// table.
  public var outline: Outline?

  /// Creates a table.
  public init(
    columns: [AnswerColumn], rows: [[AnswerValue]], totalRowCount: Int? = nil,
    chartedColumn: Int? = nil, isListing: Bool = false
  ) {
    self.chartedColumn = chartedColumn
    self.isListing = isListing
    self.columns = columns
    self.rows = rows
    self.totalRowCount = totalRowCount ?? rows.count
  }
}

/// One column of a table.
public struct AnswerColumn: Sendable, Hashable {
  /// What kind of values a column holds, for alignment and for JSON.
  public enum Kind: String, Sendable, Hashable {
    case text, integer, number, percent, boolean, date, list
  }

  /// The name, also the header in CSV.
  public var name: String
  /// The kind of its values.
  public var kind: Kind
  /// Whether text ends at the right, as the words before a place of a text do.
  public var isRightAligned: Bool
  /// The decimals to show; `nil` for as many as the numbers need.
  public var decimals: Int?

  /// Creates a column.
  public init(
    _ name: String, _ kind: Kind, isRightAligned: Bool = false, decimals: Int? = nil
  ) {
    self.decimals = decimals
    self.name = name
    self.kind = kind
    self.isRightAligned = isRightAligned
  }
}

/// One value of an answer.
public enum AnswerValue: Sendable, Hashable {
  /// Not recorded, with the reason where one is known.
  case missing(reason: String?)
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case date(CalendarDate)
  case list([String])
  /// A percentage, kept as part and whole so that it is rounded once, from integers; a whole of 0
  /// has none.
  case percent(part: Int, whole: Int)
}
