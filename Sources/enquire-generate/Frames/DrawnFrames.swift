/// Frames for a set of any size: each drawn by itself from the published proportions.
struct DrawnFrames: Sendable {
  private let gradesByPeriod: Weighted<(EvaluationPeriod, Bool)>
  private let otherGrades: Weighted<Grade>
  private var dealer = ChildDealer(exactly: false)

  init() {
    gradesByPeriod = Weighted(
      PublishedCounts.periods.flatMap { period, inadequate, other in
        [((period, true), inadequate), ((period, false), other)]
      })
    otherGrades = Weighted(PublishedCounts.grades.filter { $0.0 != .inadequate })
  }

  /// The next review, with at most a number of children.
  mutating func next(_ random: inout RandomSource, childLimit: Int) -> ReviewFrame {
    let (period, isInadequate) = gradesByPeriod.draw(&random)
    let grade = isInadequate ? .inadequate : otherGrades.draw(&random)
    let board = random.below(BoardCounts.boardCount)
    let children = Array(dealer.deal(&random).prefix(childLimit))
    return ReviewFrame(board: board, grade: grade, period: period, children: children)
  }
}
