internal import Diagnostics
internal import Language
internal import Rendering

extension Session {
  /// `compare runs "A.json" with "B.json"`: what changed between answers that were saved.
  ///
  /// - Returns: `.success` whether or not something changed: it is a question, not an expectation.
  func compareRuns(_ request: RunComparisonRequest, source: SourceText) -> ExitStatus {
    guard let format = format(request.output, source) else { return .mistake }
    var runs: [RunResults] = []
    for (path, span) in [
      (request.first, request.firstSpan), (request.second, request.secondSpan),
    ] {
      do throws(RunResults.Failure) {
        runs.append(try RunResults(path: path))
      } catch {
        report(
          [Diagnostic(.dataNotReadable, error.message, at: span, notes: error.notes)], of: source,
          statement: nil)
        return .mistake
      }
    }
    let text = ComparisonText(
      comparison: RunComparison(runs[0], runs[1]), a: Self.name(runs[0], request.first),
      b: Self.name(runs[1], request.second))
    let output = request.output
    guard let file = output.file else {
      present(shown(text, as: format))
      return .success
    }
    let plain = alone()
    return write(plain.shown(text, as: format), to: file, span: output.fileSpan, source)
  }

  private static func name(_ run: RunResults, _ path: String) -> String {
    run.data.isEmpty ? path : "\(run.data) (\(path))"
  }
}
