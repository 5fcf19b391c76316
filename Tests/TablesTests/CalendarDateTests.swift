import Tables
import Testing

/// A day found by walking, with the rules of the calendar as children learn them.
private struct WalkedDay: Equatable {
  var year = 1890
  var month = 1
  var day = 1

  var isLeapYear: Bool {
    if year % 400 == 0 { return true }
    if year % 100 == 0 { return false }
    return year % 4 == 0
  }

  var daysInMonth: Int {
    [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  mutating func advance() {
    day += 1
    if day > daysInMonth {
      day = 1
      month += 1
    }
    if month > 12 {
      month = 1
      year += 1
    }
  }

  var text: String {
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: digits - text.count) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

@Test func `dates agree with a walk from 1890 to 2110, day by day`() {
  var walked = WalkedDay()
  // 1890-01-01 lies 29,219 days before 1970-01-01: 80 years, 19 of them leap years.
  var dayNumber: Int32 = -29_219
  var mistakes = 0
  while walked.year <= 2110 {
    let date = CalendarDate(year: walked.year, month: walked.month, day: walked.day)
    let components = CalendarDate(dayNumber: dayNumber).components
    let isRight =
      date?.dayNumber == dayNumber && components.year == walked.year
      && components.month == walked.month && components.day == walked.day
      && date?.description == walked.text
    if !isRight { mistakes += 1 }
    walked.advance()
    dayNumber += 1
  }
  #expect(mistakes == 0)
  #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
}

@Test(arguments: [
  (2009, 2, 29), (1900, 2, 29), (2100, 2, 29), (2009, 4, 31), (2009, 0, 1), (2009, 13, 1),
  (2009, 1, 0), (2009, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (.max, .max, .max),
  (.min, .min, .min),
])
func `days that do not exist`(year: Int, month: Int, day: Int) {
  #expect(CalendarDate(year: year, month: month, day: day) == nil)
}

@Test func `the ends of the calendar`() {
  #expect(CalendarDate(year: 1, month: 1, day: 1)?.description == "0001-01-01")
  #expect(CalendarDate(year: 9999, month: 12, day: 31)?.description == "9999-12-31")
  #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  // Numbers that no date was made from still have a text.
  for dayNumber in [Int32.min, .max, 3_000_000] {
    #expect(!CalendarDate(dayNumber: dayNumber).description.isEmpty)
  }
}

/// The months by which a date can be moved without passing another, found by trying each; a day
/// that a month lacks becomes its last.
private func naiveMonths(_ from: CalendarDate, _ to: CalendarDate) -> Int {
  if to < from { return -naiveMonths(to, from) }
  let (year, month, day) = from.components
  var months = 0
  while true {
    let index = year * 12 + month - 1 + months + 1
    let nextYear = index / 12
    let nextMonth = index % 12 + 1
    var candidate: CalendarDate?
    var lastDay = day
    while candidate == nil, lastDay > 0 {
      candidate = CalendarDate(year: nextYear, month: nextMonth, day: lastDay)
      lastDay -= 1
    }
    guard let candidate, candidate <= to else { return months }
    months += 1
  }
}

@Test func `months between dates agree with counting them`() throws {
  let start = try #require(CalendarDate(year: 2007, month: 12, day: 25)).dayNumber
  for from in start..<start + 100 {
    for to in stride(from: start - 40, to: start + 500, by: 1) {
      let a = CalendarDate(dayNumber: from)
      let b = CalendarDate(dayNumber: to)
      let months = a.months(until: b)
      if months != naiveMonths(a, b) { Issue.record("\(a) to \(b): \(months)") }
    }
  }
}

@Test func `months between known dates`() throws {
  func months(_ a: (Int, Int, Int), _ b: (Int, Int, Int)) throws -> Int {
    try #require(CalendarDate(year: a.0, month: a.1, day: a.2))
      .months(until: try #require(CalendarDate(year: b.0, month: b.1, day: b.2)))
  }
  #expect(try months((2009, 1, 31), (2009, 2, 28)) == 1)
  #expect(try months((2009, 1, 31), (2009, 2, 27)) == 0)
  #expect(try months((2008, 2, 29), (2009, 2, 28)) == 12)
  #expect(try months((2009, 7, 14), (2009, 7, 14)) == 0)
  #expect(try months((2009, 7, 14), (2009, 1, 14)) == -6)
  #expect(try months((1900, 1, 1), (2100, 12, 31)) == 2411)
}
