/// One-way frequencies.
public struct Frequencies: Sendable {
  /// The dimension as the query names it.
  public var dimension: String
  /// The groups, in order, without the missing.
  public var groups: [Group]
  /// The rows whose group is missing.
  public var missing: Int
  /// Whether the missing stand in the base of percentages.
  public var includesMissing: Bool
  /// Whether the groups are levels of a scale, so that running totals mean something.
  public var isOrdered: Bool
  /// What percentages are of; the sum of the groups unless a row can stand in several.
  public var whole: Int
  /// Whether each percentage has its 95% interval beside it.
  public var showsIntervals: Bool
  /// Whether the groups are periods, in order and none left out.
  public var isSeries = false

  /// One group.
  public struct Group: Sendable, Hashable {
    /// The group's value.
    public var key: AnswerValue
    /// Its rows.
    public var count: Int

    /// Creates a group.
    public init(key: AnswerValue, count: Int) {
      self.key = key
      self.count = count
    }
  }

  /// Creates frequencies.
  public init(
    dimension: String, groups: [Group], missing: Int, includesMissing: Bool, isOrdered: Bool,
    whole: Int? = nil, showsIntervals: Bool = false
  ) {
    self.whole = whole ?? groups.reduce(includesMissing ? missing : 0) { $0 + $1.count }
    self.showsIntervals = showsIntervals
    self.dimension = dimension
    self.groups = groups
    self.missing = missing
    self.includesMissing = includesMissing
    self.isOrdered = isOrdered
  }
}

/// Two-way counts.
public struct Crosstab: Sendable {
  /// The row and column dimensions as the query names them.
  public var rowDimension, columnDimension: String
  /// The keys, in order; a missing group, if it has rows, comes last as `.missing`.
  public var rowKeys, columnKeys: [AnswerValue]
  /// Counts: `counts[row][column]`.
  public var counts: [[Int]]
  /// Which percentages to show beside the counts.
  public var percentages: [Percentage]
  /// Whether missing groups stand in totals and percentages.
  public var includesMissing: Bool
  /// The totals where a row can stand in several cells, so that sums count it twice.
  public var totals: Totals?
  /// Whether each percentage has its 95% interval below it.
  public var showsIntervals = false

  /// Rows counted once, of those with both dimensions in the base.
  public struct Totals: Sendable, Hashable {
    /// For each row key, and for each column key.
    public var rows, columns: [Int]
    /// Of the whole table.
    public var grand: Int

    /// Creates totals.
    public init(rows: [Int], columns: [Int], grand: Int) {
      self.rows = rows
      self.columns = columns
      self.grand = grand
    }
  }

  /// Which whole a percentage is of.
  public enum Percentage: String, Sendable, Hashable, CaseIterable {
    case row = "row %"
    case column = "column %"
    case total = "total %"
  }

  /// Creates a crosstab.
  public init(
    rowDimension: String, columnDimension: String, rowKeys: [AnswerValue],
    columnKeys: [AnswerValue], counts: [[Int]], percentages: [Percentage], includesMissing: Bool
  ) {
    self.rowDimension = rowDimension
    self.columnDimension = columnDimension
    self.rowKeys = rowKeys
    self.columnKeys = columnKeys
    self.counts = counts
    self.percentages = percentages
    self.includesMissing = includesMissing
  }
}

/// The crosstab of one value of a third dimension.
public struct Layer: Sendable {
  /// The value.
  public var key: AnswerValue
  /// Its table.
  public var crosstab: Crosstab

  /// Creates a layer.
  public init(key: AnswerValue, crosstab: Crosstab) {
    self.key = key
    self.crosstab = crosstab
  }
}

/// A 95% interval of a percentage, from 0 to 100.
public struct Interval: Sendable, Hashable {
  /// Its ends.
  public var low, high: Double

  /// Creates an interval.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// What a test of a table found.
public struct TestResult: Sendable, Hashable {
  /// The test: `chi2` or `fisher`.
  public var name: String
  /// The layer of the table; `nil` where there is one table.
  public var layer: String?
  /// The statistic; `nil` for a test without one.
  public var statistic: Double?
  /// Its degrees of freedom.
  public var degreesOfFreedom: Int?
  /// How often a table at least as uneven would arise by chance; `nil` where the test is impossible.
  public var probability: Double?
  /// The odds ratio of a table of two by two.
  public var oddsRatio: Double?
  /// The smallest count that the margins lead one to expect.
  public var smallestExpected: Double?
  /// What to say instead of figures, where there are none.
  public var remark: String?

  /// Creates a result.
  public init(
    name: String, layer: String? = nil, statistic: Double? = nil, degreesOfFreedom: Int? = nil,
    probability: Double? = nil, oddsRatio: Double? = nil, smallestExpected: Double? = nil,
    remark: String? = nil
  ) {
    self.name = name
    self.layer = layer
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.probability = probability
    self.oddsRatio = oddsRatio
    self.smallestExpected = smallestExpected
    self.remark = remark
  }
}
