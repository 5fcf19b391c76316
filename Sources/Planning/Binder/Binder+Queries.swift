internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// A question and its clauses.
  mutating func bindQuery(_ written: Query, text: String) -> BoundQuery? {
    readings = []
    vacuities = []
    measures = []
    guard let query = withEntity(written) else { return nil }
    guard let (set, scope) = bindSet(query.set) else { return nil }
    let told = (readings, vacuities)
    let verb = bindVerb(query.verb, in: scope)
    let shown = measures.count
    let dimensions = query.dimensions.map { bindColumn($0, in: scope) }
    let columns = dimensions.compactMap { $0 }
    let having = query.having.map { bindHaving($0, in: scope) }
    let sort = bindSort(query, dimensions: columns, in: scope)
    checkClauses(query)
    guard var set, let verb, columns.count == dimensions.count, let sort else { return nil }
    if let having, having == nil { return nil }
    let conjuncts = conjuncts(of: query.set, in: scope)
    if case .sample(let count, _) = query.verb {
      set = BoundSet(
        table: set.table, condition: .sampled(set, count: count, seed: catalogue.sampleSeed))
    }
    return BoundQuery(
      verb: verb, set: set, setText: Formatter.format(query.set), dimensions: columns,
      options: Set(query.options.map(\.kind)), measures: measures, shownMeasureCount: shown,
      having: having ?? nil, sort: sort, first: query.output.first, text: text,
      conjuncts: conjuncts,
      alternatives: told.0.compactMap { alternative($0, of: query.set) } + otherUnit(query, scope),
      vacuities: told.1)
  }

  private mutating func bindVerb(_ verb: Query.Verb, in scope: Scope) -> BoundQuery.Verb? {
    switch verb {
    case .count, .tabulate:
      measures = [.count]
      return verb == .count ? .count : .tabulate
    case .percent(let condition):
      guard let bound = bindCondition(condition, in: scope) else { return nil }
      measures = [
        BoundMeasure(
          name: "percent \(Formatter.format(condition))", measure: .percent(bound), kind: .percent)
      ]
      return .percent(bound)
    case .list(let show), .sample(_, let show):
      if show.isEmpty { return .list(allColumns(in: scope)) }
      let columns = show.map { bindColumn($0, in: scope) }
      let bound = columns.compactMap { $0 }
      guard bound.count == columns.count else { return nil }
      return checkShown(show, bound) ? .list(bound) : nil
    case .measures(let expressions):
      let bound = expressions.map { bindMeasure($0, in: scope) }
      measures = bound.compactMap { $0 }
      return measures.count == bound.count ? .measures : nil
    case .summarise(let value):
      guard let (number, kind) = bindNumber(value, in: scope) else { return nil }
      return .summarise(number, kind, name: Formatter.format(value))
    case .compare(let other):
      return bindCompared(other, in: scope)
    }
  }

  /// The second set of `compare`.
  private mutating func bindCompared(
    _ other: SetExpression, in scope: Scope
  ) -> BoundQuery.Verb? {
    guard let (set, otherScope) = bindSet(other) else { return nil }
    guard let set else { return nil }
    guard otherScope.table == scope.table else {
      report(
        .typeMismatch, "two sets are compared when their rows are of one entity", at: other.span,
        notes: ["such as: compare children where died with children where not died by gender"])
      return nil
    }
    return .compare(set, text: Formatter.format(other))
  }

  /// What `list` shows has one value in each row.
  private mutating func checkShown(_ show: [Expression], _ columns: [ColumnExpression]) -> Bool {
    for (expression, column) in zip(show, columns) where column.isManyValued {
      report(
        .manyValued, "each makes groups after `by`; a row is shown once", at: expression.span,
        notes: ["a many-valued field is shown whole when it is named alone"])
      return false
    }
    return true
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
    case .every(let subject, let step, let unit):
      return bindSteps(subject, step, unit, at: expression.span, in: scope).map {
        ColumnExpression(name: name, source: $0)
      }
    case .each(let path):
      return bindEach(path, in: scope).map { ColumnExpression(name: name, source: $0) }
    case .datePart(let part, let date):
      return bindDate(date, in: scope).map {
        ColumnExpression(name: name, source: .period($0, part))
      }
    case .not, .logical, .comparison, .test, .membership, .between, .has, .inPeriod, .ordering,
      .textTest, .quantified:
      return bindCondition(expression, in: scope).map {
        ColumnExpression(name: name, source: .condition($0))
      }
    case .literal, .parameter, .list:
      reportValueForField(expression, in: scope)
      return nil
    case .negative, .arithmetic, .countOf, .aggregate, .call, .subquery, .measure:
      return bindNumber(expression, in: scope).map {
        ColumnExpression(name: name, source: .number($0.value, $0.kind))
      }
    }
  }

  /// `by "Event type"`: mostly a name that was put in quotes, as other languages write it.
  private mutating func reportValueForField(_ expression: Expression, in scope: Scope) {
    let message = "\(Self.columnName(expression)) is a value, and a field is needed here"
    guard case .literal(.text(let words)) = expression.kind, let table = scope.table else {
      report(.notAValue, message, at: expression.span)
      return
    }
    let fields = catalogue.fields(ofTable: table).map(\.name)
    let near =
      catalogue.field(named: words, inTable: table).map { [$0.name] }
      ?? NearestName.nearest(to: words, among: fields)
    report(
      .notAValue, message, at: expression.span,
      notes: [
        "a field's name stands without quotes, or in backticks",
        near.isEmpty
          ? "fields: " + Wording.list(fields.map(Wording.name))
          : "nearest: " + Wording.list(near.map(Wording.name)),
      ], edits: near.first.map { [Diagnostic.Edit(expression.span, Wording.name($0))] } ?? [])
  }

  /// A path as a person says it, anything else as the query writes it.
  static func columnName(_ expression: Expression) -> String {
    if case .path(let path) = expression.kind { return path.text }
    if case .group(let inner) = expression.kind { return columnName(inner) }
    return Formatter.format(expression)
  }
}
