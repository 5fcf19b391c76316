internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// `a = b` and its like, by what the left side is.
  mutating func bindComparison(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression, at span: Span,
    in scope: Scope
  ) -> Condition? {
    guard let term = bindTerm(left, in: scope) else { return nil }
    switch term {
    case .literal:
      if literalOnly(right) != nil {
        reportTwoValues(left, right, at: span, in: scope)
        return nil
      }
      return bindComparison(comparison.mirrored, right, left, at: span, in: scope)
    case .coded(let path):
      return bindCodedComparison(comparison, path, right, at: span, in: scope)
    case .flag(let path):
      return bindTruthComparison(
        comparison, path.wrap(.flag(path.field.reference)), left, right, in: scope)
    case .condition(let condition):
      return bindTruthComparison(comparison, condition, left, right, in: scope)
    case .list(let path):
      reportManyValued(path, comparison, right, at: span)
      return nil
    case .number(let value, let kind):
      return bindNumberComparison(comparison, value, kind, left, right, in: scope)
    }
  }

  /// `"Event type" = "Full inspection"`: a name that was put in quotes, as other languages write it.
  private mutating func reportTwoValues(
    _ left: Expression, _ right: Expression, at span: Span, in scope: Scope
  ) {
    let names = [left, right].lazy.compactMap { [catalogue] side -> (Span, String)? in
      guard case .literal(.text(let words)) = side.kind, let table = scope.table else { return nil }
      return catalogue.field(named: words, inTable: table).map { (side.span, $0.name) }
    }
    guard let (place, name) = names.first else {
      report(.typeMismatch, "both sides are values; one must be a field", at: span)
      return
    }
    report(
      .typeMismatch,
      "text in quotes is a value; a field's name stands without them, or in backticks",
      at: place, edits: [Diagnostic.Edit(place, Wording.name(name))])
  }

  /// The literal that an expression is, through brackets and parameters.
  func literalOnly(_ expression: Expression) -> Literal? {
    switch expression.kind {
    case .literal(let literal): literal
    case .group(let inner): literalOnly(inner)
    case .parameter(let name): parameters[name.text].flatMap { literalOnly($0) }
    default: nil
    }
  }

  private mutating func bindCodedComparison(
    _ comparison: ComparisonOperator, _ path: FieldPath, _ right: Expression, at span: Span,
    in scope: Scope
  ) -> Condition? {
    let field = path.field
    if let other = otherField(right, in: scope) {
      return bindFieldComparison(comparison, path, other, at: span)
    }
    if comparison != .equal, comparison != .notEqual, !field.schema.isOrdered {
      report(
        .notOrdered, "\(field.name) has no order, so nothing is above or below another value",
        at: span, notes: ["compare with =, != or in (...)"] + notesOnDigits(in: field))
      return nil
    }
    guard let code = code(of: right, field: field, in: scope) else { return nil }
    if comparison == .equal { noteCumulative(path, code: code, right, at: span) }
    // A value that the codebook lacks is no level of the scale, so it is neither above nor below.
    let listed = field.schema.categories.count
    if comparison != .equal, comparison != .notEqual, code >= listed {
      report(
        .notOrdered,
        "\(Wording.quoted(field.label(ofCode: code))) is not in the codebook of \(field.name), so "
          + "nothing is above or below it",
        at: right.span, notes: ["compare with =, != or in (...)"])
      return nil
    }
    // A column may have millions of values: they are not gone through.
    let levels =
      switch comparison {
      case .equal, .notEqual: code..<code + 1
      case .less: 0..<code
      case .lessOrEqual: 0..<code + 1
      case .greater: code + 1..<listed
      case .greaterOrEqual: code..<listed
      }
    let condition = path.wrap(.oneOf(field.reference, codes: levels.map { UInt32($0) }))
    return comparison == .notEqual ? .not(condition) : condition
  }

  /// The text or category field that the right side is, if it is one.
  private mutating func otherField(_ expression: Expression, in scope: Scope) -> FieldPath? {
    guard case .path(let written) = expression.kind else { return nil }
    // A mistake in the path is told when it is read as a value.
    var quiet = quiet
    guard let path = quiet.resolve(written, in: scope), quiet.diagnostics.isEmpty else {
      return nil
    }
    switch path.field.schema.type {
    case .text, .category: return path
    case .boolean, .integer, .number, .date, .list: return nil
    }
  }

  /// Two fields of text: equal or not; above or below only on the same scale.
  private mutating func bindFieldComparison(
    _ comparison: ComparisonOperator, _ left: FieldPath, _ right: FieldPath, at span: Span
  ) -> Condition? {
    let isOneScale =
      left.field.schema.isOrdered && right.field.schema.isOrdered
      && left.field.schema.categories == right.field.schema.categories
    if comparison != .equal, comparison != .notEqual, !isOneScale {
      report(
        .notOrdered,
        "\(left.field.name) and \(right.field.name) are not on one scale, so neither is above the other",
        at: span, notes: ["compare with = or !="])
      return nil
    }
    let same = Condition.compareValues(
      FieldTarget(hops: left.hops, field: left.field.reference),
      comparison == .notEqual ? .equal : comparison,
      FieldTarget(hops: right.hops, field: right.field.reference))
    return comparison == .notEqual ? .not(same) : same
  }

  /// A condition compared with yes, no or another condition.
  private mutating func bindTruthComparison(
    _ comparison: ComparisonOperator, _ condition: Condition, _ left: Expression,
    _ right: Expression, in scope: Scope
  ) -> Condition? {
    let name = Formatter.format(left)
    guard comparison == .equal || comparison == .notEqual else {
      report(.notOrdered, "\(name) is yes or no; compare it with = or !=", at: left.span)
      return nil
    }
    guard let answer = truth(right, in: scope) else {
      if diagnostics.isEmpty || diagnostics.last?.span != right.span {
        report(
          .typeMismatch, "\(name) is yes or no, and cannot be \(Formatter.format(right))",
          at: right.span, notes: ["write: \(name), or: not \(name)"],
          edits: [Diagnostic.Edit(right.span, "yes")])
      }
      return nil
    }
    let equal: Condition =
      switch answer {
      case .constant(let value): value ? condition : .not(condition)
      default: .or([.and([condition, answer]), .and([.not(condition), .not(answer)])])
      }
    return comparison == .notEqual ? .not(equal) : equal
  }

  /// Yes or no in any of the ways people write them, or another condition.
  mutating func truth(_ expression: Expression, in scope: Scope) -> Condition? {
    if let word = bareWord(expression), !isField(word.text, in: scope) {
      return Self.truthWords[word.text.lowercased()].map { .constant($0) }
    }
    guard let literal = literalOnly(expression) else { return bindCondition(expression, in: scope) }
    return Self.truthWords[literal.asText.lowercased()].map { .constant($0) }
  }

  private static let truthWords = [
    "yes": true, "y": true, "true": true, "1": true,
    "no": false, "n": false, "false": false, "0": false,
  ]

  private mutating func reportManyValued(
    _ path: FieldPath, _ comparison: ComparisonOperator, _ right: Expression, at span: Span
  ) {
    let name = Wording.name(path.field.name)
    let value = Formatter.format(right)
    let fixed = comparison == .notEqual ? "not \(name) has \(value)" : "\(name) has \(value)"
    report(
      .manyValued, "\(path.field.name) can hold several values, so = does not say which are meant",
      at: span,
      notes: [
        "\(name) has \(value)       among others", "\(name) has only \(value)  and no other",
      ],
      edits: path.hops.isEmpty ? [Diagnostic.Edit(span, fixed)] : [])
  }

  /// `in (...)`, and lists of values after `=`.
  ///
  /// - Parameter span: The whole comparison, with `not` where it is there.
  mutating func bindMembership(
    _ subject: Expression, _ values: [Expression], isNegated: Bool, at span: Span, in scope: Scope
  ) -> Condition? {
    guard let term = bindTerm(subject, in: scope) else { return nil }
    if case .coded(let path) = term {
      let codes = values.compactMap { code(of: $0, field: path.field, in: scope) }
      guard codes.count == values.count else { return nil }
      return path.wrap(.oneOf(path.field.reference, codes: codes.map { UInt32($0) }))
    }
    if case .list(let path) = term {
      let list = values.map { Formatter.format($0) }.joined(separator: ", ")
      report(
        .manyValued, "\(path.field.name) can hold several values", at: subject.span,
        notes: ["write: \(Wording.name(path.field.name)) has any of (\(list))"],
        edits: [
          Diagnostic.Edit(
            span,
            "\(Formatter.format(subject)) has \(isNegated ? "none" : "any") of (\(list))")
        ])
      return nil
    }
    let parts = values.compactMap {
      bindComparison(.equal, subject, $0, at: subject.span.union($0.span), in: scope)
    }
    return parts.count == values.count ? .or(parts) : nil
  }

  /// `between`, both ends included.
  mutating func bindBetween(
    _ subject: Expression, _ low: Expression, _ high: Expression, at span: Span, in scope: Scope
  ) -> Condition? {
    let lower = bindComparison(.greaterOrEqual, subject, low, at: span, in: scope)
    // The same mistake in the subject need not be told twice.
    guard let lower else { return nil }
    guard let upper = bindComparison(.lessOrEqual, subject, high, at: span, in: scope) else {
      return nil
    }
    return .and([lower, upper])
  }
}

extension ComparisonOperator {
  /// The operator with its sides exchanged.
  var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
