/// A value written in a query.
public enum Literal: Sendable, Hashable {
  /// `"CP plan"`, without its quotes.
  case text(String)
  /// `12`, `0.5`.
  case number(Double)
  /// `42%`, holding 42.
  case percent(Double)
  /// `6 months`.
  case quantity(Double, QuantityUnit)
  /// `2009-07-14`, `July 2009`, `2009`: a day, or a period when the day or month is left out.
  /// A bare year is a `number`; the binder reads it as a year beside a date.
  case date(DateLiteral)
  /// `2009-10`: the financial year from 1 April 2009 to 31 March 2010, holding 2009.
  case financialYear(Int)
  /// `quarter 3 of 2009-10`: of the financial year, October to December 2009; `quarter 3 of 2009`: of
  /// the calendar year, July to September.
  case quarter(Int, year: Int, isFinancial: Bool)
  /// `/regular expression/`, without its slashes.
  case pattern(String)
  /// `yes`, `no`; also `true` and `false`, which the formatter writes as `yes` and `no`.
  case boolean(Bool)
}

/// A unit beside a number.
public enum QuantityUnit: String, Sendable, Hashable, CaseIterable {
  case days, weeks, months, years
}

/// A day, or a month of a year, that exists in the calendar.
public struct DateLiteral: Sendable, Hashable {
  /// The year, four digits.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month; `nil` for a whole month.
  public var day: Int?

  /// Creates a date; the lexer has checked that it exists.
  public init(year: Int, month: Int, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }
}
