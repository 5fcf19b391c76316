internal import Diagnostics
internal import Language

extension Expression {
  /// The expression with the part of a span exchanged, among conditions joined by and, or, not and
  /// brackets.
  ///
  /// The span must be that of a whole part; otherwise nothing changes.
  func replacing(at target: Span, with replacement: Expression) -> Expression {
    if span == target { return replacement }
    switch kind {
    case .group(let inner):
      return Expression(.group(inner.replacing(at: target, with: replacement)), at: span)
    case .not(let inner):
      return Expression(.not(inner.replacing(at: target, with: replacement)), at: span)
    case .logical(let connective, let left, let right):
      return Expression(
        .logical(
          connective, left.replacing(at: target, with: replacement),
          right.replacing(at: target, with: replacement)),
        at: span)
    case .quantified(let quantifier, let relation, let condition):
      return Expression(
        .quantified(
          quantifier, relation: relation,
          condition: condition?.replacing(at: target, with: replacement)),
        at: span)
    default:
      return self
    }
  }
}
