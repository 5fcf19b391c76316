internal import Diagnostics
internal import Execution
internal import Language
internal import Planning
internal import Rendering
internal import Tables

extension Session {
  /// The most rows of all tables together for which an example is answered, so that help never waits.
  private static let mostRows = 200_000
  /// The most lines that an example's answer takes.
  private static let mostLines = 6

  /// Whether the open data are few enough for a question that nobody asked.
  var answersAtOnce: Bool {
    guard let workspace else { return false }
    return workspace.catalogue.data.tables.reduce(0) { $0 + $1.rowCount } <= Self.mostRows
  }

  /// The first lines of what an example answers on the open data, indented.
  ///
  /// - Returns: Nothing where nobody is at a prompt, and for what is no single question, writes a file, or
  ///   would take long.
  func exampleAnswer(_ example: String) -> String {
    guard options.isInteractive, answersAtOnce, let workspace,
      let (answer, format) = answer(toExample: example, workspace)
    else { return "" }
    var style = RenderOptions()
    style.width = options.width.map { max(20, $0 - 4) }
    style.palette = palette
    let lines = Renderer.render(answer, as: format, options: style)
      .split(separator: "\n", omittingEmptySubsequences: false).drop(while: \.isEmpty)
    var shown = lines.prefix(Self.mostLines)
    while shown.last?.isEmpty == true { shown.removeLast() }
    let isCut = lines.dropFirst(Self.mostLines).contains { !$0.isEmpty }
    return shown.map { "    \($0)\n" }.joined() + (isCut ? "    ...\n" : "")
  }

  private func answer(
    toExample example: String, _ workspace: Workspace
  ) -> (answer: Answer, format: OutputFormat)? {
    let parsed = Parser.parse(SourceText(example))
    guard parsed.count == 1, let statement = parsed[0].statement, parsed[0].diagnostics.isEmpty,
      let bound = Binder.bind(statement, in: workspace.catalogue).statement
    else { return nil }
    var executor = executor(workspace)
    executor.mostListedRows = Self.mostLines
    guard let output = bound.output, output.file == nil,
      let answer = try? executor.answer(bound)
    else { return nil }
    let format = output.format.flatMap { OutputFormat.named($0.text) } ?? settings.format
    return (answer, format)
  }
}

extension BoundStatement {
  /// The clauses of a question that say how its answer is shown; `nil` for any other statement.
  fileprivate var output: Output? {
    switch self {
    case .query(_, let output), .find(_, let output), .missing(_, _, let output),
      .values(_, _, _, let output):
      output
    default: nil
    }
  }
}
