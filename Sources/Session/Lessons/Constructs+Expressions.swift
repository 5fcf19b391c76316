internal import Language

extension Constructs {
  mutating func add(_ expression: Expression) {
    switch expression.kind {
    case .literal, .parameter: break
    case .path(let path): insert(path.text)
    case .list(let parts): for part in parts { add(part) }
    case .group(let inner), .negative(let inner): add(inner)
    case .not(let inner):
      insert("not")
      add(inner)
    case .logical(let sign, let left, let right):
      insert(sign.rawValue)
      add(left, right)
    case .comparison(let sign, let left, let right, _):
      insert(sign.rawValue)
      add(left, right)
    case .arithmetic(let sign, let left, let right):
      insert(sign.rawValue)
      add(left, right)
    case .test(let value, let isNegated, let test):
      insert("is", (isNegated ? "is not " : "is ") + Self.word(of: test))
      add(value)
    case .membership(let value, let isNegated, _):
      insert(isNegated ? "not in" : "in")
      add(value)
    case .between(let value, let isNegated, let low, let high):
      insert(isNegated ? "not between" : "between")
      add(value, low, high)
    case .has(let value, let mode, _):
      insert("has", "has \(mode.rawValue)")
      add(value)
    case .inPeriod(let value, let isNegated, _):
      insert(isNegated ? "not in" : "in")
      add(value)
    case .ordering(let value, let order, _):
      insert(order.rawValue)
      add(value)
    case .textTest(let value, let test, _, _):
      insert(test.rawValue)
      add(value)
    default: addRelated(expression)
    }
  }

  /// What speaks of other rows, or of groups.
  private mutating func addRelated(_ expression: Expression) {
    switch expression.kind {
    case .quantified(let quantifier, let relation, let condition):
      for word in Self.words(of: quantifier) { insert(word, "\(word) \(relation.text)") }
      if let condition {
        if Self.isConjunction(condition) { insert("\(relation.text) (... and ...)") }
        add(condition)
      }
    case .countOf(let relation, let condition):
      insert("count of", "count of \(relation.text)")
      if let condition { add(condition) }
    case .aggregate(let aggregate, let path): insert("\(aggregate.rawValue) of", path.text)
    case .bands(let value, _):
      insert("bands")
      add(value)
    case .every(let value, let step, let unit):
      let number = step == step.rounded() ? String(Int(step)) : String(step)
      insert("every \(number)" + (unit.map { " \($0.rawValue)" } ?? ""))
      add(value)
    case .each(let path): insert("each", "each \(path.text)")
    case .datePart(let part, let value):
      insert("\(part.rawValue) of")
      add(value)
    case .measure(let measure): add(measure)
    case .call(let name, let arguments):
      insert(name.text)
      for argument in arguments { add(argument) }
    case .subquery(let query): add(query)
    default: break
    }
  }

  private mutating func add(_ parts: Expression...) { for part in parts { add(part) } }

  private static func isConjunction(_ condition: Expression) -> Bool {
    switch condition.kind {
    case .group(let inner): isConjunction(inner)
    case .logical(.and, _, _): true
    default: false
    }
  }

  private static func word(of test: Test) -> String {
    switch test {
    case .missing: "missing"
    case .recorded: "recorded"
    case .yes: "yes"
    case .no: "no"
    case .value: "value"
    case .level(let level, _): level.rawValue
    case .empty: "empty"
    }
  }

  private static func words(of quantifier: Quantifier) -> [String] {
    switch quantifier {
    case .any: ["any"]
    case .every(let ifAny): ifAny ? ["every", "if any"] : ["every"]
    case .no: ["no"]
    case .atLeast(let count): ["at least", "at least \(count)"]
    case .atMost(let count): ["at most", "at most \(count)"]
    case .exactly(let count): ["exactly", "exactly \(count)"]
    }
  }
}
