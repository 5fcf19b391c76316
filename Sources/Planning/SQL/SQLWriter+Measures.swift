internal import Language
internal import Tables

extension SQLWriter {
  /// A column of measures.
  struct MeasureColumn {
    var name: String
    var expression: SQLExpression
    /// Whether it counts, so that there are 0 where there are no rows.
    var isCount: Bool

    init(_ name: String, _ expression: SQLExpression, isCount: Bool = false) {
      self.name = name
      self.expression = expression
      self.isCount = isCount
    }
  }

  static let count = SQLExpression("count(*)")

  /// A measure over a group.
  func measure(_ measure: Measure, _ position: Int, of grouping: SQLGrouping) -> SQLNumber {
    switch (measure, grouping.inputs[position]) {
    case (.percent, .condition(let holds)):
      return SQLNumber(percent(holds), .real)
    case (.distinct, .value(let value)):
      return SQLNumber(SQLExpression("count(distinct \(value.text))"), .whole)
    case (.distinct, .list(let list)):
      return SQLNumber(distinct(list, in: grouping), .whole)
    case (.statistic(let statistic, _), .number(let number, let ranked)):
      return self.statistic(statistic, number, ranked)
    default:
      return SQLNumber(Self.count, .whole)
    }
  }

  /// The different values that the many-valued cells of a group hold.
  private func distinct(_ list: SQLExpression, in grouping: SQLGrouping) -> SQLExpression {
    let source = grouping.from[0]
    let same = grouping.keys.map { key in
      SQLExpression.comparison(
        SQLExpression("same.\(key.text)"), "is not distinct from",
        SQLExpression("\(source).\(key.text)"))
    }
    return SQLSelect(
      ["count(distinct item.value)"],
      from: [
        "\(source) as same",
        dialect.joinOfEach(SQLExpression("same.\(list.text)"), as: "item"),
      ], where: same.isEmpty ? nil : .all(same)
    ).value
  }

  /// The ends of Wilson's interval of a part of a whole, in percent.
  ///
  /// Multiplied out by the whole, so that each of the two is written as seldom as can be.
  func interval(
    _ part: SQLExpression, _ whole: SQLExpression
  ) -> [(name: String, end: SQLExpression)] {
    let spread =
      "1.959963984540054 * sqrt(1.0 * \(part.text) * (\(whole.text) - \(part.text))"
      + " / nullif(\(whole.text), 0) + 0.960364705173531)"
    return [("ci_low", "-"), ("ci_high", "+")].map { name, sign in
      (
        name,
        SQLExpression(
          "100 * (\(part.text) + 1.920729410347062\n  \(sign) \(spread))\n"
            + "  / (\(whole.text) + 3.841458820694124)", .multiplicative)
      )
    }
  }

  /// The columns that an answer shows of a query's measures: each with what it was taken from.
  func columns(
    _ query: BoundQuery, _ grouping: SQLGrouping
  ) throws(SQLRefusal) -> [MeasureColumn] {
    if case .percent = query.verb, case .condition(let holds)? = grouping.inputs.first {
      let certain = SQLExpression("count(*) filter (where \(holds.text))")
      let base = SQLExpression.call("count", holds)
      let columns = [
        MeasureColumn("count", certain, isCount: true),
        MeasureColumn("base", base, isCount: true),
        MeasureColumn("percent", percent(holds)),
      ]
      guard query.options.contains(.interval) else { return columns }
      return columns + interval(certain, base).map { MeasureColumn($0, $1) }
    }
    var columns: [MeasureColumn] = []
    var bases: Set<String> = []
    for position in 0..<query.shownMeasureCount {
      let bound = query.measures[position]
      let number = measure(bound.measure, position, of: grouping)
      let value = try shown(number, bound.kind)
      switch (bound.measure, grouping.inputs[position]) {
      case (.count, _), (.distinct, _):
        columns.append(MeasureColumn(bound.name, value, isCount: true))
      case (_, .condition(let input)):
        columns.append(MeasureColumn(bound.name, value))
        addBase(input, bound, &columns, &bases)
      case (_, .number(let input, _)):
        columns.append(MeasureColumn(bound.name, value))
        addBase(input.expression, bound, &columns, &bases)
      default:
        columns.append(MeasureColumn(bound.name, value))
      }
    }
    return Self.withOwnNames(columns)
  }

  /// The columns with a number after a name that another has: a second `count` is `count_2`.
  private static func withOwnNames(_ columns: [MeasureColumn]) -> [MeasureColumn] {
    var taken: Set<String> = []
    return columns.map { column in
      var column = column
      let name = column.name
      var number = 2
      while !taken.insert(column.name).inserted {
        column.name = "\(name)_\(number)"
        number += 1
      }
      return column
    }
  }

  /// The rows that a measure was taken from, once for each thing measured.
  private func addBase(
    _ input: SQLExpression, _ measure: BoundMeasure, _ columns: inout [MeasureColumn],
    _ bases: inout Set<String>
  ) {
    guard bases.insert(input.text).inserted else { return }
    columns.append(
      MeasureColumn("n of \(measure.subject)", .call("count", input), isCount: true))
  }
}

extension BoundMeasure {
  /// What is measured, without the measure's word and unit.
  var subject: String {
    guard let space = name.firstIndex(of: " ") else { return name }
    var text = name[name.index(after: space)...]
    if case .unit(let unit, _) = kind, text.hasSuffix(" (\(unit.rawValue))") {
      text = text.dropLast(unit.rawValue.count + 3)
    }
    return String(text)
  }
}
