/// What published figures fix of a review: everything else is filled in around it.
struct ReviewFrame: Sendable {
  /// The board's position.
  var board: Int
  var grade: Grade
  var period: EvaluationPeriod
  /// The index child first.
  var children: [ChildFrame]
}

/// What published figures fix of a child.
struct ChildFrame: Sendable {
  var outcome: Outcome
  var status: Status
  var band: AgeBand
}

/// Status and outcome of a child together.
struct Situation: Sendable, Hashable {
  var status: Status
  var outcome: Outcome
}
