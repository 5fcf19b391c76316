internal import Language
internal import Tables

/// Dimensions in which a row can stand in several groups.
extension SQLWriter {
  private static let none = SQLExpression("'(none)'")

  /// Each value of a many-valued field.
  func each(
    _ name: String, _ target: FieldTarget, of row: SQLRow
  ) throws(SQLRefusal) -> SQLDimension {
    let column = try value(target.field, of: try self.row(row, through: target.hops))
    let alias = row.scope.take(["item"])
    usage.usesSeveralTables = true
    row.scope.add(join: dialect.joinOfEach(column, as: alias))
    let key = SQLExpression.call(
      "coalesce", SQLExpression("\(alias).value"), Self.none.only(when: column.isNotNull))
    let info = catalogue.info(of: target.field)
    return dimension(name, info.name, key, ofEach: Array(info.dictionary))
  }

  private func dimension(
    _ name: String, _ keyName: String, _ key: SQLExpression, ofEach values: [String]
  ) -> SQLDimension {
    var dimension = SQLDimension(name: name, key: key, keyName: keyName, isSeveral: true)
    dimension.order = order(ofEach: values)
    return dimension
  }

  private func order(ofEach values: [String]) -> SQLDimension.Order {
    let places = (values + ["(none)"]).enumerated().map {
      (value: dialect.literal($0.element), then: SQLExpression(String($0.offset)))
    }
    guard places.count <= 100 else {
      return SQLDimension.Order(
        difference: "values come in the order in which the data first hold them")
    }
    return SQLDimension.Order(expression: { .cases(of: $0, places) })
  }

  /// Each value that a field has among related rows; a value that several of them hold counts once.
  func eachRelated(
    _ name: String, _ hops: [Int], _ link: RowLink, _ target: FieldTarget, of row: SQLRow
  ) throws(SQLRefusal) -> SQLDimension {
    let origin = try self.row(row, through: hops)
    let info = catalogue.info(of: target.field)
    let isList = info.schema.type == .list
    let values = try relatedValues(link, target, isList: isList)
    let alias = row.scope.take(["related"])
    row.scope.add(
      join: "left join \(values.bracketed) as \(alias)\n"
        + "  on \(alias).owner = \(identity(of: origin).text)")
    let related = try related(link, to: origin)
    let none = SQLSelect(["1"], from: related.row.scope.from, where: related.link).exists.negated
    var isNone = [none]
    if isList {
      let value = try value(target.field, of: try self.row(related.row, through: target.hops))
      isNone.append(
        SQLSelect(
          ["1"], from: related.row.scope.from, where: .all([related.link, value.isNotNull])
        ).exists)
    }
    var condition = SQLExpression.any(isNone)
    if !hops.isEmpty { condition = .all([identity(of: origin).isNotNull, condition]) }
    let key = SQLExpression.call(
      "coalesce", SQLExpression("\(alias).value"), Self.none.only(when: condition))
    let groups = info.schema.type == .boolean ? ["yes", "no"] : Array(info.dictionary)
    return dimension(name, info.name, key, ofEach: groups)
  }

  /// Each row that has related rows, with each of their values once.
  private func relatedValues(
    _ link: RowLink, _ target: FieldTarget, isList: Bool
  ) throws(SQLRefusal) -> SQLSelect {
    let relation = data.relations[link.relation]
    let owner: SQLRow
    switch link {
    case .children: owner = self.row(ofTable: relation.parentTable)
    case .siblings: owner = self.row(ofTable: relation.childTable)
    }
    usage.usesSeveralTables = true
    let related = try related(link, to: owner)
    // The related rows stand in the owner's own `from`, so that nothing else there takes their name.
    _ = owner.scope.take([related.row.alias])
    owner.scope.add(
      join: "join \(related.row.scope.from[0])\n  on "
        + SQLLayout.hanging(SQLLayout.hanging(related.link.text)))
    let inner = SQLRow(
      scope: owner.scope, alias: related.row.alias, table: relation.childTable, usage: usage)
    var value = try value(target.field, of: try self.row(inner, through: target.hops))
    if isList {
      let alias = owner.scope.take(["item"])
      owner.scope.add(join: dialect.joinOfEach(value, as: alias))
      value = SQLExpression("\(alias).value")
    }
    let isRecorded = value.isNotNull
    if catalogue.info(of: target.field).schema.type == .boolean {
      value = .cases([
        (value, SQLExpression("'yes'")), (value.negated, SQLExpression("'no'")),
      ])
    }
    return SQLSelect(
      ["distinct \(identity(of: owner).text) as owner", "\(value.text) as value"],
      from: owner.scope.from, where: isRecorded)
  }
}
