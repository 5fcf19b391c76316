internal import Diagnostics
internal import Language
internal import Tables

/// What makes groups beyond fields and conditions.
extension Binder {
  /// `each PATH`: a many-valued field, or a field of related rows.
  mutating func bindEach(_ path: Path, in scope: Scope) -> ColumnExpression.Source? {
    if let many = splitAtMany(path, in: scope), !many.rest.isEmpty {
      let child = catalogue.data.relations[many.link.relation].childTable
      guard let field = resolve(Path(many.rest), in: Scope(table: child)) else { return nil }
      switch field.field.schema.type {
      case .text, .category, .list, .boolean:
        return .eachRelated(
          hops: many.hops, many.link, FieldTarget(hops: field.hops, field: field.field.reference))
      case .integer, .number, .date:
        report(
          .typeMismatch, "\(path.text) is a number or date; each needs a field of values",
          at: path.span)
        return nil
      }
    }
    guard let field = resolve(path, in: scope) else { return nil }
    guard field.field.schema.type == .list else {
      report(
        .notManyValued, "\(path.text) holds one value in each row, so each is not needed",
        at: path.span, notes: ["write: by \(path.text)"])
      return nil
    }
    return .each(FieldTarget(hops: field.hops, field: field.field.reference))
  }

  /// `NUMBER every 5 years`.
  mutating func bindSteps(
    _ subject: Expression, _ step: Double, _ unit: QuantityUnit?, at span: Span, in scope: Scope
  ) -> ColumnExpression.Source? {
    guard let (value, kind) = bindNumber(subject, in: scope) else { return nil }
    switch kind {
    case .plain(let isWhole) where unit == nil:
      return .steps(value, Steps(width: step, shownWidth: step, countsWholes: isWhole))
    case .percent where unit == nil:
      return .steps(value, Steps(width: step, shownWidth: step, countsWholes: false))
    case .unit(let stored, let display):
      let written = unit.flatMap { MeasureUnit(rawValue: $0.rawValue) } ?? display
      if written == stored {
        return .steps(value, Steps(width: step, shownWidth: step, countsWholes: true))
      }
      if let factor = written.size(in: stored) {
        return .steps(value, Steps(width: step * factor, shownWidth: step, countsWholes: true))
      }
      report(
        .needsUnit,
        "\(Formatter.format(subject)) is in \(stored.rawValue), which "
          + "\(written.rawValue) do not convert to", at: span)
    case .date:
      report(
        .typeMismatch, "\(Formatter.format(subject)) is a date; its groups are parts of it",
        at: span, notes: ["write: year of, quarter of, month of or financial year of"],
        edits: [Diagnostic.Edit(span, "year of \(Formatter.format(subject))")])
    case .plain, .percent:
      report(
        .needsUnit, "\(Formatter.format(subject)) has no unit", at: span,
        notes: ["write: every \(Formatter.format(Expression(.literal(.number(step)), at: span)))"])
    }
    return nil
  }

  /// The condition that a row stands in the group of a key: for `cell (...)`.
  mutating func bindKey(
    _ key: Expression, of dimension: ColumnExpression, in scope: Scope
  ) -> Condition? {
    let isMissing = bareWord(key).map { $0.text.lowercased() == "missing" } ?? false
    switch dimension.source {
    case .field(let hops, let reference):
      return bindKey(
        key, isMissing, of: FieldPath(hops: hops, field: catalogue.info(of: reference)), in: scope)
    case .each(let target), .eachRelated(_, _, let target):
      let path = FieldPath(hops: target.hops, field: catalogue.info(of: target.field))
      return bindEachKey(key, of: path, dimension, in: scope)
    case .condition(let condition):
      guard !isMissing, let literal = literalOnly(key) else { break }
      switch literal.asText.lowercased() {
      case "yes", "true": return condition
      case "no", "false": return .not(condition)
      default: break
      }
    case .number(let value, let kind):
      if isMissing { return .missingNumber(value) }
      return bindNumberComparison(.equal, value, kind, key, key, in: scope)
    case .bands(let value, let bands):
      if isMissing { return .missingNumber(value) }
      let text = literalOnly(key)?.asText ?? ""
      guard
        let band = bands.labels.firstIndex(where: {
          ValueMatch.folded($0) == ValueMatch.folded(text)
        })
      else { break }
      return .within(value, bands.interval(of: band))
    case .steps(let value, let steps):
      if isMissing { return .missingNumber(value) }
      let text = literalOnly(key)?.asText ?? ""
      guard let start = Double(text.prefix { $0.isNumber || $0 == "." }) else { break }
      let index = (start / steps.shownWidth).rounded(.down)
      return .within(value, .halfOpen(index * steps.width, (index + 1) * steps.width))
    case .period(let value, _):
      if isMissing { return .missingNumber(value) }
      return bindNumberComparison(.equal, value, .date, key, key, in: scope)
    }
    report(
      .unknownValue, "\(dimension.name) has no group \(Formatter.format(key)) in the last table",
      at: key.span, notes: ["name the keys of the row and the column, as the table shows them"])
    return nil
  }

  private mutating func bindKey(
    _ key: Expression, _ isMissing: Bool, of path: FieldPath, in scope: Scope
  ) -> Condition? {
    let reference = path.field.reference
    if isMissing { return path.wrap(.missing(reference, reason: nil), isTrueWithoutParent: true) }
    switch Self.term(of: path) {
    case .coded:
      return code(of: key, field: path.field, in: scope).map {
        path.wrap(.oneOf(reference, codes: [UInt32($0)]))
      }
    case .flag:
      guard let answer = truth(key, in: scope), case .constant(let value) = answer else {
        report(.unknownValue, "\(path.field.name) is yes or no", at: key.span)
        return nil
      }
      let flag = path.wrap(.flag(reference))
      return value ? flag : .not(flag)
    case .number(let value, let kind):
      // The table shows numbers as they are stored.
      guard case .number(let number)? = literalOnly(key), kind != .date else {
        return bindNumberComparison(.equal, value, kind, key, key, in: scope)
      }
      return .within(value, NumericInterval(.equal, number))
    case .list, .condition, .literal:
      report(.manyValued, "a group of several values cannot be named here", at: key.span)
      return nil
    }
  }

  private mutating func bindEachKey(
    _ key: Expression, of path: FieldPath, _ dimension: ColumnExpression, in scope: Scope
  ) -> Condition? {
    guard let code = code(of: key, field: path.field, in: scope) else { return nil }
    let reference = path.field.reference
    let held =
      path.field.schema.type == .list
      ? path.wrap(.holds(reference, .one, codes: [UInt32(code)]))
      : path.wrap(.oneOf(reference, codes: [UInt32(code)]))
    guard case .eachRelated(let hops, let link, _) = dimension.source else { return held }
    return hops.reversed().reduce(.quantified(.any, link, held)) {
      .through(relation: $1, $0, isTrueWithoutParent: false)
    }
  }
}

extension Bands {
  /// The numbers of a band.
  func interval(of band: Int) -> NumericInterval {
    if band == 0 { return NumericInterval(.less, cuts.first ?? 0) }
    if band >= cuts.count { return NumericInterval(.greaterOrEqual, cuts.last ?? 0) }
    return .halfOpen(cuts[band - 1], cuts[band])
  }
}
