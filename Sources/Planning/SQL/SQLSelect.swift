/// A `select` as its clauses.
struct SQLSelect: Sendable {
  /// The queries before it that have a name.
  var with: [(head: String, body: String)] = []
  /// Whether one of them reads itself.
  var isRecursive = false
  /// What is selected, each with its name.
  var columns: [String] = []
  /// The table, and each join on a line of its own.
  var from: [String] = []
  var condition: SQLExpression?
  var groupBy: [String] = []
  var having: SQLExpression?
  var orderBy: [String] = []
  var limit: Int?

  init(_ columns: [String], from: [String] = [], where condition: SQLExpression? = nil) {
    self.columns = columns
    self.from = from
    self.condition = condition
  }

  /// The query, without a semicolon.
  var text: String {
    var lines: [String] = []
    if !with.isEmpty {
      let queries = with.map { "\($0.head) as (\n\(SQLLayout.indented($0.body))\n)" }
      lines.append(
        (isRecursive ? "with recursive " : "with ") + queries.joined(separator: ",\n"))
    }
    lines.append(SQLLayout.clause("select", columns))
    if let first = from.first { lines.append("from " + first) }
    lines += from.dropFirst()
    if let condition { lines.append(SQLLayout.clause("where", condition)) }
    if !groupBy.isEmpty { lines.append(SQLLayout.clause("group by", groupBy)) }
    if let having { lines.append(SQLLayout.clause("having", having)) }
    if !orderBy.isEmpty { lines.append(SQLLayout.clause("order by", orderBy)) }
    if let limit { lines.append("limit \(limit)") }
    return lines.joined(separator: "\n")
  }

  /// The query in brackets, on one line if there is room.
  var bracketed: String {
    let line = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    return line.count <= SQLLayout.width - 12
      ? "(\(line))" : "(\n\(SQLLayout.indented(text))\n)"
  }

  /// The query as a value.
  var value: SQLExpression { SQLExpression(bracketed) }

  /// Whether the query finds a row.
  var exists: SQLExpression { SQLExpression("exists \(bracketed)") }
}
