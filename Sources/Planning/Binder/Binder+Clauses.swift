internal import Diagnostics
internal import Language
internal import Tables

/// The clauses after a set: how many dimensions, which options, what to sort by.
extension Binder {
  /// Whether the clauses go with the verb and with one another.
  mutating func checkClauses(_ query: Query) {
    checkDimensionCount(query)
    for option in query.options { checkOption(option, of: query) }
    if let having = query.having, query.dimensions.isEmpty {
      report(
        .syntax, "having keeps groups, and there is no `by`", at: having.span,
        notes: ["a condition on rows stands after where"])
    }
  }

  private mutating func checkDimensionCount(_ query: Query) {
    guard query.verb == .tabulate, query.dimensions.count > 3 else { return }
    let span = query.dimensions.last?.span ?? query.span
    report(
      .syntax, "tabulate makes a table by at most three fields", at: span,
      notes: ["rows, columns and layers; count SET by FIELDS takes any number"])
  }

  private mutating func checkOption(_ option: QueryOption, of query: Query) {
    let isTable = query.verb == .tabulate
    let needsTwo: Bool
    switch option.kind {
    case .rowPercent, .columnPercent, .chiSquared, .fisher: needsTwo = true
    case .totalPercent, .missing: needsTwo = false
    case .interval:
      checkInterval(option, of: query)
      return
    }
    guard isTable else {
      report(
        .syntax, "\(option.kind.rawValue) is an option of tabulate", at: option.span,
        notes: ["of percent there is one: with ci"])
      return
    }
    if needsTwo, query.dimensions.count < 2 {
      report(
        .syntax, "\(option.kind.rawValue) needs rows and columns: two fields after `by`",
        at: option.span, notes: ["such as: tabulate children by status, died with row %"])
    }
    if option.kind == .chiSquared || option.kind == .fisher,
      query.dimensions.contains(where: { if case .each = $0.kind { true } else { false } })
    {
      report(
        .typeMismatch, "a test needs every row in one group, and `each` puts it in several",
        at: option.span)
    }
  }

  /// `with ci` on a table of rows and columns: a count has no interval, and there are three
  /// percentages to choose from.
  private mutating func checkInterval(_ option: QueryOption, of query: Query) {
    guard query.verb == .tabulate, query.dimensions.count > 1,
      !query.options.contains(where: { $0.kind.rawValue.hasSuffix("%") })
    else { return }
    report(
      .syntax, "an interval is of a percentage, so say of which", at: option.span,
      notes: ["of its row: row %", "of its column: column %", "of all: total %"],
      edits: [Diagnostic.Edit(Span(option.span.start, option.span.start), "row %, ")])
  }

  /// The keys of `sort by`.
  mutating func bindSort(
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
    switch query.verb {
    case .list, .sample:
      return bindListKey(key, in: scope).map { .column($0) }
    case .count, .percent, .tabulate, .measures, .summarise, .compare: break
    }
    let name = Self.columnName(key)
    if let index = dimensions.firstIndex(where: { $0.name == name }) { return .dimension(index) }
    let takesMeasures: Bool =
      switch query.verb {
      case .count, .percent, .measures: true
      default: false
      }
    if case .measure(let measure) = key.kind, takesMeasures || measure.kind == .count {
      if case .count = measure.kind,
        let index = measures.firstIndex(where: { $0.isCalled("count") })
      {
        return .measure(index)
      }
      return index(of: measure, in: scope).map { .measure($0) }
    }
    let known =
      measures.firstIndex { $0.isCalled(name) || $0.name == name }
      ?? onlyMeasure(withKey: name)
    if let known { return .measure(known) }
    if takesMeasures, catalogue.namedMeasures.contains(where: { $0.name == name }) {
      let measure = MeasureExpression(.named(Name(name, at: key.span)), at: key.span)
      return index(of: measure, in: scope).map { .measure($0) }
    }
    reportNoSortColumn(name, dimensions, at: key.span)
    return nil
  }

  /// The position of the measure that a word after `sort by` means, where it means one of them only.
  private func onlyMeasure(withKey key: String) -> Int? {
    let found = measures.indices.filter { measures[$0].keyOfSorting == key }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func reportNoSortColumn(
    _ name: String, _ dimensions: [ColumnExpression], at span: Span
  ) {
    let choices = measures.map(\.name) + dimensions.map(\.name)
    // `age` for the column of `median age`.
    let about = measures.filter { $0.name.split(separator: " ").contains { $0 == name } }
    let near =
      about.count == 1
      ? [about[0].keyOfSorting]
      : NearestName.nearest(
        to: name, among: measures.map(\.keyOfSorting) + dimensions.map(\.name))
    report(
      .unknownField, "the answer has no column \"\(name)\" to sort by", at: span,
      notes: ["columns: " + Wording.list(choices)],
      edits: near.first.map { [Diagnostic.Edit(span, $0)] } ?? [])
  }

  /// A listed row has no measures, but may have a field called count.
  private mutating func bindListKey(_ key: Expression, in scope: Scope) -> ColumnExpression? {
    guard case .measure(let measure) = key.kind, case .count = measure.kind else {
      return bindColumn(key, in: scope)
    }
    let path = Path([Name("count", at: key.span)])
    return bindColumn(Expression(.path(path), at: key.span), in: scope)
  }
}
