import Tables

extension ReviewDates {
  /// Days within the period, in the order in which things happen, some of them missing.
  static func draw(
    in period: EvaluationPeriod, grade: Grade, _ random: inout RandomSource
  ) -> ReviewDates {
    let range = days(of: period)
    let evaluated = workingDay(range.lowerBound + random.below(range.count))
    let submitted = workingDay(evaluated - random.within(35...110))
    let decision = workingDay(submitted - daysToComplete(grade, &random))
    let incident = decision - random.within(3...130)
    return ReviewDates(
      incident: random.chance(3) ? nil : date(incident),
      decision: random.chance(5) ? nil : date(decision),
      submitted: random.chance(4) ? nil : date(submitted),
      evaluated: date(evaluated))
  }

  /// From 3 months to over 24, most above the standard of six; inadequate reviews took longer.
  private static func daysToComplete(_ grade: Grade, _ random: inout RandomSource) -> Int {
    let months = completion.draw(&random) + (grade == .inadequate ? random.within(0...3) : 0)
    return months * 30 + random.within(0...29)
  }

  private static let completion = Weighted<Int>([
    (3, 5), (4, 8), (5, 12), (6, 12), (7, 11), (8, 10), (9, 9), (10, 7), (11, 6), (12, 5), (13, 4),
    (14, 3), (15, 2), (17, 2), (19, 1), (21, 1), (24, 1), (28, 1),
  ])

  private static func days(of period: EvaluationPeriod) -> ClosedRange<Int> {
    // 2009-04-01 to 2009-09-30, 2009-10-01 to 2009-12-31, and 2010-01-04, a Monday, to 2010-03-31.
    switch period {
    case .aprilToSeptember: 14335...14517
    case .octoberToDecember: 14518...14609
    case .januaryToMarch: 14613...14699
    }
  }

  /// The day, or the Friday before it when it falls on a weekend.
  ///
  /// No period begins on a weekend.
  private static func workingDay(_ day: Int) -> Int {
    // Day 0, 1970-01-01, was a Thursday.
    switch (day + 3) % 7 {
    case 5: day - 1
    case 6: day - 2
    default: day
    }
  }

  private static func date(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: Int32(day)) }
}
