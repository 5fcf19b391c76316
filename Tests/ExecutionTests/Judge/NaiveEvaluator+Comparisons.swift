import Language
import Tables

/// Comparisons, by what the left side is.
extension NaiveEvaluator {
  func compare(
    _ sign: ComparisonOperator, _ left: Expression, _ right: Expression, _ place: Place
  ) -> Bool? {
    if Self.literal(left) != nil { return compare(Self.turned(sign), right, left, place) }
    switch kind(of: left, place) {
    case .list: fatalError("a list is not compared")
    case .coded(let book, _): return compareCoded(sign, left, book, right, place)
    case .flag, .condition:
      guard let first = truth(left, place), let second = answer(right, place) else { return nil }
      return sign == .equal ? first == second : first != second
    case .number(let type): return compareNumbers(sign, left, type, right, place)
    }
  }

  /// The sign with its sides exchanged.
  private static func turned(_ sign: ComparisonOperator) -> ComparisonOperator {
    switch sign {
    case .equal, .notEqual: sign
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  private static func holds<Value: Comparable>(
    _ sign: ComparisonOperator, _ left: Value, _ right: Value
  ) -> Bool {
    switch sign {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// Yes or no beside a condition, or the truth of another one.
  private func answer(_ expression: Expression, _ place: Place) -> Bool? {
    switch Self.literal(expression) {
    case .boolean(let value): return value
    case .text(let text): return text.lowercased() == "yes"
    default: return truth(expression, place)
    }
  }

  private func compareCoded(
    _ sign: ComparisonOperator, _ left: Expression, _ book: Codebook, _ right: Expression,
    _ place: Place
  ) -> Bool? {
    guard case .text(let held) = cell(of: left, place) else { return nil }
    if let path = Self.path(right), let table = place.table, target(path, from: table) != nil {
      guard case .text(let other) = cell(path, place) else { return nil }
      return Self.compare(sign, held, other, on: book)
    }
    guard let text = Self.text(of: right), let wanted = book.position(of: text) else {
      fatalError("no such value: \(Formatter.format(right))")
    }
    return Self.compare(sign, held, book.values[wanted], on: book)
  }

  /// The specification is silent on a value outside the codebook of a scale: it is no level of it, so
  /// it is neither above nor below one.
  private static func compare(
    _ sign: ComparisonOperator, _ left: String, _ right: String, on book: Codebook
  ) -> Bool {
    switch sign {
    case .equal: return left == right
    case .notEqual: return left != right
    default:
      guard let first = book.values[..<book.listed].firstIndex(of: left),
        let second = book.values[..<book.listed].firstIndex(of: right)
      else { return false }
      return holds(sign, first, second)
    }
  }

  private func compareNumbers(
    _ sign: ComparisonOperator, _ left: Expression, _ type: NumberType, _ right: Expression,
    _ place: Place
  ) -> Bool? {
    guard let held = number(left, place) else { return nil }
    guard let literal = Self.literal(right) else {
      return number(right, place).map { Self.holds(sign, held, $0) }
    }
    let (first, after) = Self.span(of: literal, beside: type)
    guard let after else { return Self.holds(sign, held, first) }
    // A span is one value: everything from its first number up to the next span.
    switch sign {
    case .equal: return held >= first && held < after
    case .notEqual: return held < first || held >= after
    case .less: return held < first
    case .lessOrEqual: return held < after
    case .greater: return held >= after
    case .greaterOrEqual: return held >= first
    }
  }

  /// The numbers that a literal means: one, or those from a first up to another.
  ///
  /// `5 years` beside months, and a month or year beside days, are spans.
  private static func span(
    of literal: Literal, beside type: NumberType
  ) -> (first: Double, after: Double?) {
    switch (type, literal) {
    case (.plain, .percent(let number)): return (number / 100, nil)
    case (.unit(let stored, let display), .number(let number)):
      return span(number, display, storedIn: stored)
    case (.unit(let stored, _), .quantity(let number, let unit)):
      return span(number, MeasureUnit(rawValue: unit.rawValue) ?? stored, storedIn: stored)
    case (.date, _): return NaiveCalendar.span(of: literal)
    case (_, .number(let number)), (_, .percent(let number)): return (number, nil)
    default: fatalError("not compared: \(literal) with \(type)")
    }
  }

  private static func span(
    _ number: Double, _ unit: MeasureUnit, storedIn stored: MeasureUnit
  ) -> (first: Double, after: Double?) {
    let size: Double
    switch (unit, stored) {
    case (.years, .months): size = 12
    case (.weeks, .days): size = 7
    case (.months, .years): return (number / 12, nil)
    case (.days, .weeks): return (number / 7, nil)
    default: return (number, nil)
    }
    // Half a year is a number of months like any other.
    return (number * size, number == number.rounded() ? (number + 1) * size : nil)
  }
}
