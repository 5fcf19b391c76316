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
    case .list(let values):
      return onlyValue(values, at: expression.span).flatMap { bindNumber($0, in: scope) }
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
    case .aggregate(let aggregate, let path):
      return bindAggregate(aggregate, path, in: scope)
    case .datePart(let part, let date):
      return bindDatePart(part, date, at: expression.span, in: scope)
    case .measure(let measure):
      return bindGroupMeasure(measure, in: scope)
    case .bands, .every, .each, .not, .logical, .comparison, .test, .membership, .between, .has,
      .inPeriod, .ordering, .textTest, .quantified:
      report(.typeMismatch, "a number is needed here", at: expression.span)
      return nil
    }
  }

  private mutating func bindNumberPath(_ path: Path, in scope: Scope) -> TypedNumber? {
    if scope.isOfGroups { return groupMeasure(named: path, in: scope) }
    guard let field = resolve(path, in: scope) else { return nil }
    let term = Self.term(of: field)
    if case .number(let value, let kind) = term { return (value, kind) }
    report(
      .typeMismatch, "\(path.text) is \(term.description), and a number is needed here",
      at: path.span, notes: notesOnDigits(in: field.field))
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
    case .text, .financialYear, .quarter, .pattern, .boolean:
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
    guard let (hops, link) = resolveLink(path, in: scope),
      let inner = bindInner(condition, of: link)
    else { return nil }
    let value = hops.reversed().reduce(NumericValue.countOf(link, inner.condition)) {
      .through(relation: $1, $0)
    }
    return (value, .plain(isWhole: true))
  }

  /// `average of RELATION.PATH`.
  private mutating func bindAggregate(
    _ aggregate: Aggregate, _ path: Path, in scope: Scope
  ) -> TypedNumber? {
    guard let many = splitAtMany(path, in: scope) else {
      reportNoAggregate(aggregate, path, in: scope)
      return nil
    }
    guard !many.rest.isEmpty else {
      report(
        .typeMismatch, "\(aggregate.rawValue) needs a number of the \(path.text)", at: path.span,
        notes: ["write: \(aggregate.rawValue) of \(path.text).FIELD, or count of \(path.text)"])
      return nil
    }
    let child = catalogue.data.relations[many.link.relation].childTable
    guard
      let (number, kind) = bindNumber(
        Expression(.path(Path(many.rest)), at: path.span), in: Scope(table: child))
    else { return nil }
    if kind == .date, aggregate != .min, aggregate != .max {
      report(
        .typeMismatch, "of dates there is a min and a max, and no \(aggregate.rawValue)",
        at: path.span)
      return nil
    }
    let value = many.hops.reversed().reduce(NumericValue.aggregate(aggregate, many.link, number)) {
      .through(relation: $1, $0)
    }
    let keepsWhole = [.sum, .min, .max].contains(aggregate)
    if case .plain(let isWhole) = kind { return (value, .plain(isWhole: isWhole && keepsWhole)) }
    return (value, kind)
  }

  /// `average of age`: the rows are those of the query itself, or there is one of them.
  private mutating func reportNoAggregate(
    _ aggregate: Aggregate, _ path: Path, in scope: Scope
  ) {
    guard let table = scope.table else {
      report(
        .typeMismatch,
        "this speaks of one row; of all rows, ask (\(aggregate.rawValue) FIELD of SET)",
        at: path.span)
      return
    }
    let before = diagnostics.count
    guard resolve(path, in: scope) != nil else {
      if diagnostics.count == before {
        report(.unknownField, "\(path.text) leads to no related rows", at: path.span)
      }
      return
    }
    let field = path.names[path.names.count - 1].text
    let schema = catalogue.data.tables[table].schema
    report(
      .typeMismatch,
      "\(path.text) has one value here, so there is nothing to take the "
        + "\(aggregate.rawValue) of", at: path.span,
      notes: [
        "of all \(schema.name): (\(aggregate.rawValue) \(Wording.name(field)) of "
          + "\(Wording.name(schema.name)))"
      ])
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
    guard values[0].kind != .date else {
      report(.typeMismatch, "round needs a number, and this is a date", at: arguments[0].span)
      return nil
    }
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
