import Foundation
import GRDB
import Planning
import Tables

/// A data set in SQLite, by the contract that `explain sql` writes for: a table for each entity, a
/// column for each field, null for a missing value.
final class SQLiteDatabase: Sendable {
  private let queue: DatabaseQueue

  /// Loads every table of a data set into a database in memory.
  init(_ data: DataSet) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { $0.add(function: Self.regexp) }
    queue = try DatabaseQueue(configuration: configuration)
    try queue.write { database in
      for table in data.tables { try Self.load(table, into: database) }
    }
  }

  /// What the shell of SQLite has under the name `regexp`, and its library lacks.
  private static let regexp = DatabaseFunction("regexp", argumentCount: 2, pure: true) { values in
    guard let pattern = String.fromDatabaseValue(values[0]),
      let text = String.fromDatabaseValue(values[1])
    else { return nil }
    let expression = try NSRegularExpression(pattern: pattern)
    let whole = NSRange(text.startIndex..<text.endIndex, in: text)
    return expression.firstMatch(in: text, range: whole) != nil
  }

  private static func load(_ table: Tables.Table, into database: Database) throws {
    func quoted(_ name: String) -> String {
      "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
    let name = quoted(table.schema.name)
    let columns = table.schema.fields.map { "\(quoted($0.name)) \($0.type.sqlite)" }
    try database.execute(sql: "create table \(name) (\(columns.joined(separator: ", ")))")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try database.makeStatement(sql: "insert into \(name) values (\(marks))")
    for row in 0..<table.rowCount {
      let values = table.columns.map { $0.sqlite(row) }
      try insert.execute(arguments: StatementArguments(values))
    }
  }

  /// The rows of a query, in order.
  func rows(_ sql: String) throws -> [[SQLCell]] {
    try queue.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { value in
          switch value.storage {
          case .null: .null
          case .int64(let number): .number(Double(number))
          case .double(let number): .number(number)
          case .string(let text): .text(text)
          case .blob: .null
          }
        }
      }
    }
  }
}

/// One value of a result.
enum SQLCell: Hashable {
  case null
  case number(Double)
  case text(String)
}

extension FieldType {
  fileprivate var sqlite: String {
    switch self {
    case .text, .category, .date, .list: "text"
    case .boolean, .integer: "integer"
    case .number: "real"
    }
  }
}

extension Tables.Column {
  /// A cell as SQLite holds it.
  fileprivate func sqlite(_ row: Int) -> DatabaseValue {
    guard recorded.contains(row) else { return .null }
    switch values {
    case .coded(let coded): return coded.dictionary[Int(coded.codes[row])].databaseValue
    case .integers(let values): return values[row].databaseValue
    case .numbers(let values): return values[row].databaseValue
    case .dates(let values):
      return CalendarDate(dayNumber: values[row]).description.databaseValue
    case .flags(let yes): return (yes.contains(row) ? 1 : 0).databaseValue
    case .lists(let lists):
      let codes = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
      let texts = codes.map { lists.dictionary[Int($0)] }
      let json = (try? JSONEncoder().encode(texts)) ?? Data()
      return String(decoding: json, as: UTF8.self).databaseValue
    }
  }
}
