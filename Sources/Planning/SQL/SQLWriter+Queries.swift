internal import Bitmaps
internal import Language
internal import Tables

extension SQLWriter {
  /// A query as SQL.
  func script(_ query: BoundQuery) throws(SQLRefusal) -> SQLScript {
    if case .sampled = query.set.condition { throw Self.sampleRefusal }
    var script = try body(query)
    script.undecided = try undecided(query.set)
    return script
  }

  private func body(_ query: BoundQuery) throws(SQLRefusal) -> SQLScript {
    switch query.verb {
    case .count where query.dimensions.isEmpty:
      let row = row(ofTable: query.set.table)
      let condition = try condition(of: query.set, row)
      return SQLScript(
        query: SQLSelect(["count(*) as count"], from: row.scope.from, where: condition).text)
    case .percent(let condition) where query.dimensions.isEmpty:
      return try share(condition, query)
    case .count, .percent, .measures: return try grouped(query)
    case .list(let columns): return try list(columns, query)
    case .tabulate: return try tabulate(query)
    case .summarise(let value, let kind, _): return try summary(value, kind, query)
    case .compare(let other, _): return try comparison(with: other, query)
    }
  }

  /// `percent COND of SET`: the part, what it is of, and what is left out of both.
  private func share(
    _ condition: Condition, _ query: BoundQuery
  ) throws(SQLRefusal) -> SQLScript {
    let grouping = try grouping(query.set, by: [], [.condition(condition)])
    guard case .condition(let holds)? = grouping.inputs.first else {
      preconditionFailure("a condition stays one")
    }
    var columns = try self.columns(query, grouping).map { aliased($0.expression, $0.name) }
    columns.append("count(*) - count(\(holds.text)) as undecided")
    var script = SQLScript(query: grouping.select(columns).text)
    script.remarks = try remarks(query, grouping)
    return script
  }

  // MARK: Lists

  /// `list SET show COLUMNS`.
  private func list(
    _ columns: [ColumnExpression], _ query: BoundQuery
  ) throws(SQLRefusal) -> SQLScript {
    let row = row(ofTable: query.set.table)
    var script = SQLScript(query: "")
    var shown: [String] = []
    for column in columns {
      shown.append(aliased(try cell(column, of: row), column.name))
      if case .steps = column.source {
        script.remarks += [try dimension(column, of: row).remark].compactMap(\.self)
      }
    }
    let condition = try condition(of: query.set, row)
    var items: [String] = []
    for sort in query.sort {
      guard case .column(let column) = sort.key else { continue }
      let dimension = try dimension(column, of: row)
      if let difference = dimension.order.difference {
        if query.first != nil {
          throw SQLRefusal("which rows come first depends on their order: \(difference)")
        }
        script.remarks.append("the order differs from the answer's: \(difference)")
      }
      guard !dimension.isSeveral else {
        throw SQLRefusal("rows are not sorted by a value that they have several of")
      }
      items.append(dimension.order.item(dimension.key, reversed: sort.isDescending))
    }
    var select = SQLSelect(shown, from: row.scope.from, where: condition)
    select.orderBy = items + [tableOrder(row)]
    select.limit = query.first
    script.query = select.text
    return script
  }

  /// One cell of a list.
  private func cell(_ column: ColumnExpression, of row: SQLRow) throws(SQLRefusal) -> SQLExpression
  {
    if case .field(let hops, let field) = column.source {
      return try value(field, of: try self.row(row, through: hops))
    }
    let dimension = try dimension(column, of: row)
    return dimension.shown(dimension.key)
  }

  /// The order of a table's rows: by the key where the rows are in its order, and otherwise by
  /// their numbers.
  private func tableOrder(_ row: SQLRow) -> String {
    let table = data.tables[row.table]
    guard table.schema.primaryKey.count == 1, let name = table.schema.primaryKey.first,
      let field = table.fieldIndex(named: name), table.columns[field].isAscending
    else {
      return usage.qualifies ? "\(row.alias).\(dialect.rowNumber)" : dialect.rowNumber
    }
    let column = row.column(table.schema.fields[field].name)
    return table.columns[field].holdsTexts ? dialect.inCodeOrder(column.text) : column.text
  }
}

extension Column {
  fileprivate var holdsTexts: Bool { if case .coded = values { true } else { false } }

  /// Whether each row has a larger value than the row before.
  fileprivate var isAscending: Bool {
    guard recorded.count == rowCount else { return false }
    switch values {
    case .coded(let coded):
      let texts = coded.codes.map { coded.dictionary[Int($0)] }
      return zip(texts, texts.dropFirst()).allSatisfy {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    case .integers(let numbers):
      return zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    case .numbers, .dates, .flags, .lists: return false
    }
  }
}
