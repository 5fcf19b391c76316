internal import Diagnostics
internal import Execution
internal import Language
internal import Planning
internal import Rendering

extension Session {
  /// `copy`: puts the last answer on the clipboard, whole.
  func copy(
    _ clauses: Output, source: SourceText, span: Span
  ) throws(QueryCancelled) -> ExitStatus {
    guard let format = clauses.format == nil ? .markdown : format(clauses, source) else {
      return .mistake
    }
    func refuse(_ code: DiagnosticCode, _ message: String, _ notes: String...) -> ExitStatus {
      report([Diagnostic(code, message, at: span, notes: notes)], of: source, statement: span)
      return .mistake
    }
    let otherwise =
      "to have the text elsewhere, end the question in: as \(format.name) into \"FILE\""
    guard runningScripts.isEmpty else {
      return refuse(.notCopied, "a script copies nothing: the clipboard is its reader's", otherwise)
    }
    guard let clipboard else {
      return refuse(.notCopied, "only the shell copies, and only at a terminal", otherwise)
    }
    guard !clipboard.isDumb else {
      return refuse(
        .notCopied, "this terminal says that it only writes lines (TERM), and has no clipboard",
        otherwise)
    }
    guard let answer = try wholeAnswer() else {
      return refuse(.noAnswer, "nothing has been answered yet that could be copied")
    }
    let text = Renderer.render(answer, as: format, options: RenderOptions())
    guard let sequence = clipboard.sequence(for: text) else {
      return refuse(
        .notCopied,
        "the answer is \(text.utf8.count) bytes as \(format.name), and a terminal takes "
          + "\(Clipboard.mostBytes) at most: nothing was copied",
        "fewer rows: first 100", otherwise)
    }
    output.write(sequence)
    tellCopied(text, as: format, clipboard)
    return .success
  }

  /// Remembers how to give every row of a list of which only some were made.
  func rememberWhole(_ query: BoundQuery, of data: Workspace?) {
    guard let data, options.isInteractive, lastAnswer?.isList(cutAfter: settings.rows) == true
    else { return }
    wholeQuestion = (query, data)
  }

  /// The last answer with every row.
  private func wholeAnswer() throws(QueryCancelled) -> Answer? {
    guard let (query, data) = wholeQuestion else { return lastAnswer }
    return try executor(data).answer(query)
  }

  /// No terminal says whether it took the text: who finds nothing to paste is told why, once.
  private func tellCopied(_ text: String, as format: OutputFormat, _ clipboard: Clipboard) {
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    var message =
      "copied as \(format.name): \(lines) \(lines == 1 ? "line" : "lines")"
    if !hasToldOfClipboard { message += "\n" + clipboard.condition }
    hasToldOfClipboard = true
    errors.write(message.split(separator: "\n").map { paragraph(String($0)) + "\n" }.joined())
  }
}

extension Answer {
  /// Whether it is a list of which only the first rows were made.
  ///
  /// - Parameter limit: The most rows that were made; `nil` for all.
  func isList(cutAfter limit: Int?) -> Bool {
    guard let limit, case .table(let table) = body, table.isListing else { return false }
    return table.rows.count >= limit && table.totalRowCount > limit
  }
}
