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
  /// The most rows of a list whose cells are made, where someone will look at no more; all when `nil`.
  public var mostListedRows: Int?

  var catalogue: Catalogue { evaluator.catalogue }

  /// Creates an executor.
  ///
  /// - Parameters:
  ///   - catalogue: The data and definitions that the queries were bound to.
  ///   - cache: Shared by all executors of the same data set.
  ///   - cancellation: Asked between the steps of each evaluation.
  public init(_ catalogue: Catalogue, cache: Cache, cancellation: CancellationCheck = .never) {
    cache.derivedColumns.indexes.join(catalogue.data.indexBudget)
    evaluator = Evaluator(
      catalogue: catalogue, derivedColumns: cache.derivedColumns, cancellation: cancellation)
  }

  /// How many rows a set has; the binder shows it beside each reading of a query.
  public func count(_ set: BoundSet) throws(QueryCancelled) -> Int {
    try evaluator.count(set)
  }

  /// Answers a query.
  public func answer(_ query: BoundQuery) throws(QueryCancelled) -> Answer {
    let selection =
      query.isPlainCount
      ? try evaluator.counted(query.set) : try evaluator.selection(query.set)
    let schema = catalogue.data.tables[query.set.table].schema
    let (body, more) = try body(query, selection)
    var answer = Answer(
      statement: query.text, unit: schema.name, unitSingular: schema.singular, body: body,
      base: try evaluator.base(query.set, selection),
      tests: try tests(body, query, selection))
    answer.notes =
      try notes(query, selection) + unreadableNotes(query, selection) + more
    if query.options.contains(.interval) || !answer.tests.isEmpty {
      answer.notes.append(Self.samplingCaveat)
    }
    return answer
  }

  /// The answer, and what is to be said of its shape.
  func body(
    _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> (Answer.Body, notes: [String]) {
    let dimensions = try keys(query)
    switch query.verb {
    case .count where query.dimensions.isEmpty:
      return (.count(selection.count), [])
    case .percent(let condition) where query.dimensions.isEmpty:
      return (.share(try share(condition, query, selection)), [])
    case .count, .percent, .measures:
      let (table, notes) = try groupedTable(query, dimensions, selection)
      return (.table(table), notes + (try severalNotes(query, dimensions, selection)))
    case .summarise(let value, let kind, let name):
      var notes = try severalNotes(query, dimensions, selection)
      if case .unit(let unit, _) = kind { notes.insert("in \(unit.rawValue)", at: 0) }
      var table = try summary(value, kind, query, dimensions, selection)
      if case .unit(let unit, _) = kind {
        table.histogram?.name = "\(name) (\(unit.rawValue))"
      } else {
        table.histogram?.name = name
      }
      return (.table(table), notes)
    case .compare(let other, let text):
      return (
        .table(try comparison(with: other, query, dimensions, selection)),
        try comparisonNotes(with: other, text, query, selection)
      )
    case .tabulate:
      let notes = try severalNotes(query, dimensions, selection)
      switch query.dimensions.count {
      case 1: return (.frequencies(try frequencies(query, dimensions[0], selection)), notes)
      case 2: return (.crosstab(try crosstab(query, dimensions, selection)), notes)
      default:
        return (
          .layers(dimension: query.dimensions[2].name, try layers(query, dimensions, selection)),
          notes
        )
      }
    case .list(let columns):
      return (.table(try listing(columns, query, selection)), sampleNotes(query))
    }
  }

  private func sampleNotes(_ query: BoundQuery) -> [String] {
    guard case .sampled(_, _, let seed)? = query.set.condition else { return [] }
    return ["drawn at random with seed \(seed); `set seed` draws others"]
  }
}

extension BoundQuery {
  /// Whether only the number of rows is asked for.
  fileprivate var isPlainCount: Bool {
    if case .count = verb { dimensions.isEmpty } else { false }
  }
}
