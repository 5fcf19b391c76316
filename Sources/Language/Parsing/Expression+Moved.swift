internal import Diagnostics

extension Expression {
  /// A value so much above or below this one: as one literal where both are literals of a kind.
  func moved(_ direction: ArithmeticOperator, by distance: Expression) -> Expression {
    let span = span.union(distance.span)
    if case .literal(let from) = kind, case .literal(let by) = distance.kind,
      let literal = from.moved(direction == .add ? 1 : -1, by: by)
    {
      return Expression(.literal(literal), at: span)
    }
    return Expression(.arithmetic(direction, self, distance), at: span)
  }
}

extension Literal {
  fileprivate func moved(_ sign: Double, by distance: Literal) -> Literal? {
    switch (self, distance) {
    case (.number(let from), .number(let by)): Self.sum(from, sign * by).map { .number($0) }
    // `46.4% within 0.1` is within 0.1 of a percentage as well.
    case (.percent(let from), .percent(let by)), (.percent(let from), .number(let by)):
      Self.sum(from, sign * by).map { .percent($0) }
    case (.quantity(let from, let unit), .quantity(let by, let other)) where unit == other:
      Self.sum(from, sign * by).map { .quantity($0, unit) }
    default: nil
    }
  }

  /// The sum as people write it, 46.3 and not 46.299999999999997; `nil` where it is below 0, which no
  /// literal is.
  private static func sum(_ first: Double, _ second: Double) -> Double? {
    let sum = first + second
    let rounded = abs(sum) < 1e6 ? (sum * 1e9).rounded() / 1e9 : sum
    return rounded >= 0 ? rounded : nil
  }
}
