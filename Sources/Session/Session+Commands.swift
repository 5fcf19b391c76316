internal import Diagnostics
internal import Language
internal import LineEditing
internal import Loading
internal import Planning
internal import Tables
internal import TextLayout

extension Session {
  /// Runs a command of the shell.
  func runCommand(
    _ command: Statement.Kind, source: SourceText, span: Span
  ) -> ExitStatus {
    switch command {
    case .help(let topic): return help(topic, source: source, span: span)
    case .open(let file, _): return openFile(file)
    case .run(let file, let fileSpan, let arguments):
      return runScript(file, at: fileSpan, arguments: arguments, source: source)
    case .show(let option):
      return set(option, nil, source: source, span: span)
    case .saveSnapshot(let file, let fileSpan):
      return saveSnapshot(file, source: source, span: fileSpan)
    case .savePackage(let saving): return savePackage(saving, source: source)
    case .checkClaims(let clauses): return checkClaims(clauses, source: source, span: span)
    case .compareRuns(let request): return compareRuns(request, source: source)
    case .lesson(let request): return lesson(request, source: source, span: span)
    case .queries: return showQueries()
    case .checkData(let clauses): return checkData(clauses, source: source)
    case .save(let name, let nameSpan, let description):
      return save(name, description, source: source, span: nameSpan)
    case .set(let option, let value):
      return set(option, value, source: source, span: span)
    case .history(let request): return showHistory(request)
    case .parameter(let parameter):
      return declare(parameter, source: source)
    default:
      preconditionFailure("a command")
    }
  }

  private func openFile(_ file: String) -> ExitStatus {
    let status = open([file])
    if status == .success, options.isInteractive { output.write(banner()) }
    return status
  }

  private func showHistory(_ request: HistoryRequest) -> ExitStatus {
    guard let history else {
      errors.write("no history is kept outside the shell\n")
      return .success
    }
    switch request {
    case .all: show(history.matches(""))
    case .search(let text): show(history.matches(text))
    case .on, .off: history.isOff = request == .off
    }
    return .success
  }

  private func show(_ statements: [(number: Int, statement: String)]) {
    let entries = statements.map { number, statement in
      let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
      return "\(number)  " + lines.joined(separator: "\n   ") + "\n"
    }
    present(entries.joined())
  }

  /// The three lines that greet: what is open, whether it is invented, how to get help.
  func banner() -> String {
    guard let data = workspace?.catalogue.data else { return "" }
    let sizes = data.tables.prefix(4).map { "\($0.rowCount) \($0.schema.name)" }
    let more = data.tables.count > 4 ? " and \(data.tables.count - 4) more" : ""
    let kind =
      data.isSynthetic
      ? "SYNTHETIC: every row is invented; only the published totals are real."
      : "Read from " + (workspace?.paths.joined(separator: ", ") ?? "")
        + (workspace?.loaded.isCached == true ? ", as it was kept the last time." : ".")
    let width = max(20, options.width ?? 100)
    let summary = wrapped(
      "\(data.title): " + sizes.joined(separator: ", ") + more, to: width, indentation: "  ")
    return summary.map { palette.paint($0, .heading) + "\n" }.joined()
      + wrapped(kind, to: width, indentation: "  ").joined(separator: "\n") + "\n"
      + wrapped(
        "Type a question, `help` or `describe`; Tab completes, Ctrl-D leaves.", to: width,
        indentation: "  "
      ).joined(separator: "\n") + "\n"
  }
}
