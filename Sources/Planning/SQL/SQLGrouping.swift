internal import Language
internal import Tables

/// The rows of a query, picked and named so that they can be grouped.
///
/// Where the groups are columns and the measures short, the table itself is grouped; otherwise a
/// query before it gives every part a name.
struct SQLGrouping {
  /// The queries before.
  var with: [(head: String, body: String)] = []
  var dimensions: [SQLDimension]
  /// The key of each dimension, in the query that groups.
  var keys: [SQLExpression]
  /// What each input is there.
  var inputs: [Input]
  /// What is grouped.
  var from: [String]
  var condition: SQLExpression?
  /// What tells the rows apart; known where a row can stand in several groups.
  var identity: SQLExpression?

  /// What a measure is made of, for each row.
  enum Input {
    case none
    case condition(SQLExpression)
    case number(SQLNumber, SQLWriter.Ranked?)
    case value(SQLExpression)
    /// A many-valued column.
    case list(SQLExpression)
  }

  /// An empty query over the rows, with what comes before it.
  func select(_ columns: [String]) -> SQLSelect {
    var select = SQLSelect(columns, from: from, where: condition)
    select.with = with
    return select
  }

  /// The items of `order by` that put groups in the order of the answer.
  func naturalOrder(_ keys: [SQLExpression]) -> [String] {
    zip(dimensions, keys).map { $0.order.item($1) }
  }
}

extension SQLWriter {
  /// What is needed of each row.
  enum Wanted {
    case nothing
    case condition(Condition)
    case number(NumericValue, [Statistic])
    case distinct(FieldTarget)
    /// Whether it is in a set.
    case set(BoundSet)

    init(_ measure: Measure) {
      switch measure {
      case .count: self = .nothing
      case .percent(let condition): self = .condition(condition)
      case .distinct(let target): self = .distinct(target)
      case .statistic(let statistic, let value): self = .number(value, [statistic])
      }
    }
  }

  /// The rows of a set with their groups and what measures need of them.
  func grouping(
    _ set: BoundSet, by columns: [ColumnExpression], _ wanted: [Wanted], names: [String] = [],
    alwaysPicks: Bool = false
  ) throws(SQLRefusal) -> SQLGrouping {
    let row = row(ofTable: set.table)
    var dimensions: [SQLDimension] = []
    for column in columns { dimensions.append(try dimension(column, of: row)) }
    var inputs: [SQLGrouping.Input] = []
    for want in wanted { inputs.append(try input(want, of: row)) }
    let condition = try condition(of: set, row)
    let ranks = wanted.map { want -> [Statistic] in
      guard case .number(_, let statistics) = want else { return [] }
      return statistics.filter(needsRanks)
    }
    let isSeveral = dimensions.contains(where: \.isSeveral)
    var grouping = SQLGrouping(
      dimensions: dimensions, keys: dimensions.map(\.key), inputs: inputs, from: row.scope.from,
      condition: condition, identity: isSeveral ? identity(of: row) : nil)
    let isPlain =
      dimensions.allSatisfy(\.isColumn) && inputs.allSatisfy(\.isPlain)
      && ranks.allSatisfy(\.isEmpty) && !isSeveral
    if !isPlain || alwaysPicks { pick(&grouping, ranks, names) }
    return grouping
  }

  private func input(_ wanted: Wanted, of row: SQLRow) throws(SQLRefusal) -> SQLGrouping.Input {
    switch wanted {
    case .nothing: return .none
    case .condition(let condition): return .condition(try truth(condition, of: .row(row)))
    case .number(let value, _): return .number(try number(value, of: .row(row)), nil)
    case .set(let set): return .condition(try condition(of: set, row) ?? .yes)
    case .distinct(let target):
      let value = try value(target.field, of: try self.row(row, through: target.hops))
      return catalogue.info(of: target.field).schema.type == .list ? .list(value) : .value(value)
    }
  }

  /// Puts a query before the one that groups, in which every part has a name.
  private func pick(_ grouping: inout SQLGrouping, _ ranks: [[Statistic]], _ names: [String]) {
    var taken: Set<String> = []
    func name(_ wish: String) -> String {
      var name = wish
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(wish)_\(number)"
        number += 1
      }
      return name
    }
    var columns: [String] = []
    var known: [String: String] = [:]
    func add(_ expression: SQLExpression, _ wish: String) -> String {
      if let name = known[expression.text] { return name }
      let name = name(wish)
      known[expression.text] = name
      columns.append(aliased(expression, name))
      return name
    }
    grouping.keys = grouping.dimensions.map {
      SQLExpression(identifier(add($0.key, $0.keyName)))
    }
    if let identity = grouping.identity {
      grouping.identity = SQLExpression(identifier(add(identity, "row_key")))
    }
    var windows: [String] = []
    for position in grouping.inputs.indices {
      let wish = position < names.count ? names[position] : grouping.inputs[position].name
      switch grouping.inputs[position] {
      case .none: break
      case .condition(let holds):
        // A name that was asked for is a column of its own, though another holds the same.
        if position < names.count { known[holds.text] = nil }
        let given = add(holds, wish)
        grouping.inputs[position] = .condition(SQLExpression(identifier(given)))
      case .value(let value):
        grouping.inputs[position] = .value(SQLExpression(identifier(add(value, wish))))
      case .list(let list):
        grouping.inputs[position] = .list(SQLExpression(identifier(add(list, wish))))
      case .number(var number, _):
        let given = add(number.expression, wish)
        number.expression = SQLExpression(identifier(given))
        number.constant = nil
        let ranked = Ranked(given)
        for window in ranked.columns(by: grouping.keys.map(\.text), for: ranks[position])
        where !windows.contains(window) {
          windows.append(window)
        }
        grouping.inputs[position] = .number(number, ranks[position].isEmpty ? nil : ranked)
      }
    }
    if columns.isEmpty { columns = ["1 as one"] }
    let picked = queryName("picked")
    grouping.with.append(
      (picked, SQLSelect(columns, from: grouping.from, where: grouping.condition).text))
    grouping.from = [picked]
    grouping.condition = nil
    guard !windows.isEmpty else { return }
    let ranked = queryName("ranked")
    grouping.with.append((ranked, SQLSelect(["*"] + windows, from: [picked]).text))
    grouping.from = [ranked]
  }

  /// An expression under a name, which it may have already.
  func aliased(_ expression: SQLExpression, _ name: String) -> String {
    let identifier = identifier(name)
    // `-boards.weight` ends in the name as well, and is no column.
    let isColumn =
      expression.text.first.map { $0.isLetter || $0 == "_" || $0 == "\"" } == true
      && !expression.text.contains { $0 == " " || $0 == "(" }
    let isNamed =
      expression.text == identifier || expression.text.hasSuffix("." + identifier) && isColumn
    if isNamed { return expression.text }
    return "\(expression.text) as \(identifier)"
  }
}

extension SQLGrouping.Input {
  /// What it is called where it needs a name: like the column that it is.
  fileprivate var name: String {
    let text: String
    switch self {
    case .none: return "one"
    case .condition: return "holds"
    case .number(let number, _): text = number.expression.text
    case .value(let value), .list(let value): text = value.text
    }
    let last = text.split(separator: ".").last.map(String.init) ?? text
    return last.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F } ? last : "value"
  }

  /// Whether it is short enough to be written where it is used.
  fileprivate var isPlain: Bool {
    switch self {
    case .none: true
    case .condition(let expression), .value(let expression): expression.isPlain
    case .number(let number, _): number.expression.isPlain
    case .list: false
    }
  }
}
