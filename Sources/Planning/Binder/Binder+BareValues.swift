internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// The chain in which `grade = Good or Outstanding` is one comparison, as it is where the values stand
  /// in quotes; only here it is known that Outstanding is a value and no field.
  ///
  /// - Returns: `nil` where values are joined in a way that means something else; that is reported.
  mutating func joiningBareValues(_ chain: Expression, in scope: Scope) -> Expression? {
    var mixture = Mixture(chain)
    var joinsAny = false
    var wrong: (left: Expression, connective: LogicalOperator, value: Expression)?
    mixture.absorb { left, connective, value in
      guard joinsBareValue(left, value, in: scope) else { return nil }
      joinsAny = true
      if connective == .or, let both = left.addingValue(value) { return both }
      wrong = wrong ?? (left, connective, value)
      return nil
    }
    if let wrong {
      reportBareValue(after: wrong.left, wrong.connective, wrong.value)
      return nil
    }
    guard joinsAny, let joined = mixture.expression else { return chain }
    // One comparison stands in brackets, so that whoever reads a chain reads it as one part.
    if case .logical = joined.kind { return joined }
    return Expression(.group(joined), at: joined.span)
  }

  /// Whether a bare word after a comparison is no field, but a value of what is compared.
  private func joinsBareValue(_ left: Expression, _ value: Expression, in scope: Scope) -> Bool {
    guard let word = bareWord(value), let subject = left.subjectOfValues,
      case .path(let path) = subject.kind, !isField(word.text, in: scope)
    else { return false }
    var quiet = quiet
    guard let field = quiet.resolve(path, in: scope)?.field, quiet.diagnostics.isEmpty else {
      return false
    }
    switch field.schema.type {
    case .text, .category, .list: return ValueMatch.code(of: word.text, in: field) != nil
    case .boolean, .integer, .number, .date: return false
    }
  }

  /// `grade != Good or Fair`, which is always true, and `grade = Good and Fair`, which never is.
  private mutating func reportBareValue(
    after left: Expression, _ connective: LogicalOperator, _ value: Expression
  ) {
    let whole = left.span.union(value.span)
    if connective == .or, case .comparison(.notEqual, let subject, let first, _) = left.kind {
      let values = "\(Formatter.format(first)), \(Formatter.format(value))"
      report(
        .syntax, "\"!= A or B\" is always true: a value differs from one or from the other",
        at: whole,
        edits: [Diagnostic.Edit(whole, "\(Formatter.format(subject)) not in (\(values))")])
      return
    }
    if case .has(let subject, .one, let values) = left.kind {
      let both = (values + [value]).map { Formatter.format($0) }.joined(separator: ", ")
      report(
        .singleValued, "to ask for both, write has all of", at: whole,
        edits: [Diagnostic.Edit(whole, "\(Formatter.format(subject)) has all of (\(both))")])
      return
    }
    let either = left.addingValue(value).map { Formatter.format($0) }
    report(
      .singleValued, "one field cannot hold two values at once", at: whole,
      notes: ["both, in a many-valued field: has all of (..., ...)"],
      edits: either.map { [Diagnostic.Edit(whole, $0)] } ?? [])
  }
}

extension Expression {
  /// What a comparison with values asks about.
  fileprivate var subjectOfValues: Expression? {
    switch kind {
    case .comparison(.equal, let subject, _, _), .comparison(.notEqual, let subject, _, _),
      .test(let subject, isNegated: false, .value), .membership(let subject, isNegated: false, _),
      .has(let subject, .one, _), .has(let subject, .any, _):
      subject
    default: nil
    }
  }
}
