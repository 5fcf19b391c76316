internal import Diagnostics
internal import Language
internal import Tables

/// Dates and periods.
extension Binder {
  /// `DATE in PERIOD`.
  mutating func bindPeriod(
    _ subject: Expression, _ period: Expression, in scope: Scope
  ) -> Condition? {
    guard let term = bindTerm(subject, in: scope) else { return nil }
    guard case .number(let value, .date) = term else {
      report(
        .typeMismatch,
        "\(Formatter.format(subject)) is \(term.description); only a date lies in a period",
        at: subject.span, notes: ["values stand in brackets: in (VALUE, VALUE)"],
        edits: [
          Diagnostic.Edit(Span(period.span.start, period.span.start), "("),
          Diagnostic.Edit(Span(period.span.end, period.span.end), ")"),
        ])
      return nil
    }
    return bindNumberComparison(.equal, value, .date, subject, period, in: scope)
  }

  /// `DATE before LIMIT` and its like.
  mutating func bindOrdering(
    _ subject: Expression, _ order: DateOrder, _ limit: Expression, at span: Span, in scope: Scope
  ) -> Condition? {
    guard let term = bindTerm(subject, in: scope) else { return nil }
    let sign: ComparisonOperator =
      switch order {
      case .before: .less
      case .after: .greater
      case .onOrBefore: .lessOrEqual
      case .onOrAfter: .greaterOrEqual
      }
    guard case .number(let value, .date) = term else {
      let words = Span(subject.span.end, limit.span.start)
      report(
        .typeMismatch,
        "\(Formatter.format(subject)) is \(term.description); only a date is before or after another",
        at: subject.span, notes: ["to compare numbers: \(sign.rawValue)"],
        edits: [Diagnostic.Edit(words, " \(sign.rawValue) ")])
      return nil
    }
    return bindNumberComparison(sign, value, .date, subject, limit, in: scope)
  }

  /// A date inside `year of DATE` and its like.
  mutating func bindDate(_ expression: Expression, in scope: Scope) -> NumericValue? {
    guard let (value, kind) = bindNumber(expression, in: scope) else { return nil }
    guard kind == .date else {
      report(
        .typeMismatch, "\(Formatter.format(expression)) is \(kind.inWords), not a date",
        at: expression.span)
      return nil
    }
    return value
  }

  /// `year of DATE` as a number; other parts are no numbers.
  mutating func bindDatePart(
    _ part: DatePart, _ date: Expression, at span: Span, in scope: Scope
  ) -> TypedNumber? {
    guard let value = bindDate(date, in: scope) else { return nil }
    if part == .year { return (.year(value), .plain(isWhole: true)) }
    report(
      .typeMismatch, "\(part.rawValue) of a date makes groups, and is not a number to compare",
      at: span, notes: ["compare the date: \(Formatter.format(date)) in 2009-10"],
      edits: [])
    return nil
  }
}
