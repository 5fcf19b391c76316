import Language
import Tables

/// What expressions are, as far as that decides how they compare and how they are shown.
extension NaiveEvaluator {
  enum NumberType: Hashable {
    case plain(isWhole: Bool)
    /// The unit that the numbers are in, and the one that a bare number beside them means.
    case unit(MeasureUnit, MeasureUnit)
    case percent
    case date

    /// Whether bands of these numbers end one below the next.
    var countsWholes: Bool {
      switch self {
      case .plain(let isWhole): isWhole
      case .unit, .date: true
      case .percent: false
      }
    }
  }

  enum Kind {
    case condition
    case flag
    case coded(Codebook, isText: Bool)
    case list(Codebook)
    case number(NumberType)
  }

  func kind(of expression: Expression, _ place: Place) -> Kind {
    switch expression.kind {
    case .group(let inner): return kind(of: inner, place)
    case .path(let path):
      if case .group(let table, _, let shown) = place {
        return .number(type(of: measure(named: path.text, shown), table))
      }
      guard let table = place.table, let target = target(path, from: table) else {
        fatalError("no field: \(path.text)")
      }
      return kind(of: target)
    case .bands(let subject, let cuts):
      let labels = bands(subject, cuts, place).labels
      return .coded(
        Codebook(values: labels, labels: labels, listed: labels.count, isOrdered: true),
        isText: false)
    case .literal, .negative, .arithmetic, .countOf, .aggregate, .datePart, .call, .subquery,
      .measure:
      if case .literal(.boolean) = expression.kind { return .condition }
      return .number(type(of: expression, place))
    default: return .condition
    }
  }

  func kind(of target: Target) -> Kind {
    switch target.source {
    case .defined(let body): return kind(of: body, .row(table: target.table, 0))
    case .stored(let index):
      let field = data.tables[target.table].schema.fields[index]
      let book = data.tables[target.table].codebooks[index]
      switch field.type {
      case .boolean: return .flag
      case .text, .category: return .coded(book, isText: field.type == .text)
      case .list: return .list(book)
      case .date: return .number(.date)
      case .integer, .number:
        guard let unit = field.unit else { return .number(.plain(isWhole: field.type == .integer)) }
        return .number(.unit(unit, field.displayUnit ?? unit))
      }
    }
  }

  func type(of expression: Expression, _ place: Place) -> NumberType {
    switch expression.kind {
    case .literal(let literal): return Self.type(of: literal)
    case .negative(let inner): return type(of: inner, place)
    case .countOf: return .plain(isWhole: true)
    case .datePart: return .plain(isWhole: true)
    case .aggregate(let aggregate, let path):
      let (related, rest) = related(path, from: place.table ?? 0)
      let field = Expression(.path(rest), at: expression.span)
      let inner = type(of: field, .row(table: data.links[related.link].child, 0))
      return Self.summed(inner, keepsWhole: [.sum, .min, .max].contains(aggregate))
    case .arithmetic(let sign, let left, let right):
      return Self.type(type(of: left, place), sign, type(of: right, place))
    case .call(let name, let arguments):
      switch name.text {
      case "days": return .unit(.days, .days)
      case "months": return .unit(.months, .months)
      default:
        let inner = type(of: arguments[0], place)
        guard case .plain = inner else { return inner }
        return .plain(isWhole: arguments.count == 1 || number(arguments[1], place) == 0)
      }
    case .subquery(let query):
      return type(of: measure(of: query), rows(query.set).table)
    case .measure(let measure): return type(of: measure, place.table ?? 0)
    default:
      guard case .number(let type) = kind(of: expression, place) else {
        fatalError("no number: \(Formatter.format(expression))")
      }
      return type
    }
  }

  private static func type(of literal: Literal) -> NumberType {
    switch literal {
    case .number(let number): return .plain(isWhole: number.rounded() == number)
    case .quantity(_, let unit):
      let unit = MeasureUnit(rawValue: unit.rawValue) ?? .days
      return .unit(unit, unit)
    case .date: return .date
    default: return .plain(isWhole: false)
    }
  }

  private static func type(
    _ left: NumberType, _ sign: ArithmeticOperator, _ right: NumberType
  ) -> NumberType {
    switch (left, right) {
    case (.date, .date): return .unit(.days, .days)
    case (.date, _): return .date
    case (.unit, .unit), (.unit, .plain): return left
    case (.plain, .unit): return right
    default:
      return .plain(isWhole: sign != .divide && left.countsWholes && right.countsWholes)
    }
  }

  private static func summed(_ type: NumberType, keepsWhole: Bool) -> NumberType {
    guard case .plain(let isWhole) = type else { return type }
    return .plain(isWhole: isWhole && keepsWhole)
  }

  func type(of measure: MeasureExpression, _ table: Int) -> NumberType {
    switch measure.kind {
    case .count, .distinct: return .plain(isWhole: true)
    case .percent: return .percent
    case .named(let name): return type(of: self.measure(named: name.text, []), table)
    case .statistic(let statistic, let value):
      return Self.summed(
        type(of: value, .row(table: table, 0)),
        keepsWhole: [.sum, .min, .max].contains(statistic))
    }
  }
}
