internal import Diagnostics
internal import Language
internal import Tables

/// The rows that a query speaks of, and what else its words could have meant.
extension Binder {
  /// A set, and the scope of its rows.
  ///
  /// The scope is known even when a condition has a mistake, so that the other clauses can still be
  /// checked.
  mutating func bindSet(_ set: SetExpression) -> (set: BoundSet?, scope: Scope)? {
    if set.cell != nil || set.entity.text.lowercased() == "those" {
      guard let answered = answeredSet(set) else { return nil }
      let scope = Scope(table: answered.table)
      return (narrowed(answered, by: set, in: scope), scope)
    }
    if let named = catalogue.namedSets.first(where: { $0.name == set.entity.text }) {
      let scope = Scope(table: named.set.table)
      return (narrowed(named.set, by: set, in: scope), scope)
    }
    guard let table = table(of: set.entity) else { return nil }
    let scope = Scope(table: table)
    return (narrowed(BoundSet(table: table), by: set, in: scope), scope)
  }

  /// The rows behind the last answer, or behind one cell of it.
  private mutating func answeredSet(_ set: SetExpression) -> BoundSet? {
    guard let answered = catalogue.answered else {
      report(
        .noAnswer, "nothing has been answered yet, so there are no \(set.entity.text)",
        at: set.entity.span, notes: ["ask something first, such as: count children where died"])
      return nil
    }
    guard let keys = set.cell else { return answered.set }
    guard keys.count == answered.dimensions.count else {
      let wanted = answered.dimensions.map(\.name)
      report(
        .noAnswer,
        wanted.isEmpty
          ? "the last answer has no cells: it was \(answered.text)"
          : "a cell of the last table is named by \(Wording.list(wanted))",
        at: set.span,
        notes: ["a table is made by `tabulate`, or by `count` and its like with `by`"])
      return nil
    }
    let scope = Scope(table: answered.set.table)
    let conditions = zip(keys, answered.dimensions).map { bindKey($0, of: $1, in: scope) }
    let bound = conditions.compactMap { $0 }
    guard bound.count == keys.count else { return nil }
    var result = answered.set
    result.condition = .and((result.condition.map { [$0] } ?? []) + bound)
    return result
  }

  /// A set with the conditions of a query added to its own.
  private mutating func narrowed(
    _ base: BoundSet, by set: SetExpression, in scope: Scope
  ) -> BoundSet? {
    let condition = set.condition.map { bindCondition($0, in: scope) }
    let exception = set.exception.map { bindCondition($0, in: scope) }
    var result = base
    if let condition {
      guard let condition else { return nil }
      result.condition = base.condition.map { .and([$0, condition]) } ?? condition
    }
    if let exception {
      guard let exception else { return nil }
      result.exception = base.exception.map { .or([$0, exception]) } ?? exception
    }
    return result
  }

  /// The parts of a set's condition that `and` joins, each bound by itself; it has no mistake by
  /// now.
  func conjuncts(of set: SetExpression, in scope: Scope) -> [BoundQuery.Conjunct] {
    func parts(_ condition: Expression) -> [BoundQuery.Conjunct] {
      if case .logical(.and, let left, let right) = condition.kind {
        return parts(left) + parts(right)
      }
      var binder = quiet
      return binder.bindCondition(condition, in: scope).map {
        [BoundQuery.Conjunct(text: Formatter.format(condition), condition: $0)]
      } ?? []
    }
    return set.condition.map(parts) ?? []
  }

  /// The set under another reading: bound afresh, with the other words in place.
  func alternative(_ reading: Reading, of set: SetExpression) -> BoundQuery.Alternative? {
    guard let condition = set.condition else { return nil }
    var other = set
    other.condition = condition.replacing(at: reading.replacement.span, with: reading.expression)
    var binder = quiet
    guard let bound = binder.bindSet(other)?.set else { return nil }
    return BoundQuery.Alternative(
      explanation: reading.explanation, set: bound, text: reading.replacement.replacement)
  }

  /// `count reviews where any child (died)` counts reviews; the children may be meant.
  func otherUnit(_ query: Query, _ scope: Scope) -> [BoundQuery.Alternative] {
    guard query.verb == .count, query.dimensions.isEmpty, query.set.exception == nil,
      let table = scope.table, let condition = query.set.condition,
      case .quantified(.any, let relation, let inner?) = condition.kind,
      relation.names.count == 1, let name = relation.names.first,
      let child = catalogue.toManyRelation(named: name.text, fromTable: table)
        .map({ catalogue.data.relations[$0].childTable })
    else { return [] }
    var binder = quiet
    guard let bound = binder.bindCondition(inner, in: Scope(table: child)) else { return [] }
    let schema = catalogue.data.tables[child].schema
    let set = SetExpression(
      entity: Name(schema.name, at: query.span), condition: inner, span: query.span)
    return [
      BoundQuery.Alternative(
        explanation: "this counts \(catalogue.data.tables[table].schema.name)",
        set: BoundSet(table: child, condition: bound),
        text: "count \(Formatter.format(set))", isOnlyIfDifferent: true)
    ]
  }
}
