internal import Language
internal import Tables

extension Explanation {
  /// `children for which ...`.
  func phrase(_ set: SetExpression) -> String {
    var text = set.entity.text
    if text.lowercased() == "those" { text = "rows behind the last answer" }
    if let keys = set.cell {
      text = "rows of the cell \(Wording.list(keys.map { name($0) })) of the last table"
    }
    if let condition = set.condition { text += " for which \(phrase(condition))" }
    if let exception = set.exception {
      text += ", leaving out those for which \(phrase(exception))"
    }
    return text
  }

  /// A path or expression as it is named.
  func name(_ expression: Expression) -> String {
    if case .path(let path) = expression.kind { return path.text }
    return phrase(expression)
  }

  /// A condition as a clause: `status is "CP plan" and died is yes`.
  func phrase(_ expression: Expression) -> String {
    switch expression.kind {
    case .path(let path): return isFlag(path) ? "\(path.text) is yes" : path.text
    case .literal, .parameter: return Formatter.format(expression)
    case .list(let values): return Wording.list(values.map { name($0) }, joiner: "or")
    case .group(let inner): return "(\(phrase(inner)))"
    case .not(let inner): return negated(inner)
    case .negative(let inner): return "minus \(name(inner))"
    case .logical(let connective, let left, let right):
      return "\(part(left, of: connective)) \(connective.rawValue) \(part(right, of: connective))"
    case .comparison(let comparison, let left, let right, _):
      return "\(name(left)) \(comparison.inWords) \(name(right))"
    case .arithmetic(let sign, let left, let right):
      return "\(name(left)) \(sign.inWords) \(name(right))"
    case .test(let subject, let isNegated, let test):
      return "\(name(subject)) is \(isNegated ? "not " : "")\(phrase(test))"
    case .membership(let subject, let isNegated, let values):
      let list = Wording.list(values.map { name($0) }, joiner: "or")
      return "\(name(subject)) is \(isNegated ? "none of" : "one of") \(list)"
    case .between(let subject, let isNegated, let low, let high):
      return "\(name(subject)) is \(isNegated ? "not " : "")from \(name(low)) to \(name(high)), "
        + "both included"
    case .has(let subject, let mode, let values):
      return "\(name(subject)) \(phrase(mode)) \(Wording.list(values.map { name($0) }))"
    case .quantified(let quantifier, let relation, let condition):
      return phrase(quantifier, relation.text, condition)
    case .countOf(let relation, let condition):
      let inner = condition.map { " for which \(phrase($0))" } ?? ""
      return condition == nil
        ? "the number of its \(relation.text)" : "(the number of its \(relation.text)\(inner))"
    case .aggregate(let aggregate, let path):
      return "the \(aggregate.inWords) of its \(path.text)"
    case .inPeriod(let subject, let isNegated, let period):
      return "\(name(subject)) is \(isNegated ? "not " : "")\(during(period))"
    case .ordering(let subject, let order, let limit):
      return "\(name(subject)) is \(order.rawValue) \(name(limit))"
    case .textTest(let subject, let test, let mode, let patterns):
      return "\(name(subject)) \(test.rawValue) \(phrase(mode, patterns))"
    case .bands(let subject, let cuts):
      return "\(name(subject)) in bands that begin at \(Wording.list(cuts.map { name($0) }))"
    case .every(let subject, let step, let unit):
      let width = Formatter.format(
        Expression(
          .literal(unit.map { .quantity(step, $0) } ?? .number(step)), at: expression.span))
      return "\(name(subject)) in bands of \(width)"
    case .each(let path): return "value of \(path.text) (a row may hold several)"
    case .datePart(let part, let date): return "\(part.rawValue) of \(name(date))"
    case .measure(let measure): return phrase(measure)
    case .call(let function, let arguments):
      return phrase(function, arguments.map { name($0) })
    case .subquery(let query):
      switch query.verb {
      case .percent(let condition):
        return "the percentage of \(phrase(query.set)) for which \(phrase(condition))"
      case .measures(let measures):
        return Wording.list(measures.map { phrase($0) }) + " of \(phrase(query.set))"
      default:
        return "the number of \(phrase(query.set))"
      }
    }
  }

