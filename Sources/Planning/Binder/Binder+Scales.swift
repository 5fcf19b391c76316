internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// `=` on a level of a cumulative scale leaves out the levels above, which published counts
  /// include.
  mutating func noteCumulative(
    _ path: FieldPath, code: Int, _ value: Expression, at span: Span
  ) {
    let schema = path.field.schema
    guard schema.isCumulative, code > 0, code < schema.categories.count - 1 else { return }
    let name = Expression(.path(Path([Name(path.field.name, at: span)])), at: span)
    let level = schema.categories[code].label
    func has(_ code: Int) -> Condition {
      path.wrap(.oneOf(path.field.reference, codes: [UInt32(code)]))
    }
    let literal = Expression(.literal(.text(level)), at: value.span)
    let wider = Expression(
      .test(name, isNegated: false, .level(.atLeast, literal)), at: span)
    readings.append(
      Reading(
        replacement: Diagnostic.Edit(span, Formatter.format(wider)), expression: wider,
        explanation: "\(path.field.name) is a scale, and = leaves out the levels above "
          + Wording.quoted(level),
        widening: (has(code), (code + 1..<schema.categories.count).map(has))))
  }

  /// Forgets the readings that would add nothing, since what they add is asked for beside them, as in
  /// `status = "Child in need" or status = "CP plan"`.
  mutating func forgetReadings(within alternatives: [Condition]) {
    let asked = alternatives.flatMap(\.eachValue)
    readings.removeAll { reading in
      guard let (condition, more) = reading.widening else { return false }
      return asked.contains(condition) && more.allSatisfy(asked.contains)
    }
  }
}

extension Condition {
  /// The conditions for one value each of which a condition for several is made.
  fileprivate var eachValue: [Condition] {
    switch self {
    case .oneOf(let field, let codes): codes.map { .oneOf(field, codes: [$0]) }
    case .through(let relation, let inner, let isTrueWithoutParent):
      inner.eachValue.map {
        .through(relation: relation, $0, isTrueWithoutParent: isTrueWithoutParent)
      }
    default: [self]
    }
  }
}
