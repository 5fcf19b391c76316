import Diagnostics
import Execution
import Foundation
import GRDB
import Language
import Planning
import TestSupport
import Testing

/// Questions about the bundled data, asked of the engine and of SQLite over the same CSV files.
@Suite struct SQLiteAgreementTests {
  /// The questions, each with SQL written by hand that means the same.
  private static let questions: [(query: String, sql: String)] = [
    ("count reviews", "select count(*) from reviews"),
    ("count children", "select count(*) from children"),
    ("count children where died", "select count(*) from children where outcome = 'died'"),
    ("count children where not died", "select count(*) from children where outcome <> 'died'"),
    (
      "count children where status = \"CP plan\" and died",
      "select count(*) from children where status = 'CP plan' and outcome = 'died'"
    ),
    (
      "count children where status is at least \"Child in need\"",
      "select count(*) from children where status in ('Child in need', 'CP plan')"
    ),
    (
      "count reviews where any child (died)",
      """
      select count(*) from reviews r
      where exists (select 1 from children c where c.review = r.id and c.outcome = 'died')
      """
    ),
    (
      "count reviews where no child (died)",
      """
      select count(*) from reviews r
      where not exists (select 1 from children c where c.review = r.id and c.outcome = 'died')
      """
    ),
    (
      "count reviews where every child (status is at least \"Known\")",
      """
      select count(*) from reviews r where exists (select 1 from children c where c.review = r.id)
      and not exists (
        select 1 from children c where c.review = r.id and c.status = 'Not known to services')
      """
    ),
    (
      "count reviews where at least 2 children (died)",
      """
      select count(*) from (select review from children where outcome = 'died'
      group by review having count(*) >= 2)
      """
    ),
    (
      "count children where review.grade = \"inadequate\" and died",
      """
      select count(*) from children c join reviews r on r.id = c.review
      where r.grade = 'inadequate' and c.outcome = 'died'
      """
    ),
    (
      "count children where any characteristic (kind = \"physical abuse\") "
        + "and no characteristic (kind = \"long-term neglect\")",
      """
      select count(*) from children c
      where exists (select 1 from characteristics k where k.child = c.id and kind = 'physical abuse')
      and not exists (
        select 1 from characteristics k where k.child = c.id and kind = 'long-term neglect')
      """
    ),
    (
      "count reviews where count of findings > count of recommendations",
      """
      select count(*) from reviews r
      where (select count(*) from findings f where f.review = r.id)
      > (select count(*) from recommendations m where m.review = r.id)
      """
    ),
    (
      "count reviews where evaluated_date between 2009-10-01 and 2009-12-31",
      "select count(*) from reviews where evaluated_date between '2009-10-01' and '2009-12-31'"
    ),
    (
      "count lscbs where at least 2 reviews (grade = \"inadequate\")",
      """
      select count(*) from (select lscb from reviews where grade = 'inadequate'
      group by lscb having count(*) >= 2)
      """
    ),
    (
      "count children where disability has \"LD\"",
      "select count(*) from children where ';' || disability || ';' like '%;LD;%'"
    ),
    (
      "count findings where review.lscb.region = \"London\" and type = \"strength\"",
      """
      select count(*) from findings f join reviews r on r.id = f.review
      join lscbs l on l.id = r.lscb where l.region = 'London' and f.type = 'strength'
      """
    ),
  ]

  private static let database: Result<DatabaseQueue, any Error> = Result {
    let queue = try DatabaseQueue()
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CBundledData/scr-2009-10")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    try queue.write { database in
      for file in files where file.pathExtension == "csv" {
        let name = file.deletingPathExtension().lastPathComponent
        let records = plainRecords(try String(contentsOf: file, encoding: .utf8))
        guard let header = records.first else { continue }
        let columns = header.map { "\"\($0)\" text" }.joined(separator: ", ")
        try database.execute(sql: "create table \(name) (\(columns))")
        let marks = header.map { _ in "?" }.joined(separator: ", ")
        for record in records.dropFirst() {
          try database.execute(
            sql: "insert into \(name) values (\(marks))", arguments: StatementArguments(record))
        }
      }
    }
    return queue
  }

  /// CSV as plainly as can be: no use is made of the product's reader.
  private static func plainRecords(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var previous: Character?
    for character in text {
      switch (character, isQuoted) {
      case ("\"", true): isQuoted = false
      case ("\"", false):
        if previous == "\"" { field.append("\"") }
        isQuoted = true
      case (",", false):
        record.append(field)
        field = ""
      case ("\n", false), ("\r\n", false):
        records.append(record + [field])
        record = []
        field = ""
      default: field.append(character)
      }
      previous = character
    }
    return records
  }

  @Test(arguments: questions.indices)
  func `the engine and SQLite agree`(index: Int) throws {
    let (text, sql) = Self.questions[index]
    let expected = try Self.database.get().read { try Int.fetchOne($0, sql: sql) }
    #expect(try BundledAnswers.count(text) == expected, "\(text)")
  }
}

/// Answers on the bundled data, with its definitions.
enum BundledAnswers {
  /// The answer to one query.
  static func answer(_ text: String) throws -> Answer {
    let catalogue = try bundledCatalogue.get()
    let parsed = try #require(Parser.parse(SourceText(text)).first)
    let statement = try #require(parsed.statement, "\(parsed.diagnostics)")
    let bound = Binder.bind(statement, in: catalogue)
    guard case .query(let query, _)? = bound.statement else {
      Issue.record("\(text): \(bound.diagnostics)")
      throw CancellationError()
    }
    return try Executor(catalogue, cache: Executor.Cache()).answer(query)
  }

  /// The rows counted by one query.
  static func count(_ text: String) throws -> Int? { try answer(text).base?.counted }
}
