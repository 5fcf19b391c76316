import Language
import Tables
import TestSupport

/// Sets, measures, dimensions, queries and the other statements that give an answer.
extension RandomQueries {
  // MARK: Sets

  mutating func set(_ table: Int, _ depth: Int) -> SetExpression {
    let schema = data.tables[table].schema
    let named = namedSets.filter { $0.table == table }.map(\.name)
    let entity =
      !named.isEmpty && random.oneIn(4)
      ? random.element(named) : random.oneIn(5) ? schema.singular : schema.name
    return SetExpression(
      entity: name(entity), condition: random.oneIn(3) ? nil : condition(table, depth),
      exception: random.oneIn(4) ? condition(table, max(0, depth - 1)) : nil, span: nowhere)
  }

  func table(of set: SetExpression) -> Int? {
    data.table(named: set.entity.text)
      ?? namedSets.last { $0.name == set.entity.text }.map(\.table)
  }

  // MARK: Measures

  mutating func measure(_ table: Int, _ depth: Int) -> MeasureExpression? {
    let kind: MeasureExpression.Kind?
    switch random.below(9) {
    case 0: kind = .count
    case 1: kind = field(table) { $0.path }.map { .distinct($0) }
    case 2, 3: kind = .percent(group(condition(table, depth)))
    case 4:
      let named = namedMeasures.filter { $0.table == table }.map(\.name)
      kind = named.isEmpty ? .count : .named(name(random.element(named)))
    default:
      kind = number(table, depth).map { found in
        .statistic(statistic(found.type), found.expression)
      }
    }
    return kind.map { MeasureExpression($0, at: nowhere) }
  }

  private mutating func statistic(_ type: NaiveEvaluator.NumberType) -> Statistic {
    if type == .date { return random.element([.min, .max]) }
    return random.oneIn(4) ? .percentile(random.below(101)) : random.element(Statistic.named)
  }

  /// A measure where a comparison may follow it.
  mutating func groupMeasure(_ table: Int) -> MeasureExpression? {
    guard var measure = measure(table, 0) else { return nil }
    if case .statistic(let statistic, let value) = measure.kind {
      measure.kind = .statistic(statistic, operand(value))
    }
    return measure
  }

  /// The expression of a measure, which a name needs no brackets or words for.
  private func expression(_ measure: MeasureExpression) -> Expression {
    if case .named(let name) = measure.kind { return make(Path([name])) }
    return make(.measure(measure))
  }

  private mutating func having(_ table: Int, _ verb: Query.Verb, _ depth: Int) -> Expression? {
    if depth > 0, random.oneIn(3) {
      guard let first = having(table, verb, 0), let second = having(table, verb, 0) else {
        return nil
      }
      let both = make(.logical(random.element([.and, .or]), first, second))
      return random.bool() ? both : make(.not(group(both)))
    }
    if case .percent = verb, random.bool() {
      return comparison(make(path(["percent"])), limit(.percent))
    }
    guard let measure = groupMeasure(table) else { return nil }
    let subject = expression(measure)
    let type = naive.type(of: measure, table)
    switch random.below(6) {
    case 0: return make(.test(subject, isNegated: random.bool(), .missing(reason: nil)))
    case 1:
      return make(
        .between(subject, isNegated: random.bool(), low: limit(type), high: limit(type)))
    case 2:
      guard case .plain = type else { return nil }
      let sum = make(.arithmetic(.multiply, subject, number(2)))
      return comparison(sum, limit(.plain(isWhole: true)))
    default: return comparison(subject, limit(type))
    }
  }

  // MARK: Dimensions

  mutating func dimension(_ table: Int, isShown: Bool = false) -> Expression {
    let path: (inout RandomQueries) -> Expression? = { maker in
      maker.field(table) { $0.path }.map { make($0) }
    }
    let numeric: [(inout RandomQueries) -> Expression?] = [
      { $0.bands(table) }, { $0.steps(table) },
      { maker in
        maker.date(table).map { make(.datePart(maker.random.element(DatePart.allCases), $0)) }
      },
      { $0.number(table, 1)?.expression },
      { $0.condition(table, 1) }, { maker in maker.group(maker.condition(table, 1)) },
    ]
    let each: [(inout RandomQueries) -> Expression?] =
      isShown ? [] : [{ $0.each(table) }, { $0.each(table) }]
    let made = oneOf([path, path, path, path] + numeric + each) ?? make(self.path(["id"]))
    // A bare yes is no group.
    if case .literal = made.kind { return make(self.path(["id"])) }
    if case .group(let inner) = made.kind, case .literal = inner.kind {
      return make(self.path(["id"]))
    }
    return made
  }

