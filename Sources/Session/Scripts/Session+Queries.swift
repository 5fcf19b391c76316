internal import Execution
internal import Rendering

extension Session {
  /// `queries`: the scripts that `run` finds by name.
  func showQueries() -> ExitStatus {
    let rows = SavedQueries.standard.all.map { query in
      [AnswerValue.text(query.name), .text(query.summary), .text(query.place)]
    }
    let table = AnswerTable(
      columns: [
        AnswerColumn("name", .text), AnswerColumn("answers", .text), AnswerColumn("place", .text),
      ], rows: rows)
    let answer = Answer(
      statement: "queries", body: .table(table), notes: ["run NAME runs one"])
    present(rendered(answer, as: settings.format))
    return .success
  }
}
