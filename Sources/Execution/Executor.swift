internal import Bitmaps
internal import Language
public import Planning
internal import Tables

/// Answers bound queries.
///
/// A value over immutable data: it may be used from any thread. Answers do not depend on what was
/// asked before; the cache only makes them faster.
public struct Executor: Sendable {
  /// What has been computed once and may be asked for again.
  ///
  /// One for each data set.
  public final class Cache: Sendable {
    let derivedColumns = DerivedColumns()

    /// Creates an empty cache.
    public init() {}
  }

  let evaluator: Evaluator

  var catalogue: Catalogue { evaluator.catalogue }

  /// Creates an executor.
  ///
  /// - Parameters:
  ///   - catalogue: The data and definitions that the queries were bound to.
  ///   - cache: Shared by all executors of the same data set.
  ///   - cancellation: Asked between the steps of each evaluation.
  public init(_ catalogue: Catalogue, cache: Cache, cancellation: CancellationCheck = .never) {
    evaluator = Evaluator(
      catalogue: catalogue, derivedColumns: cache.derivedColumns, cancellation: cancellation)
  }

  /// Answers a query.
  public func answer(_ query: BoundQuery) throws(QueryCancelled) -> Answer {
    let selection = try evaluator.selection(query.set)
    let schema = catalogue.data.tables[query.set.table].schema
    var answer = Answer(
      statement: query.text, unit: schema.name, unitSingular: schema.singular,
      body: try body(query, selection), base: try evaluator.base(query.set, selection))
    answer.notes = try notes(query, selection)
    return answer
  }

  private func body(
    _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> Answer.Body {
    switch query.verb {
    case .count:
      if query.dimensions.isEmpty { return .count(selection.rows.count) }
      return .table(try countTable(query, selection))
    case .percent(let condition):
      if query.dimensions.isEmpty { return .share(try share(condition, query, selection)) }
      return .table(try shareTable(condition, query, selection))
    case .tabulate(let options):
      if query.dimensions.count == 1 {
        return .frequencies(
          try frequencies(query, selection, includesMissing: options.contains(.missing)))
      }
      return .crosstab(try crosstab(query, selection, options))
    case .list(let columns):
      return .table(try listing(columns, query, selection))
    }
  }

  /// Other readings with their counts, and why a count is zero.
  private func notes(
    _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> [String] {
    var notes: [String] = []
    for other in query.alternatives {
      let count = try evaluator.selection(other.set).rows.count
      notes.append("\(other.explanation); `\(other.text)` gives \(count)")
    }
    if selection.rows.isEmpty, let why = try whyEmpty(query) { notes.append(why) }
    return notes
  }

  /// The running counts, condition by condition, of a set without rows.
  private func whyEmpty(_ query: BoundQuery) throws(QueryCancelled) -> String? {
    guard !query.conjuncts.isEmpty else { return nil }
    let table = query.set.table
    var remaining = Bitmap(allOf: catalogue.data.tables[table].rowCount)
    var steps = ["all: \(remaining.count)"]
    for conjunct in query.conjuncts {
      let truth = try evaluator.truth(conjunct.condition, over: .table(table))
      remaining.formIntersection(truth.yes)
      steps.append("\(conjunct.text): \(remaining.count)")
    }
    return "why none: " + steps.joined(separator: " -> ")
  }
}
