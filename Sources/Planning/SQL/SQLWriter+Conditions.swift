internal import Language
internal import Tables

extension SQLWriter {
  /// A condition as SQL: true, false or null where it is true, false or undecided.
  func truth(
    _ condition: Condition, of subject: Subject, _ logic: Logic = .threeValued
  ) throws(SQLRefusal) -> SQLExpression {
    switch condition {
    case .constant(let value): return value ? .yes : .no
    case .not(let inner): return try truth(inner, of: subject).negated
    case .and(let parts): return .all(try truths(parts, of: subject, logic))
    case .or(let parts): return .any(try truths(parts, of: subject, logic))
    case .within(let value, let interval):
      return within(try number(value, of: subject), interval)
    case .compare(let left, let sign, let right):
      return compared(try number(left, of: subject), sign, try number(right, of: subject))
    case .missingNumber(let value):
      return try number(value, of: subject).expression.isNull
    case .quantifiedTable(let quantifier, let table, let inner):
      return try quantified(quantifier, table: table, inner, logic)
    case .sampled:
      throw Self.sampleRefusal
    case .flag, .oneOf, .compareValues, .text, .missing, .holds, .isEmptyList, .through,
      .quantified:
      guard case .row(let row) = subject else {
        throw SQLRefusal("this asks something of a row where there is none")
      }
      return try truth(condition, ofRow: row, logic)
    }
  }

  static let sampleRefusal = SQLRefusal(
    "`sample` draws rows at random with the seed of this shell, and SQL would draw others")

  private func truths(
    _ parts: [Condition], of subject: Subject, _ logic: Logic
  ) throws(SQLRefusal) -> [SQLExpression] {
    var truths: [SQLExpression] = []
    for part in parts { truths.append(try truth(part, of: subject, logic)) }
    return truths
  }

  private func truth(
    _ condition: Condition, ofRow row: SQLRow, _ logic: Logic
  ) throws(SQLRefusal) -> SQLExpression {
    switch condition {
    case .flag(let field):
      return try flag(field, of: row, logic)
    case .oneOf(let field, let codes):
      return try isOneOf(field, codes, of: row)
    case .compareValues(let left, let sign, let right):
      return try compared(left, sign, right, of: row)
    case .text(let field, let match):
      return try matches(match, field, of: row)
    case .missing(let field, let reason):
      guard reason == nil else {
        throw SQLRefusal("SQL has one null, which does not say why a value is missing")
      }
      return try value(field, of: row).isNull
    case .holds(let field, let mode, let codes):
      return try holds(field, mode, codes, of: row, logic)
    case .isEmptyList(let field):
      return .comparison(
        dialect.listCount(try value(field, of: row)), "=", SQLExpression("0"))
    case .through(let relation, let inner, let isTrueWithoutParent):
      return try truth(inner, through: relation, isTrueWithoutParent, of: row, logic)
    case .quantified(let quantifier, let link, let inner):
      return try quantified(quantifier, link, inner, of: row, logic)
    default:
      preconditionFailure("not a condition on a row")
    }
  }

  /// A condition of the row that a to-one relation leads to.
  ///
  /// A join gives nulls where there is no such row. Where these make the condition what it must be
  /// then, the join is all there is to it; elsewhere the parent is asked in a query of its own,
  /// which has no value without a row.
  private func truth(
    _ inner: Condition, through relation: Int, _ isTrueWithoutParent: Bool, of row: SQLRow,
    _ logic: Logic
  ) throws(SQLRefusal) -> SQLExpression {
    let fits =
      isTrueWithoutParent ? inner.isTrueOfNulls(in: catalogue) : inner.isOpenOfNulls(in: catalogue)
    if fits {
      return try truth(inner, of: .row(try self.row(row, through: relation)), logic)
    }
    try checkKey(of: relation)
    let parent = self.row(ofTable: data.relations[relation].parentTable, inside: row.scope)
    let condition = try truth(inner, of: .row(parent), logic)
    let select = SQLSelect(
      [condition.text], from: parent.scope.from,
      where: sameKey(relation, child: row, parent: parent))
    guard isTrueWithoutParent else { return select.value }
    let parents = SQLSelect(["1"], from: select.from, where: select.condition)
    return .any([parents.exists.negated, select.value])
  }

