internal import Language
internal import Tables

/// Numbers that sum up rows.
extension SQLWriter {
  /// The columns beside a value that SQLite needs for quantiles and spread, which it has no
  /// functions for.
  struct Ranked {
    /// The value, its place among the others from 1, how many there are, and their mean.
    var value, rank, count, mean: String

    init(_ name: String) {
      value = SQLDialect.identifier(name)
      rank = SQLDialect.identifier(name + "_rank")
      count = SQLDialect.identifier(name + "_count")
      mean = SQLDialect.identifier(name + "_mean")
    }

    /// The columns, for rows in groups.
    func columns(by groups: [String], for statistics: [Statistic]) -> [String] {
      let partition = groups.isEmpty ? "" : "partition by \(groups.joined(separator: ", "))"
      let order = (groups.isEmpty ? "" : " ") + "order by \(value) nulls last"
      var columns: [String] = []
      if statistics.contains(where: { $0 != .deviation && $0.needsRanks }) {
        columns += [
          "row_number() over (\(partition)\(order)) as \(rank)",
          "count(\(value)) over (\(partition)) as \(count)",
        ]
      }
      if statistics.contains(.deviation) {
        columns.append("avg(\(value)) over (\(partition)) as \(mean)")
      }
      return columns
    }
  }

  /// Whether a statistic has no function in the dialect.
  func needsRanks(_ statistic: Statistic) -> Bool { dialect == .sqlite && statistic.needsRanks }

  /// A statistic of the values of a group.
  func statistic(
    _ statistic: Statistic, _ number: SQLNumber, _ ranked: Ranked?
  ) -> SQLNumber {
    let value = number.expression
    switch statistic {
    case .sum: return SQLNumber(.call("sum", value), number.kind)
    case .min: return SQLNumber(.call("min", value), number.kind)
    case .max: return SQLNumber(.call("max", value), number.kind)
    case .average:
      return SQLNumber(.call("avg", value), .real)
    case .median: return SQLNumber(quantile(50, value, ranked), .real)
    case .percentile(let rank): return SQLNumber(quantile(rank, value, ranked), .real)
    case .deviation:
      guard let ranked, dialect == .sqlite else {
        return SQLNumber(.call("stddev_samp", value), .real)
      }
      let difference = "(\(ranked.value) - \(ranked.mean))"
      return SQLNumber(
        SQLExpression(
          "sqrt(sum(\(difference) * \(difference)) / nullif(count(\(ranked.value)) - 1, 0))"),
        .real)
    }
  }

  /// A quantile, between two values on the straight line from one to the other.
  private func quantile(
    _ percent: Int, _ value: SQLExpression, _ ranked: Ranked?
  ) -> SQLExpression {
    let part = percent == 50 ? "0.5" : "\(Double(percent) / 100)"
    switch dialect {
    case .duckdb: return SQLExpression("quantile_cont(\(value.text), \(part))")
    case .postgresql:
      return SQLExpression("percentile_cont(\(part)) within group (order by \(value.text))")
    case .sqlite:
      guard let ranked else { return .null }
      if percent == 50 {
        return SQLExpression(
          "avg(\(ranked.value)) filter (\n"
            + "  where \(ranked.rank) in ((\(ranked.count) + 1) / 2, (\(ranked.count) + 2) / 2)\n)")
      }
      // The value at the place below, and as much of the way to the next as the place is past it.
      let place = "(\(ranked.count) - 1) * \(percent)"
      let below = "min(\(ranked.value)) filter (where \(ranked.rank) > \(place) / 100)"
      let above = "min(\(ranked.value)) filter (where \(ranked.rank) > \(place) / 100 + 1)"
      let past = "max(\(place) / 100.0 - \(place) / 100)"
      return SQLExpression(
        "\(below)\n  + coalesce(\n    (\(above)\n      - \(below))\n    * \(past), 0)", .additive)
    }
  }

  // MARK: Related rows

  /// How many related rows satisfy a condition; nothing while that is undecided for one of them.
  func count(
    of link: RowLink, _ condition: Condition?, of row: SQLRow
  ) throws(SQLRefusal) -> SQLNumber {
    let related = try related(link, to: row)
    guard let condition else {
      return SQLNumber(
        SQLSelect(["count(*)"], from: related.row.scope.from, where: related.link).value, .whole)
    }
    let holds = try truth(condition, of: .row(related.row))
    let from = related.row.scope.from
    guard condition.canBeUndecided(in: catalogue) else {
      return SQLNumber(
        SQLSelect(["count(*)"], from: from, where: .all([related.link, holds])).value, .whole)
    }
    let rows = SQLSelect(["\(holds.text) as holds"], from: from, where: related.link)
    return SQLNumber(
      SQLSelect(
        ["case when count(*) = count(holds) then count(*) filter (where holds) end"],
        from: ["\(rows.bracketed) as related"]
      ).value, .whole)
  }

