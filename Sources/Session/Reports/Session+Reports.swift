internal import Execution
internal import Language
internal import Planning
internal import Rendering
internal import Tables

extension Session {
  /// Runs a script and writes what it found as one document.
  ///
  /// - Parameters:
  ///   - file: The script, or the name of a saved query.
  ///   - arguments: `name=value` pairs, as `runScript` takes them.
  ///   - format: `markdown`, `html`, or `json` for the answers alone, which `compare runs` reads; `nil`
  ///     takes the one that the ending of the path names.
  ///   - path: Where the document is written, whole or not at all.
  /// - Returns: The gravest outcome. A report is written where expectations do not hold, and says so; it is
  ///   not written where a statement has a mistake, since a part would then be absent.
  public func writeReport(
    of file: String, arguments: [String], format: String?, to path: String
  ) -> ExitStatus {
    guard let form = reportForm(format, path) else { return .mistake }
    guard canBeReplaced(path, by: file) else { return .mistake }
    // The format is that of the document, which holds what a format for programs leaves unsaid.
    let kept = settings
    _ = setFormat(OutputFormat.table.name)
    defer { settings = kept }
    let (status, record) = recording { $0.runScript(file, arguments: arguments) }
    guard status <= .expectationFailed else {
      errors.write("error: \(path) is not written, since the script did not run to its end\n")
      return status
    }
    let text: String
    switch form {
    case .html: text = report(on: record, of: file).html
    case .markdown: text = report(on: record, of: file).markdown
    case .json: text = RunResults.json(record)
    }
    do {
      try TextFile.write(text, to: path)
    } catch {
      errors.write("error: \(path) cannot be written: \(error.reason)\n")
      return .mistake
    }
    let held = record.checks.count { $0.holds }
    let sums =
      record.checks.isEmpty ? "" : ": \(held) of \(record.checks.count) expectations hold"
    output.write("written to \(path)\(sums)\n")
    return status
  }

  /// The forms of a document.
  private enum ReportForm: String, CaseIterable {
    case html, markdown, json
  }

  private func reportForm(_ name: String?, _ path: String) -> ReportForm? {
    let format = name.map(OutputFormat.named) ?? OutputFormat.forFile(path)
    if let form = (format?.name).flatMap(ReportForm.init) { return form }
    let forms = ReportForm.allCases.map(\.rawValue).joined(separator: ", ")
    let what =
      name.map { "a report cannot be written as \($0)" }
      ?? "the name \(path) does not say what the report is to be written as"
    errors.write("error: \(what)\n  add --format; formats of a report: \(forms)\n")
    return nil
  }

  /// Whether a document may take the place of what is at a path: never of the data or the script.
  private func canBeReplaced(_ path: String, by script: String) -> Bool {
    let place = SavedQueries.standard.find(script)?.place
    let kept = (workspace?.paths ?? []) + [place].compactMap(\.self)
    guard TextFile.isThere(path) else { return true }
    let isKept = kept.contains { TextFile.resolved($0) == TextFile.resolved(path) }
    if isKept {
      errors.write("error: \(path) is the script or the data itself, and is not overwritten\n")
    } else if TextFile.isFolder(path) {
      errors.write("error: \(path) is a folder; name a file\n")
      return false
    }
    return !isKept
  }

  /// Runs something that shows nothing, and tells what happened in it.
  func recording(_ run: (Session) -> ExitStatus) -> (status: ExitStatus, record: ScriptRecord) {
    let made = ScriptRecord()
    if let openSource { made.open(openSource) }
    let (shown, kept) = (output, record)
    (output, record) = (MemorySink(), made)
    defer { (output, record) = (shown, kept) }
    return (run(self), made)
  }
}
