internal import Diagnostics
internal import Language
internal import Tables

/// Measures: of a whole set, of each group, and in conditions on groups.
extension Binder {
  /// A measure over the rows of a scope.
  mutating func bindMeasure(
    _ expression: MeasureExpression, in scope: Scope, named: String? = nil
  ) -> BoundMeasure? {
    let name = named ?? Formatter.format(expression)
    switch expression.kind {
    case .count:
      return BoundMeasure(name: name, measure: .count, kind: .plain(isWhole: true))
    case .percent(let condition):
      return bindCondition(condition, in: scope).map {
        BoundMeasure(name: name, measure: .percent($0), kind: .percent)
      }
    case .distinct(let path):
      guard let field = resolve(path, in: scope) else { return nil }
      return BoundMeasure(
        name: name,
        measure: .distinct(FieldTarget(hops: field.hops, field: field.field.reference)),
        kind: .plain(isWhole: true))
    case .statistic(let statistic, let value):
      return bindStatistic(statistic, value, name, isNamed: named != nil, in: scope)
    case .named(let measure):
      guard let known = catalogue.namedMeasures.first(where: { $0.name == measure.text }) else {
        reportUnknownMeasure(measure, in: scope)
        return nil
      }
      guard !openMeasures.contains(known.name) else {
        report(
          .unknownMeasure, "the measure \(known.name) leads back to itself", at: measure.span,
          notes: ["define it anew from fields, as in: define measure \(known.name) as count"])
        return nil
      }
      openMeasures.append(known.name)
      defer { openMeasures.removeLast() }
      return bindMeasure(known.measure, in: scope, named: named ?? known.name)
    }
  }

  private mutating func bindStatistic(
    _ statistic: Statistic, _ value: Expression, _ name: String, isNamed: Bool, in scope: Scope
  ) -> BoundMeasure? {
    guard let (number, kind) = bindNumber(value, in: scope) else { return nil }
    let keepsWhole = [.sum, .min, .max].contains(statistic)
    switch kind {
    case .date where statistic != .min && statistic != .max:
      report(
        .typeMismatch, "of dates there is a min and a max, and no \(statistic.word)",
        at: value.span)
      return nil
    case .plain(let isWhole):
      return BoundMeasure(
        name: name, measure: .statistic(statistic, number),
        kind: .plain(isWhole: isWhole && keepsWhole))
    case .unit(let unit, _):
      return BoundMeasure(
        name: "\(name) (\(unit.rawValue))", measure: .statistic(statistic, number), kind: kind)
    case .date, .percent:
      return BoundMeasure(name: name, measure: .statistic(statistic, number), kind: kind)
    }
  }

  private mutating func reportUnknownMeasure(_ name: Name, in scope: Scope) {
    let known = catalogue.namedMeasures.map(\.name)
    let words = MeasureForm.allCases.map(\.name)
    let near = NearestName.nearest(to: name.text, among: known + words)
    var notes = near.isEmpty ? [] : ["nearest: " + Wording.list(near)]
    if scope.table.map({ catalogue.field(named: name.text, inTable: $0) != nil }) == true {
      notes.append("\(name.text) is a field; a measure of it: percent, count distinct, median ...")
    }
    notes.append("measures: " + Wording.list(known.map(Wording.name) + words, limit: 20))
    report(
      .unknownMeasure, "there is no measure \"\(name.text)\"", at: name.span, notes: notes,
      edits: near.first.map { [Diagnostic.Edit(name.span, Wording.name($0))] } ?? [])
  }

