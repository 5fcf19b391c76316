internal import Language
internal import Tables

extension SQLWriter {
  /// A dimension over the rows of a table.
  func dimension(_ column: ColumnExpression, of row: SQLRow) throws(SQLRefusal) -> SQLDimension {
    switch column.source {
    case .field(let hops, let field):
      return try dimension(column.name, field, of: try self.row(row, through: hops))
    case .condition(let condition):
      return flags(column.name, "answer", try truth(condition, of: .row(row)))
    case .number(let value, let kind):
      let key = try shown(try number(value, of: .row(row)), kind)
      return SQLDimension(name: column.name, key: key, keyName: "number")
    case .bands(let value, let bands):
      let key = band(try number(value, of: .row(row)), bands)
      return scale(column.name, key, bands.labels, optional: [0])
    case .steps(let value, let steps):
      return try self.steps(column.name, value, steps, of: row)
    case .period(let value, let part):
      let key = period(part, of: try date(value, of: .row(row)))
      let whole = self.row(ofTable: row.table)
      let all = period(part, of: try date(value, of: .row(whole)))
      return SQLDimension(
        name: column.name, key: key, keyName: part == .year ? "year" : "period",
        shown: { label(part, $0) },
        levels: .series(SQLSelect(["\(all.text) as step"], from: whole.scope.from)))
    case .each(let target):
      return try each(column.name, target, of: row)
    case .eachRelated(let hops, let link, let target):
      return try eachRelated(column.name, hops, link, target, of: row)
    }
  }

  private func dimension(
    _ name: String, _ field: FieldReference, of row: SQLRow
  ) throws(SQLRefusal) -> SQLDimension {
    let info = catalogue.info(of: field)
    let key = try value(field, of: row)
    let isColumn = if case .stored = field.key { true } else { false }
    var dimension = SQLDimension(
      name: name, key: key, keyName: info.name, isColumn: isColumn)
    switch info.schema.type {
    case .boolean:
      dimension = flags(name, info.name, key)
    case .text, .category:
      dimension.order = order(of: info)
      if info.schema.isOrdered {
        var optional = Set(info.dictionary.indices.dropFirst(info.schema.categories.count))
        if isBanded(field) { optional.insert(0) }
        dimension.levels = .list(
          info.dictionary.map { dialect.literal($0) }, optional: optional)
      }
    case .list:
      dimension.key = dialect.sortedList(key)
      dimension.order.difference = "groups of several values come in the order of their codes"
      dimension.isColumn = false
      return dimension
    case .integer, .number, .date: break
    }
    dimension.isColumn = isColumn
    return dimension
  }

  /// Whether a field's values are bands, of which the first holds what lies below the first cut.
  private func isBanded(_ field: FieldReference) -> Bool {
    guard case .derived(let index) = field.key else { return false }
    switch catalogue.derivedFields[index].field.body {
    case .bands: return true
    case .field(_, let source): return isBanded(source)
    case .condition, .number: return false
    }
  }

  /// Yes, then no.
  private func flags(_ name: String, _ keyName: String, _ key: SQLExpression) -> SQLDimension {
    SQLDimension(
      name: name, key: key, keyName: keyName, order: SQLDimension.Order(isDescending: true),
      levels: .list([.yes, .no], optional: []))
  }

  private func scale(
    _ name: String, _ key: SQLExpression, _ values: [String], optional: Set<Int>
  ) -> SQLDimension {
    SQLDimension(
      name: name, key: key, keyName: "band", order: order(of: values),
      levels: .list(values.map { dialect.literal($0) }, optional: optional))
  }

  // MARK: Order

  /// The order of a coded field's values: the codebook's, or else that of a person.
  func order(of info: FieldInfo) -> SQLDimension.Order {
    let hasCodebook = info.schema.isOrdered || !info.schema.categories.isEmpty
    return order(
      of: hasCodebook
        ? Array(info.dictionary) : info.dictionary.sorted(by: NaturalOrder.precedes))
  }

  /// More values than this are not listed one by one.
  private static let mostListed = 80

  /// The order in which values are given: by themselves where that is their order, and otherwise by
  /// their place in the list.
  private func order(of values: [String]) -> SQLDimension.Order {
    let isByCode = zip(values, values.dropFirst()).allSatisfy {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    if isByCode || values.count > Self.mostListed {
      return SQLDimension.Order(
        expression: { SQLExpression(dialect.inCodeOrder($0.text)) },
        difference: isByCode
          ? nil : "names are ordered as a person does, A2 before A10, and SQL compares letters")
    }
    let places = values.enumerated().map {
      (value: dialect.literal($0.element), then: SQLExpression(String($0.offset)))
    }
    return SQLDimension.Order(expression: { .cases(of: $0, places) })
  }

  // MARK: Bands of one width

  private func steps(
    _ name: String, _ value: NumericValue, _ steps: Steps, of row: SQLRow
  ) throws(SQLRefusal) -> SQLDimension {
    func index(_ row: SQLRow) throws(SQLRefusal) -> SQLExpression {
      let number = asDay(try number(value, of: .row(row)))
      let parts = SQLExpression.product(
        dialect.real(number.expression, isWhole: number.kind == .whole), "/",
        SQLDialect.literal(steps.width))
      return dialect.whole(.call("floor", parts))
    }
    let whole = self.row(ofTable: row.table)
    let all = try index(whole)
    var dimension = SQLDimension(
      name: name, key: try index(row), keyName: "step",
      levels: .series(SQLSelect(["\(all.text) as step"], from: whole.scope.from)))
    let width = SQLDialect.literal(steps.shownWidth)
    let isWhole = steps.countsWholes && steps.shownWidth.rounded() == steps.shownWidth
    if !isWhole { dimension.remark = "a band of \(name) is named by the number it begins at" }
    dimension.shown = { index in
      if isWhole, steps.shownWidth == 1 { return dialect.text(index) }
      let start = SQLExpression.product(index, "*", width)
      guard isWhole else { return start }
      let end = SQLExpression.sum(start, "+", SQLDialect.literal(steps.shownWidth - 1))
      return .concatenated([dialect.text(start), SQLExpression("'-'"), dialect.text(end)])
    }
    return dimension
  }
}
