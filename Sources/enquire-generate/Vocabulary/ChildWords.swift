/// What the incident led to for the child.
enum Outcome: String, CodedValue {
  case died
  case seriousIncident = "serious incident"
}

/// The highest level of service at the time of the incident, lowest first.
enum Status: String, CodedValue {
  case notKnown = "Not known to services"
  case known = "Known"
  case childInNeed = "Child in need"
  case plan = "CP plan"
}

/// Ages in bands, as the research series has them; the data hold months.
enum AgeBand: Sendable, Hashable {
  case underOne, oneToFive, sixToTen, elevenToFifteen, sixteenUp, missing

  /// The months of the band.
  var months: ClosedRange<Int> {
    switch self {
    case .underOne: 0...11
    case .oneToFive: 12...71
    case .sixToTen: 72...131
    case .elevenToFifteen: 132...191
    case .sixteenUp, .missing: 192...215
    }
  }
}

enum Gender: String, CodedValue {
  case female, male
}

/// Whether the child was ever the subject of a child protection plan.
enum PlanHistory: String, CodedValue {
  case current, past, never
}

/// The reason for a child protection plan, in the codes of the national census.
enum PlanCategory: String, CodedValue {
  case neglect = "NEG"
  case physical = "PHY"
  case sexual = "SAB"
  case emotional = "EMO"

  var label: String {
    switch self {
    case .neglect: "Neglect"
    case .physical: "Physical abuse"
    case .sexual: "Sexual abuse"
    case .emotional: "Emotional abuse"
    }
  }
}

enum LegalStatus: String, CodedValue {
  case noOrder = "No order"
  case accommodated = "Accommodated (section 20)"
  case interimCareOrder = "Interim care order"
  case careOrder = "Care order"
  case protection = "Emergency or police protection"
  case other = "Other order"
}

enum LivingWith: String, CodedValue {
  case parents = "Parents"
  case relatives = "Relatives"
  case foster = "Foster care"
  case residential = "Residential care"
  case hospital = "Hospital"
  case custody = "Custody"
  case other = "Other"
}

/// The categories of fatal maltreatment in the research series, and one for what fits none.
enum DeathCategory: String, CodedValue {
  case infanticide = "Infanticide and covert homicide"
  case assault = "Severe physical assault"
  case neglect = "Extreme neglect or deprivational abuse"
  case overtHomicide = "Deliberate or overt homicide"
  case related = "Related to but not directly caused by maltreatment"
  case unclassified = "Unclassified"
}

/// The categories of non-fatal harm in the research series.
enum HarmCategory: String, CodedValue {
  case physical = "Physical assault"
  case sexual = "Sexual assault"
  case neglect = "Neglect"
  case riskTaking = "Risk-taking or violent behaviour"
  case other = "Other"
}

/// What marked the incident and the child's circumstances.
enum Characteristic: String, CodedValue {
  case physicalAbuse = "physical abuse"
  case neglect = "long-term neglect"
  case sexualAbuse = "sexual abuse"
  case emotionalAbuse = "emotional abuse"
  case domesticViolence = "domestic violence"
  case mentalIllHealth = "parental mental ill health"
  case drugMisuse = "parental drug misuse"
  case alcoholMisuse = "parental alcohol misuse"
  case selfHarm = "suicide or self-harm"
  case riskTaking = "risk-taking"
  case fabricatedIllness = "fabricated illness"
  case concealedPregnancy = "concealed pregnancy"
  case accident = "accident with concerns"
  case suddenDeath = "sudden unexpected death with concerns"
  case other = "other"
}
