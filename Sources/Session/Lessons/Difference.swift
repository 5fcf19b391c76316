internal import Execution

/// How a wrong result differs from the one that was asked for, as one sentence to the learner.
@MainActor
struct Difference {
  let found: Grader.Attempt
  let wanted: Grader.Attempt

  var sentence: String { unit ?? scale ?? base ?? missing ?? shape ?? plain }

  /// Something else was counted.
  private var unit: String? {
    guard let counted = found.answer.unit, let asked = wanted.answer.unit, counted != asked else {
      return nil
    }
    return "That counts \(counted); the question asks for \(asked)."
  }

  /// One level of a scale was taken where those above belong to it.
  private var scale: String? {
    let hasNote = found.answer.notes.contains { $0.contains("is a scale, and = leaves out") }
    let wantsNote = wanted.answer.notes.contains { $0.contains("is a scale, and = leaves out") }
    guard hasNote, !wantsNote else { return nil }
    return
      "`=` takes one level of the scale and leaves out those above it; `is at least` takes them too."
  }

  /// The percentage is of something else.
  private var base: String? {
    guard case .share(let part, let whole) = found.result,
      case .share(let wantedPart, let wantedWhole) = wanted.result, whole != wantedWhole
    else { return nil }
    let unit = found.answer.unit ?? "rows"
    return part == wantedPart
      ? "The part is right, but it is a percentage of \(whole) \(unit); the question has another base."
      : "That is a percentage of \(whole) \(unit), which is not the base that the question asks for."
  }

  /// Rows without a value were left out, or were not.
  private var missing: String? {
    guard case .number = found.result, case .number = wanted.result,
      let base = found.answer.base, let wantedBase = wanted.answer.base,
      (base.undecided == 0) != (wantedBase.undecided == 0)
    else { return nil }
    return base.undecided == 0
      ? "Look at the rows in which the value is missing: they are neither yes nor no."
      : "That leaves out \(base.undecided) rows in which a value is missing; should they be?"
  }

  /// A table where a number is asked for, or the other way round.
  private var shape: String? {
    switch (found.result, wanted.result) {
    case (.lines, .number), (.lines, .share):
      "That is a table; the question asks for one figure."
    case (.number, .lines), (.share, .lines):
      "That is one figure; the question asks for a table."
    case (.number, .share): "That is a number; the question asks for a percentage and its base."
    default: nil
    }
  }

  private var plain: String {
    if case .number(let count) = found.result {
      return "That gives \(count), which is not the answer."
    }
    return "That is not yet the answer."
  }
}
