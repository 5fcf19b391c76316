import Diagnostics
import Execution
import Language
import Planning
import Tables

/// A statement asked of the engine and, in the SQL that `explain sql` writes, of SQLite.
struct SQLComparison {
  let catalogue: Catalogue
  let database: SQLiteDatabase

  /// What became of a comparison.
  enum Outcome {
    case agreement
    /// What differs, for a person to read.
    case difference(String)
    /// Why there is no SQL.
    case refusal(String)
  }

  /// Compares the answers to a bound statement.
  func compare(_ statement: BoundStatement) throws -> Outcome {
    let script: SQLScript
    switch SQLTranslation(catalogue, .sqlite).translation(of: statement) {
    case .refusal(let reason): return .refusal(reason)
    case .script(let found): script = found
    }
    let (answer, columns) = try answer(statement)
    let cells = AnswerCells(catalogue: catalogue)
    let found: [[SQLCell]]
    do {
      found = cells.labelled(try database.rows(script.query), columns)
    } catch {
      return .difference("\(error)\n\(script.text)")
    }
    let isInOrder = !script.remarks.contains { $0.contains("order") }
    guard let answer else { return .refusal("not a query") }
    var expected = cells.rows(statement.told(answer))
    if script.remarks.contains(where: { $0.contains("named by the number it begins at") }) {
      expected = expected.map { $0.map(\.beginning) }
    }
    // An interval of nothing is two nulls in SQL, and none in the answer.
    if case .query(let query, _) = statement, query.options.contains(.interval),
      case .share(let share) = answer.body, share.interval == nil
    {
      expected[0].insert(contentsOf: [.null, .null], at: expected[0].count - 1)
    }
    if script.remarks.contains(where: { $0.contains("running totals are left out") }),
      case .frequencies(let frequencies) = answer.body, frequencies.isOrdered
    {
      expected = expected.map { $0.dropLast() }
    }
    // A scale without a number has no levels, and so no running totals in the answer.
    if case .frequencies(let frequencies) = answer.body, frequencies.groups.isEmpty,
      found.first?.count == (expected.first?.count ?? 0) + 1
    {
      expected = expected.map { $0 + [.null] }
    }
    if !expected.agrees(with: found, inOrder: isInOrder) {
      return .difference("expected \(expected)\nfound \(found)\n\(script.text)")
    }
    let undecided = try script.undecided.map { try database.rows($0) } ?? [[.number(0)]]
    let expectedUndecided = [[SQLCell.number(Double(answer.base?.undecided ?? 0))]]
    if undecided != expectedUndecided {
      return .difference(
        "expected undecided \(expectedUndecided)\nfound \(undecided)\n\(script.text)")
    }
    return .agreement
  }

  /// The engine's answer, and where the first columns of it come from.
  private func answer(
    _ statement: BoundStatement
  ) throws -> (answer: Answer?, columns: [ColumnExpression]) {
    let executor = Executor(catalogue, cache: Executor.Cache())
    switch statement {
    case .query(let query, _):
      var columns = query.dimensions
      if case .list(let shown) = query.verb { columns = shown }
      if case .tabulate = query.verb, columns.count == 3 {
        columns = [columns[2], columns[0], columns[1]]
      }
      return (try executor.answer(query), columns)
    case .values(let column, let set, let text, let output):
      return (
        try executor.values(column, of: set, text: text, first: output.first),
        [column.ofEach(in: catalogue)]
      )
    case .missing(let set, let text, let output):
      return (try executor.missing(set, text: text, first: output.first), [])
    default: return (nil, [])
    }
  }
}

extension ColumnExpression {
  /// The column with each value of a many-valued field in a row of its own.
  fileprivate func ofEach(in catalogue: Catalogue) -> ColumnExpression {
    guard case .field(let hops, let field) = source,
      catalogue.info(of: field).schema.type == .list
    else { return self }
    return ColumnExpression(name: name, source: .each(FieldTarget(hops: hops, field: field)))
  }
}

extension BoundStatement {
  /// An answer without what SQL has no words for: labels beside values, and reasons.
  fileprivate func told(_ answer: Answer) -> Answer {
    guard case .table(var table) = answer.body else { return answer }
    switch self {
    case .values:
      var missing = 0.0
      table.rows = table.rows.compactMap { row in
        guard let value = row.first, let count = row.last else { return nil }
        if case .missing = value, case .integer(let rows) = count {
          missing += Double(rows)
          return nil
        }
        return [row.count == 3 ? row[1] : value, count]
      }
      if missing > 0 { table.rows.append([.missing(reason: nil), .number(missing)]) }
    case .missing: table.rows = table.rows.map { Array($0.dropLast()) }
    default: return answer
    }
    var told = answer
    told.body = .table(table)
    return told
  }
}
