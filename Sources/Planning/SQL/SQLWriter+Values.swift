internal import Language
internal import Tables

extension SQLWriter {
  /// `values PATH`: each value with its rows, and the rows that lack one.
  func values(
    _ column: ColumnExpression, of set: BoundSet, first: Int?
  ) throws(SQLRefusal) -> SQLScript {
    guard case .field(let hops, let field) = column.source else {
      throw SQLRefusal("only a field has values to list")
    }
    let info = catalogue.info(of: field)
    let isList = info.schema.type == .list
    var shown = column
    if isList {
      shown.source = .each(FieldTarget(hops: hops, field: field))
    }
    var grouping = try grouping(set, by: [shown], [.nothing])
    if isList || !info.schema.categories.isEmpty {
      var optional: Set<Int> = []
      if case .list(_, let known) = grouping.dimensions[0].levels { optional = known }
      if !isList {
        optional.formUnion(info.dictionary.indices.dropFirst(info.schema.categories.count))
      }
      grouping.dimensions[0].levels = .list(
        info.dictionary.map { dialect.literal($0) }, optional: optional)
    } else {
      grouping.dimensions[0].levels = .none
    }
    if isList {
      // A row that holds none has no value to be counted under.
      let none = SQLExpression.comparison(grouping.keys[0], "<>", SQLExpression("'(none)'"))
      grouping.condition = .any([none, grouping.keys[0].isNull])
    }
    grouping.dimensions[0].name = "value"
    let count = MeasureColumn("count", Self.count, isCount: true)
    var select: SQLSelect
    var order: String
    if let levels = levels(of: grouping) {
      let filled = filled(grouping, levels, [count])
      select = filled.select([
        aliased(filled.key, "value"), aliased(filled.value(count), "count"),
      ])
      order = "\(filled.place) nulls last"
    } else {
      select = grouping.select([aliased(grouping.keys[0], "value"), "count(*) as count"])
      select.groupBy = [grouping.keys[0].text]
      order = grouping.naturalOrder(grouping.keys)[0]
    }
    var script = SQLScript(query: "")
    if let difference = grouping.dimensions[0].order.difference {
      guard first == nil else {
        throw SQLRefusal("which values come first depends on their order: \(difference)")
      }
      script.remarks.append("the order differs from the answer's: \(difference)")
    }
    if let first {
      // The rows without a value are told whatever is left out.
      select.columns.append("row_number() over (order by \(order)) as place")
      let with = select.with
      select.with = []
      var outer = SQLSelect(
        ["value", "count"], from: ["\(select.bracketed) as placed"],
        where: SQLExpression("place <= \(first) or value is null", .or))
      outer.with = with
      outer.orderBy = ["place"]
      select = outer
    } else {
      select.orderBy = [order]
    }
    if !reasons(of: info).isEmpty {
      script.remarks.append("SQL has one null, so the rows without a value are not told by reason")
    }
    script.query = select.text
    return script
  }

  /// Whether the data say why values are missing.
  private func reasons(of field: FieldInfo) -> [String] {
    guard case .stored(let index) = field.reference.key else { return [] }
    return data.tables[field.reference.table].columns[index].missingReasons.map(\.reason)
  }

  /// `missing SET`: a row for each field.
  func missing(_ set: BoundSet, first: Int?) throws(SQLRefusal) -> SQLScript {
    let row = row(ofTable: set.table)
    let condition = try condition(of: set, row)
    let fields = catalogue.fields(ofTable: set.table)
    var columns: [String] = []
    for field in fields {
      columns.append(aliased(try value(field.reference, of: row), field.name))
    }
    let picked = queryName("picked")
    let counts = fields.prefix(first ?? fields.count).map { field -> String in
      let name = identifier(field.name)
      let missing = "count(*) - count(\(name))"
      return SQLSelect(
        [
          "\(dialect.literal(field.name).text) as field", "\(missing) as missing",
          "100.0 * (\(missing)) / nullif(count(*), 0) as percent",
        ], from: [picked]
      ).text
    }
    let body = SQLSelect(columns, from: row.scope.from, where: condition).text
    var script = SQLScript(
      query: "with \(picked) as (\n\(SQLLayout.indented(body))\n)\n"
        + counts.joined(separator: "\nunion all\n"))
    if fields.contains(where: { !reasons(of: $0).isEmpty }) {
      script.remarks.append("SQL has one null, so the reasons are left out")
    }
    script.undecided = try undecided(set)
    return script
  }

  /// `expect COND`: whether it holds.
  func check(_ expectation: Expectation) throws(SQLRefusal) -> SQLScript {
    let condition = try truth(expectation.condition, of: .dataSet)
    return SQLScript(query: SQLSelect(["\(condition.text) as holds"]).text)
  }
}
