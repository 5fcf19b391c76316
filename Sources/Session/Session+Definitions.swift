internal import Diagnostics
internal import Loading
internal import Planning
internal import TextLayout

extension Session {
  /// `define ...`, in each of its forms.
  func define(_ statement: BoundStatement, source: SourceText, span: Span) -> ExitStatus {
    let definition = Workspace.Definition(text: source.text(span), parameters: parameters)
    guard let effect = workspace?.define(statement, definition) else { return .mistake }
    if let refusal = effect.refusal {
      report([Diagnostic(.unknownValue, refusal, at: span)], of: source, statement: nil)
      return .mistake
    }
    let isAsked = options.isInteractive && runningScripts.isEmpty
    if isAsked {
      let lines = wrapped(effect.notice, to: options.width ?? .max, indentation: "  ")
      output.write(lines.joined(separator: "\n") + "\n")
    }
    report(effect.issues)
    for lost in effect.lost {
      errors.write("\(lost.source.text) can be used no more: define it again\n")
      report(lost.diagnostics, of: lost.source, statement: nil)
    }
    return .success
  }

  /// Says what is wrong with the data that a declaration brought to light.
  private func report(_ issues: [LoadIssue]) { report(LoadReport(issues)) }
}
