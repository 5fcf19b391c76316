import Language

/// Days and months by counting them, one after the other.
enum NaiveCalendar {
  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    month == 2 && isLeap(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days since 1970-01-01.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var days = day - 1
    for earlier in 1..<month { days += length(ofMonth: earlier, year) }
    if year >= 1970 {
      for earlier in 1970..<year { days += isLeap(earlier) ? 366 : 365 }
    } else {
      for later in year..<1970 { days -= isLeap(later) ? 366 : 365 }
    }
    return days
  }

  static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    var year = 1970
    var rest = day
    while rest < 0 {
      year -= 1
      rest += isLeap(year) ? 366 : 365
    }
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    var month = 1
    while rest >= length(ofMonth: month, year) {
      rest -= length(ofMonth: month, year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// Whole months from one day to another: how many steps of a month fit, a step to a day that a
  /// short month lacks ending on its last.
  static func months(from start: Int, to end: Int) -> Int {
    if end < start { return -months(from: end, to: start) }
    let (year, month, day) = date(start)
    var count = 0
    while true {
      let next = month - 1 + count + 1
      let (nextYear, nextMonth) = (year + next / 12, next % 12 + 1)
      let nextDay = min(day, length(ofMonth: nextMonth, nextYear))
      if self.day(nextYear, nextMonth, nextDay) > end { return count }
      count += 1
    }
  }

  /// The days of a date or period: its first, and the first after it; `nil` for a single day.
  static func span(of literal: Literal) -> (first: Double, after: Double?) {
    func months(_ year: Int, _ first: Int, _ count: Int) -> (Double, Double?) {
      func start(_ month: Int) -> Double {
        Double(day(year + (month - 1) / 12, (month - 1) % 12 + 1, 1))
      }
      return (start(first), start(first + count))
    }
    switch literal {
    case .date(let date):
      guard let day = date.day else { return months(date.year, date.month, 1) }
      return (Double(self.day(date.year, date.month, day)), nil)
    case .number(let year): return months(Int(year), 1, 12)
    case .financialYear(let year): return months(year, 4, 12)
    case .quarter(let number, let year, let isFinancial):
      return months(year, (isFinancial ? 4 : 1) + 3 * (number - 1), 3)
    default: fatalError("no date: \(literal)")
    }
  }
}
