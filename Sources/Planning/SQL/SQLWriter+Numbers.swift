internal import Language
internal import Tables

extension SQLWriter {
  /// A number as SQL; null where there is none.
  func number(_ value: NumericValue, of subject: Subject) throws(SQLRefusal) -> SQLNumber {
    switch value {
    case .constant(let number):
      return SQLNumber(constant: number)
    case .field(let field):
      return try number(field, of: try row(of: subject))
    case .arithmetic(let sign, let left, let right):
      return arithmetic(sign, try number(left, of: subject), try number(right, of: subject))
    case .through(let relation, let inner):
      return try number(inner, through: relation, of: try row(of: subject))
    case .countOf(let link, let condition):
      return try count(of: link, condition, of: try row(of: subject))
    case .aggregate(let aggregate, let link, let inner):
      return try self.aggregate(aggregate, link, inner, of: try row(of: subject))
    case .year(let inner):
      let date = try date(inner, of: subject)
      return SQLNumber(dialect.part("year", of: date), .whole)
    case .monthsBetween(let from, let to):
      return months(from: try date(from, of: subject), to: try date(to, of: subject))
    case .daysBetween(let from, let to):
      return arithmetic(.subtract, try number(to, of: subject), try number(from, of: subject))
    case .rounded(let inner, let digits):
      return rounded(try number(inner, of: subject), digits: digits)
    case .measure(let measure, let set):
      return try scalar(measure, of: set, inside: subject)
    case .groupMeasure(let position):
      guard case .group(let measures) = subject, position < measures.count else { return .none }
      return measures[position]
    }
  }

  private func row(of subject: Subject) throws(SQLRefusal) -> SQLRow {
    if case .row(let row) = subject { return row }
    throw SQLRefusal("this asks for a number of a row where there is none")
  }

  /// The number of a field; a derived one as its definition says.
  private func number(_ field: FieldReference, of row: SQLRow) throws(SQLRefusal) -> SQLNumber {
    let info = catalogue.info(of: field)
    if case .derived(let index) = field.key {
      switch catalogue.derivedFields[index].field.body {
      case .number(let value, _):
        let number = try number(value, of: .row(row))
        // A field of whole numbers holds whole numbers.
        return info.schema.type == .integer && number.kind == .real
          ? nearestWhole(number) : number
      case .field(let hops, let source):
        return try self.number(source, of: try self.row(row, through: hops))
      case .condition, .bands: return .none
      }
    }
    let column = row.column(info.name)
    switch info.schema.type {
    case .integer: return SQLNumber(column, .whole)
    case .number: return SQLNumber(column, .real)
    case .date: return SQLNumber(column, .date)
    case .text, .category, .boolean, .list: return .none
    }
  }

  private func nearestWhole(_ number: SQLNumber) -> SQLNumber {
    let exact =
      dialect == .postgresql
      ? dialect.cast(number.expression, "numeric") : number.expression
    return SQLNumber(dialect.whole(.call("round", exact)), .whole)
  }

  /// The number of the row that a to-one relation leads to.
  private func number(
    _ inner: NumericValue, through relation: Int, of row: SQLRow
  ) throws(SQLRefusal) -> SQLNumber {
    if inner.isNoneOfNulls(in: catalogue) {
      return try number(inner, of: .row(try self.row(row, through: relation)))
    }
    try checkKey(of: relation)
    let parent = self.row(ofTable: data.relations[relation].parentTable, inside: row.scope)
    let number = try number(inner, of: .row(parent))
    let select = SQLSelect(
      [number.expression.text], from: parent.scope.from,
      where: sameKey(relation, child: row, parent: parent))
    return SQLNumber(select.value, number.kind)
  }

  // MARK: Arithmetic

  private func arithmetic(
    _ sign: ArithmeticOperator, _ left: SQLNumber, _ right: SQLNumber
  ) -> SQLNumber {
    if let first = left.constant, let second = right.constant {
      return sign.result(first, second).map { SQLNumber(constant: $0) } ?? .none
    }
    if left.kind == .date || right.kind == .date { return onDates(sign, left, right) }
    let isWhole = left.kind == .whole && right.kind == .whole
    if sign == .divide { return quotient(left, right) }
    // A fraction that binary cannot hold is rounded as the product rounds it.
    let first =
      left.constant != nil && left.kind == .real
      ? dialect.real(left.expression, isWhole: false) : left.expression
    let second =
      right.constant != nil && right.kind == .real
      ? dialect.real(right.expression, isWhole: false) : right.expression
    let expression: SQLExpression
    switch sign {
    case .add: expression = .sum(first, "+", second)
    case .subtract where left.constant == 0:
      expression = SQLExpression("-\(second.operand(of: .whole))", .additive)
    case .subtract: expression = .sum(first, "-", second)
    case .multiply, .divide: expression = .product(first, "*", second)
    }
    return SQLNumber(expression, isWhole ? .whole : .real)
  }

  private func quotient(_ left: SQLNumber, _ right: SQLNumber) -> SQLNumber {
    let divisor: SQLExpression
    if let constant = right.constant {
      guard constant != 0 else { return .none }
      divisor = right.expression
    } else {
      divisor = .call("nullif", right.expression, SQLExpression("0"))
    }
    return SQLNumber(
      .product(dialect.real(left.expression, isWhole: left.kind == .whole), "/", divisor), .real)
  }

  private func onDates(
    _ sign: ArithmeticOperator, _ left: SQLNumber, _ right: SQLNumber
  ) -> SQLNumber {
    if sign == .subtract, right.kind == .date, let end = asDate(left) {
      return SQLNumber(dialect.days(from: right.expression, to: end), .whole)
    }
    if sign == .subtract, let constant = right.constant, let start = asDate(right),
      left.kind == .date, constant > Self.largestShift
    {
      return SQLNumber(dialect.days(from: start, to: left.expression), .whole)
    }
    if sign == .add || sign == .subtract, left.kind == .date, right.kind == .whole {
      return SQLNumber(
        dialect.date(left.expression, movedBy: right.expression, forward: sign == .add), .date)
    }
    return arithmetic(sign, asDay(left), asDay(right))
  }

  /// More days than this beside a date are themselves a date, written as one: the tree holds both as
  /// numbers, and either way of writing them gives the same days.
  private static let largestShift = 3650.0

  private func rounded(_ number: SQLNumber, digits: Int) -> SQLNumber {
    if number.kind == .date { return number }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    var scaled = dialect.real(number.expression, isWhole: number.kind == .whole)
    if digits > 0 { scaled = .product(scaled, "*", SQLDialect.literal(scale)) }
    let half = dialect.real(SQLExpression("0.5"), isWhole: false)
    let little = dialect.real(SQLExpression("1e-9"), isWhole: false)
    let floor = SQLExpression.call(
      "floor", .sum(.sum(scaled, "+", half), "+", little))
    guard digits > 0 else { return SQLNumber(dialect.whole(floor), .whole) }
    return SQLNumber(
      .product(floor, "/", dialect.real(SQLDialect.literal(scale), isWhole: true)), .real)
  }
}

extension ArithmeticOperator {
  /// The result for two numbers; `nil` where there is none.
  fileprivate func result(_ left: Double, _ right: Double) -> Double? {
    let result: Double? =
      switch self {
      case .add: left + right
      case .subtract: left - right
      case .multiply: left * right
      case .divide: right == 0 ? nil : left / right
      }
    return result.flatMap { $0.isFinite ? $0 : nil }
  }
}
