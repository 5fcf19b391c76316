/// The functions of the language: dispatch, help, completion and the reference read this list.
public enum NumericFunction: String, CaseIterable, Sendable {
  case days, months, round

  /// How it is written.
  public var usage: String {
    switch self {
    case .days: "days(FROM, TO)"
    case .months: "months(FROM, TO)"
    case .round: "round(NUMBER) or round(NUMBER, DECIMALS)"
    }
  }

  /// What it gives, in one sentence without a full stop.
  public var summary: String {
    switch self {
    case .days: "the days from one date to another"
    case .months: "the whole calendar months from one date to another"
    case .round: "the number rounded half up, to whole numbers or to a number of decimals"
    }
  }

  /// A statement on the bundled data set that uses it.
  public var example: String {
    switch self {
    case .days: "count reviews where days(incident_date, decision_date) > 30"
    case .months: "count reviews where months(decision_date, submitted_date) <= 6"
    case .round: "expect round((percent grade = \"good\" of reviews)) = 42"
    }
  }

  /// How many arguments it takes.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .days, .months: 2...2
    case .round: 1...2
    }
  }
}
