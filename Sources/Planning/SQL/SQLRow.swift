/// What becomes known while a script is written: whether columns need their table's name.
final class SQLUsage {
  /// Whether columns are written with their table's name.
  let qualifies: Bool
  /// Whether several tables can be seen from one place.
  var usesSeveralTables = false

  init(qualifies: Bool) { self.qualifies = qualifies }
}

/// The tables of one `select`: the one it begins with, and those that paths lead to.
final class SQLScope {
  private let outer: SQLScope?
  private var aliases: [String]
  private var joins: [(from: String, relation: Int, alias: String)] = []
  /// The clauses after `from`, in order.
  private(set) var from: [String]

  /// Creates a scope inside another, with a name for its table that the other does not use.
  init(_ names: [String], of table: String, inside outer: SQLScope?) {
    self.outer = outer
    aliases = []
    from = []
    let alias = freeAlias(names)
    aliases = [alias]
    from = [Self.source(table, alias)]
  }

  /// The name of the table it begins with.
  var alias: String { aliases[0] }

  static func source(_ table: String, _ alias: String) -> String {
    alias == table ? table : "\(table) as \(alias)"
  }

  private func isTaken(_ alias: String) -> Bool {
    aliases.contains(alias) || outer?.isTaken(alias) ?? false
  }

  private func freeAlias(_ names: [String]) -> String {
    if let free = names.first(where: { !isTaken($0) }) { return free }
    let name = names.first ?? "t"
    let stem = name.hasSuffix("\"") ? String(name.dropLast()) : name
    let end = name.hasSuffix("\"") ? "\"" : ""
    var number = 2
    while isTaken("\(stem)_\(number)\(end)") { number += 1 }
    return "\(stem)_\(number)\(end)"
  }

  /// The name of the table that a relation leads to, joined when it is first asked for.
  func join(
    _ relation: Int, from alias: String, names: [String], table: String,
    on condition: (_ alias: String) -> SQLExpression
  ) -> String {
    if let known = joins.first(where: { $0.from == alias && $0.relation == relation }) {
      return known.alias
    }
    let new = freeAlias(names)
    aliases.append(new)
    joins.append((alias, relation, new))
    add(join: "left join \(Self.source(table, new)) on \(SQLLayout.hanging(condition(new).text))")
    return new
  }

  /// Adds a join of another kind.
  func add(join: String) { from.append(join) }

  /// Takes a name that nothing in sight has.
  func take(_ names: [String]) -> String {
    let new = freeAlias(names)
    aliases.append(new)
    return new
  }
}

/// A row of a table, as the expressions of one `select` see it.
struct SQLRow {
  /// Where paths from the row are joined.
  let scope: SQLScope
  /// The name of its table there.
  let alias: String
  /// The table, as a position in `DataSet.tables`.
  let table: Int
  let usage: SQLUsage

  /// A column of the row.
  func column(_ name: String) -> SQLExpression {
    let column = SQLDialect.identifier(name)
    return SQLExpression(usage.qualifies ? "\(alias).\(column)" : column)
  }
}
