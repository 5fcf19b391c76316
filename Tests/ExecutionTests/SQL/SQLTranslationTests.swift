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
}
