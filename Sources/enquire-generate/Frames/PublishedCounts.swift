/// The counts that the generated set reproduces, and those that had to be chosen.
///
/// Published: 147 reviews, 62 good, 62 adequate, 23 inadequate; 194 children, 90 of whom died, 119
/// known, 90 children in need, 49 with a child protection plan, 31 of the children in need died
/// (Ofsted, Learning lessons from serious case reviews 2009-2010). Everything marked "chosen" is
/// invented within what those leave free.
enum PublishedCounts {
  static let reviewCount = 147
  static let childCount = 194

  /// Children by status and outcome.
  ///
  /// Chosen: 12 deaths with a plan (of a possible 0 to 31) and 11 deaths of children known but not
  /// in need (of a possible 0 to 29). The rest follows.
  static let situations: [(Situation, Int)] = [
    (Situation(status: .plan, outcome: .died), 12),
    (Situation(status: .plan, outcome: .seriousIncident), 37),
    (Situation(status: .childInNeed, outcome: .died), 19),
    (Situation(status: .childInNeed, outcome: .seriousIncident), 22),
    (Situation(status: .known, outcome: .died), 11),
    (Situation(status: .known, outcome: .seriousIncident), 18),
    (Situation(status: .notKnown, outcome: .died), 48),
    (Situation(status: .notKnown, outcome: .seriousIncident), 27),
  ]

  /// Reviews by number of children: chosen, to make 194 of 147.
  static let familySizes: [(Int, Int)] = [(1, 118), (2, 19), (3, 4), (4, 4), (5, 2)]

  /// Ages of index children: chosen, so that most children are five or under, as was published,
  /// and about a third under one.
  static let indexBands: [(AgeBand, Int)] = [
    (.underOne, 62), (.oneToFive, 36), (.sixToTen, 16), (.elevenToFifteen, 19), (.sixteenUp, 12),
    (.missing, 2),
  ]

  /// Ages of the other children of a review: chosen.
  static let siblingBands: [(AgeBand, Int)] = [
    (.underOne, 6), (.oneToFive, 18), (.sixToTen, 10), (.elevenToFifteen, 10), (.sixteenUp, 2),
    (.missing, 1),
  ]

  /// Reviews by grade and period, inadequate and other; the periods follow from published running
  /// totals.
  static let periods: [(EvaluationPeriod, inadequate: Int, other: Int)] = [
    (.aprilToSeptember, 16, 62), (.octoberToDecember, 2, 26), (.januaryToMarch, 5, 36),
  ]

  /// Reviews by grade.
  static let grades: [(Grade, Int)] = [(.inadequate, 23), (.adequate, 62), (.good, 62)]
}

/// The boards and how many reviews each has: chosen, but for one with four reviews and three with
/// two inadequate ones, which were published.
enum BoardCounts {
  static let boardCount = 75
  /// Boards by number of reviews.
  ///
  /// Four have none: a question about boards must be able to find one.
  static let reviewsPerBoard: [(Int, Int)] = [(4, 1), (3, 20), (2, 33), (1, 17), (0, 4)]
  static let boardsWithTwoInadequate = 3
  static let boardsWithOneInadequate = 17
  static let gradesOfFourReviewBoard: [Grade] = [.good, .good, .good, .adequate]
}
