import Language
import Tables

/// What has been defined, as trees.
struct NaiveDefinitions {
  var fields: [(table: Int, name: String, body: Expression)] = []
  var sets: [(name: String, set: SetExpression)] = []
  var measures: [(name: String, measure: MeasureExpression)] = []
}

/// Answers the language row by row, straight from the syntax tree: slow, plain, and sharing nothing
/// with the engine but the tree and the form of the data.
///
/// Where LANGUAGE.md is silent a comment says whose word was taken. `nil` is undecided, or no number.
struct NaiveEvaluator {
  let data: NaiveData
  var definitions = NaiveDefinitions()

  /// What a condition is asked of.
  enum Place {
    case row(table: Int, Int)
    /// The rows of one group, after `having`, with the query's own measures.
    case group(table: Int, [Int], shown: [MeasureExpression])
    /// No row: after `expect`.
    case dataSet

    var table: Int? {
      switch self {
      case .row(let table, _), .group(let table, _, _): table
      case .dataSet: nil
      }
    }
  }

  // MARK: Conditions

  func truth(_ expression: Expression, _ place: Place) -> Bool? {
    switch expression.kind {
    case .group(let inner): return truth(inner, place)
    case .not(let inner): return truth(inner, place).map { !$0 }
    case .logical(.and, let left, let right):
      return Self.all([truth(left, place), truth(right, place)])
    case .logical(.or, let left, let right):
      return Self.any([truth(left, place), truth(right, place)])
    case .literal(.boolean(let value)): return value
    case .path(let path):
      guard case .flag(let value) = cell(path, place) else { return nil }
      return value
    case .comparison(let sign, let left, let right, _): return compare(sign, left, right, place)
    case .membership(let subject, let isNegated, let values):
      return Self.any(values.map { compare(.equal, subject, $0, place) }).map { $0 != isNegated }
    case .between(let subject, let isNegated, let low, let high):
      return Self.all([
        compare(.greaterOrEqual, subject, low, place), compare(.lessOrEqual, subject, high, place),
      ]).map { $0 != isNegated }
    case .test(let subject, let isNegated, let test):
      return self.test(subject, test, place).map { $0 != isNegated }
    case .has(let subject, let mode, let values): return has(subject, mode, values, place)
    case .textTest(let subject, let test, let mode, let patterns):
      return textTest(subject, test, mode, patterns, place)
    case .inPeriod(let subject, let isNegated, let period):
      return compare(.equal, subject, period, place).map { $0 != isNegated }
    case .ordering(let subject, let order, let limit):
      let sign: ComparisonOperator =
        switch order {
        case .before: .less
        case .after: .greater
        case .onOrBefore: .lessOrEqual
        case .onOrAfter: .greaterOrEqual
        }
      return compare(sign, subject, limit, place)
    case .quantified(let quantifier, let relation, let condition):
      return quantified(quantifier, relation, condition, place)
    default: fatalError("no condition: \(Formatter.format(expression))")
    }
  }

  /// `false` wins, then undecided.
  static func all(_ truths: [Bool?]) -> Bool? {
    truths.contains(false) ? false : truths.contains(nil) ? nil : true
  }

  /// `true` wins, then undecided.
  static func any(_ truths: [Bool?]) -> Bool? {
    truths.contains(true) ? true : truths.contains(nil) ? nil : false
  }

  private func test(_ subject: Expression, _ test: Test, _ place: Place) -> Bool? {
    switch test {
    case .value(let wanted): return compare(.equal, subject, wanted, place)
    case .yes, .no:
      let answer = Expression(.literal(.boolean(test == .yes)), at: subject.span)
      return compare(.equal, subject, answer, place)
    case .level(let level, let wanted):
      let sign: ComparisonOperator =
        switch level {
        case .atLeast: .greaterOrEqual
        case .atMost: .lessOrEqual
        case .above: .greater
        case .below: .less
        }
      return compare(sign, subject, wanted, place)
    case .empty:
      guard case .list(let held) = cell(of: subject, place) else { return nil }
      return held.isEmpty
    case .recorded: return !cell(of: subject, place).isMissing
    case .missing(let reason): return missing(subject, reason, place)
    }
  }

  private func missing(_ subject: Expression, _ reason: Expression?, _ place: Place) -> Bool? {
    guard let reason else { return cell(of: subject, place).isMissing }
    // The specification is silent on a path that leads nowhere: whatever the reason of a row that
    // does not exist would be, it is not known (the engine's reading).
    if case .row(let table, let row) = place, let path = Self.path(subject),
      let target = target(path, from: table), walk(target.hops, from: row) == nil
    {
      return nil
    }
    guard case .missing(let found) = cell(of: subject, place) else { return false }
    return found.map { $0.lowercased() } == Self.text(of: reason)?.lowercased()
  }

  private func has(
    _ subject: Expression, _ mode: HasMode, _ values: [Expression], _ place: Place
  ) -> Bool? {
    guard case .list(let held) = cell(of: subject, place),
      case .list(let book) = kind(of: subject, place)
    else { return nil }
    let wanted = values.map { value in
      Self.text(of: value).flatMap { book.position(of: $0) }.map { book.values[$0] } ?? ""
    }
    switch mode {
    case .one, .any: return wanted.contains { held.contains($0) }
    case .all: return wanted.allSatisfy { held.contains($0) }
    case .none: return !wanted.contains { held.contains($0) }
    case .only: return !held.isEmpty && held.allSatisfy { wanted.contains($0) }
    }
  }
}
