internal import Diagnostics

extension Session {
  /// The definitions that were typed, which the query may rest on.
  private var definitionsInForce: String {
    (workspace?.definitions ?? []).filter { $0.script == nil }.map { $0.text + "\n" }.joined()
  }

  /// `save NAME`: the last query as a script that runs by itself, with its description as a comment.
  func save(
    _ name: String, _ description: String?, source: SourceText, span: Span
  ) -> ExitStatus {
    guard let lastQuery else {
      report(
        [
          Diagnostic(
            .noAnswer, "nothing has been answered yet that could be saved", at: span,
            notes: ["ask something first, such as: count children where died"])
        ], of: source, statement: nil)
      return .mistake
    }
    let file = name.hasSuffix(".enq") ? name : name + ".enq"
    let isInFolder = file.contains("/") || !TextFile.isFolder("Queries")
    let path = isInFolder ? file : "Queries/" + file
    guard !TextFile.exists(path) else {
      report(
        [
          Diagnostic(
            .fileNotWritten, "\(path) exists, and is not overwritten", at: span,
            notes: ["choose another name"])
        ], of: source, statement: nil)
      return .mistake
    }
    do {
      let comment = description.map { "# \($0)\n" } ?? ""
      try TextFile.write(comment + definitionsInForce + lastQuery + "\n", to: path)
    } catch {
      report(
        [Diagnostic(.fileNotWritten, "\(path) cannot be written: \(error.reason)", at: span)],
        of: source, statement: nil)
      return .mistake
    }
    output.write("saved as \(path); run it with: run \(name)\n")
    return .success
  }
}
