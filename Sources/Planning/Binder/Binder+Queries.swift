internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// A question and its clauses.
  mutating func bindQuery(_ query: Query, text: String) -> BoundQuery? {
    readings = []
    guard let (set, scope) = bindSet(query.set) else {
      return nil
    }
    let setReadings = readings
    let verb = bindVerb(query.verb, in: scope)
    let dimensions = query.dimensions.map { bindColumn($0, in: scope) }
    let columns = dimensions.compactMap { $0 }
    let sort = bindSort(query, dimensions: columns, in: scope)
    checkDimensionCount(query)
    guard let set, let verb, columns.count == dimensions.count, let sort else { return nil }
    return BoundQuery(
      verb: verb, set: set, dimensions: columns, sort: sort, first: query.output.first, text: text,
      conjuncts: conjuncts(of: query.set.condition, in: scope),
      alternatives: setReadings.compactMap { alternative($0, of: query.set) })
  }

  /// A set, and the scope of its rows.
  ///
  /// The scope is known even when a condition has a mistake, so that the other clauses can still be
  /// checked.
  mutating func bindSet(_ set: SetExpression) -> (set: BoundSet?, scope: Scope)? {
    if let named = catalogue.namedSets.first(where: { $0.name == set.entity.text }) {
      let scope = Scope(table: named.set.table)
      return (narrowed(named.set, by: set, in: scope), scope)
    }
    guard let table = table(of: set.entity) else { return nil }
    let scope = Scope(table: table)
    return (narrowed(BoundSet(table: table), by: set, in: scope), scope)
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

  private mutating func bindVerb(_ verb: Query.Verb, in scope: Scope) -> BoundQuery.Verb? {
    switch verb {
    case .count: return .count
    case .tabulate(let options): return .tabulate(options.map(\.kind))
    case .percent(let condition): return bindCondition(condition, in: scope).map { .percent($0) }
    case .list(let show):
      if show.isEmpty { return .list(allColumns(in: scope)) }
      let columns = show.map { bindColumn($0, in: scope) }
      let bound = columns.compactMap { $0 }
      return bound.count == columns.count ? .list(bound) : nil
    }
  }

  private func allColumns(in scope: Scope) -> [ColumnExpression] {
    guard let table = scope.table else { return [] }
    return catalogue.data.tables[table].schema.fields.enumerated().map { index, field in
      ColumnExpression(
        name: field.name,
        source: .field(hops: [], FieldReference(table: table, key: .stored(index))))
    }
  }

  /// A value for each row: to show, to group by, to sort by.
  mutating func bindColumn(_ expression: Expression, in scope: Scope) -> ColumnExpression? {
    let name = Self.columnName(expression)
    switch expression.kind {
    case .group(let inner):
      return bindColumn(inner, in: scope)
    case .bands(let subject, let cuts):
      return bindBands(subject, cuts, in: scope).map {
        ColumnExpression(name: name, source: .bands($0.value, $0.bands))
      }
    case .path(let path):
      return resolve(path, in: scope).map {
        ColumnExpression(name: name, source: .field(hops: $0.hops, $0.field.reference))
      }
    case .not, .logical, .comparison, .test, .membership, .between, .has, .quantified:
      return bindCondition(expression, in: scope).map {
        ColumnExpression(name: name, source: .condition($0))
      }
    case .literal, .parameter:
      report(
        .notAValue, "\(name) is a value, and a field is needed here", at: expression.span)
      return nil
    case .negative, .arithmetic, .countOf, .call, .subquery:
      return bindNumber(expression, in: scope).map {
        ColumnExpression(name: name, source: .number($0.value, $0.kind))
      }
    }
  }

  /// A path as a person says it, anything else as the query writes it.
  private static func columnName(_ expression: Expression) -> String {
    if case .path(let path) = expression.kind { return path.text }
    if case .group(let inner) = expression.kind { return columnName(inner) }
    return Formatter.format(expression)
  }

  private mutating func checkDimensionCount(_ query: Query) {
    guard case .tabulate = query.verb, !(1...2).contains(query.dimensions.count) else { return }
    let span = query.dimensions.last?.span ?? query.span
    report(
      .syntax, "tabulate makes a table by one field, or by two", at: span,
      notes: ["such as: tabulate children by status, died with row %"])
  }

  private mutating func bindSort(
    _ query: Query, dimensions: [ColumnExpression], in scope: Scope
  ) -> [BoundQuery.Sort]? {
    var keys: [BoundQuery.Sort] = []
    for sort in query.output.sort {
      guard let key = bindSortKey(sort.key, query, dimensions, in: scope) else { return nil }
      keys.append(BoundQuery.Sort(key: key, isDescending: sort.isDescending))
    }
    return keys
  }

  private mutating func bindSortKey(
    _ key: Expression, _ query: Query, _ dimensions: [ColumnExpression], in scope: Scope
  ) -> BoundQuery.Sort.Key? {
    if case .list = query.verb {
      return bindColumn(key, in: scope).map { .column($0) }
    }
    let name = Self.columnName(key)
    if ["count", "percent", "n"].contains(name) { return .measure }
    if let index = dimensions.firstIndex(where: { $0.name == name }) { return .dimension(index) }
    let choices = ["count"] + dimensions.map(\.name)
    report(
      .unknownField, "the answer has no column \"\(name)\" to sort by", at: key.span,
      notes: ["columns: " + Wording.list(choices)],
      edits: NearestName.nearest(to: name, among: choices).first.map {
        [Diagnostic.Edit(key.span, $0)]
      } ?? [])
    return nil
  }

  /// The parts of a condition that `and` joins, each bound by itself; it has no mistake by now.
  private func conjuncts(of condition: Expression?, in scope: Scope) -> [BoundQuery.Conjunct] {
    guard let condition else { return [] }
    if case .logical(.and, let left, let right) = condition.kind {
      return conjuncts(of: left, in: scope) + conjuncts(of: right, in: scope)
    }
    var binder = Binder(catalogue, parameters: parameters)
    return binder.bindCondition(condition, in: scope).map {
      [BoundQuery.Conjunct(text: Formatter.format(condition), condition: $0)]
    } ?? []
  }

  /// The set under another reading: bound afresh, with the other words in place.
  private mutating func alternative(
    _ reading: Reading, of set: SetExpression
  ) -> BoundQuery.Alternative? {
    guard let condition = set.condition else { return nil }
    var other = set
    other.condition = condition.replacing(at: reading.replacement.span, with: reading.expression)
    var binder = Binder(catalogue, parameters: parameters)
    guard let bound = binder.bindSet(other)?.set else { return nil }
    return BoundQuery.Alternative(
      explanation: reading.explanation, set: bound, text: reading.replacement.replacement)
  }

  /// `(count SET)`, `(percent COND of SET)`: one number.
  mutating func bindMeasure(_ query: Query) -> TypedNumber? {
    guard query.dimensions.isEmpty else {
      report(
        .typeMismatch, "one number is needed here, and `by` gives several", at: query.span)
      return nil
    }
    guard let (set, scope) = bindSet(query.set) else { return nil }
    switch query.verb {
    case .count:
      return set.map { (.measure(.count, $0), .plain(isWhole: true)) }
    case .percent(let condition):
      let condition = bindCondition(condition, in: scope)
      guard let set, let condition else { return nil }
      return (.measure(.percent(condition), set), .percent)
    case .list, .tabulate:
      report(
        .typeMismatch, "one number is needed here: count or percent", at: query.span)
      return nil
    }
  }
}
