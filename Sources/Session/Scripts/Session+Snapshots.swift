internal import Diagnostics
internal import Loading
internal import Planning

extension Session {
  /// `save snapshot FILE`: the data that are open, laid out so that they open at once.
  func saveSnapshot(_ file: String, source: SourceText, span: Span) -> ExitStatus {
    guard let workspace else { return .dataNotRead }
    let path = file.lowercased().hasSuffix(".enqs") ? file : file + ".enqs"
    do {
      try Loader.saveSnapshot(
        workspace.loaded, to: path)
    } catch {
      report(
        [Diagnostic(.fileNotWritten, error.message, at: span, notes: error.notes)], of: source,
        statement: nil)
      return .mistake
    }
    output.write("saved as \(path); open it with: open \"\(path)\"\n")
    return .success
  }
}
