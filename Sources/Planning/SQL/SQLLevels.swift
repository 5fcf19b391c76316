/// A table of groups that are shown even without rows.
struct SQLLevels {
  /// Its name, with those of its columns.
  var head: String
  var body: String
  var name: String
  /// Whether it counts upwards, reading itself.
  var isSeries = false
  /// The positions of groups that are shown only with rows.
  var optional: [Int] = []
}

/// Groups joined with the levels of their scale.
struct SQLFilled {
  /// The queries before.
  var with: [(head: String, body: String)]
  var isRecursive: Bool
  var from: [String]
  var condition: SQLExpression?
  /// The key of a group.
  var key: SQLExpression
  /// What orders the groups.
  var place: String
  /// The table that holds the measures.
  private let table: String
  private let isFilled: Bool

  init(
    with: [(head: String, body: String)], isRecursive: Bool, from: [String], key: SQLExpression,
    place: String, table: String, isFilled: Bool
  ) {
    self.with = with
    self.isRecursive = isRecursive
    self.from = from
    self.key = key
    self.place = place
    self.table = table
    self.isFilled = isFilled
  }

  /// A measure of a group; of one without rows, a count is 0.
  func value(_ column: SQLWriter.MeasureColumn) -> SQLExpression {
    let name = SQLDialect.identifier(column.name)
    if isFilled { return SQLExpression(name) }
    let value = SQLExpression("\(table).\(name)")
    return column.isCount ? .call("coalesce", value, SQLExpression("0")) : value
  }

  func select(_ columns: [String]) -> SQLSelect {
    var select = SQLSelect(columns, from: from, where: condition)
    select.with = with
    select.isRecursive = isRecursive
    return select
  }
}

extension SQLWriter {
  /// The groups to show even without rows, of a single scale.
  func levels(of grouping: SQLGrouping) -> SQLLevels? {
    guard grouping.dimensions.count == 1 else { return nil }
    switch grouping.dimensions[0].levels {
    case .none: return nil
    case .list(let values, let optional): return values.isEmpty ? nil : levels(values, optional)
    case .series(let steps): return levels(from: steps)
    }
  }

  private func levels(_ values: [SQLExpression], _ optional: Set<Int>) -> SQLLevels {
    let rows = values.enumerated().map { "(\($0.offset), \($0.element.text))" }
    let name = queryName("levels")
    return SQLLevels(
      head: "\(name) (position, level)", body: SQLLayout.list(rows, after: "values"), name: name,
      optional: optional.sorted())
  }

  /// Every number from the lowest to the highest of all rows, unless they are more than 400.
  private func levels(from steps: SQLSelect) -> SQLLevels {
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
    return SQLLevels(head: "\(name) (level, high)", body: body, name: name, isSeries: true)
  }

  /// The groups of a single dimension, and the levels of its scale that have no rows.
  func filled(
    _ grouping: SQLGrouping, _ levels: SQLLevels, _ columns: [MeasureColumn]
  ) -> SQLFilled {
    let grouped = queryName("grouped")
    let keyName = identifier(grouping.dimensions[0].keyName)
    let key = SQLExpression("\(grouped).\(keyName)")
    var inner = grouping.select(
      [aliased(grouping.keys[0], grouping.dimensions[0].keyName)]
        + columns.map { aliased($0.expression, $0.name) })
    inner.with = []
    inner.groupBy = [grouping.keys[0].text]
    let level = SQLExpression("\(levels.name).level")
    let from = [levels.name, "full join \(grouped) on \(key.text) = \(level.text)"]
    let with = grouping.with + [(grouped, inner.text), (levels.head, levels.body)]
    var filled = SQLFilled(
      with: with, isRecursive: levels.isSeries, from: from, key: level,
      place: "\(levels.name).position", table: grouped, isFilled: false)
    guard levels.isSeries else {
      if !levels.optional.isEmpty {
        let position = SQLExpression("\(levels.name).position")
        filled.condition = .any([
          key.isNotNull, position.isNull,
          position.isNotAmong(levels.optional.map { SQLExpression(String($0)) }),
        ])
      }
      return filled
    }
    // Where there are too many levels there are none, and each group stands for itself.
    let name = queryName("filled")
    let body = SQLSelect(
      ["\(SQLExpression.call("coalesce", level, key).text) as \(keyName)"]
        + columns.map { aliased(filled.value($0), $0.name) }, from: from)
    return SQLFilled(
      with: with + [(name, body.text)], isRecursive: true, from: [name],
      key: SQLExpression(keyName), place: keyName, table: name, isFilled: true)
  }
}
