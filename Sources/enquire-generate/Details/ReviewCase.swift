import Tables

/// A review with everything that belongs to it, before it is written.
struct ReviewCase: Sendable {
  var id: String
  var board: Board
  var grade: Grade
  var dates: ReviewDates
  var termsOfReference: Grade?
  var overviewReport: Grade?
  var equality: Grade?
  var familyInvolvement: Grade?
  var independentAuthor: Bool?
  var familyInvolved: Bool?
  /// The index child first.
  var children: [ChildCase]
  var agencies: [AgencyInvolvement]
  var findings: [Finding]
  var recommendations: [Recommendation]
}

/// A fictional board.
struct Board: Sendable {
  var id: String
  var name: String
  var region: Region
}

/// The days of a review; the first three may be missing.
struct ReviewDates: Sendable {
  var incident: CalendarDate?
  var decision: CalendarDate?
  var submitted: CalendarDate?
  var evaluated: CalendarDate
}

/// A child with everything that belongs to it.
struct ChildCase: Sendable {
  var id: String
  var isIndex: Bool
  var age: Age
  var gender: Gender?
  var ethnicity: RecordedEthnicity
  /// Empty when not recorded.
  var disability: [Disability]
  var outcome: Outcome
  var status: Status
  var planHistory: PlanHistory?
  var planCategories: [PlanCategory]
  var legalStatus: LegalStatus?
  var livingWith: LivingWith?
  /// Only of a child who died.
  var deathCategory: DeathCategory?
  /// Only of a child who lived.
  var harmCategory: HarmCategory?
  var characteristics: [Characteristic]

  /// An age in months, or why there is none.
  enum Age: Sendable, Hashable {
    case months(Int)
    case notRecorded, withheld
  }

  /// An ethnicity, or why there is none.
  enum RecordedEthnicity: Sendable, Hashable {
    case given(Ethnicity)
    case refused, notYetObtained
  }

  /// The age where it is recorded.
  var months: Int? {
    if case .months(let months) = age { months } else { nil }
  }

  /// The age for choices that need one: of a child without a recorded age, a young person's.
  var assumedMonths: Int { months ?? AgeBand.missing.months.lowerBound }
}

/// An agency that worked with the family, or might have.
struct AgencyInvolvement: Sendable {
  var agency: Agency
  var level: ServiceLevel
  var knownAtIncident: Bool?
}

/// Something that a review found.
struct Finding: Sendable {
  var subTheme: SubTheme
  var agency: Agency
  var type: FindingType
  var text: String
}

/// Something that a review asks an agency to do.
struct Recommendation: Sendable {
  var agency: Agency
  var theme: Theme
  var isSmart: Bool
  var text: String
}
