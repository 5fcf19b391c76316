internal import Language

extension SQLWriter {
  /// `summarise EXPR of SET [by DIMS]`: a row for each group.
  func summary(
    _ value: NumericValue, _ kind: NumberKind, _ query: BoundQuery
  ) throws(SQLRefusal) -> SQLScript {
    let statistics: [Statistic] =
      kind == .date
      ? [.min, .max]
      : [.average, .deviation, .min, .percentile(25), .median, .percentile(75), .max]
    let grouping = try grouping(
      query.set, by: query.dimensions, [.number(value, statistics)])
    guard case .number(let number, let ranked)? = grouping.inputs.first else {
      preconditionFailure("a number stays one")
    }
    let input = number.expression.text
    var columns =
      heads(grouping, grouping.keys) + [
        "count(\(input)) as n", "count(*) - count(\(input)) as missing",
      ]
    for statistic in statistics {
      let name = statistic == .average ? "mean" : statistic.word
      columns.append(
        aliased(try shown(self.statistic(statistic, number, ranked), kind), name))
    }
    var select = grouping.select(columns)
    select.groupBy = grouping.keys.map(\.text)
    select.orderBy = order(query.sort, grouping, grouping.keys) { _ in "count(*)" }
    select.limit = query.first
    return SQLScript(remarks: try remarks(query, grouping), query: select.text)
  }

  /// `compare SET with SET [by DIMS]`.
  func comparison(
    with other: BoundSet, _ query: BoundQuery
  ) throws(SQLRefusal) -> SQLScript {
    let all = BoundSet(table: query.set.table)
    let grouping = try grouping(
      all, by: query.dimensions, [.set(query.set), .set(other)], names: ["in_1", "in_2"],
      alwaysPicks: true)
    let sizes = ["count(*) filter (where in_1) as n_1", "count(*) filter (where in_2) as n_2"]
    let name = queryName("grouped")
    var counts = grouping.select(sizes)
    counts.with = []
    guard !grouping.dimensions.isEmpty else {
      var select = SQLSelect(
        [
          "n_1 as \"n 1\"", "n_2 as \"n 2\"", "n_1 - n_2 as difference",
          "100.0 * n_1 / nullif(n_2, 0) as \"% of 2\"",
        ], from: [name])
      select.with = grouping.with + [(name, counts.text)]
      return SQLScript(query: select.text)
    }
    counts.columns = grouping.keys.map(\.text) + sizes
    counts.condition = SQLExpression("in_1 or in_2", .or)
    counts.groupBy = grouping.keys.map(\.text)
    let isRecorded = SQLExpression.all(grouping.keys.map(\.isNotNull))
    func percent(_ number: Int) -> String {
      let whole: SQLExpression
      if let identity = grouping.identity {
        let condition = SQLExpression.all([SQLExpression("in_\(number)"), isRecorded])
        whole =
          SQLSelect(
            ["count(distinct \(identity.text))"], from: grouping.from, where: condition
          ).value
      } else {
        whole = SQLSelect(["sum(n_\(number))"], from: [name], where: isRecorded).value
      }
      return SQLExpression("100.0 * n_\(number) / nullif(\(whole.text), 0)")
        .only(when: isRecorded).text
    }
    let shares = queryName("shares")
    let inner = SQLSelect(
      ["*", "\(percent(1)) as percent_1", "\(percent(2)) as percent_2"], from: [name])
    var select = SQLSelect(
      heads(grouping, grouping.keys) + [
        "n_1 as \"n 1\"", "percent_1 as \"% 1\"", "n_2 as \"n 2\"", "percent_2 as \"% 2\"",
        "percent_1 - percent_2 as difference",
      ], from: [shares])
    select.with = grouping.with + [(name, counts.text), (shares, inner.text)]
    select.orderBy = order(query.sort, grouping, grouping.keys) { _ in "n_1" }
    select.limit = query.first
    return SQLScript(remarks: try remarks(query, grouping), query: select.text)
  }
}
