internal import Rendering

extension Session {
  /// Runs a script on two data sets and shows number by number what changed.
  ///
  /// Expectations of the script are not looked at: they belong to one of the two.
  ///
  /// - Parameters:
  ///   - arguments: `name=value` pairs, as `runScript` takes them.
  ///   - data: The two data sets, each a file, a folder or a package.
  ///   - format: `text`, `markdown` or `json`, or any other format for one table of all changes; `nil` is
  ///     text.
  /// - Returns: As diff(1): `.success` where nothing changed, and `.expectationFailed` (1) where something
  ///   did; `.mistake` where the script could not be run on one of the two, and `.dataNotRead`.
  public func diff(
    _ file: String, arguments: [String], data: [String], format: String?
  ) -> ExitStatus {
    guard data.count == 2 else {
      errors.write(
        "error: diff compares two data sets, and \(data.count == 1 ? "1 is" : "\(data.count) are") "
          + "named\n  name both: enquire diff SCRIPT --data OLD --data NEW\n"
          + "  where one is several files, put them into a folder\n")
      return .mistake
    }
    var runs: [RunResults] = []
    for path in data {
      switch results(of: file, arguments: arguments, on: path) {
      case .success(let run): runs.append(run)
      case .failure(let failure): return failure.status
      }
    }
    let comparison = RunComparison(runs[0], runs[1])
    let text = ComparisonText(
      comparison: comparison, a: "\(runs[0].data) (\(data[0]))", b: "\(runs[1].data) (\(data[1]))")
    output.write(shown(text, as: format.flatMap(OutputFormat.named) ?? .table))
    return comparison.isSame ? .success : .expectationFailed
  }

  /// Why a script could not be run, which has been said.
  private struct NotRun: Error {
    var status: ExitStatus
  }

  private func results(
    of file: String, arguments: [String], on path: String
  ) -> Result<RunResults, NotRun> {
    let session = alone()
    session.errors = errors
    let opened = session.open([path])
    guard opened == .success else { return .failure(NotRun(status: opened)) }
    let said = MemorySink()
    session.errors = said
    let (status, record) = session.recording { $0.runScript(file, arguments: arguments) }
    session.finishWriting()
    guard status <= .expectationFailed else {
      errors.write(said.text + "error: the script did not run to its end on \(path)\n")
      return .failure(NotRun(status: status))
    }
    return .success(RunResults(record, data: session.dataName))
  }

  /// What changed, in a format.
  func shown(_ text: ComparisonText, as format: OutputFormat) -> String {
    let options = screenOptions
    switch format.name {
    case OutputFormat.json.name: return text.json
    case OutputFormat.table.name, OutputFormat.markdown.name: return text.text(format, options)
    default: return Renderer.render(text.table, as: format, options: options)
    }
  }
}
