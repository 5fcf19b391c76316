extension ChildCase {
  /// A child around a frame.
  ///
  /// `ages` are those of the children before it in the review.
  static func draw(
    _ frame: ChildFrame, id: String, isIndex: Bool, in family: Family, ages: [Int],
    _ random: inout RandomSource
  ) -> ChildCase {
    let age = age(in: frame.band, apartFrom: ages, &random)
    let history = PlanHistory.draw(frame.status, &random)
    var child = ChildCase(
      id: id, isIndex: isIndex, age: age, gender: genders.draw(&random),
      ethnicity: family.ethnicity, disability: [], outcome: frame.outcome, status: frame.status,
      planHistory: history, planCategories: [], legalStatus: nil, livingWith: nil,
      deathCategory: nil, harmCategory: nil, characteristics: [])
    child.disability = Disability.draw(months: child.assumedMonths, &random)
    if history == .current || history == .past {
      child.planCategories = planCategories.draw(&random)
    }
    child.drawCare(&random)
    switch frame.outcome {
    case .died: child.deathCategory = DeathCategory.draw(frame.band, &random)
    case .seriousIncident: child.harmCategory = HarmCategory.draw(frame.band, &random)
    }
    child.characteristics = CharacteristicChances(of: child, in: family).draw(&random)
    return child
  }

  private static let genders = Weighted<Gender?>([(.male, 53), (.female, 44), (nil, 3)])

  /// The proportions of plans by category, and in the last six those of several categories.
  private static let planCategories = Weighted<[PlanCategory]>([
    ([.neglect], 42), ([.physical], 18), ([.sexual], 7), ([.emotional], 11),
    ([.neglect, .physical], 7), ([.neglect, .emotional], 6), ([.neglect, .sexual], 3),
    ([.physical, .emotional], 3), ([.physical, .sexual], 2), ([.sexual, .emotional], 1),
  ])

  private static func age(
    in band: AgeBand, apartFrom others: [Int], _ random: inout RandomSource
  ) -> Age {
    if band == .missing { return random.chance(50) ? .notRecorded : .withheld }
    var months = drawMonths(band, &random)
    // Brothers and sisters are twins or born most of a year apart, as far as the band has room.
    for _ in 0..<12 where others.contains(where: { $0 != months && abs($0 - months) < 10 }) {
      months = drawMonths(band, &random)
    }
    return .months(months)
  }

  private static func drawMonths(_ band: AgeBand, _ random: inout RandomSource) -> Int {
    let first = random.within(band.months)
    switch band {
    // The youngest of the small are the most at risk.
    case .underOne, .oneToFive: return min(first, random.within(band.months))
    // Of young people the older are.
    case .elevenToFifteen: return max(first, random.within(band.months))
    case .sixToTen, .sixteenUp, .missing: return first
    }
  }

  private mutating func drawCare(_ random: inout RandomSource) {
    legalStatus = random.chance(4) ? nil : LegalStatus.draw(status, &random)
    if random.chance(4) { return }
    let usual = LivingWith.usual[random.chance(88) ? 0 : 1].draw(&random)
    switch legalStatus {
    case .accommodated, .interimCareOrder, .careOrder:
      livingWith = LivingWith.inCare.draw(&random)
    default:
      livingWith = usual == .custody && assumedMonths < 144 ? .parents : usual
    }
  }
}

extension PlanHistory {
  fileprivate static func draw(_ status: Status, _ random: inout RandomSource) -> PlanHistory? {
    if status == .plan { return .current }
    if random.chance(4) { return nil }
    let past =
      switch status {
      case .childInNeed: 32
      case .known: 20
      default: 6
      }
    return random.chance(past) ? .past : .never
  }
}

extension LegalStatus {
  fileprivate static func draw(_ status: Status, _ random: inout RandomSource) -> LegalStatus {
    switch status {
    case .notKnown: random.chance(98) ? .noOrder : .other
    case .known: random.chance(93) ? .noOrder : .other
    case .childInNeed: inNeed.draw(&random)
    case .plan: onPlan.draw(&random)
    }
  }

  private static let inNeed = Weighted<LegalStatus>([
    (.noOrder, 74), (.accommodated, 12), (.interimCareOrder, 3), (.careOrder, 7), (.other, 4),
  ])
  private static let onPlan = Weighted<LegalStatus>([
    (.noOrder, 78), (.accommodated, 6), (.interimCareOrder, 6), (.careOrder, 3), (.protection, 5),
    (.other, 2),
  ])
}

extension LivingWith {
  /// Most live with their parents; the others in one of many places.
  fileprivate static let usual = [
    Weighted<LivingWith>([(.parents, 1)]),
    Weighted<LivingWith>([
      (.relatives, 50), (.hospital, 18), (.custody, 8), (.residential, 10), (.other, 14),
    ]),
  ]
  fileprivate static let inCare = Weighted<LivingWith>([
    (.foster, 52), (.residential, 20), (.relatives, 16), (.parents, 12),
  ])
}

extension Disability {
  /// In codebook order; empty when not recorded.
  fileprivate static func draw(months: Int, _ random: inout RandomSource) -> [Disability] {
    if random.chance(12) { return [] }
    // Much of it shows only when a child is older.
    guard random.chance(months < 24 ? 7 : 22) else { return [.noDisability] }
    let count = several.draw(&random)
    var chosen: Set<Disability> = []
    for _ in 0..<count { chosen.insert(kinds.draw(&random)) }
    return allCases.filter(chosen.contains)
  }

  private static let several = Weighted<Int>([(1, 60), (2, 28), (3, 12)])
  private static let kinds = Weighted<Disability>([
    (.mobility, 12), (.hand, 4), (.personalCare, 8), (.incontinence, 5), (.communication, 14),
    (.learning, 24), (.hearing, 6), (.vision, 6), (.behaviour, 18), (.consciousness, 4),
    (.autism, 10), (.other, 8),
  ])
}
