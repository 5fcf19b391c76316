internal import Diagnostics
internal import Language
internal import Loading
internal import TextLayout

extension Session {
  /// Says what is to be said of a statement.
  ///
  /// - Parameter statement: The statement's bytes, which the corrected query is made from; the whole
  ///   text when `nil`.
  func report(_ diagnostics: [Diagnostic], of source: SourceText, statement: Span?) {
    guard !diagnostics.isEmpty else { return }
    let span = statement ?? Span(0, source.bytes.count)
    if source.name == nil, diagnostics.contains(where: { $0.severity == .error }) {
      correction = Diagnostic.correctedStatement(
        diagnostics, of: source, statement: span)
    }
    if options.errorsAsJSON {
      errors.write(DiagnosticRenderer.json(diagnostics, of: source, statement: span))
      return
    }
    let renderer = DiagnosticRenderer(
      form: source.name == nil ? .prompt : .batch, palette: palette, width: options.width)
    errors.write(renderer.render(diagnostics, of: source, statement: span))
  }

  /// Says why data could not be read.
  func reportFailure(_ failure: LoadFailure, paths: [String]) {
    if options.errorsAsJSON {
      let diagnostic = Diagnostic(
        .dataNotReadable, failure.message, at: Span(0, 0), notes: failure.notes)
      let source = SourceText("", name: paths.first)
      errors.write(DiagnosticRenderer.json([diagnostic], of: source, statement: nil))
      return
    }
    errors.write(palette.paint("error", .error) + ": \(failure.message)\n")
    for note in failure.notes { errors.write("  \(note)\n") }
  }

  /// How many examples of each kind of issue are shown.
  private static let shownExamples = 2

  /// Says what was wrong with the data, by kind, and what is wrong with its definitions.
  func reportIssues(of workspace: Workspace) {
    report(workspace.report)
    for mistake in workspace.definitionMistakes {
      report(mistake.diagnostics, of: mistake.source, statement: nil)
    }
  }

  /// Says what was wrong with the data, by kind.
  func report(_ report: LoadReport) {
    for group in report.groups {
      let label = palette.paint("data", .warning)
      errors.write(
        "\(label)[\(group.kind.rawValue)]: \(group.count) \(group.count == 1 ? "case" : "cases")\n")
      for issue in group.examples.prefix(Self.shownExamples) {
        let lines = wrapped("  " + issue.text, to: options.width ?? .max, indentation: "    ")
        errors.write(lines.joined(separator: "\n") + "\n")
      }
      if group.examples.count > Self.shownExamples { errors.write("  ... (see: check data)\n") }
    }
  }
}