  /// A part of several conditions, in brackets where its end could not be heard: `or` inside `and`, and
  /// a quantifier with a condition of its own.
  private func part(_ expression: Expression, of connective: LogicalOperator) -> String {
    switch expression.kind {
    case .logical(let inner, _, _) where inner != connective: "(\(phrase(expression)))"
    case .quantified(_, _, .some): "(\(phrase(expression)))"
    default: phrase(expression)
    }
  }

  /// A function of numbers as a noun.
  private func phrase(_ function: Name, _ arguments: [String]) -> String {
    switch (NumericFunction(rawValue: function.text.lowercased()), arguments.count) {
    case (.days, 2): "the days from \(arguments[0]) to \(arguments[1])"
    case (.months, 2): "the whole months from \(arguments[0]) to \(arguments[1])"
    case (.round, 1): "(\(arguments[0])), rounded,"
    case (.round, 2):
      "(\(arguments[0])), rounded to \(arguments[1]) \(arguments[1] == "1" ? "decimal" : "decimals"),"
    default: "\(function.text) of \(Wording.list(arguments))"
    }
  }

  /// A measure as a noun: `the median of age`.
  func phrase(_ measure: MeasureExpression) -> String {
    switch measure.kind {
    case .count: "the count"
    case .distinct(let path): "the number of different values of \(path.text)"
    case .percent(let condition): "the percentage for which \(phrase(condition))"
    case .statistic(let statistic, let value): "the \(statistic.inWords) of \(name(value))"
    case .named(let name): name.text
    }
  }

  /// A period with its first and last month, where its name alone may be read in two ways.
  private func during(_ period: Expression) -> String {
    let text = Formatter.format(period)
    switch period.kind {
    case .literal(.financialYear(let year)):
      return "in \(text) (April \(year) to March \(year + 1))"
    case .literal(.quarter(let number, let year, let isFinancial)):
      let first = (isFinancial ? 3 : 0) + (number - 1) * 3
      func month(_ index: Int) -> String {
        let names = [
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December",
        ]
        return "\(names[index % 12]) \(year + index / 12)"
      }
      return "in \(text) (\(month(first)) to \(month(first + 2)))"
    default: return "in \(text)"
    }
  }

  private func phrase(_ mode: HasMode, _ patterns: [Expression]) -> String {
    let listed = Wording.list(patterns.map { name($0) }, joiner: mode == .all ? "and" : "or")
    switch mode {
    case .one, .only: return listed
    case .any: return "any of \(listed)"
    case .all: return "all of \(listed)"
    case .none: return "none of \(listed)"
    }
  }

  private func negated(_ inner: Expression) -> String {
    switch inner.kind {
    case .path(let path): "\(path.text) is no"
    default: "it is not so that \(phrase(inner))"
    }
  }

  private func phrase(_ test: Test) -> String {
    switch test {
    case .missing(let reason): reason.map { "missing because \(name($0))" } ?? "missing"
    case .recorded: "recorded"
    case .yes: "yes"
    case .no: "no"
    case .value(let value): name(value)
    case .level(let level, let value): "\(level.rawValue) \(name(value))"
    case .empty: "empty"
    }
  }

  private func phrase(_ mode: HasMode) -> String {
    switch mode {
    case .one: "includes"
    case .any: "includes any of"
    case .all: "includes all of"
    case .none: "includes none of"
    case .only: "is only"
    }
  }

  private func phrase(
    _ quantifier: Quantifier, _ relation: String, _ condition: Expression?
  ) -> String {
    let inner = condition.map { " for which \(phrase($0))" } ?? ""
    switch quantifier {
    case .any: return "there is at least one \(relation)\(inner)"
    case .no: return "there is no \(relation)\(inner)"
    case .atLeast(let count): return "\(Self.there(count)) at least \(count) \(relation)\(inner)"
    case .atMost(let count): return "\(Self.there(count)) at most \(count) \(relation)\(inner)"
    case .exactly(let count): return "\(Self.there(count)) exactly \(count) \(relation)\(inner)"
    case .every(let ifAny):
      let all = condition.map { "for every \(relation) \(phrase($0))" } ?? "every \(relation)"
      return ifAny ? "\(all), or there is none" : "there is a \(relation), and \(all)"
    }
  }

