extension ReviewCase {
  /// Fills in a review around its frame, from the review's own stream.
  static func draw(
    _ frame: ReviewFrame, id: String, board: Board, childIDs: [String],
    _ random: inout RandomSource
  ) -> ReviewCase {
    let dates = ReviewDates.draw(in: frame.period, grade: frame.grade, &random)
    let family = Family.draw(&random)
    var children: [ChildCase] = []
    for (position, child) in frame.children.enumerated() {
      children.append(
        ChildCase.draw(
          child, id: childIDs[position], isIndex: position == 0, in: family,
          ages: children.compactMap(\.months), &random))
    }
    let agencies = AgencyInvolvement.draw(for: children, &random)
    let findings = Finding.draw(for: frame.grade, children: children, agencies: agencies, &random)
    return ReviewCase(
      id: id, board: board, grade: frame.grade, dates: dates,
      termsOfReference: strand(frame.grade, &random), overviewReport: strand(frame.grade, &random),
      equality: strand(frame.grade, &random), familyInvolvement: strand(frame.grade, &random),
      independentAuthor: answer(yes: frame.grade == .inadequate ? 66 : 82, missing: 8, &random),
      familyInvolved: answer(yes: frame.grade == .good ? 68 : 50, missing: 12, &random),
      children: children, agencies: agencies, findings: findings,
      recommendations: Recommendation.draw(after: findings, &random))
  }

  /// The judgement of one part of a review: mostly the overall one, or a level beside it.
  private static func strand(_ overall: Grade, _ random: inout RandomSource) -> Grade? {
    switch random.below(100) {
    case 0..<8: nil
    case 8..<26: overall == .good ? .adequate : .inadequate
    case 26..<42: overall == .inadequate ? .adequate : .good
    default: overall
    }
  }

  private static func answer(
    yes percent: Int, missing: Int, _ random: inout RandomSource
  ) -> Bool? {
    random.chance(missing) ? nil : random.chance(percent)
  }
}