  /// One number from the related rows that have one.
  func aggregate(
    _ aggregate: Aggregate, _ link: RowLink, _ inner: NumericValue, of row: SQLRow
  ) throws(SQLRefusal) -> SQLNumber {
    let related = try related(link, to: row)
    let number = try number(inner, of: .row(related.row))
    return summed(
      aggregate.statistic, number, from: related.row.scope.from, where: related.link)
  }

  /// A statistic of some rows as a value.
  private func summed(
    _ statistic: Statistic, _ number: SQLNumber, from: [String], where condition: SQLExpression?
  ) -> SQLNumber {
    guard needsRanks(statistic) else {
      let result = self.statistic(statistic, number, nil)
      return SQLNumber(
        SQLSelect([result.expression.text], from: from, where: condition).value, result.kind)
    }
    let ranked = Ranked("value")
    let values = SQLSelect(
      ["\(number.expression.text) as value"], from: from, where: condition)
    let ranks = SQLSelect(
      ["value"] + ranked.columns(by: [], for: [statistic]),
      from: ["\(values.bracketed) as found"])
    let result = self.statistic(
      statistic, SQLNumber(SQLExpression("value"), number.kind), ranked)
    return SQLNumber(
      SQLSelect([result.expression.text], from: ["\(ranks.bracketed) as ranked"]).value,
      result.kind)
  }

  // MARK: Whole sets

  /// One number from a whole set.
  func scalar(
    _ measure: Measure, of set: BoundSet, inside subject: Subject
  ) throws(SQLRefusal) -> SQLNumber {
    var outer: SQLScope?
    if case .row(let row) = subject { outer = row.scope }
    let row = row(ofTable: set.table, inside: outer)
    let condition = try condition(of: set, row)
    switch measure {
    case .count:
      return SQLNumber(
        SQLSelect(["count(*)"], from: row.scope.from, where: condition).value, .whole)
    case .percent(let part):
      let holds = try truth(part, of: .row(row))
      if holds.isPlain {
        return SQLNumber(
          SQLSelect([percent(holds).text], from: row.scope.from, where: condition).value, .real)
      }
      let rows = SQLSelect(["\(holds.text) as holds"], from: row.scope.from, where: condition)
      return SQLNumber(
        SQLSelect(
          [percent(SQLExpression("holds")).text], from: ["\(rows.bracketed) as found"]
        ).value, .real)
    case .distinct(let target):
      let value = try distinctValue(target, of: row)
      return SQLNumber(
        SQLSelect(
          ["count(distinct \(value.text))"], from: row.scope.from, where: condition
        ).value, .whole)
    case .statistic(let statistic, let value):
      let number = try number(value, of: .row(row))
      return summed(statistic, number, from: row.scope.from, where: condition)
    }
  }

  /// The rows for which a condition is true, of those for which it is decided.
  func percent(_ holds: SQLExpression) -> SQLExpression {
    SQLExpression(
      "100.0 * count(*) filter (where \(holds.text)) / nullif(count(\(holds.text)), 0)",
      .multiplicative)
  }

  /// The value to count once; each value of a many-valued field, joined.
  func distinctValue(_ target: FieldTarget, of row: SQLRow) throws(SQLRefusal) -> SQLExpression {
    let value = try value(target.field, of: try self.row(row, through: target.hops))
    guard catalogue.info(of: target.field).schema.type == .list else { return value }
    let alias = row.scope.take(["item"])
    usage.usesSeveralTables = true
    row.scope.add(join: dialect.joinOfEach(value, as: alias))
    return SQLExpression("\(alias).value")
  }
}

extension Statistic {
  /// Whether it is made from the values' places or from their mean.
  fileprivate var needsRanks: Bool {
    switch self {
    case .median, .percentile, .deviation: true
    case .sum, .average, .min, .max: false
    }
  }
}

extension Aggregate {
  fileprivate var statistic: Statistic {
    switch self {
    case .average: .average
    case .median: .median
    case .sum: .sum
    case .min: .min
    case .max: .max
    }
  }
}
