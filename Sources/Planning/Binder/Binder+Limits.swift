internal import Diagnostics
internal import Language
internal import Tables

/// What a number is compared with.
private enum Limit {
  /// One number.
  case exact(Double)
  /// Every number from the first up to but not including the second: a month beside a date, or a
  /// whole year beside an age in months.
  case span(Double, Double)
  /// A number of each row.
  case value(NumericValue, NumberKind)
}

extension Binder {
  /// A number or date compared with a literal or with another number.
  mutating func bindNumberComparison(
    _ comparison: ComparisonOperator, _ value: NumericValue, _ kind: NumberKind,
    _ left: Expression, _ right: Expression, in scope: Scope
  ) -> Condition? {
    guard let limit = limit(right, beside: kind, named: Formatter.format(left), in: scope) else {
      countMonths(between: left, right)
      return nil
    }
    switch limit {
    case .exact(let number):
      let condition = Condition.within(value, NumericInterval(comparison, number))
      return comparison == .notEqual ? .not(condition) : condition
    case .span(let start, let end):
      return Self.condition(comparison, value, start, end)
    case .value(let other, _):
      return .compare(value, comparison, other)
    }
  }

  /// `submitted - decided > 6 months`, which has been refused: gives it the form that counts months.
  private mutating func countMonths(between left: Expression, _ right: Expression) {
    guard diagnostics.last?.code == .needsUnit,
      case .arithmetic(.subtract, let to, let from) = left.kind,
      case .quantity(let number, let unit)? = literalOnly(right), unit == .months || unit == .years,
      let months = Int(exactly: unit == .years ? number * 12 : number)
    else { return }
    let call = "months(\(Formatter.format(from)), \(Formatter.format(to)))"
    diagnostics[diagnostics.count - 1].edits = [
      Diagnostic.Edit(left.span, call), Diagnostic.Edit(right.span, "\(months)"),
    ]
  }

  /// A comparison with a span: before it, after it, or inside.
  private static func condition(
    _ comparison: ComparisonOperator, _ value: NumericValue, _ start: Double, _ end: Double
  ) -> Condition {
    switch comparison {
    case .equal: .within(value, .halfOpen(start, end))
    case .notEqual: .not(.within(value, .halfOpen(start, end)))
    case .less: .within(value, NumericInterval(.less, start))
    case .lessOrEqual: .within(value, NumericInterval(.less, end))
    case .greater: .within(value, NumericInterval(.greaterOrEqual, end))
    case .greaterOrEqual: .within(value, NumericInterval(.greaterOrEqual, start))
    }
  }

  private mutating func limit(
    _ expression: Expression, beside kind: NumberKind, named name: String, in scope: Scope
  ) -> Limit? {
    guard let literal = literalOnly(expression) else {
      return limitOfValue(expression, beside: kind, named: name, in: scope)
    }
    switch (kind, literal) {
    case (.plain, .number(let number)), (.percent, .number(let number)),
      (.percent, .percent(let number)):
      return .exact(number)
    case (.plain, .percent(let number)):
      return .exact(number / 100)
    case (.unit(let unit, let display), .number(let number)):
      return Self.limit(number, of: display, storedIn: unit)
    case (.unit(let unit, _), .quantity(let number, let written)):
      guard let written = MeasureUnit(rawValue: written.rawValue),
        let limit = Self.limit(number, of: written, storedIn: unit)
      else {
        reportUnit(literal, unit, at: expression.span, named: name)
        return nil
      }
      return limit
    case (.date, .date), (.date, .financialYear), (.date, .number), (.date, .quarter):
      if let limit = Self.period(literal) { return limit }
      reportMismatch(literal, kind, at: expression.span, named: name)
      return nil
    default:
      reportMismatch(literal, kind, at: expression.span, named: name)
      return nil
    }
  }

  /// The other side is computed or another field: both must be of one kind.
  private mutating func limitOfValue(
    _ expression: Expression, beside kind: NumberKind, named name: String, in scope: Scope
  ) -> Limit? {
    if let word = bareWord(expression), !isField(word.text, in: scope) {
      report(
        .notAValue, "\(name) is compared with a number or date, and \(word.text) is neither",
        at: expression.span, notes: ["there is no field \(word.text) either"])
      return nil
    }
    guard let (other, otherKind) = bindNumber(expression, in: scope) else { return nil }
    guard kind.isComparable(with: otherKind) else {
      report(
        .typeMismatch,
        "\(name) is \(kind.inWords), and \(Formatter.format(expression)) is \(otherKind.inWords)",
        at: expression.span)
      return nil
    }
    return .value(other, otherKind)
  }

