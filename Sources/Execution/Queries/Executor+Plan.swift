internal import Bitmaps
internal import Language
public import Planning
internal import Tables

extension Executor {
  /// How a statement is evaluated: each condition with how it is found, the rows that were expected
  /// from the numbers of values alone, and the rows that there are.
  ///
  /// - Parameter showsTime: Whether each step says how long it took.
  public func plan(
    _ statement: BoundStatement, text: String, showsTime: Bool = false
  ) throws(QueryCancelled) -> Answer {
    var steps: [PlanStep] = []
    switch statement {
    case .query(let query, _): try add(query, to: &steps)
    case .find(let search, _): try add(search.set, "look at each text that is left", to: &steps)
    case .missing(let set, _, _), .values(_, let set, _, _), .defineSet(_, let set, _):
      try add(set, "scan each column", to: &steps)
    case .expect(let expectation), .warn(let expectation):
      try add(expectation.condition, over: .dataSet, depth: 0, to: &steps)
    case .defineField(let table, let field):
      if case .condition(let condition) = field.body {
        try add(condition, over: .table(table), depth: 0, to: &steps)
      } else {
        steps.append(PlanStep("compute \(field.schema.name)", "when it is first needed, then kept"))
      }
    case .explain(let inner, _), .explainPlan(let inner):
      return try plan(inner, text: text, showsTime: showsTime)
    case .defineMissing:
      steps.append(PlanStep("look for the markers", "then read the field again"))
    case .defineRelation:
      steps.append(PlanStep("find the row that each key names", "once, then kept"))
    case .describe, .defineMeasure, .explainSQL, .command:
      steps.append(PlanStep("nothing to evaluate", ""))
    }
    var columns = [
      AnswerColumn("step", .text), AnswerColumn("how", .text), AnswerColumn("expected", .integer),
      AnswerColumn("true", .integer), AnswerColumn("undecided", .integer),
    ]
    if showsTime { columns.append(AnswerColumn("time", .text, isRightAligned: true)) }
    return Answer(
      statement: text,
      body: .table(AnswerTable(columns: columns, rows: steps.map { $0.cells(showsTime) })),
      notes: ["rows are those for which the step alone is true, or undecided", indexNote])
  }

  /// What the indexes that earlier questions left take.
  private var indexNote: String {
    let kept = catalogue.data.tables.reduce(0) { $0 + $1.indexes.descriptions.count }
    let budget = catalogue.data.indexBudget
    return "indexes kept for the next question: \(kept), \(Self.size(budget.byteCount)) of at most "
      + "\(Self.size(budget.byteLimit)); set memory changes that"
  }

  /// A number of bytes as people read it, rounded down.
  private static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")]
    guard let (unit, name) = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) bytes" }
    return "\(bytes / unit) \(name)"
  }

  private func add(_ query: BoundQuery, to steps: inout [PlanStep]) throws(QueryCancelled) {
    let how: String
    switch query.verb {
    case .count where query.dimensions.isEmpty: how = "count the bits that are set"
    case .list:
      how = query.sort.isEmpty ? "gather the cells of the rows" : "rank the keys, sort, gather"
    case .count, .tabulate: how = "a code for each row and dimension, counted"
    case .percent: how = "count the bits of the condition"
    case .measures, .summarise: how = "gather the numbers of each group"
    case .compare: how = "count both sets by the same codes"
    }
    try add(query.set, how, to: &steps)
    for dimension in query.dimensions {
      steps.append(PlanStep("by \(dimension.name)", dimension.how))
    }
    if case .percent(let condition) = query.verb {
      try add(condition, over: .table(query.set.table), depth: 1, to: &steps)
    }
  }

  private func add(
    _ set: BoundSet, _ how: String, to steps: inout [PlanStep]
  ) throws(QueryCancelled) {
    let rows = Evaluator.Rows.table(set.table)
    let name = catalogue.data.tables[set.table].schema.name
    let rowCount = catalogue.data.tables[set.table].rowCount
    var all = PlanStep(name, "all rows", yes: rowCount, undecided: 0)
    all.expected = rowCount
    steps.append(all)
    if let condition = set.condition { try add(condition, over: rows, depth: 1, to: &steps) }
    if let exception = set.exception {
      steps.append(PlanStep("  except", "drop the rows for which it is true"))
      try add(exception, over: rows, depth: 2, to: &steps)
    }
    let start = ContinuousClock.now
    let selection = try evaluator.selection(set)
    var step = PlanStep(
      "answer", how, yes: selection.rows.count, undecided: selection.undecided.count)
    step.elapsed = ContinuousClock.now - start
    let share =
      (set.condition.map(expectedShare) ?? 1) * (1 - (set.exception.map(expectedShare) ?? 0))
    step.expected = Int((share * Double(rowCount)).rounded())
    steps.append(step)
  }

  /// A condition, and below it those it is made of.
  private func add(
    _ condition: Condition, over rows: Evaluator.Rows, depth: Int, to steps: inout [PlanStep]
  ) throws(QueryCancelled) {
    let start = ContinuousClock.now
    let truth = try evaluator.truth(condition, over: rows)
    let elapsed = ContinuousClock.now - start
    let (name, how) = describe(condition)
    var step = PlanStep(
      String(repeating: "  ", count: depth) + name, how, yes: truth.yes.count,
      undecided: truth.undecided.count)
    step.elapsed = elapsed
    step.expected = Int((expectedShare(condition) * Double(evaluator.rowCount(rows))).rounded())
    steps.append(step)
    for (inner, innerRows) in parts(of: condition, over: rows) {
      try add(inner, over: innerRows, depth: depth + 1, to: &steps)
    }
  }

  private func parts(
    of condition: Condition, over rows: Evaluator.Rows
  ) -> [(Condition, Evaluator.Rows)] {
    let relations = catalogue.data.relations
    switch condition {
    case .and(let parts), .or(let parts): return parts.map { ($0, rows) }
    case .not(let inner): return [(inner, rows)]
    case .through(let relation, let inner, _):
      return [(inner, .table(relations[relation].parentTable))]
    case .quantified(_, let link, let inner?):
      return [(inner, .table(relations[link.relation].childTable))]
    case .quantifiedTable(_, let table, let inner?): return [(inner, .table(table))]
    default: return []
    }
  }
}

extension ColumnExpression {
  /// How the groups of a dimension are found.
  fileprivate var how: String {
    switch source {
    case .field(let hops, _):
      hops.isEmpty ? "codes of the column" : "codes gathered from the parent"
    case .condition: "yes, no or undecided"
    case .number: "distinct numbers, ranked"
    case .bands: "binary search among the bands"
    case .steps: "division by the width"
    case .period: "the calendar"
    case .each: "each value that a row holds"
    case .eachRelated: "the distinct values of related rows"
    }
  }
}
