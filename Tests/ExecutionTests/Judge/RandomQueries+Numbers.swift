import Language
import Tables
import TestSupport

extension RandomQueries {
  typealias Typed = (expression: Expression, type: NaiveEvaluator.NumberType)

  /// A number or date of each row of a table; `nil` where the table has none.
  mutating func number(_ table: Int, _ depth: Int) -> Typed? {
    let fieldMaker: (inout RandomQueries) -> Typed? = { maker in
      maker.field(table) { field in
        guard case .number(let type) = field.kind else { return nil }
        return (make(field.path), type)
      }
    }
    guard depth > 0, !random.oneIn(3) else { return fieldMaker(&self) ?? countOf(table, 0) }
    return oneOf([
      fieldMaker, { $0.arithmetic(table, depth) }, { $0.arithmetic(table, depth) },
      { $0.countOf(table, depth) }, { $0.aggregate(table) }, { $0.aggregate(table) },
      { $0.call(table, depth) }, { $0.call(table, depth) }, { $0.subquery(depth - 1) },
      { maker in
        maker.date(table).map { (make(.datePart(.year, $0)), .plain(isWhole: true)) }
      },
      { maker in
        guard let (inner, type) = maker.number(table, depth - 1), type != .date else { return nil }
        return (make(.negative(maker.operand(inner))), type)
      },
    ])
  }

  /// An expression that arithmetic may stand beside.
  func operand(_ expression: Expression) -> Expression {
    switch expression.kind {
    case .path, .literal, .call, .subquery, .group, .aggregate: expression
    default: group(expression)
    }
  }

  /// A number for which something holds, if a few tries find one.
  private mutating func number(
    _ table: Int, _ depth: Int, where fits: (NaiveEvaluator.NumberType) -> Bool
  ) -> Typed? {
    for _ in 0..<6 {
      if let found = number(table, depth), fits(found.type) { return found }
    }
    return nil
  }

  /// A date field of the table.
  mutating func date(_ table: Int) -> Expression? {
    field(table) { field in
      if case .number(.date) = field.kind { make(field.path) } else { nil }
    }
  }

  private mutating func countOf(_ table: Int, _ depth: Int) -> Typed? {
    let relations = relations(table)
    guard !relations.isEmpty else { return nil }
    let relation = random.element(relations)
    let inner = random.bool() ? nil : condition(relation.table, max(0, depth - 1))
    return (make(.countOf(relation: relation.path, condition: inner)), .plain(isWhole: true))
  }

  private mutating func aggregate(_ table: Int) -> Typed? {
    let relations = relations(table)
    guard !relations.isEmpty else { return nil }
    let relation = random.element(relations)
    let made = field(relation.table) { field -> (Path, NaiveEvaluator.NumberType)? in
      guard case .number(let type) = field.kind else { return nil }
      return (Path(relation.path.names + field.path.names), type)
    }
    guard let (path, type) = made else { return nil }
    let aggregate = random.element(type == .date ? [.min, .max] : Aggregate.allCases)
    let expression = make(.aggregate(aggregate, path))
    return (expression, naive.type(of: expression, .row(table: table, 0)))
  }

  private mutating func call(_ table: Int, _ depth: Int) -> Typed? {
    let expression: Expression
    if random.bool(), let from = date(table), let to = date(table) {
      let limit = random.oneIn(3) ? make(.literal(.date(day()))) : to
      expression = make(.call(name(random.element(["days", "months"])), [from, limit]))
    } else {
      guard let (inner, _) = number(table, depth - 1, where: { $0 != .date }) else { return nil }
      let digits = random.bool() ? [] : [number(Double(random.below(3)))]
      expression = make(.call(name("round"), [inner] + digits))
    }
    return (expression, naive.type(of: expression, .row(table: table, 0)))
  }

  /// One number from a whole set.
  mutating func subquery(_ depth: Int) -> Typed? {
    let set = set(random.below(data.tables.count), depth)
    guard let table = table(of: set), let measure = measure(table, depth) else { return nil }
    var query = Query(verb: .count, set: set, span: nowhere)
    switch measure.kind {
    case .count: break
    case .percent(let condition): query.verb = .percent(condition)
    default: query.verb = .measures([measure])
    }
    return (make(.subquery(query)), naive.type(of: measure, table))
  }

