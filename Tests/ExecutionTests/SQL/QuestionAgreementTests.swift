import Diagnostics
import Execution
import Language
import Planning
import TestSupport
import Testing

/// The questions of `Tests/Questions`, asked of the engine and of SQLite.
@Suite struct QuestionAgreementTests {
  private static let database = Result {
    try SQLiteDatabase(bundledCatalogue.get().data)
  }

  /// What SQL has no words for, or what is no question.
  private static let beyondSQL: Set<Int> = [3, 4, 5, 13, 23, 92, 103, 109]

  @Test(arguments: QuestionFile.all.indices)
  func `SQLite gives the same answer`(index: Int) throws {
    for question in QuestionFile.all[index].questions {
      var catalogue = try bundledCatalogue.get()
      for text in question.statements {
        let statement = try #require(Parser.parse(SourceText(text)).first?.statement)
        let bound = Binder.bind(
          statement, in: catalogue, parameters: ["at_least": Self.childInNeed])
        switch try #require(bound.statement, "\(text): \(bound.diagnostics)") {
        case .defineField(let table, let field): catalogue.define(field, inTable: table)
        case .defineSet(let name, let set, let text):
          catalogue.define(NamedSet(name: name, set: set, text: text))
        case .defineMeasure(let measure): catalogue.define(measure)
        case .command, .expect, .warn: break
        case let asked:
          try compare(asked, text, question, in: catalogue)
          if case .query(let query, _) = asked {
            catalogue.answered = AnsweredSet(
              set: query.answered, dimensions: query.dimensions, text: query.text)
          }
        }
      }
    }
  }

  private func compare(
    _ asked: BoundStatement, _ text: String, _ question: QuestionFile.Question,
    in catalogue: Catalogue
  ) throws {
    let number = Int(question.title.prefix { $0.isNumber }) ?? 0
    let comparison = SQLComparison(catalogue: catalogue, database: try Self.database.get())
    switch try comparison.compare(asked) {
    case .agreement: break
    case .difference(let difference): Issue.record("\(question.title)\n\(text)\n\(difference)")
    case .refusal(let reason):
      #expect(Self.beyondSQL.contains(number), "\(question.title): \(text): \(reason)")
    }
  }

  private static let childInNeed = Expression(
    .literal(.text("Child in need")), at: Span(0, 0))
}
