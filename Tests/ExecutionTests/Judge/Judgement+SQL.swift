import Language
import Planning

extension Judgement {
  /// Asks the engine and SQLite, in the words of `explain sql`, random statements over this data.
  ///
  /// - Returns: How many agreed, what differed, and how often each reason stood in the way.
  mutating func compareWithSQLite(
    _ count: Int
  ) throws -> (agreed: Int, differences: [String], refusals: [String: Int]) {
    let comparison = SQLComparison(
      catalogue: catalogue, database: try SQLiteDatabase(catalogue.data))
    var agreed = 0
    var differences: [String] = []
    var refusals: [String: Int] = [:]
    for _ in 0..<count {
      guard let statement = queries.statement(),
        case .query = statement.kind,
        let bound = Binder.bind(statement, in: catalogue).statement
      else { continue }
      switch try comparison.compare(bound) {
      case .agreement: agreed += 1
      case .difference(let difference):
        differences.append("seed \(seed): \(Formatter.format(statement))\n\(difference)")
      case .refusal(let reason): refusals[reason, default: 0] += 1
      }
    }
    return (agreed, differences, refusals)
  }
}
