extension AgencyInvolvement {
  /// The agencies of a review, in codebook order, each once.
  static func draw(for children: [ChildCase], _ random: inout RandomSource) -> [AgencyInvolvement] {
    let isKnown = children.contains { $0.status != .notKnown }
    let ages = children.map(\.assumedMonths)
    let circumstances = Set(children.flatMap(\.characteristics))
    return Agency.allCases.compactMap { agency in
      let percent = chance(of: agency, ages: ages, isKnown: isKnown, circumstances)
      guard random.chance(percent) else { return nil }
      let level = random.chance(86) ? agency.usualLevel : random.pick(ServiceLevel.allCases)
      // Whether social care knew a child is what `status` says, so the two must agree.
      let known: Bool? =
        agency == .socialCare ? isKnown : random.chance(5) ? nil : random.chance(82)
      return AgencyInvolvement(agency: agency, level: level, knownAtIncident: known)
    }
  }

  private static func chance(
    of agency: Agency, ages: [Int], isKnown: Bool, _ circumstances: Set<Characteristic>
  ) -> Int {
    func any(_ range: Range<Int>) -> Bool { ages.contains(where: range.contains) }
    return switch agency {
    case .socialCare: isKnown ? 100 : 45
    case .generalPractice: 88
    case .healthVisiting: any(0..<60) ? 84 : 8
    case .midwifery: any(0..<12) ? 78 : 6
    case .hospital: 62
    case .camhs: any(132..<216) ? 46 : 6
    case .school: any(60..<216) ? 90 : 6
    case .earlyYears: any(12..<60) ? 48 : 4
    case .police: circumstances.contains(.domesticViolence) ? 88 : 54
    case .probation: circumstances.contains(.drugMisuse) ? 38 : 14
    case .housing: 34
    case .adultSocialCare: 12
    case .adultMentalHealth: circumstances.contains(.mentalIllHealth) ? 72 : 6
    case .substanceMisuse:
      circumstances.contains(.drugMisuse) || circumstances.contains(.alcoholMisuse) ? 58 : 4
    case .cafcass: 9
    case .youthOffending: any(120..<216) ? 28 : 0
    case .voluntary: 24
    }
  }
}
