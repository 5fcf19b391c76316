internal import Language
internal import Tables

/// A number or date as SQL.
struct SQLNumber: Sendable {
  /// What the SQL gives.
  enum Kind: Sendable {
    case whole, real, date
  }

  var expression: SQLExpression
  var kind: Kind
  /// The number itself, where it is the same for every row.
  var constant: Double?

  init(_ expression: SQLExpression, _ kind: Kind) {
    self.expression = expression
    self.kind = kind
  }

  init(constant: Double) {
    expression = SQLDialect.literal(constant)
    kind = constant.rounded() == constant ? .whole : .real
    self.constant = constant
  }

  /// A number that no row has.
  static let none = SQLNumber(.null, .whole)
}

extension SQLWriter {
  /// A day number as a date literal, where there is such a date.
  private func date(_ day: Double) -> SQLExpression? {
    guard let day = Int32(exactly: day) else { return nil }
    let date = CalendarDate(dayNumber: day)
    return (1...9999).contains(date.components.year) ? dialect.literal(date) : nil
  }

  private var firstDay: SQLExpression { dialect.literal(CalendarDate(dayNumber: 0)) }

  /// A number as a date, if it is one.
  func asDate(_ number: SQLNumber) -> SQLExpression? {
    if number.kind == .date { return number.expression }
    if let constant = number.constant { return date(constant) }
    guard number.kind == .whole else { return nil }
    return dialect.date(firstDay, movedBy: number.expression, forward: true)
  }

  /// A date as the number of its day; any other number as it is.
  func asDay(_ number: SQLNumber) -> SQLNumber {
    guard number.kind == .date else { return number }
    return SQLNumber(dialect.days(from: firstDay, to: number.expression), .whole)
  }

  // MARK: Comparisons

  /// Two numbers, or two dates, compared.
  func compared(
    _ left: SQLNumber, _ sign: ComparisonOperator, _ right: SQLNumber
  ) -> SQLExpression {
    if left.kind == .date || right.kind == .date {
      let areDates =
        (left.kind == .date || left.constant != nil)
        && (right.kind == .date || right.constant != nil)
      if areDates, let first = asDate(left), let second = asDate(right) {
        return .comparison(first, sign.sql, second)
      }
      return .comparison(asDay(left).expression, sign.sql, asDay(right).expression)
    }
    return .comparison(left.expression, sign.sql, right.expression)
  }

  /// A number inside an interval.
  func within(_ number: SQLNumber, _ interval: NumericInterval) -> SQLExpression {
    let low = interval.low.map { SQLNumber(constant: $0.value) }
    let high = interval.high.map { SQLNumber(constant: $0.value) }
    guard let low, let high, let lower = interval.low, let upper = interval.high else {
      if let low {
        return compared(
          number, interval.low?.isInclusive == true ? .greaterOrEqual : .greater, low)
      }
      if let high {
        return compared(number, interval.high?.isInclusive == true ? .lessOrEqual : .less, high)
      }
      // Every number that there is.
      return .comparison(number.expression, "=", number.expression)
    }
    if lower.isInclusive, upper.isInclusive, lower.value == upper.value {
      return compared(number, .equal, low)
    }
    if lower.isInclusive, upper.isInclusive {
      let ends = number.kind == .date ? [asDate(low), asDate(high)].compactMap { $0 } : []
      let isOfDates = ends.count == 2
      let value = isOfDates ? number : asDay(number)
      let first = isOfDates ? ends[0] : low.expression
      let last = isOfDates ? ends[1] : high.expression
      return SQLExpression(
        "\(value.expression.operand(of: .concatenation)) between "
          + "\(first.operand(of: .concatenation)) and \(last.operand(of: .concatenation))",
        .comparison)
    }
    return .all([
      compared(number, lower.isInclusive ? .greaterOrEqual : .greater, low),
      compared(number, upper.isInclusive ? .lessOrEqual : .less, high),
    ])
  }
}
