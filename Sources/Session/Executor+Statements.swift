internal import Execution
internal import Language
internal import Planning

extension Executor {
  /// The answer to a question; `nil` for any other statement.
  func answer(_ statement: BoundStatement) throws(QueryCancelled) -> Answer? {
    switch statement {
    case .query(let query, _): try answer(query)
    case .find(let search, _): try find(search)
    case .missing(let set, let text, let output):
      try missing(set, text: text, first: output.first)
    case .values(let column, let set, let text, let output):
      try values(column, of: set, text: text, first: output.first)
    default: nil
    }
  }
}