  /// A number of one unit beside numbers stored in another.
  ///
  /// Beside a finer stored unit, a whole number means that many *completed* units, as people say
  /// ages: `age = 5 years` holds from 60 up to 72 months, and `age <= 5 years` below 72.
  private static func limit(
    _ number: Double, of unit: MeasureUnit, storedIn stored: MeasureUnit
  ) -> Limit? {
    if unit == stored { return .exact(number) }
    if let factor = unit.size(in: stored) {
      let start = number * factor
      return number.rounded() == number ? .span(start, start + factor) : .exact(start)
    }
    guard let factor = stored.size(in: unit) else { return nil }
    return .exact(number / factor)
  }

  /// A day, month, year or financial year as the days it spans.
  private static func period(_ literal: Literal) -> Limit? {
    switch literal {
    case .date(let date):
      if let day = date.day {
        return CalendarDate(year: date.year, month: date.month, day: day)
          .map { .exact(Double($0.dayNumber)) }
      }
      let next = date.month == 12 ? (date.year + 1, 1) : (date.year, date.month + 1)
      return span(from: (date.year, date.month), to: next)
    case .number(let number):
      guard let year = Int(exactly: number), (1000...9998).contains(year) else { return nil }
      return span(from: (year, 1), to: (year + 1, 1))
    case .financialYear(let year):
      return span(from: (year, 4), to: (year + 1, 4))
    case .quarter(let number, let year, let isFinancial):
      // The first quarter of a financial year begins in April, of a calendar year in January.
      let first = (isFinancial ? 3 : 0) + (number - 1) * 3
      let after = first + 3
      return span(
        from: (year + first / 12, first % 12 + 1), to: (year + after / 12, after % 12 + 1))
    default:
      return nil
    }
  }

  private static func span(from start: (Int, Int), to end: (Int, Int)) -> Limit? {
    guard let first = CalendarDate(year: start.0, month: start.1, day: 1),
      let last = CalendarDate(year: end.0, month: end.1, day: 1)
    else { return nil }
    return .span(Double(first.dayNumber), Double(last.dayNumber))
  }

  private mutating func reportMismatch(
    _ literal: Literal, _ kind: NumberKind, at span: Span, named name: String
  ) {
    var notes: [String] = []
    var edits: [Diagnostic.Edit] = []
    if case .text(let text) = literal, let plain = kind.literal(inQuotes: text) {
      notes = ["write it without quotes: \(plain)"]
      edits = [Diagnostic.Edit(span, plain)]
    } else {
      notes = ["such as: \(name) = \(kind.example)"]
    }
    report(
      .typeMismatch, "\(name) is \(kind.inWords), and this is \(literal.kindInWords)", at: span,
      notes: notes, edits: edits)
  }

  private mutating func reportUnit(
    _ literal: Literal, _ unit: MeasureUnit, at span: Span, named name: String
  ) {
    report(
      .needsUnit, "\(name) is in \(unit.rawValue), which \(literal.asText) does not convert to",
      at: span, notes: ["months differ in length: months(FROM, TO) counts them between two dates"])
  }
}

extension NumberKind {
  /// Whether numbers of the two kinds can be compared as they are.
  func isComparable(with other: NumberKind) -> Bool {
    switch (self, other) {
    case (.date, .date), (.percent, .percent), (.percent, .plain), (.plain, .percent): true
    case (.plain, .plain): true
    case (.unit(let a, _), .unit(let b, _)): a == b
    default: false
    }
  }

  /// The kind in words for messages.
  var inWords: String {
    switch self {
    case .plain: "a number"
    case .unit(let unit, _): "a number of \(unit.rawValue)"
    case .percent: "a percentage"
    case .date: "a date"
    }
  }

  /// Something that could be compared with it.
  var example: String {
    switch self {
    case .plain: "12"
    case .unit(_, let display): "2 \(display.rawValue)"
    case .percent: "50%"
    case .date: "2009-07-14"
    }
  }

  /// What stands in quotes, if it would be right without them.
  func literal(inQuotes text: String) -> String? {
    switch self {
    case .date:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
        return nil
      }
      return CalendarDate(year: year, month: month, day: day)?.description
    case .plain, .unit, .percent:
      return Double(text).flatMap { $0.isFinite ? text : nil }
    }
  }
}

extension MeasureUnit {
  /// How many of another unit one of this unit is, where that is a whole number always.
  func size(in other: MeasureUnit) -> Double? {
    switch (self, other) {
    case (.years, .months): 12
    case (.weeks, .days): 7
    default: nil
    }
  }
}
