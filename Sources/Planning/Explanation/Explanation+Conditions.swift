internal import Language
internal import Tables

extension Explanation {
  /// `children for which ...`.
  func phrase(_ set: SetExpression) -> String {
    var text = set.entity.text
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
    case .group(let inner): return "(\(phrase(inner)))"
    case .not(let inner): return negated(inner)
    case .negative(let inner): return "minus \(name(inner))"
    case .logical(let connective, let left, let right):
      return "\(phrase(left)) \(connective.rawValue) \(phrase(right))"
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
      return "the number of its \(relation.text)\(inner)"
    case .bands(let subject, let cuts):
      return "\(name(subject)) in bands that begin at \(Wording.list(cuts.map { name($0) }))"
    case .call(let function, let arguments):
      return "\(function.text) of \(Wording.list(arguments.map { name($0) }))"
    case .subquery(let query):
      switch query.verb {
      case .percent(let condition):
        return "the percentage of \(phrase(query.set)) for which \(phrase(condition))"
      default:
        return "the number of \(phrase(query.set))"
      }
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
    case .atLeast(let count): return "there are at least \(count) \(relation)\(inner)"
    case .atMost(let count): return "there are at most \(count) \(relation)\(inner)"
    case .exactly(let count): return "there are exactly \(count) \(relation)\(inner)"
    case .every(let ifAny):
      let all = condition.map { "for every \(relation) \(phrase($0))" } ?? "every \(relation)"
      return ifAny ? "\(all), or there is none" : "there is a \(relation), and \(all)"
    }
  }

  /// Whether a path ends in a yes/no field of some table: good enough to choose words.
  private func isFlag(_ path: Path) -> Bool {
    guard let last = path.names.last else { return false }
    return catalogue.data.tables.indices.contains { table in
      catalogue.field(named: last.text, inTable: table)?.schema.type == .boolean
    }
  }

  /// ` Here died means ...`: the derived fields that the conditions name.
  func definitions(in expressions: [Expression?]) -> String {
    var names: [String] = []
    for expression in expressions.compactMap({ $0 }) {
      for name in expression.pathEnds where !names.contains(name) { names.append(name) }
    }
    let meanings = names.compactMap { name -> String? in
      for table in catalogue.data.tables.indices {
        if let text = catalogue.field(named: name, inTable: table)?.definition {
          return "\(name) means \(text)"
        }
      }
      return nil
    }
    return meanings.isEmpty ? "" : " Here \(Wording.list(meanings))."
  }
}

extension Expression {
  /// The last names of all paths inside, in order.
  var pathEnds: [String] {
    switch kind {
    case .path(let path): return path.names.last.map { [$0.text] } ?? []
    case .literal, .parameter: return []
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
    case .subquery(let query): return query.set.condition?.pathEnds ?? []
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
