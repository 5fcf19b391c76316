internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// `define children.infant as age < 1 year`.
  mutating func bindFieldDefinition(
    entity: Name, field: Name, _ expression: Expression
  ) -> BoundStatement? {
    guard let table = tableFitting(expression, for: entity) ?? table(of: entity) else { return nil }
    let schema = catalogue.data.tables[table].schema
    if catalogue.data.tables[table].fieldIndex(named: field.text) != nil {
      report(
        .definitionExists, "\(schema.name) already have a field \"\(field.text)\" in the data",
        at: field.span, notes: ["choose another name; the data itself never changes"])
      return nil
    }
    guard var column = bindColumn(expression, in: Scope(table: table)) else { return nil }
    // A year is a number like any other; a quarter or a month has a name only as a group.
    if case .period(let date, .year) = column.source {
      column.source = .number(.year(date), .plain(isWhole: true))
    }
    switch column.source {
    case .steps, .period, .each, .eachRelated:
      report(
        .typeMismatch, "this makes groups only after `by`, and cannot be a field",
        at: expression.span, notes: ["groups that can be named: NUMBER bands (N, N ...)"])
      return nil
    case .field, .condition, .number, .bands: break
    }
    let text = Formatter.format(expression)
    return .defineField(
      table: table, derivedField(named: field.text, column: column, text: text))
  }

  /// What a derived field looks like to queries.
  private func derivedField(
    named name: String, column: ColumnExpression, text: String
  ) -> DerivedField {
    var schema = FieldSchema(name: name, type: .boolean, description: "defined as \(text)")
    switch column.source {
    case .condition(let condition):
      return DerivedField(schema: schema, body: .condition(condition), dictionary: [], text: text)
    case .number(let value, let kind):
      schema.type =
        switch kind {
        case .date: .date
        case .plain(isWhole: true): .integer
        // An average of ages is no whole number of months, and is not made one in silence.
        case .unit: value.isWhole(in: catalogue) ? .integer : .number
        case .plain, .percent: .number
        }
      if case .unit(let unit, let display) = kind {
        schema.unit = unit
        schema.displayUnit = display
      }
      return DerivedField(
        schema: schema, body: .number(value, kind), dictionary: [], text: text)
    case .bands(let value, let bands):
      schema.type = .category
      schema.isOrdered = true
      schema.categories = bands.labels.map { Category(value: $0) }
      return DerivedField(
        schema: schema, body: .bands(value, bands),
        dictionary: TextDictionary(bands.labels), text: text)
    case .steps, .period, .each, .eachRelated:
      preconditionFailure("refused before")
    case .field(let hops, let reference):
      let source = catalogue.info(of: reference)
      schema = source.schema
      schema.name = name
      schema.description = "defined as \(text)"
      return DerivedField(
        schema: schema, body: .field(hops: hops, reference), dictionary: source.dictionary,
        text: text)
    }
  }

  /// `define deaths as children where died`.
  mutating func bindSetDefinition(_ name: Name, _ set: SetExpression) -> BoundStatement? {
    if let table = knownTable(name.text) {
      report(
        .definitionExists,
        "\"\(name.text)\" already means the \(catalogue.data.tables[table].schema.name)",
        at: name.span, notes: ["choose another name for the set"])
      return nil
    }
    guard let bound = bindSet(set)?.set else { return nil }
    return .defineSet(name: name.text, bound, text: Formatter.format(set))
  }

  /// `define measure death_rate as percent died`: it must make sense for the rows of some entity.
  mutating func bindMeasureDefinition(
    _ name: Name, _ measure: MeasureExpression
  ) -> BoundStatement? {
    if Statistic(word: name.text.lowercased()) != nil
      || ["count", "percent"].contains(name.text.lowercased())
    {
      report(
        .definitionExists, "\(name.text) is a measure of the language", at: name.span,
        notes: ["choose another name"])
      return nil
    }
    var fewest: [Diagnostic]?
    for table in catalogue.data.tables.indices {
      var binder = quiet
      if binder.bindMeasure(measure, in: Scope(table: table)) != nil {
        return .defineMeasure(
          NamedMeasure(name: name.text, measure: measure, text: Formatter.format(measure)))
      }
      // What is nearly right for one entity is a mistake there, and not that no entity has it.
      let found = binder.diagnostics
      let isNearer = fewest.map { found.weight < $0.weight } ?? true
      if isNearer { fewest = found }
    }
    diagnostics += fewest ?? []
    return nil
  }

  /// `expect (count children where died) = 90`.
  mutating func bindExpectation(_ expression: Expression) -> Expectation? {
    guard let condition = bindCondition(expression, in: .dataSet) else { return nil }
    // Already known to be right; this only keeps the two sides apart.
    var quiet = quiet
    var sides: Expectation.Sides?
    switch expression.kind {
    case .comparison(_, let left, let right, _):
      guard let first = quiet.bindNumber(left, in: .dataSet),
        let second = quiet.bindNumber(right, in: .dataSet)
      else { break }
      sides = Expectation.Sides(left: first.value, right: second.value)
      // `40%` beside a percentage is 40, else 0.4.
      if first.kind == .percent, case .literal(.percent(let number)) = right.kind {
        sides?.right = .constant(number)
      }
    case .between(let value, _, _, _):
      sides = quiet.bindNumber(value, in: .dataSet).map {
        Expectation.Sides(left: $0.value, right: nil)
      }
    default: break
    }
    return Expectation(
      condition: condition, sides: sides, text: Formatter.format(expression),
      span: expression.span)
  }

  /// `values status`, `values children.status`, `values status of children`.
  mutating func bindValues(
    _ path: Path, entity: Name?
  ) -> (set: BoundSet, column: ColumnExpression)? {
    if let entity {
      guard let table = table(of: entity), let field = resolve(path, in: Scope(table: table))
      else { return nil }
      return (BoundSet(table: table), Self.column(path.text, field))
    }
    guard let (table, field) = findField(path) else { return nil }
    return (BoundSet(table: table), Self.column(path.names.last?.text ?? path.text, field))
  }

  private static func column(_ name: String, _ path: FieldPath) -> ColumnExpression {
    ColumnExpression(name: name, source: .field(hops: path.hops, path.field.reference))
  }

  /// A field named without its table, or with the table's name before the dot.
  mutating func findField(_ path: Path) -> (table: Int, field: FieldPath)? {
    guard let first = path.names.first else { return nil }
    if path.names.count > 1, let table = knownTable(first.text) {
      let rest = Path(Array(path.names.dropFirst()))
      return resolve(rest, in: Scope(table: table)).map { (table, $0) }
    }
    let owners = catalogue.data.tables.indices.filter { table in
      path.names.count == 1
        ? catalogue.field(named: first.text, inTable: table) != nil
        : catalogue.toOneRelation(named: first.text, fromTable: table) != nil
    }
    if owners.count == 1 {
      return resolve(path, in: Scope(table: owners[0])).map { (owners[0], $0) }
    }
    reportFieldNotFound(path, owners: owners)
    return nil
  }

  private mutating func reportFieldNotFound(_ path: Path, owners: [Int]) {
    let tables = catalogue.data.tables
    if owners.count > 1 {
      let choices = owners.map {
        "\(Wording.name(tables[$0].schema.name)).\(Wording.path(path))"
      }
      report(
        .ambiguousName, "several entities have \"\(path.text)\"", at: path.span,
        notes: ["choose: " + Wording.list(choices, joiner: "or")],
        edits: choices.first.map { [Diagnostic.Edit(path.span, $0)] } ?? [])
      return
    }
    let names =
      tables.indices.flatMap { catalogue.fields(ofTable: $0).map(\.name) }
      + tables.map(\.schema.name)
    let near = NearestName.nearest(to: path.text, among: names)
    report(
      .unknownField, "no entity has a field \"\(path.text)\"", at: path.span,
      notes: near.isEmpty
        ? ["see: describe"] : ["nearest: " + Wording.list(near.map(Wording.name))],
      edits: near.first.map { [Diagnostic.Edit(path.span, Wording.name($0))] } ?? [])
  }

  /// `describe`, `describe children`, `describe children.status`, `describe status`.
  mutating func bindDescribe(_ path: Path?) -> DescribeTarget? {
    guard let path, let first = path.names.first else { return .dataSet }
    if path.names.count == 1 {
      if let table = knownTable(first.text) { return .table(table) }
      let isField = catalogue.data.tables.indices.contains { table in
        catalogue.field(named: first.text, inTable: table) != nil
      }
      if !isField {
        reportNothingToDescribe(first)
        return nil
      }
    }
    return findField(path).map { .field($0.field.field.reference) }
  }

  private mutating func reportNothingToDescribe(_ name: Name) {
    let tables = catalogue.data.tables
    let names =
      tables.map(\.schema.name)
      + tables.indices.flatMap { catalogue.fields(ofTable: $0).map(\.name) }
    let near = NearestName.nearest(to: name.text, among: names)
    report(
      .unknownEntity, "the data has no entity or field \"\(name.text)\"", at: name.span,
      notes: near.isEmpty
        ? ["entities: " + Wording.list(tables.map { Wording.name($0.schema.name) })]
        : ["nearest: " + Wording.list(near.map(Wording.name))],
      edits: near.first.map { [Diagnostic.Edit(name.span, Wording.name($0))] } ?? [])
  }
}

extension NumericValue {
  /// Whether the number is never a fraction.
  fileprivate func isWhole(in catalogue: Catalogue) -> Bool {
    switch self {
    case .constant(let value): value == value.rounded()
    case .field(let field): [.integer, .date].contains(catalogue.info(of: field).schema.type)
    case .arithmetic(let sign, let left, let right):
      sign != .divide && left.isWhole(in: catalogue) && right.isWhole(in: catalogue)
    case .through(_, let inner): inner.isWhole(in: catalogue)
    case .aggregate(let aggregate, _, let inner):
      ![.average, .median].contains(aggregate) && inner.isWhole(in: catalogue)
    case .countOf, .year, .monthsBetween, .daysBetween: true
    case .rounded(_, let digits): digits == 0
    case .measure, .groupMeasure: false
    }
  }
}

extension [Diagnostic] {
  /// How far from right a statement is: a mistake that can be corrected weighs less.
  fileprivate var weight: Int { reduce(0) { $0 + ($1.edits.isEmpty ? 2 : 1) } }
}
