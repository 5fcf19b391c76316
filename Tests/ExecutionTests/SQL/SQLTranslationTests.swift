import Diagnostics
import Execution
import Language
import Planning
import TestSupport
import Testing

/// Statements answered by the engine, and by SQLite in the words of `explain sql`.
@Suite struct SQLTranslationTests {
  private static let database = Result {
    try SQLiteDatabase(bundledCatalogue.get().data)
  }

  @Test(arguments: SQLStatements.all)
  func `SQLite gives the engine's answer`(text: String) throws {
    let catalogue = try bundledCatalogue.get()
    let parsed = try #require(Parser.parse(SourceText(text)).first)
    let statement = try #require(parsed.statement, "\(parsed.diagnostics)")
    let bound = Binder.bind(statement, in: catalogue)
    let comparison = SQLComparison(catalogue: catalogue, database: try Self.database.get())
    switch try comparison.compare(try #require(bound.statement, "\(bound.diagnostics)")) {
    case .agreement: break
    case .difference(let difference): Issue.record("\(text)\n\(difference)")
    case .refusal(let reason): Issue.record("\(text)\nno SQL: \(reason)")
    }
  }

  @Test(arguments: 0..<8)
  func `SQLite gives the engine's answer where values are missing everywhere`(
    batch: Int
  ) throws {
    var random = SeededRandom(seed: UInt64(batch) &* 31 &+ 5)
    let data = TreeData(
      using: &random, parentCount: [25, 1, 60, 0][batch % 4],
      childCount: [80, 12, 0, 150][batch / 2])
    let catalogue = Catalogue(data.dataSet)
    let comparison = SQLComparison(
      catalogue: catalogue, database: try SQLiteDatabase(catalogue.data))
    for text in SQLStatements.ofTrees {
      let statement = try #require(Parser.parse(SourceText(text)).first?.statement, "\(text)")
      let bound = Binder.bind(statement, in: catalogue)
      // A value that no row holds has no code to ask for.
      guard let bound = bound.statement else { continue }
      switch try comparison.compare(bound) {
      case .agreement: break
      case .difference(let difference): Issue.record("batch \(batch): \(text)\n\(difference)")
      case .refusal(let reason): Issue.record("batch \(batch): \(text)\nno SQL: \(reason)")
      }
    }
  }

  /// Three-valued logic is where SQL and the engine could part, so the conditions are random, and
  /// values are missing everywhere.
  @Test(arguments: 0..<20)
  func `SQLite decides random conditions as the engine does`(batch: Int) throws {
    let seed = UInt64(batch) &* 104_729 &+ 3
    var random = SeededRandom(seed: seed)
    let data = TreeData(
      using: &random, parentCount: [0, 1, 20, 40][batch % 4],
      childCount: [60, 3, 90, 30, 0][batch % 5])
    let catalogue = Catalogue(data.dataSet)
    let comparison = SQLComparison(
      catalogue: catalogue, database: try SQLiteDatabase(catalogue.data))
    var conditions = TreeConditions(random: random)
    for _ in 0..<50 {
      let ofParents = conditions.random.bool()
      let condition = conditions.condition(ofParents: ofParents, depth: 3)
      let set = SetExpression(
        entity: Name(ofParents ? "parents" : "children", at: Span(0, 0)), condition: condition,
        span: Span(0, 0))
      let statement = Statement(
        .query(Query(verb: .count, set: set, span: Span(0, 0))), at: Span(0, 0))
      let text = Formatter.format(statement)
      let bound = try #require(
        Binder.bind(statement, in: catalogue).statement, "seed \(seed): \(text)")
      if case .difference(let difference) = try comparison.compare(bound) {
        Issue.record("seed \(seed): \(text)\n\(difference)")
      }
    }
  }
}
