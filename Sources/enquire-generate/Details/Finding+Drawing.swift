extension Finding {
  /// Four to nine findings, each on a subject of its own; better reviews found more strengths too.
  static func draw(
    for grade: Grade, children: [ChildCase], agencies: [AgencyInvolvement],
    _ random: inout RandomSource
  ) -> [Finding] {
    let involved = agencies.isEmpty ? [.socialCare] : agencies.map(\.agency)
    let types = grade == .inadequate ? typesOfWeakReviews : typesOfOtherReviews
    let chances = chances(children)
    var subjects: [SubTheme] = []
    let count = random.within(4...9)
    var urn = Urn(chances, puttingBack: true)
    while subjects.count < count {
      subjects.append(urn.draw(&random) { subjects.contains($0) ? 0 : 1 })
    }
    return subjects.map { subTheme in
      let type = types.draw(&random)
      let agency = random.pick(involved)
      var words = SlotWords()
      words.set(.agency, capital: .Agency, to: agency.phrase)
      let template = random.pick(FindingSentences.templates(subTheme, type))
      return Finding(
        subTheme: subTheme, agency: agency, type: type, text: template.filled(words))
    }
  }

  private static let typesOfWeakReviews = Weighted<FindingType>([
    (.shortcoming, 74), (.strength, 8), (.lesson, 18),
  ])
  private static let typesOfOtherReviews = Weighted<FindingType>([
    (.shortcoming, 60), (.strength, 16), (.lesson, 24),
  ])

  private static func chances(_ children: [ChildCase]) -> [(SubTheme, Int)] {
    let hasBaby = children.contains { $0.assumedMonths < 12 }
    let hasOnlyBabies = children.allSatisfy { $0.assumedMonths < 12 }
    let kinds = Set(children.flatMap(\.characteristics))
    return [
      (.childsViews, 14), (.notSeenAlone, hasOnlyBabies ? 0 : 9), (.culture, 5),
      (.missedAppointments, kinds.contains(.neglect) ? 10 : 5), (.thresholds, 8), (.recording, 8),
      (.informationLate, 13), (.fathers, 8), (.assessment, 11), (.preBirth, hasBaby ? 9 : 0),
      (.meetings, 9), (.statements, kinds.contains(.physicalAbuse) ? 15 : 6),
      (.feignedCompliance, kinds.contains(.neglect) ? 12 : 3), (.supervision, 8),
    ]
  }
}

extension Recommendation {
  /// Three to fourteen: fewer than the 47 a review that were counted in twenty real ones, so that
  /// the set stays small.
  static func draw(after findings: [Finding], _ random: inout RandomSource) -> [Recommendation] {
    (0..<random.within(3...14)).map { _ in
      let finding = random.pick(findings)
      let isSmart = random.chance(44)
      var words = SlotWords()
      words.set(.agency, capital: .Agency, to: finding.agency.phrase)
      words[.months] = NumberWords.cardinal(random.pick([3, 4, 6, 9, 12]))
      words[.season] = random.pick(["the end of June", "September", "December", "March"])
      let theme = finding.subTheme.theme
      let template = random.pick(RecommendationSentences.templates(theme, isSmart: isSmart))
      return Recommendation(
        agency: finding.agency, theme: theme, isSmart: isSmart, text: template.filled(words))
    }
  }
}