  private mutating func each(_ table: Int) -> Expression? {
    let own: (inout RandomQueries) -> Expression? = { maker in
      maker.field(table) { field in
        if case .list = field.kind { make(.each(field.path)) } else { nil }
      }
    }
    return oneOf([
      own,
      { maker in
        let relations = maker.relations(table)
        guard !relations.isEmpty else { return nil }
        let relation = maker.random.element(relations)
        return maker.field(relation.table) { field in
          if case .number = field.kind { return nil }
          return make(.each(Path(relation.path.names + field.path.names)))
        }
      },
    ])
  }

  mutating func bands(_ table: Int) -> Expression? {
    guard let (subject, type) = number(table, 1), type != .date else { return nil }
    let cuts = Set((0...random.below(4)).map { _ in Double(random.below(20)) }).sorted().map {
      random.oneIn(5) ? $0 + 0.5 : $0
    }
    let unit: QuantityUnit? =
      if case .unit(_, let display) = type { QuantityUnit(rawValue: display.rawValue) } else { nil }
    return make(
      .bands(
        subject,
        cuts.map { cut in
          guard let unit, random.oneIn(3) else { return number(cut) }
          return make(.literal(.quantity(cut, unit)))
        }))
  }

  private mutating func steps(_ table: Int) -> Expression? {
    guard let (subject, type) = number(table, 1) else { return nil }
    let step = random.element([1, 2, 5, 0.5, 10])
    switch type {
    case .date: return nil
    case .plain, .percent: return make(.every(subject, step: step, nil))
    case .unit(let stored, _):
      let larger: QuantityUnit? = stored == .months ? .years : stored == .days ? .weeks : nil
      let units = [nil, QuantityUnit(rawValue: stored.rawValue), larger]
      return make(.every(subject, step: step, random.element(units)))
    }
  }

  private mutating func dimensions(_ table: Int, _ count: Int) -> [Expression] {
    (0..<count).map { _ in dimension(table) }
  }

  // MARK: Queries

  mutating func query() -> Query? {
    let table = random.below(data.tables.count)
    var query = Query(verb: .count, set: set(table, random.oneIn(4) ? 2 : 1), span: nowhere)
    switch random.below(20) {
    case 0..<4: break
    case 4..<7: query.dimensions = dimensions(table, 1 + random.below(3))
    case 7..<9:
      query.verb = .list(show: (0..<random.below(4)).map { _ in dimension(table, isShown: true) })
    case 9..<13:
      query.verb = .tabulate
      query.dimensions = dimensions(table, 1 + random.below(3))
      query.options = options(query.dimensions)
    case 13, 14:
      query.verb = .percent(group(condition(table, 1)))
      query.dimensions = dimensions(table, random.below(3))
      if random.oneIn(3) { query.options = [QueryOption(.interval, at: nowhere)] }
    case 15, 16:
      let measures = (0...random.below(4)).compactMap { _ in measure(table, 1) }
      guard measures.count > 1 || measures.first?.isOnlyInLists == true else { return nil }
      query.verb = .measures(measures)
      query.dimensions = dimensions(table, random.below(3))
    case 17:
      guard let (value, _) = number(table, 2) else { return nil }
      query.verb = .summarise(value)
      query.dimensions = dimensions(table, random.below(3))
    case 18:
      query.verb = .compare(with: set(table, 1))
      query.dimensions = dimensions(table, random.below(3))
    default:
      query.verb = .sample(1 + random.below(9), show: [make(path(["id"]))])
    }
    finish(&query, table)
    return query
  }

