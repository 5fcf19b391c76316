internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// What follows `is`.
  mutating func bindTest(
    _ subject: Expression, _ test: Test, at span: Span, in scope: Scope
  ) -> Condition? {
    switch test {
    case .value(let value):
      return bindComparison(.equal, subject, value, at: span, in: scope)
    case .yes, .no:
      let answer = Expression(.literal(.boolean(test == .yes)), at: span)
      return bindComparison(.equal, subject, answer, at: span, in: scope)
    case .level(let level, let value):
      return bindLevel(subject, level, value, at: span, in: scope)
    case .missing(let reason):
      return bindMissing(subject, reason: reason, in: scope)
    case .recorded:
      return bindMissing(subject, reason: nil, in: scope).map { .not($0) }
    case .empty:
      guard let term = bindTerm(subject, in: scope) else { return nil }
      guard case .list(let path) = term else {
        report(
          .notManyValued, "\(Formatter.format(subject)) is \(term.description), never empty",
          at: subject.span, notes: ["write: \(Formatter.format(subject)) is missing"])
        return nil
      }
      return path.wrap(.isEmptyList(path.field.reference))
    }
  }

  private mutating func bindMissing(
    _ subject: Expression, reason: Expression?, in scope: Scope
  ) -> Condition? {
    if case .path(let path) = subject.kind, let hops = resolveRow(path, in: scope) {
      return bindMissingRow(path, hops, reason: reason)
    }
    guard let term = bindTerm(subject, in: scope) else { return nil }
    let path: FieldPath
    switch term {
    case .flag(let field), .coded(let field), .list(let field): path = field
    case .number(let number, _):
      guard !scope.isOfGroups, case .path(let written) = subject.kind,
        let field = resolve(written, in: scope)
      else {
        return .missingNumber(number)
      }
      path = field
    case .condition, .literal:
      report(
        .typeMismatch, "only a field can be missing; this is \(term.description)",
        at: subject.span)
      return nil
    }
    guard let reason else {
      return path.wrap(.missing(path.field.reference, reason: nil), isTrueWithoutParent: true)
    }
    guard let words = missingReason(reason, of: path.field) else { return nil }
    return path.wrap(.missing(path.field.reference, reason: words))
  }

  /// A reason for missing values, as the codebook words it.
  private mutating func missingReason(_ expression: Expression, of field: FieldInfo) -> String? {
    let reasons = reasons(of: field)
    guard case .literal(.text(let words)) = expression.kind else {
      report(.typeMismatch, "the reason must be text", at: expression.span)
      return nil
    }
    let folded = ValueMatch.folded(words)
    if let reason = reasons.first(where: { ValueMatch.folded($0) == folded }) { return reason }
    let near = NearestName.nearest(to: words, among: reasons)
    report(
      .unknownValue, "\(field.name) is never missing because \"\(words)\"", at: expression.span,
      notes: reasons.isEmpty
        ? ["the data states no reasons for \(field.name): write `\(field.name) is missing`"]
        : ["reasons: " + Wording.list(reasons.map(Wording.quoted))],
      edits: near.first.map { [Diagnostic.Edit(expression.span, Wording.quoted($0))] } ?? [])
    return nil
  }

  /// The reasons for missing values that the codebook or the data knows.
  func reasons(of field: FieldInfo) -> [String] {
    var reasons = field.schema.missingMarkers.compactMap(\.reason)
    if case .stored(let index) = field.reference.key {
      let column = catalogue.data.tables[field.reference.table].columns[index]
      for missing in column.missingReasons where !reasons.contains(missing.reason) {
        reasons.append(missing.reason)
      }
    }
    return reasons
  }

  /// `is at least`, `is at most`, `is above`, `is below`: of numbers too.
  private mutating func bindLevel(
    _ subject: Expression, _ level: LevelComparison, _ value: Expression, at span: Span,
    in scope: Scope
  ) -> Condition? {
    let comparison: ComparisonOperator =
      switch level {
      case .atLeast: .greaterOrEqual
      case .atMost: .lessOrEqual
      case .above: .greater
      case .below: .less
      }
    return bindComparison(comparison, subject, value, at: span, in: scope)
  }
}