  private mutating func arithmetic(_ table: Int, _ depth: Int) -> Typed? {
    guard let (first, type) = number(table, depth - 1) else { return nil }
    let left = operand(first)
    func made(_ sign: ArithmeticOperator, _ right: Expression) -> Expression {
      make(.arithmetic(sign, left, right))
    }
    let expression: Expression
    switch type {
    case .date:
      if random.bool(), let other = date(table) {
        expression = made(.subtract, other)
      } else {
        let days = make(.literal(.quantity(Double(random.below(400)), .days)))
        expression = made(random.element([.add, .subtract]), days)
      }
    case .unit(let unit, _):
      if random.bool() {
        let factor = number(Double(random.below(5)) / 2)
        expression = made(random.element([.multiply, .divide]), factor)
      } else {
        let same = make(
          .literal(
            .quantity(Double(random.below(30)), QuantityUnit(rawValue: unit.rawValue) ?? .days)))
        expression = made(random.element([.add, .subtract]), same)
      }
    case .plain, .percent:
      let other = number(table, depth - 1) { if case .plain = $0 { true } else { false } }
      let right = random.bool() ? nil : other.map { operand($0.expression) }
      expression = made(
        random.element(ArithmeticOperator.allCases), right ?? number(Double(random.below(6))))
    }
    return (expression, naive.type(of: expression, .row(table: table, 0)))
  }

  // MARK: Limits

  mutating func day() -> DateLiteral {
    DateLiteral(
      year: 2008 + random.below(4), month: 1 + random.below(12), day: 1 + random.below(28))
  }

  /// A literal that numbers of a type compare with.
  mutating func limit(_ type: NaiveEvaluator.NumberType) -> Expression {
    switch type {
    case .date: return make(.literal(random.bool() ? .date(day()) : period()))
    case .percent:
      let number = Double(random.below(101))
      return make(.literal(random.bool() ? .percent(number) : .number(number)))
    case .plain:
      switch random.below(8) {
      case 0: return make(.literal(.percent(Double(random.below(200)))))
      case 1: return make(.negative(number(Double(random.below(6)))))
      case 2: return number(Double(random.below(60)) / 4)
      case 3: return number(Double(2006 + random.below(5)))
      default: return number(Double(random.below(24)))
      }
    case .unit(let stored, _):
      let number = Double(random.below(40)) / (random.oneIn(5) ? 2 : 1)
      if random.oneIn(3) { return self.number(number) }
      let units: [QuantityUnit] =
        switch stored {
        case .months, .years: [.months, .years]
        case .days, .weeks: [.days, .weeks]
        }
      return make(.literal(.quantity(number, random.element(units))))
    }
  }

  /// A month, a year, a financial year or a quarter.
  mutating func period() -> Literal {
    let year = 2008 + random.below(4)
    switch random.below(4) {
    case 0: return .date(DateLiteral(year: year, month: 1 + random.below(12), day: nil))
    case 1: return .number(Double(year))
    case 2: return .financialYear(year)
    default: return .quarter(1 + random.below(4), year: year, isFinancial: random.bool())
    }
  }

  /// What a number of a type compares with: mostly a literal, or else another number like it.
  private mutating func side(_ type: NaiveEvaluator.NumberType, _ table: Int, _ depth: Int)
    -> Expression
  {
    guard random.oneIn(3) else { return limit(type) }
    let other = number(table, depth) { other in
      switch (type, other) {
      case (.date, .date), (.plain, .plain), (.percent, .plain), (.plain, .percent),
        (.percent, .percent):
        true
      case (.unit(let a, _), .unit(let b, _)): a == b
      default: false
      }
    }
    return other?.expression ?? limit(type)
  }

  mutating func numberCondition(_ table: Int, _ depth: Int) -> Expression? {
    guard let (subject, type) = number(table, depth) else { return nil }
    switch random.below(7) {
    case 0:
      return make(
        .between(
          subject, isNegated: random.bool(), low: side(type, table, 0), high: side(type, table, 0)))
    case 1:
      let values = (0...random.below(3)).map { _ in limit(type) }
      return make(.membership(subject, isNegated: random.bool(), values))
    case 2:
      let level = random.element(LevelComparison.allCases)
      return make(
        .test(
          subject, isNegated: random.bool(),
          random.bool() ? .level(level, limit(type)) : .value(limit(type))))
    case 3:
      // The literal first.
      let limit = limit(type)
      guard case .literal = limit.kind else { return nil }
      return comparison(limit, subject)
    default: return comparison(subject, side(type, table, depth))
    }
  }

  mutating func comparison(_ left: Expression, _ right: Expression) -> Expression {
    make(
      .comparison(
        random.element(ComparisonOperator.allCases), left, right, operatorSpan: nowhere))
  }

  mutating func dateCondition(_ table: Int) -> Expression? {
    guard let subject = date(table) else { return nil }
    switch random.below(3) {
    case 0: return make(.inPeriod(subject, isNegated: random.bool(), make(.literal(period()))))
    case 1:
      return make(
        .ordering(subject, random.element(DateOrder.allCases), side(.date, table, 0)))
    default:
      return comparison(subject, side(.date, table, 0))
    }
  }
}