  /// `having`, and how to show the answer.
  private mutating func finish(_ query: inout Query, _ table: Int) {
    var takesMeasures = false
    switch query.verb {
    case .count, .percent, .measures: takesMeasures = true
    default: break
    }
    if takesMeasures, !query.dimensions.isEmpty, random.oneIn(3) {
      query.having = having(table, query.verb, 1)
    }
    if random.oneIn(3) { query.output.sort = sortKeys(query, table, takesMeasures) }
    if random.oneIn(4) { query.output.first = 1 + random.below(6) }
    if random.oneIn(8) { query.output.format = name(random.element(["csv", "json", "table"])) }
    if random.oneIn(16) {
      query.output.file = "out \"1\".csv"
      query.output.fileSpan = nowhere
    }
  }

  private mutating func sortKeys(
    _ query: Query, _ table: Int, _ takesMeasures: Bool
  ) -> [Output.SortKey] {
    (0...random.below(2)).compactMap { _ in
      var key: Expression?
      switch query.verb {
      case .list, .sample: key = dimension(table, isShown: true)
      default:
        if random.bool(), !query.dimensions.isEmpty {
          key = random.element(query.dimensions)
        } else if takesMeasures {
          key = groupMeasure(table).map { expression($0) }
        } else if !query.dimensions.isEmpty {
          key = make(.measure(MeasureExpression(.count, at: nowhere)))
        }
      }
      return key.map { Output.SortKey($0, isDescending: random.bool()) }
    }
  }

  private mutating func options(_ dimensions: [Expression]) -> [QueryOption] {
    let isEach = dimensions.contains { if case .each = $0.kind { true } else { false } }
    let options = QueryOption.Kind.allCases.filter { option in
      switch option {
      case .rowPercent, .columnPercent: dimensions.count > 1 && random.oneIn(4)
      case .chiSquared, .fisher: dimensions.count > 1 && !isEach && random.oneIn(5)
      case .totalPercent, .interval, .missing: random.oneIn(4)
      }
    }
    // An interval of a table's cells is of one of their percentages.
    let hasPercentage = options.contains { $0.rawValue.hasSuffix("%") }
    return options.filter { $0 != .interval || dimensions.count == 1 || hasPercentage }
      .map { QueryOption($0, at: nowhere) }
  }

  // MARK: Statements

  /// Any statement that gives an answer.
  mutating func statement() -> Statement? {
    let table = random.below(data.tables.count)
    let kind: Statement.Kind?
    switch random.below(24) {
    case 0:
      var output = Output()
      if random.oneIn(3) { output.first = 1 + random.below(4) }
      kind = .missing(set(table, 1), output)
    case 1:
      let entity = name(data.tables[table].schema.name)
      kind = field(table) { $0.path }.map { .values($0, entity: entity, Output()) }
    case 2, 3: kind = .expect(expectation(1))
    case 4: kind = .warn(expectation(0))
    case 5: kind = find(table)
    default: kind = query().map { .query($0) }
    }
    return kind.map { Statement($0, at: nowhere) }
  }

  private mutating func find(_ table: Int) -> Statement.Kind? {
    let texts = data.tables[table].schema.fields.filter { $0.type == .text }
    let path = path([data.tables[table].schema.name, random.element(texts).name])
    return .find(
      Find(
        text: random.element(["seen", "bruis*", "not seen", "GP", "x9", "see*"]), textSpan: nowhere,
        path: path, condition: random.bool() ? condition(table, 1) : nil,
        width: random.bool() ? 1 + random.below(20) : nil, span: nowhere))
  }

  /// Something about the data set as a whole.
  private mutating func expectation(_ depth: Int) -> Expression {
    if depth > 0, random.oneIn(3) {
      return make(
        .logical(
          random.element([.and, .or]), group(expectation(0)),
          random.bool() ? make(.not(group(expectation(0)))) : expectation(0)))
    }
    let table = random.below(data.tables.count)
    if random.bool() {
      let schema = data.tables[table].schema
      return make(
        .quantified(
          quantifier(), relation: path([random.bool() ? schema.name : schema.singular]),
          condition: random.oneIn(4) ? nil : condition(table, 1)))
    }
    guard let (number, type) = subquery(1) else { return make(.literal(.boolean(true))) }
    return comparison(number, limit(type))
  }
}

extension MeasureExpression {
  /// Whether a query with this measure alone is no `count` or `percent`.
  fileprivate var isOnlyInLists: Bool {
    switch kind {
    case .count, .percent: false
    case .distinct, .statistic, .named: true
    }
  }
}
