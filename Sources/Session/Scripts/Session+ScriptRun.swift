internal import Diagnostics
internal import Language
internal import Rendering
internal import Scripts
internal import TextLayout

extension Session {
  /// Runs what stands in a range of a script, in order.
  ///
  /// - Returns: The gravest outcome, and whether a statement ended the run.
  func run(_ script: ParsedScript, in span: Span) -> (status: ExitStatus, ends: Bool) {
    var status = ExitStatus.success
    for step in script.steps(in: span) {
      let outcome: (status: ExitStatus, ends: Bool)
      switch step {
      case .run(let statement):
        lastAnswer = nil
        let result = run(statement, of: script.document.statements)
        // Without its parameters a script means something else.
        let isParameter = if case .parameter? = statement.statement?.kind { true } else { false }
        outcome = (
          result.status,
          result.quits || result.status == .interrupted || isParameter && result.status != .success
        )
      case .part(let part): outcome = run(part, of: script)
      }
      status.worsen(to: outcome.status)
      if outcome.ends { return (status, true) }
    }
    return (status, false)
  }

  private func run(
    _ part: ScriptPart, of script: ParsedScript
  ) -> (status: ExitStatus, ends: Bool) {
    switch part.kind {
    case .heading(let level, let text):
      show(.heading(level: level, text: text))
      return (.success, false)
    case .prose(let pieces):
      return (run(pieces, of: script), false)
    case .table(let lines):
      return (check(lines, at: part.span, of: script.document), false)
    case .loop(let loop):
      return run(loop, of: script)
    }
  }

  /// Shows a heading or a paragraph; programs that read the output get none.
  func show(_ entry: ScriptRecord.Entry) {
    record?.add(entry)
    guard !settings.format.isForPrograms else { return }
    switch entry {
    case .heading(let level, let text):
      output.write((level > 2 ? "" : "\n") + palette.paint(text, .heading) + "\n\n")
    case .prose(let pieces):
      let words = pieces.map { piece in
        switch piece {
        case .text(let text), .value(let text, _): text
        }
      }
      output.write(paragraph(words.joined()) + "\n\n")
    case .answer, .code, .check, .warning, .opened: break
    }
  }
}
