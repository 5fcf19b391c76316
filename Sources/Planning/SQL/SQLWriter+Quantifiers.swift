internal import Bitmaps
internal import Language
internal import Tables

/// Related rows: `exists` where every row is decided, and a comparison with each of them where
/// undecided ones leave the whole undecided.
extension SQLWriter {
  /// The rows related to a row, in a `select` of their own.
  struct Related {
    var row: SQLRow
    /// What relates them.
    var link: SQLExpression
  }

  /// Enough related rows satisfy a condition.
  func quantified(
    _ quantifier: Quantifier, _ link: RowLink, _ inner: Condition?, of row: SQLRow, _ logic: Logic
  ) throws(SQLRefusal) -> SQLExpression {
    let related = try related(link, to: row)
    return try quantified(quantifier, related.row, related.link, inner, logic)
  }

  /// Enough rows of a whole table satisfy a condition.
  func quantified(
    _ quantifier: Quantifier, table: Int, _ inner: Condition?, _ logic: Logic
  ) throws(SQLRefusal) -> SQLExpression {
    try quantified(quantifier, row(ofTable: table), nil, inner, logic)
  }

  private func quantified(
    _ quantifier: Quantifier, _ row: SQLRow, _ link: SQLExpression?, _ inner: Condition?,
    _ logic: Logic
  ) throws(SQLRefusal) -> SQLExpression {
    let isOpen = inner?.canBeUndecided(in: catalogue) ?? false
    let holds = try inner.map { condition throws(SQLRefusal) in
      try truth(condition, of: .row(row), isOpen ? .threeValued : .onlyTrue)
    }
    let rows = { (condition: SQLExpression?, columns: [String]) in
      SQLSelect(
        columns, from: row.scope.from,
        where: link == nil && condition == nil ? nil : .all([link, condition].compactMap { $0 }))
    }
    let one = { rows($0, ["1"]) }
    let answers = rows(nil, [holds?.text ?? "true"]).bracketed
    switch quantifier {
    case .any:
      guard isOpen, logic == .threeValued else { return one(holds).exists }
      return .comparison(.yes, "in", SQLExpression(answers))
    case .no:
      guard isOpen else { return one(holds).exists.negated }
      return .comparison(.yes, "not in", SQLExpression(answers))
    case .every(let ifAny):
      guard let holds else { return ifAny ? .yes : one(nil).exists }
      let all =
        isOpen
        ? SQLExpression.comparison(.no, "not in", SQLExpression(answers))
        : one(holds.negated).exists.negated
      return ifAny ? all : .all([one(nil).exists, all])
    case .atLeast(let count), .atMost(let count), .exactly(let count):
      let decided = !isOpen || (logic == .onlyTrue && quantifier == .atLeast(count))
      if decided {
        return .comparison(
          rows(holds, ["count(*)"]).value, quantifier.sign, SQLExpression(String(count)))
      }
      return tally(quantifier, count, rows(nil, ["\(holds?.text ?? "true") as holds"]))
    }
  }

  /// A comparison of the rows that do satisfy a condition, and those that may, with a number.
  private func tally(
    _ quantifier: Quantifier, _ count: Int, _ rows: SQLSelect
  ) -> SQLExpression {
    let certain = "count(*) filter (where holds)"
    let possible = "count(*) filter (where holds is not false)"
    let lines: [String]
    switch quantifier {
    case .atMost:
      lines = ["when \(possible) <= \(count) then true", "when \(certain) > \(count) then false"]
    case .exactly:
      lines = [
        "when \(certain) > \(count) or \(possible) < \(count) then false",
        "when count(*) = count(holds) then true",
      ]
    default:
      lines = ["when \(certain) >= \(count) then true", "when \(possible) < \(count) then false"]
    }
    let verdict = SQLLayout.block("case", lines, "end")
    return SQLSelect([verdict], from: ["\(rows.bracketed) as related"]).value
  }

  /// The rows that a link leads to.
  func related(_ link: RowLink, to row: SQLRow) throws(SQLRefusal) -> Related {
    let relation = data.relations[link.relation]
    switch link {
    case .children(let index):
      try checkKey(of: index)
      let child = self.row(ofTable: relation.childTable, inside: row.scope)
      return Related(row: child, link: sameKey(index, child: child, parent: row))
    case .siblings(let index):
      let sibling = self.row(
        ofTable: relation.childTable, inside: row.scope, named: "sibling")
      let fields = data.tables[relation.childTable].schema.fields
      var parts = relation.childFields.map { field in
        SQLExpression.comparison(
          sibling.column(fields[field].name), "=", row.column(fields[field].name))
      }
      if hasDanglingRows(index) {
        // Rows that name a parent that is not there are no siblings of one another.
        let parent = self.row(ofTable: relation.parentTable, inside: row.scope)
        parts.append(
          SQLSelect(
            ["1"], from: parent.scope.from, where: sameKey(index, child: row, parent: parent)
          ).exists)
      }
      parts.append(.comparison(identity(of: sibling), "<>", identity(of: row)))
      return Related(row: sibling, link: .all(parts))
    }
  }

  /// What tells a row from every other: its key, or its number where it has no key of one column.
  func identity(of row: SQLRow) -> SQLExpression {
    let table = data.tables[row.table]
    guard table.schema.primaryKey.count == 1, let name = table.schema.primaryKey.first,
      let field = table.fieldIndex(named: name),
      table.columns[field].recorded.count == table.rowCount, isKey([field], ofTable: row.table)
    else {
      return SQLExpression(
        usage.qualifies ? "\(row.alias).\(dialect.rowNumber)" : dialect.rowNumber)
    }
    return row.column(table.schema.fields[field].name)
  }
}

extension Quantifier {
  /// How the number of rows compares with that of the quantifier.
  fileprivate var sign: String {
    switch self {
    case .atMost: "<="
    case .exactly: "="
    default: ">="
    }
  }
}
