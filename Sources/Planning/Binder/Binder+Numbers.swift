internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  typealias TypedNumber = (value: NumericValue, kind: NumberKind)

  /// An expression that must be a number or a date.
  mutating func bindNumber(_ expression: Expression, in scope: Scope) -> TypedNumber? {
    switch expression.kind {
    case .group(let inner):
      return bindNumber(inner, in: scope)
    case .parameter(let name):
      return bindParameter(name).flatMap { bindNumber($0, in: scope) }
    case .literal(let literal):
      return number(of: literal, at: expression.span)
    case .negative(let inner):
      guard let (value, kind) = bindNumber(inner, in: scope) else { return nil }
      guard kind != .date else {
        report(.typeMismatch, "a date has no negative", at: expression.span)
        return nil
      }
      return (.arithmetic(.subtract, .constant(0), value), kind)
    case .arithmetic(let sign, let left, let right):
      return bindArithmetic(sign, left, right, at: expression.span, in: scope)
    case .countOf(let relation, let condition):
      return bindCountOf(relation, condition, in: scope)
    case .call(let name, let arguments):
      return bindCall(name, arguments, in: scope)
    case .subquery(let query):
      return bindMeasure(query)
    case .path(let path):
      return bindNumberPath(path, in: scope)
    case .bands, .not, .logical, .comparison, .test, .membership, .between, .has, .quantified:
      report(.typeMismatch, "a number is needed here", at: expression.span)
      return nil
    }
  }

  private mutating func bindNumberPath(_ path: Path, in scope: Scope) -> TypedNumber? {
    guard let field = resolve(path, in: scope) else { return nil }
    let term = Self.term(of: field)
    if case .number(let value, let kind) = term { return (value, kind) }
    report(
      .typeMismatch, "\(path.text) is \(term.description), and a number is needed here",
      at: path.span)
    return nil
  }

  private mutating func number(of literal: Literal, at span: Span) -> TypedNumber? {
    switch literal {
    case .number(let number):
      return (.constant(number), .plain(isWhole: number.rounded() == number))
    case .percent(let number):
      return (.constant(number / 100), .plain(isWhole: false))
    case .quantity(let number, let unit):
      guard let unit = MeasureUnit(rawValue: unit.rawValue) else { return nil }
      return (.constant(number), .unit(unit, display: unit))
    case .date(let date):
      if let day = date.day,
        let date = CalendarDate(year: date.year, month: date.month, day: day)
      {
        return (.constant(Double(date.dayNumber)), .date)
      }
      report(.typeMismatch, "a whole month is not one day", at: span)
      return nil
    case .text, .financialYear, .boolean:
      report(.typeMismatch, "a number is needed here, and this is \(literal.kindInWords)", at: span)
      return nil
    }
  }

  private mutating func bindArithmetic(
    _ sign: ArithmeticOperator, _ left: Expression, _ right: Expression, at span: Span,
    in scope: Scope
  ) -> TypedNumber? {
    let first = bindNumber(left, in: scope)
    let second = bindNumber(right, in: scope)
    guard let first, let second else { return nil }
    let value = NumericValue.arithmetic(sign, first.value, second.value)
    switch (first.kind, sign, second.kind) {
    case (.date, .subtract, .date):
      return (value, .unit(.days, display: .days))
    case (.date, .add, .unit(.days, _)), (.date, .subtract, .unit(.days, _)):
      return (value, .date)
    case (.date, _, _), (_, _, .date):
      report(
        .typeMismatch, "dates can be subtracted, or moved by days; not this", at: span,
        notes: ["months(FROM, TO) counts whole months between two dates"])
      return nil
    case (.unit(let a, _), .add, .unit(let b, _)), (.unit(let a, _), .subtract, .unit(let b, _)):
      guard a == b else {
        report(
          .typeMismatch, "\(a.rawValue) and \(b.rawValue) cannot be added or subtracted", at: span)
        return nil
      }
      return (value, first.kind)
    case (.unit, .multiply, .plain), (.unit, .divide, .plain):
      return (value, first.kind)
    case (.plain, .multiply, .unit):
      return (value, second.kind)
    case (.unit, .add, .plain), (.unit, .subtract, .plain), (.plain, .add, .unit),
      (.plain, .subtract, .unit):
      report(
        .needsUnit, "one side has a unit and the other has none", at: span,
        notes: ["write the unit, as in: age + 6 months"])
      return nil
    default:
      let isWhole = sign != .divide && first.kind.isWhole && second.kind.isWhole
      return (value, .plain(isWhole: isWhole))
    }
  }

  private mutating func bindCountOf(
    _ path: Path, _ condition: Expression?, in scope: Scope
  ) -> TypedNumber? {
    guard scope.table != nil else {
      report(
        .typeMismatch, "this speaks of one row's \(path.text); to count all, leave out `of`",
        at: path.span, notes: ["write: (count \(path.text))"])
      return nil
    }
    guard let (hops, relation) = resolveRelation(path, in: scope) else { return nil }
    var inner: Condition?
    if let condition {
      let child = catalogue.data.relations[relation].childTable
      guard let bound = bindCondition(condition, in: Scope(table: child)) else { return nil }
      inner = bound
    }
    let count = NumericValue.countOf(relation: relation, inner)
    let value = hops.reversed().reduce(count) { .through(relation: $1, $0) }
    return (value, .plain(isWhole: true))
  }

  private mutating func bindCall(
    _ name: Name, _ arguments: [Expression], in scope: Scope
  ) -> TypedNumber? {
    guard let function = NumericFunction(rawValue: name.text.lowercased()) else {
      let names = NumericFunction.allCases.map(\.rawValue)
      let near = NearestName.nearest(to: name.text, among: names)
      report(
        .unknownFunction, "there is no function \"\(name.text)\"", at: name.span,
        notes: ["functions: " + Wording.list(NumericFunction.allCases.map(\.usage))],
        edits: near.first.map { [Diagnostic.Edit(name.span, $0)] } ?? [])
      return nil
    }
    guard function.argumentCounts.contains(arguments.count) else {
      report(
        .typeMismatch, "\(name.text) is written \(function.usage)", at: name.span)
      return nil
    }
    let bound = arguments.map { bindNumber($0, in: scope) }
    let values = bound.compactMap { $0 }
    guard values.count == arguments.count else { return nil }
    switch function {
    case .days, .months:
      for (value, argument) in zip(values, arguments) where value.kind != .date {
        report(
          .typeMismatch, "\(name.text) needs two dates, and this is \(value.kind.inWords)",
          at: argument.span)
        return nil
      }
      return function == .days
        ? (.daysBetween(values[0].value, values[1].value), .unit(.days, display: .days))
        : (.monthsBetween(values[0].value, values[1].value), .unit(.months, display: .months))
    case .round:
      return bindRound(values, arguments)
    }
  }

  private mutating func bindRound(
    _ values: [TypedNumber], _ arguments: [Expression]
  ) -> TypedNumber? {
    var digits = 0
    if arguments.count == 2 {
      guard case .constant(let number) = values[1].value, let whole = Int(exactly: number),
        (0...9).contains(whole)
      else {
        report(.typeMismatch, "decimals are a whole number from 0 to 9", at: arguments[1].span)
        return nil
      }
      digits = whole
    }
    let kind: NumberKind =
      if case .plain = values[0].kind { .plain(isWhole: digits == 0) } else { values[0].kind }
    return (.rounded(values[0].value, digits: digits), kind)
  }
}

extension NumberKind {
  /// Whether the numbers are never fractions.
  var isWhole: Bool {
    switch self {
    case .plain(let isWhole): isWhole
    case .unit, .date: true
    case .percent: false
    }
  }
}
