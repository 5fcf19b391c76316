extension Formatter {
  /// A condition or a value.
  public static func format(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): return format(literal)
    case .path(let path): return format(path)
    case .parameter(let name): return "$\(name.text)"
    case .list(let values): return "(\(list(values)))"
    case .group(let inner): return "(\(format(inner)))"
    case .not(let inner): return "not \(format(inner))"
    case .negative(let inner): return "-\(format(inner))"
    case .logical(let connective, let left, let right):
      return "\(format(left)) \(connective.rawValue) \(format(right))"
    case .comparison(let sign, let left, let right, _):
      return "\(format(left)) \(sign.rawValue) \(format(right))"
    case .arithmetic(let sign, let left, let right):
      return "\(format(left)) \(sign.rawValue) \(format(right))"
    case .test(let subject, let isNegated, let test):
      return "\(format(subject)) is \(isNegated ? "not " : "")\(format(test))"
    case .membership(let subject, let isNegated, let values):
      return "\(format(subject)) \(isNegated ? "not " : "")in (\(list(values)))"
    case .between(let subject, let isNegated, let low, let high):
      return
        "\(format(subject)) \(isNegated ? "not " : "")between \(format(low)) and \(format(high))"
    case .has(let subject, let mode, let values):
      return "\(format(subject)) has " + format(mode, values)
    case .quantified(let quantifier, let relation, let condition):
      return format(quantifier, relation) + bracketed(condition)
    case .countOf(let relation, let condition):
      return "count of \(format(relation))" + bracketed(condition)
    case .aggregate(let aggregate, let path): return "\(aggregate.rawValue) of \(format(path))"
    case .inPeriod(let subject, let isNegated, let period):
      return "\(format(subject)) \(isNegated ? "not " : "")in \(format(period))"
    case .ordering(let subject, let order, let limit):
      return "\(format(subject)) \(order.rawValue) \(format(limit))"
    case .textTest(let subject, let test, let mode, let patterns):
      return "\(format(subject)) \(test.rawValue) " + format(mode, patterns)
    case .bands(let subject, let cuts): return "\(format(subject)) bands (\(list(cuts)))"
    case .every(let subject, let step, let unit):
      return "\(format(subject)) every " + format(.number(step), unit)
    case .each(let path): return "each \(format(path))"
    case .datePart(let part, let date): return "\(part.rawValue) of \(format(date))"
    case .measure(let measure): return formatInClause(measure)
    case .call(let name, let arguments): return "\(name.text)(\(list(arguments)))"
    case .subquery(let query): return "(\(format(query)))"
    }
  }

  private static func format(_ number: Literal, _ unit: QuantityUnit?) -> String {
    guard let unit, case .number(let step) = number else { return format(number) }
    return format(.quantity(step, unit))
  }

  /// A measure at the head of a query.
  public static func format(_ measure: MeasureExpression) -> String {
    switch measure.kind {
    case .count: "count"
    case .distinct(let path): "count distinct \(format(path))"
    case .percent(let condition): "percent \(format(condition))"
    case .statistic(let statistic, let value): "\(statistic.word) \(format(value))"
    case .named(let name): format(name)
    }
  }

  /// A measure where a comparison may follow it: its own condition needs brackets there.
  private static func formatInClause(_ measure: MeasureExpression) -> String {
    switch measure.kind {
    case .percent(let condition):
      switch condition.kind {
      case .path, .group: return format(measure)
      default: return "percent (\(format(condition)))"
      }
    default: return format(measure)
    }
  }

  private static func bracketed(_ condition: Expression?) -> String {
    condition.map { " (\(format($0)))" } ?? ""
  }

  private static func format(_ mode: HasMode, _ values: [Expression]) -> String {
    switch mode {
    case .one: list(values)
    case .any, .all, .none: "\(mode.rawValue) (\(list(values)))"
    case .only: values.count == 1 ? "only \(list(values))" : "only (\(list(values)))"
    }
  }

  private static func format(_ quantifier: Quantifier, _ relation: Path) -> String {
    let name = format(relation)
    return switch quantifier {
    case .any: "any \(name)"
    case .every(let ifAny): "every \(name)" + (ifAny ? ", if any," : "")
    case .no: "no \(name)"
    case .atLeast(let count): "at least \(count) \(name)"
    case .atMost(let count): "at most \(count) \(name)"
    case .exactly(let count): "exactly \(count) \(name)"
    }
  }

  private static func format(_ test: Test) -> String {
    switch test {
    case .missing(let reason): "missing" + (reason.map { " because \(format($0))" } ?? "")
    case .recorded: "recorded"
    case .yes: "yes"
    case .no: "no"
    case .value(let value): format(value)
    case .level(let level, let value): "\(level.rawValue) \(format(value))"
    case .empty: "empty"
    }
  }

  static func format(_ literal: Literal) -> String {
    switch literal {
    case .text(let text): return quoted(text)
    case .number(let number): return digits(number)
    case .percent(let number): return digits(number) + "%"
    case .quantity(let number, let unit):
      let word = number == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue
      return "\(digits(number)) \(word)"
    case .date(let date): return format(date)
    case .financialYear(let year): return "\(year)-\(two((year + 1) % 100))"
    case .quarter(let number, let year, let isFinancial):
      return "quarter \(number) of "
        + format(isFinancial ? .financialYear(year) : .number(Double(year)))
    case .pattern(let source): return "/" + source.replacing("/", with: "\\/") + "/"
    case .boolean(let value): return value ? "yes" : "no"
    }
  }

  private static func format(_ date: DateLiteral) -> String {
    let digits = String(date.year)
    let year = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let day = date.day else { return "\(Lexer.months[date.month - 1]) \(year)" }
    return "\(year)-\(two(date.month))-\(two(day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A number without an exponent, which the language does not read.
  private static func digits(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    let text = "\(number)"
    guard text.contains("e") else { return text }
    // Below 0.0001 Swift writes an exponent; fifteen decimals are all a query can mean.
    var fraction = ""
    var rest = number
    for _ in 0..<15 {
      rest *= 10
      let digit = Int(rest)
      fraction += String(digit)
      rest -= Double(digit)
    }
    return "0." + fraction
  }
}
