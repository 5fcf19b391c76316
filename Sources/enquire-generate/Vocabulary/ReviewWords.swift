/// The overall judgement of a review, lowest first.
///
/// The scale has a fourth level that no review of the year was given.
enum Grade: String, CodedValue {
  case inadequate, adequate, good, outstanding
}

/// Regions of England; which board stands in which is invented.
enum Region: String, CodedValue {
  case northEast = "North East"
  case northWest = "North West"
  case yorkshire = "Yorkshire and the Humber"
  case eastMidlands = "East Midlands"
  case westMidlands = "West Midlands"
  case east = "East of England"
  case london = "London"
  case southEast = "South East"
  case southWest = "South West"
}

/// The part of the year in which a review was evaluated, as far as published counts tell them apart.
enum EvaluationPeriod: Sendable, Hashable {
  case aprilToSeptember, octoberToDecember, januaryToMarch
}

/// Who was, or should have been, working with the family.
enum Agency: String, CodedValue {
  case socialCare = "Children's social care"
  case generalPractice = "GP"
  case healthVisiting = "Health visiting"
  case midwifery = "Midwifery"
  case hospital = "Hospital"
  case camhs = "CAMHS"
  case school = "School"
  case earlyYears = "Early years"
  case police = "Police"
  case probation = "Probation"
  case housing = "Housing"
  case adultSocialCare = "Adult social care"
  case adultMentalHealth = "Adult mental health"
  case substanceMisuse = "Substance misuse"
  case cafcass = "CAFCASS"
  case youthOffending = "Youth offending"
  case voluntary = "Voluntary sector"

  /// As a sentence names it.
  var phrase: String {
    switch self {
    case .socialCare: "children's social care"
    case .generalPractice: "the GP practice"
    case .healthVisiting: "the health visiting service"
    case .midwifery: "the midwifery service"
    case .hospital: "the hospital"
    case .camhs: "the CAMHS team"
    case .school: "the school"
    case .earlyYears: "the nursery"
    case .police: "the police"
    case .probation: "the probation service"
    case .housing: "the housing service"
    case .adultSocialCare: "adult social care"
    case .adultMentalHealth: "the adult mental health team"
    case .substanceMisuse: "the substance misuse service"
    case .cafcass: "CAFCASS"
    case .youthOffending: "the youth offending team"
    case .voluntary: "the family support charity"
    }
  }

  /// The level at which it most often works.
  var usualLevel: ServiceLevel {
    switch self {
    case .generalPractice, .healthVisiting, .midwifery, .hospital, .school, .earlyYears: .universal
    case .camhs, .housing, .substanceMisuse, .adultMentalHealth, .voluntary: .targeted
    case .socialCare, .police, .probation, .adultSocialCare, .cafcass, .youthOffending: .statutory
    }
  }
}

/// The level of a service, lightest first.
enum ServiceLevel: String, CodedValue {
  case universal, targeted, statutory
}

/// The headings under which the published report of the year sets out what was learned.
enum Theme: String, CodedValue {
  case goodPractice = "Focusing on good practice"
  case action = "Ensuring necessary action takes place"
  case sources = "Using all sources of information"
  case assessment = "Carrying out assessments effectively"
  case workingTogether = "Implementing effective multi-agency working"
  case challenge = "Valuing challenge, supervision and scrutiny"
}

/// Narrower subjects, each under one theme.
enum SubTheme: String, CodedValue {
  case childsViews = "child's views not considered"
  case notSeenAlone = "child not seen alone"
  case culture = "culture and identity"
  case missedAppointments = "missed appointments"
  case thresholds = "thresholds"
  case recording = "recording"
  case informationLate = "information not shared early"
  case fathers = "fathers"
  case assessment = "assessment"
  case preBirth = "pre-birth"
  case meetings = "multi-agency meetings"
  case statements = "parents' statements unchallenged"
  case feignedCompliance = "feigned compliance"
  case supervision = "supervision"

  /// The heading it stands under.
  var theme: Theme {
    switch self {
    case .childsViews, .notSeenAlone, .culture: .goodPractice
    case .missedAppointments, .thresholds, .recording: .action
    case .informationLate, .fathers: .sources
    case .assessment, .preBirth: .assessment
    case .meetings: .workingTogether
    case .statements, .feignedCompliance, .supervision: .challenge
    }
  }
}

/// What a finding says of practice.
enum FindingType: String, CodedValue {
  case strength, shortcoming, lesson
}
