import Diagnostics
import Execution
import Language
import Planning
import Tables
import TestSupport

/// One random data set with definitions, ready to be asked of the engine and of the naive evaluator.
struct Judgement {
  let seed: UInt64
  let data: NaiveData
  var catalogue: Catalogue
  var queries: RandomQueries
  let cache = Executor.Cache()
  var asked = 0
  var unbound = 0
  /// What went wrong, one text each.
  var failures: [String] = []

  init(seed: UInt64) {
    self.seed = seed
    var maker = RandomData(random: SeededRandom(seed: seed))
    data = maker.data()
    catalogue = Catalogue(data.dataSet)
    queries = RandomQueries(random: maker.random, data: data)
  }

  /// Asks so many random statements of both.
  mutating func run(_ count: Int) {
    for number in 0..<count {
      if number % 40 == 0 { define(number / 40) }
      // Where a part cannot be made, such as a date of a table without dates, another is tried.
      guard let statement = queries.statement() else { continue }
      judge(statement)
    }
  }

  // MARK: One statement

  private mutating func judge(_ statement: Statement) {
    asked += 1
    guard let read = readBack(statement), let bound = bind(read) else { return }
    do {
      let found = try engine(bound)
      if case .query(let query) = statement.kind, case .sample(let count, _) = query.verb {
        return checkSample(found, query, count, statement)
      }
      guard let found, let expected = queries.naive.answer(statement) else {
        return fail(statement, "nothing to compare")
      }
      if found != expected { fail(statement, "engine:\n\(found)\nnaive:\n\(expected)") }
    } catch {
      fail(statement, "\(error)")
    }
  }

  /// The statement as it is read from its own text.
  private mutating func readBack(_ statement: Statement) -> Statement? {
    let text = Formatter.format(statement)
    let parsed = Parser.parse(SourceText(text))
    guard parsed.count == 1, parsed[0].diagnostics.isEmpty, let back = parsed[0].statement else {
      fail(statement, "not read: \(parsed.flatMap(\.diagnostics).map(\.message))")
      return nil
    }
    let (first, second) = (TreeShape(statement).text, TreeShape(back).text)
    if first != second { fail(statement, "read as another tree:\n\(first)\n\(second)") }
    return back
  }

  private mutating func bind(_ statement: Statement) -> BoundStatement? {
    let bound = Binder.bind(statement, in: catalogue)
    if let bound = bound.statement { return bound }
    unbound += 1
    if bound.diagnostics.isEmpty { fail(statement, "not bound, and nothing is said of it") }
    unboundReasons.append(
      "\(Formatter.format(statement)): \(bound.diagnostics.map(\.message))")
    return nil
  }

  /// Statements that were not bound, and why.
  var unboundReasons: [String] = []

  /// The engine's answer; `nil` for a statement that gives none.
  func engine(_ bound: BoundStatement) throws -> Finding? {
    let executor = Executor(catalogue, cache: cache)
    switch bound {
    case .query(let query, _): return Finding(try executor.answer(query))
    case .values(let column, let set, let text, let output):
      return Finding(
        try executor.values(column, of: set, text: text, first: output.first))
    case .missing(let set, let text, let output):
      return Finding(try executor.missing(set, text: text, first: output.first))
    case .find(let find, _):
      var finding = Finding(try executor.find(find))
      finding.rows = []
      finding.total = nil
      return finding
    case .expect(let expectation), .warn(let expectation):
      let holds = try executor.check(expectation).holds
      return Finding(rows: [[holds.map { .flag($0) } ?? .missing(nil)]])
    default: return nil
    }
  }

  /// So many rows, all of them of the set.
  private mutating func checkSample(
    _ found: Finding?, _ query: Query, _ count: Int, _ statement: Statement
  ) {
    let (table, rows) = queries.naive.rows(query.set)
    let ids = rows.map { data.tables[table].rows[$0][0] }
    let wanted = min(count, rows.count, query.output.first ?? .max)
    guard let found, found.rows.count == wanted,
      Set(found.rows).count == wanted, found.rows.allSatisfy({ ids.contains($0[0]) })
    else { return fail(statement, "sampled \(String(describing: found)) of \(ids)") }
  }

  mutating func fail(_ statement: Statement, _ what: String) {
    failures.append("seed \(seed): \(Formatter.format(statement))\n\(what)")
  }

  // MARK: Definitions

  /// Defines a field, a set and a measure, and lets the queries name them.
  private mutating func define(_ number: Int) {
    let table = queries.random.below(data.tables.count)
    let entity = Name(data.tables[table].schema.name, at: nowhere)
    let field = Name(number % 2 == 0 ? "made \(number)" : "made_\(number)", at: nowhere)
    let body = definition(table)
    define(.defineField(entity: entity, field: field, body)) { judgement in
      judgement.queries.naive.definitions.fields.append((table, field.text, body))
      judgement.queries.findFields()
    }
    let set = queries.set(table, 1)
    let setName = Name(number % 2 == 0 ? "set_\(number)" : "set \(number)", at: nowhere)
    define(.defineSet(setName, set)) { judgement in
      judgement.queries.naive.definitions.sets.append((setName.text, set))
      judgement.queries.namedSets.append((setName.text, table))
    }
    guard let measure = queries.groupMeasure(table) else { return }
    let measureName = Name("rate_\(number)", at: nowhere)
    define(.defineMeasure(measureName, measure)) { judgement in
      judgement.queries.naive.definitions.measures.append((measureName.text, measure))
      judgement.queries.namedMeasures.append((measureName.text, table))
    }
  }

  private mutating func definition(_ table: Int) -> Expression {
    switch queries.random.below(4) {
    case 0: return queries.condition(table, 1)
    case 1:
      // A part of a date makes groups, and cannot be a field.
      let number = queries.number(table, 2)?.expression
      if case .datePart = number?.kind { return queries.condition(table, 0) }
      return number ?? queries.condition(table, 0)
    case 2: return queries.bands(table) ?? queries.condition(table, 0)
    default:
      return queries.field(table) { $0.path }.map { make($0) } ?? queries.condition(table, 0)
    }
  }

  private mutating func define(
    _ kind: Statement.Kind, _ remember: (inout Judgement) -> Void
  ) {
    let statement = Statement(kind, at: nowhere)
    guard let read = readBack(statement), let bound = bind(read) else { return }
    switch bound {
    case .defineField(let table, let field): catalogue.define(field, inTable: table)
    case .defineSet(let name, let set, let text):
      catalogue.define(NamedSet(name: name, set: set, text: text))
    case .defineMeasure(let measure): catalogue.define(measure)
    default: return fail(statement, "defines nothing")
    }
    remember(&self)
  }
}
