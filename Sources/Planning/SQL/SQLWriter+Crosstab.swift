internal import Language

/// Tables of two and three dimensions, a row for each cell that is not empty.
extension SQLWriter {
  func crosstab(
    _ query: BoundQuery, _ grouping: SQLGrouping, _ remarks: inout [String]
  ) throws(SQLRefusal) -> SQLSelect {
    if query.first != nil {
      throw SQLRefusal(
        "`first` gathers the other rows of a table of two dimensions into one; without it there is SQL"
      )
    }
    let names = names(grouping)
    var counts = grouping.select(
      zip(grouping.keys, names).map { aliased($0, $1) } + ["count(*) as count"])
    counts.with = []
    counts.groupBy = grouping.keys.map(\.text)
    let name = queryName("grouped")
    let keys = names.map { SQLExpression(identifier($0)) }
    // A layer stands before the rows and columns of its table.
    let order = keys.count == 3 ? [2, 0, 1] : [0, 1]
    let includesMissing = query.options.contains(.missing)
    var select = SQLSelect(
      order.map { aliased(grouping.dimensions[$0].shown(keys[$0]), grouping.dimensions[$0].name) }
        + ["count"], from: [name])
    let isRecorded = SQLExpression.all([keys[0].isNotNull, keys[1].isNotNull])
    var intervals: [String] = []
    for kind in [QueryOption.Kind.rowPercent, .columnPercent, .totalPercent]
    where query.options.contains(kind) {
      let total = total(kind, grouping, keys, in: name, includesMissing)
      let percent = SQLExpression("100.0 * count / \(total.operand(of: .whole))", .multiplicative)
      let shown =
        includesMissing
        ? percent : percent.only(when: isRecorded)
      select.columns.append("\(shown.text) as \(kind.columnName)")
      guard query.options.contains(.interval) else { continue }
      intervals += interval(SQLExpression("count"), total).map { name, end in
        let shown = includesMissing ? end : end.only(when: isRecorded)
        return "\(shown.text) as \(kind.columnName)_\(name)"
      }
    }
    select.columns += intervals
    select.with = grouping.with + [(name, counts.text)]
    // In `order by`, the name of a shown column comes before that of a column behind it.
    let isHidden = names.indices.contains { index in
      grouping.dimensions.indices.contains {
        $0 != index && grouping.dimensions[$0].name == names[index]
      }
    }
    select.orderBy = cellOrder(
      query, grouping,
      isHidden ? names.map { SQLExpression("\(name).\(identifier($0))") } : keys)
    remarks.append("cells without rows are left out")
    return select
  }

  /// A name for each key, all different.
  private func names(_ grouping: SQLGrouping) -> [String] {
    var names: [String] = []
    for dimension in grouping.dimensions {
      var name = dimension.keyName
      var number = 2
      while names.contains(name) {
        name = "\(dimension.keyName)_\(number)"
        number += 1
      }
      names.append(name)
    }
    return names
  }

  /// By layers, by rows as the query sorts them, and by columns.
  private func cellOrder(
    _ query: BoundQuery, _ grouping: SQLGrouping, _ keys: [SQLExpression]
  ) -> [String] {
    let natural = grouping.naturalOrder(keys)
    var items = keys.count == 3 ? [natural[2]] : []
    let partition = (keys.count == 3 ? [keys[2], keys[0]] : [keys[0]]).map(\.text)
    if !query.sort.isEmpty { items.append(keys[0].isNull.text) }
    for sort in query.sort {
      switch sort.key {
      case .measure:
        items.append(
          "sum(count) over (partition by \(partition.joined(separator: ", ")))"
            + (sort.isDescending ? " desc" : ""))
      case .dimension(0):
        items.append(grouping.dimensions[0].order.item(keys[0], reversed: sort.isDescending))
      case .dimension, .column: break
      }
    }
    return items + [natural[0], natural[1]]
  }

  /// What a percentage is of: the cells of its row, its column or its table.
  private func total(
    _ kind: QueryOption.Kind, _ grouping: SQLGrouping, _ keys: [SQLExpression],
    in grouped: String, _ includesMissing: Bool
  ) -> SQLExpression {
    let layer = keys.count == 3 ? [2] : []
    let fixed: [Int]
    switch kind {
    case .rowPercent: fixed = layer + [0]
    case .columnPercent: fixed = layer + [1]
    default: fixed = layer
    }
    let recorded =
      includesMissing ? [] : [0, 1].filter { !fixed.contains($0) }.map { keys[$0].isNotNull }
    let isSeveral = grouping.dimensions.prefix(2).contains(where: \.isSeveral)
    guard isSeveral, let identity = grouping.identity else {
      let filter =
        recorded.isEmpty ? "" : " filter (where \(SQLExpression.all(recorded).text))"
      let partition =
        fixed.isEmpty ? "" : "partition by " + fixed.map { keys[$0].text }.joined(separator: ", ")
      return SQLExpression("sum(count)\(filter) over (\(partition))")
    }
    // A row in several cells counts once.
    let source = grouping.from[0]
    let same = fixed.map { position in
      SQLExpression.comparison(
        SQLExpression("\(source).\(grouping.keys[position].text)"), "is not distinct from",
        SQLExpression("\(grouped).\(keys[position].text)"))
    }
    let others =
      includesMissing
      ? []
      : [0, 1].filter { !fixed.contains($0) }.map {
        SQLExpression("\(source).\(grouping.keys[$0].text)").isNotNull
      }
    let conditions = same + others
    return SQLSelect(
      ["count(distinct \(source).\(identity.text))"], from: [source],
      where: conditions.isEmpty ? nil : .all(conditions)
    ).value
  }
}

extension QueryOption.Kind {
  fileprivate var columnName: String {
    switch self {
    case .rowPercent: "row_percent"
    case .columnPercent: "column_percent"
    default: "total_percent"
    }
  }
}