  private static func there(_ count: Int) -> String { count == 1 ? "there is" : "there are" }

  /// Whether a path ends in a yes/no field of some table: good enough to choose words.
  private func isFlag(_ path: Path) -> Bool {
    guard let last = path.names.last else { return false }
    return catalogue.data.tables.indices.contains { table in
      catalogue.field(named: last.text, inTable: table)?.schema.type == .boolean
    }
  }

  /// ` Here died means ...`: the derived fields that the conditions name.
  func definitions(in expressions: [Expression?]) -> String {
    definitions(in: expressions.flatMap { $0?.pathEnds ?? [] })
  }

  /// The same for names.
  func definitions(in all: [String]) -> String {
    var names: [String] = []
    for name in all where !names.contains(name) { names.append(name) }
    let meanings = names.compactMap { name -> String? in
      for table in catalogue.data.tables.indices {
        if let text = catalogue.field(named: name, inTable: table)?.definition {
          return "\(name) means \(text)"
        }
      }
      return catalogue.namedMeasures.first { $0.name == name }.map { "\(name) means \($0.text)" }
    }
    return meanings.isEmpty ? "" : " Here \(Wording.list(meanings))."
  }
}

extension Expression {
  /// The last names of all paths inside, in order.
  var pathEnds: [String] {
    switch kind {
    case .path(let path): return path.names.last.map { [$0.text] } ?? []
    case .literal, .parameter, .list: return []
    case .aggregate(_, let path), .each(let path):
      return path.names.last.map { [$0.text] } ?? []
    case .inPeriod(let subject, _, _), .ordering(let subject, _, _), .every(let subject, _, _),
      .textTest(let subject, _, _, _), .datePart(_, let subject):
      return subject.pathEnds
    case .measure(let measure): return measure.pathEnds
    case .group(let inner), .not(let inner), .negative(let inner): return inner.pathEnds
    case .logical(_, let left, let right), .arithmetic(_, let left, let right),
      .comparison(_, let left, let right, _):
      return left.pathEnds + right.pathEnds
    case .test(let subject, _, _): return subject.pathEnds
    case .membership(let subject, _, _), .has(let subject, _, _), .bands(let subject, _):
      return subject.pathEnds
    case .between(let subject, _, let low, let high):
      return subject.pathEnds + low.pathEnds + high.pathEnds
    case .quantified(_, _, let condition), .countOf(_, let condition):
      return condition?.pathEnds ?? []
    case .call(_, let arguments): return arguments.flatMap(\.pathEnds)
    case .subquery(let query):
      let measured =
        switch query.verb {
        case .measures(let measures): measures.flatMap(\.pathEnds)
        case .percent(let condition): condition.pathEnds
        default: [String]()
        }
      return measured + (query.set.condition?.pathEnds ?? [])
    }
  }
}

extension MeasureExpression {
  /// The last names of all paths inside, in order.
  var pathEnds: [String] {
    switch kind {
    case .count: []
    case .distinct(let path): path.names.last.map { [$0.text] } ?? []
    case .percent(let expression), .statistic(_, let expression): expression.pathEnds
    case .named(let name): [name.text]
    }
  }
}

extension Statistic {
  var inWords: String {
    switch self {
    case .sum: "sum"
    case .average: "average"
    case .median: "median"
    case .min: "smallest"
    case .max: "largest"
    case .deviation: "standard deviation"
    case .percentile(let rank): "\(rank)th percentile"
    }
  }
}

extension Aggregate {
  fileprivate var inWords: String {
    switch self {
    case .average: "average"
    case .median: "median"
    case .sum: "sum"
    case .min: "smallest"
    case .max: "largest"
    }
  }
}

extension ComparisonOperator {
  fileprivate var inWords: String {
    switch self {
    case .equal: "is"
    case .notEqual: "is not"
    case .less: "is below"
    case .lessOrEqual: "is at most"
    case .greater: "is above"
    case .greaterOrEqual: "is at least"
    }
  }
}

extension ArithmeticOperator {
  fileprivate var inWords: String {
    switch self {
    case .add: "plus"
    case .subtract: "minus"
    case .multiply: "times"
    case .divide: "divided by"
    }
  }
}
