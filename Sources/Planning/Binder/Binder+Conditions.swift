internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// A condition over the rows of the scope.
  mutating func bindCondition(_ expression: Expression, in scope: Scope) -> Condition? {
    if reportToManyReadings(expression, in: scope) { return nil }
    switch expression.kind {
    case .group(let inner):
      return bindCondition(inner, in: scope)
    case .not(let inner):
      return bindCondition(inner, in: scope).map { .not($0) }
    case .logical:
      guard let chain = joiningBareValues(expression, in: scope) else { return nil }
      checkMixture(chain)
      checkSameRow(chain)
      return bindChain(chain, in: scope)
    case .comparison(let comparison, let left, let right, _):
      return bindComparison(comparison, left, right, at: expression.span, in: scope)
    case .membership(let subject, let isNegated, let values):
      let condition = bindMembership(
        subject, spread(values), isNegated: isNegated, at: expression.span, in: scope)
      return isNegated ? condition.map { .not($0) } : condition
    case .between(let subject, let isNegated, let low, let high):
      let condition = bindBetween(subject, low, high, at: expression.span, in: scope)
      return isNegated ? condition.map { .not($0) } : condition
    case .test(let subject, let isNegated, let test):
      let condition = bindTest(subject, test, at: expression.span, in: scope)
      return isNegated ? condition.map { .not($0) } : condition
    case .has(let subject, let mode, let values):
      return bindHas(subject, mode, spread(values), at: expression.span, in: scope)
    case .textTest(let subject, let test, let mode, let patterns):
      return bindTextTest(subject, test, mode, spread(patterns), in: scope)
    case .inPeriod(let subject, let isNegated, let period):
      let values = spread([period])
      let isPeriod = values == [period]
      let condition =
        isPeriod
        ? bindPeriod(subject, period, in: scope)
        : bindMembership(subject, values, isNegated: isNegated, at: expression.span, in: scope)
      return isNegated ? condition.map { .not($0) } : condition
    case .ordering(let subject, let order, let limit):
      return bindOrdering(subject, order, limit, at: expression.span, in: scope)
    case .quantified(let quantifier, let relation, let condition):
      return bindQuantified(quantifier, relation, condition, at: expression, in: scope)
    case .parameter(let name):
      return bindParameter(name).flatMap { bindCondition($0, in: scope) }
    case .list(let values):
      return onlyValue(values, at: expression.span).flatMap { bindCondition($0, in: scope) }
    case .literal, .path, .negative, .arithmetic, .bands, .every, .each, .datePart, .countOf,
      .aggregate, .call, .subquery, .measure:
      return bindBareCondition(expression, in: scope)
    }
  }

  /// Conditions joined by `and` and `or`.
  ///
  /// Both sides are bound even when the first has a mistake, so that each is reported.
  private mutating func bindChain(_ expression: Expression, in scope: Scope) -> Condition? {
    guard case .logical(let connective, let left, let right) = expression.kind else {
      return bindCondition(expression, in: scope)
    }
    let first = bindChain(left, in: scope)
    let second = bindChain(right, in: scope)
    guard let first, let second else { return nil }
    switch connective {
    case .and:
      if case .and(let parts) = first { return .and(parts + [second]) }
      return .and([first, second])
    case .or:
      var parts = [first, second]
      if case .or(let before) = first { parts = before + [second] }
      forgetReadings(within: parts)
      return .or(parts)
    }
  }

  /// Something that stands alone as a condition: it must be yes or no.
  private mutating func bindBareCondition(_ expression: Expression, in scope: Scope) -> Condition? {
    guard let term = bindTerm(expression, in: scope) else { return nil }
    switch term {
    case .condition(let condition): return condition
    case .flag(let path): return path.wrap(.flag(path.field.reference))
    case .literal(.boolean(let value)): return .constant(value)
    case .coded(let path):
      let name = Formatter.format(expression)
      report(
        .notABoolean, "\(name) is \(term.description), not yes or no; compare it",
        at: expression.span,
        notes: ["such as: \(name) = \(example(of: path.field))", "or: \(name) is recorded"])
    case .list(let path):
      let name = Formatter.format(expression)
      report(
        .notABoolean, "\(name) is a many-valued field, not yes or no", at: expression.span,
        notes: ["such as: \(name) has \(example(of: path.field))", "or: \(name) is recorded"])
    case .number, .literal:
      let name = Formatter.format(expression)
      report(
        .notABoolean, "\(name) is \(term.description), not a condition; compare it",
        at: expression.span, notes: ["such as: \(name) > 0"])
    }
    return nil
  }

  private mutating func bindQuantified(
    _ quantifier: Quantifier, _ path: Path, _ condition: Expression?, at whole: Expression,
    in scope: Scope
  ) -> Condition? {
    if scope.table == nil { return bindQuantifiedTable(quantifier, path, condition) }
    if reportQuantifiedRow(quantifier, path, condition, at: whole.span, in: scope) { return nil }
    guard let (hops, link) = resolveLink(path, in: scope) else { return nil }
    guard let inner = bindInner(condition, of: link) else { return nil }
    noteVacuity(quantifier, hops, link, whole, in: scope)
    return hops.reversed().reduce(.quantified(quantifier, link, inner.condition)) {
      .through(relation: $1, $0, isTrueWithoutParent: false)
    }
  }

  /// The condition in the brackets after a relation, if there are any.
  mutating func bindInner(
    _ condition: Expression?, of link: RowLink
  ) -> (condition: Condition?, Void)? {
    guard let condition else { return (nil, ()) }
    let child = catalogue.data.relations[link.relation].childTable
    quantifierDepth += 1
    defer { quantifierDepth -= 1 }
    return bindCondition(condition, in: Scope(table: child)).map { ($0, ()) }
  }

  /// Remembers an `every`, whose answer hangs on the rows that have none.
  private mutating func noteVacuity(
    _ quantifier: Quantifier, _ hops: [Int], _ link: RowLink, _ whole: Expression, in scope: Scope
  ) {
    guard case .every(let ifAny) = quantifier, quantifierDepth == 0, let table = scope.table else {
      return
    }
    let isEmpty = hops.reversed().reduce(Condition.quantified(.no, link, nil)) {
      .through(relation: $1, $0, isTrueWithoutParent: false)
    }
    let child = catalogue.data.tables[catalogue.data.relations[link.relation].childTable].schema
    let name: String =
      if case .siblings = link { "sibling" } else { child.singular }
    vacuities.append(
      BoundQuery.Vacuity(
        text: Formatter.format(whole), table: table, isEmpty: isEmpty, counts: ifAny, name: name))
  }

  /// `expect every child (...)`: a quantifier over a whole table.
  private mutating func bindQuantifiedTable(
    _ quantifier: Quantifier, _ path: Path, _ condition: Expression?
  ) -> Condition? {
    guard let name = path.names.first, path.names.count == 1, let table = table(of: name) else {
      return nil
    }
    guard let condition else { return .quantifiedTable(quantifier, table: table, nil) }
    return bindCondition(condition, in: Scope(table: table)).map {
      .quantifiedTable(quantifier, table: table, $0)
    }
  }

  /// What `has` asks, of a field that holds one value.
  private static func ofOneValue(_ name: String, _ mode: HasMode, _ values: [Expression]) -> String
  {
    let list = values.map { Formatter.format($0) }.joined(separator: ", ")
    switch mode {
    case .none: return "\(name) not in (\(list))"
    case .one, .any, .all, .only:
      return values.count == 1 ? "\(name) = \(list)" : "\(name) in (\(list))"
    }
  }

  private mutating func bindHas(
    _ subject: Expression, _ mode: HasMode, _ values: [Expression], at span: Span, in scope: Scope
  ) -> Condition? {
    guard let term = bindTerm(subject, in: scope) else { return nil }
    guard case .list(let path) = term else {
      let name = Formatter.format(subject)
      report(
        .notManyValued, "\(name) is \(term.description): it never holds several values",
        at: subject.span, notes: ["write: \(name) = VALUE, or: \(name) in (VALUE, VALUE)"],
        edits: [Diagnostic.Edit(span, Self.ofOneValue(name, mode, values))])
      return nil
    }
    let codes = values.compactMap { code(of: $0, field: path.field, in: scope) }
    guard codes.count == values.count else { return nil }
    return path.wrap(.holds(path.field.reference, mode, codes: codes.map { UInt32($0) }))
  }
}
