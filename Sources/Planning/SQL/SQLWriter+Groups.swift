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
    if query.having == nil, grouping.dimensions.count == 1 {
      switch grouping.dimensions[0].levels {
      case .none: break
      case .list(let values, let optional):
        let levels = levels(values, optional)
        script.query = withLevels(levels, query, grouping, columns, all).text
        return script
      case .series(let steps):
        script.query = withLevels(levels(from: steps), query, grouping, columns, all).text
        return script
      }
    }
    var select = grouping.select(
      heads(grouping, grouping.keys) + columns.map { aliased($0.expression, $0.name) })
    select.groupBy = grouping.keys.map(\.text)
    if let having = query.having {
      select.having = try truth(having, of: .group(all), .onlyTrue)
    }
    select.orderBy = order(query.sort, grouping, grouping.keys) { position in
      query.sortName(position).map(identifier) ?? all[position].expression.text
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
    for (position, dimension) in grouping.dimensions.enumerated() {
      guard let difference = dimension.order.difference else { continue }
      if query.first != nil {
        throw SQLRefusal("which groups come first depends on their order: \(difference)")
      }
      let isOrdered = query.sort.contains { $0.key == .dimension(position) } || query.sort.isEmpty
      if isOrdered { remarks.append("the order differs from the answer's: \(difference)") }
    }
    for option in [QueryOption.Kind.chiSquared, .fisher] where query.options.contains(option) {
      remarks.append("SQL has no distribution to test with, so \(option.rawValue) is left out")
    }
    if query.options.contains(.interval) {
      remarks.append("the intervals of `with ci` are left out")
    }
    return remarks
  }

  // MARK: Groups without rows

  /// A table of groups that are shown even without rows.
  struct Levels {
    var head: String
    var body: String
    /// The column that holds the keys, and the one that gives their order.
    var key, position: String
    var isRecursive = false
    /// The positions of groups that are shown only with rows.
    var optional: [Int] = []
  }

  func levels(_ values: [SQLExpression], _ optional: Set<Int>) -> Levels {
    let rows = values.enumerated().map { "(\($0.offset), \($0.element.text))" }
    let name = queryName("levels")
    return Levels(
      head: "\(name) (position, level)",
      body: SQLLayout.list(rows, after: "values"), key: "\(name).level",
      position: "\(name).position", optional: optional.sorted())
  }

  /// Every number from the lowest to the highest of all rows, unless they are more than 400.
  func levels(from steps: SQLSelect) -> Levels {
    let name = queryName("levels")
    let body = """
      select low, high
      from (
        select min(step) as low, max(step) as high
        from \(SQLLayout.hanging(steps.bracketed)) as steps
      ) as ends
      where high - low < 400
      union all
      select level + 1, high
      from \(name)
      where level < high
      """
    return Levels(
      head: "\(name) (level, high)", body: body, key: "\(name).level", position: "\(name).level",
      isRecursive: true)
  }

  private func withLevels(
    _ levels: Levels, _ query: BoundQuery, _ grouping: SQLGrouping, _ columns: [MeasureColumn],
    _ all: [SQLNumber]
  ) -> SQLSelect {
    let grouped = queryName("grouped")
    let dimension = grouping.dimensions[0]
    let key = SQLExpression("\(grouped).\(identifier(dimension.keyName))")
    var inner = grouping.select(
      [aliased(grouping.keys[0], dimension.keyName)]
        + columns.map { aliased($0.expression, $0.name) })
    inner.with = []
    inner.groupBy = [grouping.keys[0].text]
    var sortNames: [Int: String] = [:]
    for case .measure(let position) in query.sort.map(\.key) {
      if let name = query.sortName(position) {
        sortNames[position] = "\(grouped).\(identifier(name))"
      } else {
        inner.columns.append("\(all[position].expression.text) as sort_\(position + 1)")
        sortNames[position] = "\(grouped).sort_\(position + 1)"
      }
    }
    // Of a series all keys may be beyond its end; of a list they are all in it.
    let shown =
      levels.isRecursive
      ? SQLExpression("coalesce(\(levels.key), \(key.text))") : SQLExpression(levels.key)
    let measures = columns.map { column -> String in
      let value = SQLExpression("\(grouped).\(identifier(column.name))")
      return aliased(
        column.isCount ? .call("coalesce", value, SQLExpression("0")) : value, column.name)
    }
    var select = SQLSelect(
      [aliased(dimension.shown(shown), dimension.name)] + measures,
      from: [
        String(levels.head.prefix { $0 != " " }),
        "full join \(grouped) on \(key.text) = \(levels.key)",
      ])
    select.with = grouping.with + [(grouped, inner.text), (levels.head, levels.body)]
    select.isRecursive = levels.isRecursive
    if !levels.optional.isEmpty {
      let positions = levels.optional.map { SQLExpression(String($0)) }
      select.condition = .any([
        key.isNotNull, SQLExpression(levels.position).isNull,
        SQLExpression(levels.position).isNotAmong(positions),
      ])
    }
    let place =
      levels.isRecursive ? shown.text : levels.position
    var items: [String] = []
    for sort in query.sort {
      switch sort.key {
      case .measure(let position):
        if items.isEmpty { items.append(shown.isNull.text) }
        let isCount = if case .count = query.measures[position].measure { true } else { false }
        let name = sortNames[position] ?? ""
        items.append(
          (isCount ? "coalesce(\(name), 0)" : name) + (sort.isDescending ? " desc" : "")
            + " nulls last")
      case .dimension:
        items.append(place + (sort.isDescending ? " desc" : "") + " nulls last")
      case .column: break
      }
    }
    if !query.sort.contains(where: { $0.key == .dimension(0) }) {
      items.append("\(place) nulls last")
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