  /// `(count SET)`, `(median age of SET)`: one number.
  mutating func bindMeasure(_ written: Query) -> TypedNumber? {
    guard let query = withEntity(written) else { return nil }
    guard query.dimensions.isEmpty, query.having == nil else {
      report(
        .typeMismatch, "one number is needed here, and `by` gives several", at: query.span)
      return nil
    }
    let saved = (readings, vacuities)
    defer { (readings, vacuities) = saved }
    guard let (set, scope) = bindSet(query.set) else { return nil }
    let expression: MeasureExpression
    switch query.verb {
    case .count: expression = MeasureExpression(.count, at: query.span)
    case .percent(let condition):
      expression = MeasureExpression(.percent(condition), at: query.span)
    case .measures(let several):
      guard several.count == 1, let only = several.first else {
        report(
          .typeMismatch, "one number is needed here, and these are \(several.count)",
          at: query.span)
        return nil
      }
      expression = only
    case .list, .sample, .tabulate, .summarise, .compare:
      report(
        .typeMismatch, "one number is needed here: a measure such as count or median age",
        at: query.span)
      return nil
    }
    let measure = bindMeasure(expression, in: scope)
    guard let set, let measure else { return nil }
    return (.measure(measure.measure, set), measure.kind)
  }

  // MARK: having

  /// A condition on the groups of a query.
  mutating func bindHaving(_ condition: Expression, in scope: Scope) -> Condition? {
    var groups = scope
    groups.isOfGroups = true
    return bindCondition(condition, in: groups)
  }

  /// A measure in a condition on groups, or in a sort key.
  mutating func bindGroupMeasure(
    _ expression: MeasureExpression, in scope: Scope
  ) -> TypedNumber? {
    guard scope.isOfGroups else {
      report(
        .typeMismatch, "a measure sums up many rows, and this is asked of one", at: expression.span,
        notes: ["of a whole set, in brackets: (\(Formatter.format(expression)) of SET)"])
      return nil
    }
    return index(of: expression, in: scope).map {
      (.groupMeasure($0), measures[$0].kind)
    }
  }

  /// The position of a measure among the query's, added where it is not there yet.
  mutating func index(of expression: MeasureExpression, in scope: Scope) -> Int? {
    guard let measure = bindMeasure(expression, in: Scope(table: scope.table)) else { return nil }
    if let known = measures.firstIndex(where: { $0.measure == measure.measure }) { return known }
    measures.append(measure)
    return measures.count - 1
  }

  /// A name in a condition on groups: of a measure, or `percent` of a query that asks for one.
  mutating func groupMeasure(named path: Path, in scope: Scope) -> TypedNumber? {
    guard let name = path.names.first, path.names.count == 1 else {
      reportNoMeasure(path, in: scope)
      return nil
    }
    if ["percent", "count", "n"].contains(name.text.lowercased()),
      let index = measures.firstIndex(where: { $0.isCalled(name.text.lowercased()) })
    {
      return (.groupMeasure(index), measures[index].kind)
    }
    guard catalogue.namedMeasures.contains(where: { $0.name == name.text }) else {
      reportNoMeasure(path, in: scope)
      return nil
    }
    return bindGroupMeasure(MeasureExpression(.named(name), at: name.span), in: scope)
  }

  /// A field after `having`, or a measure that is none.
  mutating func reportNoMeasure(_ path: Path, in scope: Scope) {
    var binder = quiet
    if binder.resolve(path, in: Scope(table: scope.table)) != nil {
      report(
        .unknownMeasure, "\(path.text) is a field of each row, and having asks of groups",
        at: path.span,
        notes: [
          "a condition on rows stands after where",
          "a measure of it: percent (\(path.text)), median \(path.text), count distinct \(path.text)",
        ])
      return
    }
    reportUnknownMeasure(path.names.last ?? Name(path.text, at: path.span), in: scope)
  }
}

extension BoundMeasure {
  /// How it can be written after `sort by`.
  var keyOfSorting: String {
    switch measure {
    case .count: "count"
    case .percent: "percent"
    case .statistic(let statistic, _): statistic.word
    case .distinct: name
    }
  }

  /// Whether a word alone means this measure.
  func isCalled(_ word: String) -> Bool {
    switch measure {
    case .count: word == "count" || word == "n"
    case .percent: word == "percent"
    case .distinct, .statistic: false
    }
  }
}
