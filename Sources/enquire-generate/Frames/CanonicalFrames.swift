/// The frames of the 147 reviews: random, but with every published count exact for any seed.
enum CanonicalFrames {
  static func make(_ random: inout RandomSource) -> [ReviewFrame] {
    let places = random.shuffled(gradedPlaces(&random))
    var periods = periodsByGrade(&random)
    var dealer = ChildDealer(exactly: true)
    return places.map { place in
      let isInadequate = place.grade == .inadequate
      let period =
        (isInadequate ? periods.inadequate.popLast() : periods.other.popLast())
        ?? .aprilToSeptember
      return ReviewFrame(
        board: place.board, grade: place.grade, period: period, children: dealer.deal(&random))
    }
  }

  /// A board and a grade for each review.
  private static func gradedPlaces(
    _ random: inout RandomSource
  ) -> [(board: Int, grade: Grade)] {
    let order = random.shuffled(Array(0..<BoardCounts.boardCount))
    let sizes = BoardCounts.reviewsPerBoard.flatMap { size, count in
      Array(repeating: size, count: count)
    }
    var grades: [[Grade]] = sizes.map { _ in [] }
    // Sizes are in falling order: the first board is the one with four reviews.
    grades[0] = BoardCounts.gradesOfFourReviewBoard
    let several = random.shuffled(Array(1..<sizes.count).filter { sizes[$0] >= 2 })
    let withTwo = several.prefix(BoardCounts.boardsWithTwoInadequate)
    for board in withTwo { grades[board] += [.inadequate, .inadequate] }
    let others = random.shuffled(
      Array(1..<sizes.count).filter { sizes[$0] >= 1 && !withTwo.contains($0) })
    for board in others.prefix(BoardCounts.boardsWithOneInadequate) {
      grades[board].append(.inadequate)
    }
    var rest = random.shuffled(gradesLeft(after: grades))
    for board in sizes.indices {
      while grades[board].count < sizes[board], let grade = rest.popLast() {
        grades[board].append(grade)
      }
    }
    return zip(order, grades).flatMap { board, grades in
      grades.map { (board: board, grade: $0) }
    }
  }

  private static func gradesLeft(after given: [[Grade]]) -> [Grade] {
    PublishedCounts.grades.flatMap { grade, count in
      let used = given.reduce(0) { $0 + $1.count { $0 == grade } }
      return Array(repeating: grade, count: count - used)
    }
  }

  private static func periodsByGrade(
    _ random: inout RandomSource
  ) -> (inadequate: [EvaluationPeriod], other: [EvaluationPeriod]) {
    let inadequate = PublishedCounts.periods.flatMap {
      Array(repeating: $0.0, count: $0.inadequate)
    }
    let other = PublishedCounts.periods.flatMap { Array(repeating: $0.0, count: $0.other) }
    return (random.shuffled(inadequate), random.shuffled(other))
  }
}
