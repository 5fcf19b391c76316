/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let dayNumber: Int32

  /// Creates a date from its day number.
  public init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// Creates a date, or `nil` when there is no such day.
  ///
  /// The arithmetic is Howard Hinnant's `days_from_civil`
  /// (<https://howardhinnant.github.io/date_algorithms.html>).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, ofYear: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month and day.
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(dayNumber) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The number of days in a month.
  public static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whole calendar months from this date to a later one; negative when it is earlier.
  public func months(until other: CalendarDate) -> Int {
    if other < self { return -other.months(until: self) }
    let from = components
    let to = other.components
    let months = (to.year - from.year) * 12 + to.month - from.month
    // The last day of a short month completes the month that began on a later day number.
    let lastDay = Self.daysInMonth(to.month, ofYear: to.year)
    return to.day < min(from.day, lastDay) ? months - 1 : months
  }

  /// Earlier dates come first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `2009-07-14`; years past 9999 have more digits, and years before 0 a sign.
  public var description: String {
    let (year, month, day) = components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let digits = String(year.magnitude)
    // A day number made by arithmetic can lie outside the years that a date can be made of.
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(year < 0 ? "-" : "")\(zeros)\(digits)-\(two(month))-\(two(day))"
  }
}
