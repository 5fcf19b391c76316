internal import Language

/// Queries with measures, and perhaps groups.
extension SQLWriter {
  /// `count SET by DIMS` and its like: a row for each group.
  func grouped(_ query: BoundQuery) throws(SQLRefusal) -> SQLScript {
    let grouping = try grouping(
      query.set, by: query.dimensions, query.measures.map { Wanted($0.measure) })
    let columns = try columns(query, grouping)
    var script = SQLScript(query: "")
    script.remarks = try remarks(query, grouping)
    let all = query.measures.indices.map {
      measure(query.measures[$0].measure, $0, of: grouping)
    }
    if query.having == nil, let levels = levels(of: grouping) {
      script.query = withLevels(levels, query, grouping, columns, all).text
      return script
    }
    var select = grouping.select(
      heads(grouping, grouping.keys) + columns.map { aliased($0.expression, $0.name) })
    select.groupBy = grouping.keys.map(\.text)
    if let having = query.having {
      select.having = try truth(having, of: .group(all), .onlyTrue)
    }
    if grouping.keys.isEmpty {
      // One row without groups has no order, and without an aggregate no table to be a row of.
      let isAggregate = query.measures.indices.prefix(query.shownMeasureCount).contains {
        position in
        if case .list = grouping.inputs[position] { false } else { true }
      }
      if !isAggregate { select.from = [] }
    } else {
      select.orderBy = order(query.sort, grouping, grouping.keys) { position in
        query.sortName(position).map(identifier) ?? all[position].expression.text
      }
    }
    select.limit = query.first
    script.query = select.text
    return script
  }

  /// The shown value of each key.
  func heads(_ grouping: SQLGrouping, _ keys: [SQLExpression]) -> [String] {
    zip(grouping.dimensions, keys).map { aliased($0.shown($1), $0.name) }
  }

  /// The order of an answer's groups: by its sort keys, and where these leave it open by the groups
  /// themselves; a missing first group comes last whatever the rest.
  func order(
    _ sort: [BoundQuery.Sort], _ grouping: SQLGrouping, _ keys: [SQLExpression],
    measure: (Int) -> String
  ) -> [String] {
    var items: [String] = []
    if let first = keys.first, !sort.isEmpty, sort.first?.key != .dimension(0) {
      items.append(first.isNull.text)
    }
    var isByDimension: Set<Int> = []
    for key in sort {
      switch key.key {
      case .measure(let position):
        items.append(measure(position) + (key.isDescending ? " desc" : "") + " nulls last")
      case .dimension(let position):
        isByDimension.insert(position)
        items.append(
          grouping.dimensions[position].order.item(keys[position], reversed: key.isDescending))
      case .column: break
      }
    }
    let natural = grouping.naturalOrder(keys)
    return items + natural.indices.filter { !isByDimension.contains($0) }.map { natural[$0] }
  }

  /// What a reader must know; a refusal where the first groups depend on an order that SQL lacks.
  func remarks(_ query: BoundQuery, _ grouping: SQLGrouping) throws(SQLRefusal) -> [String] {
    var remarks = grouping.dimensions.compactMap(\.remark)
    for difference in grouping.dimensions.compactMap(\.order.difference) {
      if query.first != nil {
        throw SQLRefusal("which groups come first depends on their order: \(difference)")
      }
      remarks.append("the order differs from the answer's: \(difference)")
    }
    for option in [QueryOption.Kind.chiSquared, .fisher] where query.options.contains(option) {
      remarks.append("SQL has no distribution to test with, so \(option.rawValue) is left out")
    }
    return remarks
  }

  /// A row for each level of a scale, with or without rows of its own.
  private func withLevels(
    _ levels: SQLLevels, _ query: BoundQuery, _ grouping: SQLGrouping, _ columns: [MeasureColumn],
    _ all: [SQLNumber]
  ) -> SQLSelect {
    var measures = columns
    var sortNames: [Int: String] = [:]
    for case .measure(let position) in query.sort.map(\.key) {
      sortNames[position] = query.sortName(position) ?? "sort_\(position + 1)"
      if query.sortName(position) == nil {
        let isCount = if case .count = query.measures[position].measure { true } else { false }
        measures.append(
          MeasureColumn("sort_\(position + 1)", all[position].expression, isCount: isCount))
      }
    }
    let filled = filled(grouping, levels, measures)
    let dimension = grouping.dimensions[0]
    var select = filled.select(
      [aliased(dimension.shown(filled.key), dimension.name)]
        + columns.map { aliased(filled.value($0), $0.name) })
    var items: [String] = []
    for sort in query.sort {
      let direction = (sort.isDescending ? " desc" : "") + " nulls last"
      switch sort.key {
      case .measure(let position):
        if items.isEmpty { items.append(filled.key.isNull.text) }
        let column = measures.first { $0.name == sortNames[position] }
        items.append((column.map { filled.value($0).text } ?? "1") + direction)
      case .dimension: items.append(filled.place + direction)
      case .column: break
      }
    }
    if !query.sort.contains(where: { $0.key == .dimension(0) }) {
      items.append("\(filled.place) nulls last")
    }
    select.orderBy = items
    select.limit = query.first
    return select
  }
}

extension BoundQuery {
  /// The name of the column that shows a measure.
  fileprivate func sortName(_ position: Int) -> String? {
    guard position < shownMeasureCount else { return nil }
    if case .percent = verb { return "percent" }
    return measures[position].name
  }
}
