/// What the dialects have different words for.
extension SQLDialect {
  /// A whole number as one with a fraction, so that it divides into fractions.
  func real(_ number: SQLExpression, isWhole: Bool) -> SQLExpression {
    if let value = Double(number.text), value.isFinite {
      switch self {
      case .sqlite: return isWhole ? SQLExpression(number.text + ".0", number.binding) : number
      case .duckdb:
        return number.text.contains("e")
          ? number : SQLExpression(number.text + "e0", number.binding)
      case .postgresql: return cast(number, "double precision")
      }
    }
    // The division of DuckDB makes fractions of whole numbers by itself.
    guard isWhole, self != .duckdb else { return number }
    return cast(number, self == .sqlite ? "real" : "double precision")
  }

  func cast(_ value: SQLExpression, _ type: String) -> SQLExpression {
    SQLExpression("cast(\(value.text) as \(type))")
  }

  func whole(_ number: SQLExpression) -> SQLExpression {
    cast(number, self == .sqlite ? "integer" : "bigint")
  }

  func text(_ value: SQLExpression) -> SQLExpression { cast(value, "text") }

  /// Division of whole numbers of one sign, the remainder dropped.
  func wholeQuotient(_ left: SQLExpression, _ right: Int) -> SQLExpression {
    .product(left, self == .duckdb ? "//" : "/", SQLExpression(String(right)))
  }

  // MARK: Dates

  /// A part of a date as a whole number.
  func part(_ part: String, of date: SQLExpression) -> SQLExpression {
    switch self {
    case .sqlite:
      let code = part == "year" ? "%Y" : part == "month" ? "%m" : "%d"
      return cast(SQLExpression("strftime('\(code)', \(date.text))"), "integer")
    case .duckdb: return .call(part, date)
    case .postgresql: return cast(SQLExpression("extract(\(part) from \(date.text))"), "integer")
    }
  }

  /// The days from one date to another.
  func days(from start: SQLExpression, to end: SQLExpression) -> SQLExpression {
    guard self == .sqlite else { return .sum(end, "-", start) }
    let days = SQLExpression.sum(.call("julianday", end), "-", .call("julianday", start))
    return cast(days, "integer")
  }

  /// A date moved by a whole number of days.
  func date(_ date: SQLExpression, movedBy days: SQLExpression, forward: Bool) -> SQLExpression {
    let sign = forward ? "+" : "-"
    guard self == .sqlite else {
      let number = Int(days.text) != nil ? days : cast(days, "integer")
      return .sum(date, sign, number)
    }
    if let number = Int(days.text) {
      let moved = forward ? number : -number
      return SQLExpression("date(\(date.text), '\(moved < 0 ? "" : "+")\(moved) days')")
    }
    let moved = forward ? days : SQLExpression("-\(days.operand(of: .whole))", .additive)
    return .call("date", date, .concatenated([moved, SQLExpression("' days'")]))
  }

  // MARK: Many values in one cell

  /// A join that gives each value of a many-valued column a row, and a row to a column of none.
  func joinOfEach(_ column: SQLExpression, as alias: String) -> String {
    switch self {
    case .sqlite: "left join json_each(\(column.text)) as \(alias) on true"
    case .duckdb, .postgresql:
      "left join lateral unnest(\(column.text)) as \(alias)(value) on true"
    }
  }

  /// A many-valued column with its values in one order, so that equal sets are equal.
  func sortedList(_ column: SQLExpression) -> SQLExpression {
    switch self {
    case .sqlite:
      SQLExpression(
        "(select json_group_array(value) from "
          + "(select value from json_each(\(column.text)) order by value))"
      ).only(when: column.isNotNull)
    case .duckdb: .call("list_sort", column)
    case .postgresql:
      SQLExpression("array(select unnest(\(column.text)) order by 1)").only(when: column.isNotNull)
    }
  }

  /// How many values a cell holds; no number where it is missing.
  func listCount(_ column: SQLExpression) -> SQLExpression {
    switch self {
    case .sqlite: .call("json_array_length", column)
    case .duckdb: .call("len", column)
    case .postgresql: .call("cardinality", column)
    }
  }

  /// Text in the order of its characters' codes.
  func inCodeOrder(_ text: String) -> String {
    self == .postgresql ? "\(text) collate \"C\"" : text
  }

  /// A row's own number, where a table has no key.
  var rowNumber: String { self == .postgresql ? "ctid" : "rowid" }
}
