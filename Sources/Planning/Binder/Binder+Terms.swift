internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// What an expression is.
  ///
  /// Conditions, numbers, fields and literals alike.
  mutating func bindTerm(_ expression: Expression, in scope: Scope) -> Term? {
    switch expression.kind {
    case .literal(let literal):
      return .literal(literal)
    case .path(let path):
      if scope.isOfGroups {
        return groupMeasure(named: path, in: scope).map { .number($0.value, $0.kind) }
      }
      return resolve(path, in: scope).map { Self.term(of: $0) }
    case .parameter(let name):
      return bindParameter(name).flatMap { bindTerm($0, in: scope) }
    case .group(let inner):
      return bindTerm(inner, in: scope)
    case .list(let values):
      return onlyValue(values, at: expression.span).flatMap { bindTerm($0, in: scope) }
    case .negative, .arithmetic, .countOf, .aggregate, .datePart, .call, .subquery, .measure:
      return bindNumber(expression, in: scope).map { .number($0.value, $0.kind) }
    case .bands, .every, .each:
      report(
        .typeMismatch, "this makes groups, and cannot be compared", at: expression.span,
        notes: ["use them after `by`, or in `define ENTITY.NAME as ... bands (...)`"])
      return nil
    case .not, .logical, .comparison, .test, .membership, .between, .has, .inPeriod, .ordering,
      .textTest, .quantified:
      return bindCondition(expression, in: scope).map { .condition($0) }
    }
  }

  /// The term of a field, by its type.
  static func term(of path: FieldPath) -> Term {
    let schema = path.field.schema
    switch schema.type {
    case .boolean: return .flag(path)
    case .text, .category: return .coded(path)
    case .list: return .list(path)
    case .date: return .number(path.number, .date)
    case .integer, .number:
      guard let unit = schema.unit else {
        return .number(path.number, .plain(isWhole: schema.type == .integer))
      }
      return .number(path.number, .unit(unit, display: schema.displayUnit ?? unit))
    }
  }

  /// Values with each parameter that holds several in its place.
  func spread(_ values: [Expression]) -> [Expression] {
    values.flatMap { value -> [Expression] in
      guard case .parameter(let name) = value.kind, let given = parameters[name.text],
        case .list(let several) = given.kind
      else { return [value] }
      // A mistake in one of them is shown where the parameter stands.
      return several.map { Expression($0.kind, at: value.span) }
    }
  }

  /// The value of a list of one; a longer one can only be looked through.
  mutating func onlyValue(_ values: [Expression], at span: Span) -> Expression? {
    if let value = values.first, values.count == 1 { return value }
    report(
      .typeMismatch, "\(values.count) values stand here, and one is needed", at: span,
      notes: ["several are for `in`, as in: where status in $levels"])
    return nil
  }

  /// The value given to `$name`.
  mutating func bindParameter(_ name: Name) -> Expression? {
    // What is wrong with the value is shown where it is used: it was written in another text.
    if let value = parameters[name.text] { return Expression(value.kind, at: name.span) }
    let known = parameters.keys.sorted()
    let near = NearestName.nearest(to: name.text, among: known)
    report(
      .unknownParameter, "there is no parameter $\(name.text)", at: name.span,
      notes: known.isEmpty
        ? ["declare it first: parameter \(name.text) = VALUE"]
        : ["parameters: " + Wording.list(known.map { "$\($0)" })],
      edits: near.first.map { [Diagnostic.Edit(name.span, "$\($0)")] } ?? [])
    return nil
  }

  /// A path's name when an expression is one bare, unquoted word, which may stand for a value.
  func bareWord(_ expression: Expression) -> Name? {
    guard case .path(let path) = expression.kind, path.names.count == 1 else { return nil }
    return path.names.first
  }
}
