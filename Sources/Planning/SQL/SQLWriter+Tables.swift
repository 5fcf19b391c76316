internal import Language

/// `tabulate`: counts with percentages.
extension SQLWriter {
  func tabulate(_ query: BoundQuery) throws(SQLRefusal) -> SQLScript {
    var first = query
    // A table with totals gathers the groups after the first, so their order is all that matters.
    first.first = nil
    let grouping = try grouping(query.set, by: query.dimensions, [.nothing])
    var script = SQLScript(query: "")
    script.remarks = try remarks(query.dimensions.count == 1 ? query : first, grouping)
    script.query =
      query.dimensions.count == 1
      ? frequencies(query, grouping, &script.remarks).text
      : try crosstab(query, grouping, &script.remarks).text
    return script
  }

  private static let counts = MeasureColumn("count", SQLExpression("count(*)"), isCount: true)

  // MARK: One dimension

  /// The counted groups under a name, with what orders them.
  private func counted(_ grouping: SQLGrouping) -> (select: SQLSelect, place: String) {
    let keyName = grouping.dimensions[0].keyName
    guard let levels = levels(of: grouping) else {
      var select = grouping.select([aliased(grouping.keys[0], keyName), "count(*) as count"])
      select.groupBy = [grouping.keys[0].text]
      let order = grouping.dimensions[0].order
      let place = order.item(SQLExpression(identifier(keyName)))
      return (select, place)
    }
    let filled = filled(grouping, levels, [Self.counts])
    guard !levels.isSeries else {
      return (
        filled.select([identifier(keyName), "count"]), "\(identifier(keyName)) nulls last"
      )
    }
    return (
      filled.select([
        aliased(filled.key, keyName), "\(levels.name).position",
        aliased(filled.value(Self.counts), "count"),
      ]), "position nulls last"
    )
  }

  private func frequencies(
    _ query: BoundQuery, _ grouping: SQLGrouping, _ remarks: inout [String]
  ) -> SQLSelect {
    let dimension = grouping.dimensions[0]
    var (counts, place) = counted(grouping)
    let name = queryName("counted")
    let with = counts.with
    counts.with = []
    let key = SQLExpression(identifier(dimension.keyName))
    let includesMissing = query.options.contains(.missing)
    let whole = whole(grouping, key, in: name, includesMissing: includesMissing)
    let isGathered = query.first != nil
    let part = isGathered ? "sum(count)" : "count"
    let isRecorded =
      isGathered ? SQLExpression("count(\(key.text)) > 0", .comparison) : key.isNotNull
    func share(_ part: String) -> SQLExpression {
      let percent = SQLExpression("100.0 * \(part) / nullif(\(whole.text), 0)", .multiplicative)
      let isRunning = part.hasPrefix("sum(count) over")
      return includesMissing && !isRunning ? percent : percent.only(when: isRecorded)
    }
    var items = query.sort.isEmpty ? [] : [key.isNull.text]
    for sort in query.sort {
      if case .measure = sort.key {
        items.append("count" + (sort.isDescending ? " desc" : ""))
      } else {
        items.append(
          sort.isDescending
            ? place.reversedOrder : place)
      }
    }
    if !query.sort.contains(where: { $0.key == .dimension(0) }) { items.append(place) }
    var select = SQLSelect(
      [aliased(dimension.shown(key), dimension.name), "count"], from: [name])
    if let first = query.first {
      select = gathered(first, dimension, key, from: name, items)
    }
    select.columns.append("\(share(part).text) as percent")
    if query.options.contains(.interval) {
      select.columns += interval(SQLExpression(part), whole).map { name, end in
        "\(end.only(when: isRecorded).text) as \(name)"
      }
    }
    let isScale = if case .none = dimension.levels { false } else { true }
    if isScale, query.sort.isEmpty, !isGathered {
      select.columns.append(
        "\(share("sum(count) over (order by \(place))").text) as cumulative_percent")
    } else if isScale, query.sort.isEmpty {
      remarks.append("running totals are left out beside `first`")
    }
    select.with = with + [(name, counts.text)] + select.with
    select.isRecursive = counts.isRecursive
    if !isGathered { select.orderBy = items }
    return select
  }

  /// What percentages of a table of one dimension are of.
  private func whole(
    _ grouping: SQLGrouping, _ key: SQLExpression, in counted: String, includesMissing: Bool
  ) -> SQLExpression {
    let condition = includesMissing ? nil : key.isNotNull
    guard let identity = grouping.identity else {
      return SQLSelect(["sum(count)"], from: [counted], where: condition).value
    }
    return SQLSelect(
      ["count(distinct \(identity.text))"], from: grouping.from,
      where: includesMissing ? nil : grouping.keys[0].isNotNull
    ).value
  }

  /// The first groups, and one for all others, so that the whole stays the whole; a single other is
  /// shown as itself.
  private func gathered(
    _ first: Int, _ dimension: SQLDimension, _ key: SQLExpression, from counted: String,
    _ order: [String]
  ) -> SQLSelect {
    let placed = SQLSelect(
      [
        "*", "row_number() over (order by \(order.joined(separator: ", "))) as place",
        "count(\(key.text)) over () as places",
      ], from: [counted])
    let line = """
      case
        when \(key.text) is not null and place > \(first) and places > \(first + 1) then \(first + 1)
        else place
      end
      """
    let lines = SQLSelect(
      ["*", "\(line) as line"], from: ["\(placed.bracketed) as placed"])
    let others = SQLExpression.concatenated([
      SQLExpression("'('"), dialect.text(SQLExpression("count(*)")), SQLExpression("' others)'"),
    ])
    let shown = SQLExpression.cases(
      [(SQLExpression("count(*) > 1"), others)],
      otherwise: .call("min", dialect.text(dimension.shown(key))))
    var select = SQLSelect(
      [aliased(shown, dimension.name), "sum(count) as count"], from: ["lines"])
    select.with = [("lines", lines.text)]
    select.groupBy = ["line"]
    select.orderBy = ["line"]
    return select
  }
}

extension String {
  /// An item of `order by` the other way round.
  fileprivate var reversedOrder: String {
    let body = hasSuffix(" nulls last") ? String(dropLast(" nulls last".count)) : self
    return body.hasSuffix(" desc")
      ? String(body.dropLast(" desc".count)) + " nulls last" : body + " desc nulls last"
  }
}