  // MARK: Fields

  private func flag(
    _ field: FieldReference, of row: SQLRow, _ logic: Logic
  ) throws(SQLRefusal) -> SQLExpression {
    switch field.key {
    case .stored: return try value(field, of: row)
    case .derived(let index):
      switch catalogue.derivedFields[index].field.body {
      case .condition(let condition): return try truth(condition, of: .row(row), logic)
      case .field(let hops, let source):
        return try flag(source, of: try self.row(row, through: hops), logic)
      case .number, .bands: preconditionFailure("a number is no condition")
      }
    }
  }

  private func isOneOf(
    _ field: FieldReference, _ codes: [UInt32], of row: SQLRow
  ) throws(SQLRefusal) -> SQLExpression {
    if case .derived(let index) = field.key {
      switch catalogue.derivedFields[index].field.body {
      case .bands(let number, let bands):
        return try isIn(bands, codes.map { Int($0) }, number, of: row)
      case .field(let hops, let source):
        return try isOneOf(source, codes, of: try self.row(row, through: hops))
      case .condition, .number: break
      }
    }
    let column = try value(field, of: row)
    // Of no value at all a recorded one is not, and a missing one may be.
    guard !codes.isEmpty else { return .comparison(column, "<>", column) }
    return column.isAmong(literals(codes, of: field))
  }

  /// The values of some codes, each once.
  func literals(_ codes: [UInt32], of field: FieldReference) -> [SQLExpression] {
    let dictionary = catalogue.info(of: field).dictionary
    var known: Set<UInt32> = []
    return codes.filter { known.insert($0).inserted }.map {
      dialect.literal(dictionary[Int($0)])
    }
  }

  /// A number in any of some bands; neighbours are one interval.
  private func isIn(
    _ bands: Bands, _ codes: [Int], _ number: NumericValue, of row: SQLRow
  ) throws(SQLRefusal) -> SQLExpression {
    let value = try self.number(number, of: .row(row))
    let wanted = Set(codes).sorted()
    guard !wanted.isEmpty else { return .comparison(value.expression, "<>", value.expression) }
    var parts: [SQLExpression] = []
    var start = 0
    for position in wanted.indices
    where position == wanted.count - 1 || wanted[position + 1] > wanted[position] + 1 {
      parts.append(
        within(
          value,
          NumericInterval(
            low: bands.interval(of: wanted[start]).low,
            high: bands.interval(of: wanted[position]).high)))
      start = position + 1
    }
    return .any(parts)
  }

  private func compared(
    _ left: FieldTarget, _ sign: ComparisonOperator, _ right: FieldTarget, of row: SQLRow
  ) throws(SQLRefusal) -> SQLExpression {
    let first = try value(left.field, of: try self.row(row, through: left.hops))
    let second = try value(right.field, of: try self.row(row, through: right.hops))
    if sign == .equal || sign == .notEqual { return .comparison(first, sign.sql, second) }
    // On a scale the place of a value counts, not its spelling.
    let info = catalogue.info(of: left.field)
    let levels = Array(info.dictionary.prefix(info.schema.categories.count))
    func place(_ value: SQLExpression) -> SQLExpression {
      .cases(
        of: value,
        levels.enumerated().map { (dialect.literal($0.element), SQLExpression(String($0.offset))) })
    }
    let comparison = SQLExpression.comparison(place(first), sign.sql, place(second))
    let held = Array(info.dictionary) + Array(catalogue.info(of: right.field).dictionary)
    guard held.contains(where: { !levels.contains($0) }) else { return comparison }
    // What is no level of the scale is neither above nor below one.
    return SQLExpression.call("coalesce", comparison, SQLExpression("false"))
      .only(when: .all([first.isNotNull, second.isNotNull]))
  }
}

extension ComparisonOperator {
  /// The sign in SQL.
  var sql: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
