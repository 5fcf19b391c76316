/// The measures of the language, for help, completion and the reference.
public enum MeasureForm: String, CaseIterable, Sendable {
  case count, distinct, percent, sum, average, median, min, max, sd, percentile

  /// The word to ask for.
  public var name: String { self == .percentile ? "p90" : rawValue }

  /// How it is written.
  public var usage: String {
    switch self {
    case .count: "count"
    case .distinct: "count distinct FIELD"
    case .percent: "percent CONDITION"
    case .sum: "sum NUMBER"
    case .average: "average NUMBER"
    case .median: "median NUMBER"
    case .min: "min NUMBER"
    case .max: "max NUMBER"
    case .sd: "sd NUMBER"
    case .percentile: "p90 NUMBER, any of p0 to p100"
    }
  }

  /// What it is, in one sentence without a full stop; each skips what is not recorded.
  public var summary: String {
    switch self {
    case .count: "how many rows"
    case .distinct: "how many different values"
    case .percent: "the percentage of those for which it is known"
    case .sum: "the numbers added up"
    case .average: "the arithmetic mean of those recorded"
    case .median: "the middle one, or halfway between the two in the middle"
    case .min: "the smallest number or earliest date"
    case .max: "the largest number or latest date"
    case .sd: "the sample standard deviation, with n - 1"
    case .percentile: "a percentile, by linear interpolation between two values"
    }
  }

  /// A statement on the bundled data set that uses it.
  public var example: String {
    switch self {
    case .count:
      "count, percent died of children by status"
    case .distinct:
      "count distinct lscb of reviews where grade = \"inadequate\""
    case .percent:
      "percent died, percent cin of children by gender"
    case .sum:
      "sum recommendation_count of reviews"
    case .average:
      "average count of findings of reviews by grade"
    case .median:
      "count, median age, percent died of children by status"
    case .min:
      "min age, max age of children by gender"
    case .max:
      "max evaluated_date of reviews"
    case .sd:
      "average age, sd age of children"
    case .percentile:
      "p90 months_to_complete of reviews by region"
    }
  }
}
