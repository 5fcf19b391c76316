internal import Language
internal import Tables

extension SQLWriter {
  /// The value of a field in a row; a derived field is written out.
  func value(_ field: FieldReference, of row: SQLRow) throws(SQLRefusal) -> SQLExpression {
    guard case .derived(let index) = field.key else {
      return row.column(catalogue.info(of: field).name)
    }
    switch catalogue.derivedFields[index].field.body {
    case .condition(let condition):
      return try truth(condition, of: .row(row))
    case .number(_, let kind):
      return try shown(try number(.field(field), of: .row(row)), kind)
    case .bands(let number, let bands):
      return band(try self.number(number, of: .row(row)), bands)
    case .field(let hops, let source):
      return try value(source, of: try self.row(row, through: hops))
    }
  }

  /// A number as an answer shows it: a date as a date.
  func shown(_ number: SQLNumber, _ kind: NumberKind) throws(SQLRefusal) -> SQLExpression {
    guard kind == .date else { return asDay(number).expression }
    guard let date = asDate(number) else {
      throw SQLRefusal("a date moved by a part of a day is no date in SQL")
    }
    return date
  }

  /// A value that is written several times: as it is where it is short, and otherwise under a name.
  func named(
    _ values: [(name: String, value: SQLExpression)], _ use: ([SQLExpression]) -> SQLExpression
  ) -> SQLExpression {
    if values.allSatisfy({ $0.value.isPlain }) { return use(values.map(\.value)) }
    let inner = SQLSelect(values.map { "\($0.value.text) as \($0.name)" })
    return SQLSelect(
      [use(values.map { SQLExpression($0.name) }).text], from: ["\(inner.bracketed) as named"]
    ).value
  }

  /// The label of a number's band.
  func band(_ number: SQLNumber, _ bands: Bands) -> SQLExpression {
    named([("number", asDay(number).expression)]) { values in
      let number = values[0]
      var cases = zip(bands.cuts, bands.labels).map { cut, label in
        (
          SQLExpression.comparison(number, "<", SQLDialect.literal(cut)), dialect.literal(label)
        )
      }
      if let last = bands.cuts.last, let label = bands.labels.last {
        cases.append(
          (
            SQLExpression.comparison(number, ">=", SQLDialect.literal(last)),
            dialect.literal(label)
          ))
      }
      return .cases(cases.map { (when: $0.0, then: $0.1) })
    }
  }

  /// The rows of a set: those for which its condition is true, without those for which its
  /// exception is.
  func condition(of set: BoundSet, _ row: SQLRow) throws(SQLRefusal) -> SQLExpression? {
    var parts: [SQLExpression] = []
    if let condition = set.condition {
      parts.append(try truth(condition, of: .row(row), .onlyTrue))
    }
    if let exception = set.exception {
      parts.append(try truth(exception, of: .row(row), .onlyTrue).tested("is not true"))
    }
    return parts.isEmpty ? nil : .all(parts)
  }

  /// A query that counts the rows that a missing value keeps from being in a set or not; `nil` where
  /// none can.
  func undecided(_ set: BoundSet) throws(SQLRefusal) -> String? {
    guard let condition = set.condition, condition.canBeUndecided(in: catalogue) else {
      return nil
    }
    let row = row(ofTable: set.table)
    var parts = [try truth(condition, of: .row(row)).isNull]
    if let exception = set.exception {
      parts.append(try truth(exception, of: .row(row), .onlyTrue).tested("is not true"))
    }
    return SQLSelect(["count(*) as undecided"], from: row.scope.from, where: .all(parts)).text
  }

  // MARK: Many-valued fields

  /// What a many-valued field holds; undecided where it is missing.
  func holds(
    _ field: FieldReference, _ mode: HasMode, _ codes: [UInt32], of row: SQLRow, _ logic: Logic
  ) throws(SQLRefusal) -> SQLExpression {
    let column = try value(field, of: row)
    let values = literals(codes, of: field)
    guard !values.isEmpty else {
      let answer: SQLExpression = mode == .all || mode == .none ? .yes : .no
      return answer.only(when: column.isNotNull)
    }
    let isFilled = SQLExpression.comparison(
      dialect.listCount(column), ">", SQLExpression("0"))
    switch dialect {
    case .sqlite:
      return holdsInJSON(column, mode, values, isFilled, logic)
    case .duckdb:
      let list = SQLExpression(SQLLayout.list(values.map(\.text), before: "[", after: "]"))
      switch mode {
      case .one where values.count == 1: return .call("list_contains", column, values[0])
      case .one, .any: return .call("list_has_any", column, list)
      case .all: return .call("list_has_all", column, list)
      case .none: return SQLExpression.call("list_has_any", column, list).negated
      case .only: return .all([isFilled, .call("list_has_all", list, column)])
      }
    case .postgresql:
      let list = SQLExpression(SQLLayout.list(values.map(\.text), before: "array[", after: "]"))
      switch mode {
      case .one where values.count == 1:
        return SQLExpression("\(values[0].text) = any(\(column.text))", .comparison)
      case .one, .any: return .comparison(column, "&&", list)
      case .all: return .comparison(column, "@>", list)
      case .none: return SQLExpression.comparison(column, "&&", list).negated
      case .only: return .all([isFilled, .comparison(column, "<@", list)])
      }
    }
  }

  private func holdsInJSON(
    _ column: SQLExpression, _ mode: HasMode, _ values: [SQLExpression],
    _ isFilled: SQLExpression, _ logic: Logic
  ) -> SQLExpression {
    let items = ["json_each(\(column.text))"]
    let among = SQLExpression("value").isAmong(values)
    let some = SQLSelect(["1"], from: items, where: among).exists
    let answer: SQLExpression
    switch mode {
    case .one, .any: answer = some
    case .none: answer = some.negated
    case .all:
      answer = .comparison(
        SQLSelect(["count(*)"], from: items, where: among).value, "=",
        SQLExpression(String(values.count)))
    case .only:
      // Without a list there is no count of it, and so no answer.
      let isOther = SQLExpression("value").isNotAmong(values)
      return .all([isFilled, SQLSelect(["1"], from: items, where: isOther).exists.negated])
    }
    let isSafe = logic == .onlyTrue && mode != .none
    return isSafe ? answer : answer.only(when: column.isNotNull)
  }
}
