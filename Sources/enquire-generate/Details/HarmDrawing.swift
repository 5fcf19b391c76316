extension DeathCategory {
  static func draw(_ band: AgeBand, _ random: inout RandomSource) -> DeathCategory {
    let table =
      switch band {
      case .underOne: underOne
      case .oneToFive: oneToFive
      case .sixToTen: sixToTen
      case .elevenToFifteen, .sixteenUp, .missing: older
      }
    return table.draw(&random)
  }

  // Together near the proportions of the published study of fatal maltreatment in England.
  private static let underOne = Weighted<DeathCategory>([
    (.infanticide, 10), (.assault, 30), (.neglect, 1), (.overtHomicide, 4), (.related, 44),
    (.unclassified, 11),
  ])
  private static let oneToFive = Weighted<DeathCategory>([
    (.infanticide, 2), (.assault, 28), (.neglect, 3), (.overtHomicide, 15), (.related, 42),
    (.unclassified, 10),
  ])
  private static let sixToTen = Weighted<DeathCategory>([
    (.assault, 8), (.neglect, 2), (.overtHomicide, 34), (.related, 46), (.unclassified, 10),
  ])
  private static let older = Weighted<DeathCategory>([
    (.assault, 4), (.overtHomicide, 13), (.related, 72), (.unclassified, 11),
  ])
}

extension HarmCategory {
  static func draw(_ band: AgeBand, _ random: inout RandomSource) -> HarmCategory {
    let table =
      switch band {
      case .underOne: underOne
      case .oneToFive: oneToFive
      case .sixToTen: sixToTen
      case .elevenToFifteen, .sixteenUp, .missing: older
      }
    return table.draw(&random)
  }

  private static let underOne = Weighted<HarmCategory>([
    (.physical, 82), (.neglect, 16), (.other, 2),
  ])
  private static let oneToFive = Weighted<HarmCategory>([
    (.physical, 60), (.sexual, 10), (.neglect, 27), (.other, 3),
  ])
  private static let sixToTen = Weighted<HarmCategory>([
    (.physical, 40), (.sexual, 28), (.neglect, 28), (.other, 4),
  ])
  private static let older = Weighted<HarmCategory>([
    (.physical, 14), (.sexual, 32), (.neglect, 9), (.riskTaking, 41), (.other, 4),
  ])
}

/// How likely each characteristic is for one child.
struct CharacteristicChances: Sendable {
  private var percent: [Characteristic: Int]

  init(of child: ChildCase, in family: Family) {
    let months = child.assumedMonths
    percent = [
      .physicalAbuse: 26, .neglect: 38, .sexualAbuse: 3, .emotionalAbuse: 12,
      .riskTaking: months >= 132 ? 25 : 0, .selfHarm: months >= 132 ? 8 : 0, .fabricatedIllness: 2,
      .concealedPregnancy: months < 12 ? 6 : 0, .accident: 3, .other: 4,
    ]
    for circumstance in family.circumstances { percent[circumstance] = 88 }
    if child.planCategories.contains(.neglect) { percent[.neglect] = 92 }
    if child.planCategories.contains(.physical) { percent[.physicalAbuse] = 75 }
    if child.planCategories.contains(.emotional) { percent[.emotionalAbuse] = 75 }
    if child.planCategories.contains(.sexual) { percent[.sexualAbuse] = 75 }
    if let category = child.deathCategory { addDeath(category, months: months) }
    if let category = child.harmCategory { addHarm(category) }
  }

  private mutating func addDeath(_ category: DeathCategory, months: Int) {
    switch category {
    case .assault: percent[.physicalAbuse] = 97
    case .infanticide, .overtHomicide: percent[.physicalAbuse] = 45
    case .neglect: percent[.neglect] = 100
    case .unclassified: break
    case .related:
      if months < 24 {
        percent[.suddenDeath] = 60
        percent[.accident] = 20
      } else if months < 132 {
        percent[.accident] = 60
      } else {
        percent[.selfHarm] = 65
      }
    }
  }

  private mutating func addHarm(_ category: HarmCategory) {
    switch category {
    case .physical: percent[.physicalAbuse] = 97
    case .sexual: percent[.sexualAbuse] = 98
    case .neglect: percent[.neglect] = 100
    case .riskTaking: percent[.riskTaking] = 95
    case .other: percent[.other] = 60
    }
  }

  /// The characteristics that hold, in codebook order; at least one.
  func draw(_ random: inout RandomSource) -> [Characteristic] {
    var drawn: [Characteristic] = []
    for kind in Characteristic.allCases {
      guard let percent = percent[kind], random.chance(percent) else { continue }
      drawn.append(kind)
    }
    return drawn.isEmpty ? [.other] : drawn
  }
}
