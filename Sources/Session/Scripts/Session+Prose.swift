internal import Diagnostics
internal import Language
internal import Rendering
internal import Scripts

extension Session {
  func run(_ pieces: [ProsePiece], of script: ParsedScript) -> ExitStatus {
    var status = ExitStatus.success
    var found: [ScriptRecord.Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let words): found.append(.text(words))
      case .statement(let span):
        let (value, outcome) = inline(span, of: script.document)
        found.append(value)
        status.worsen(to: outcome)
      }
    }
    show(.prose(found))
    return status
  }

  /// The answer to a statement in a line, or its own text where it has none.
  private func inline(
    _ span: Span, of document: ScriptDocument
  ) -> (piece: ScriptRecord.Piece, status: ExitStatus) {
    let source = document.alone(span)
    let (shown, keptRecord) = (output, record)
    (output, record, lastAnswer) = (MemorySink(), nil, nil)
    var status = ExitStatus.success
    for parsed in Parser.parse(source) { status.worsen(to: run(parsed, of: source).status) }
    (output, record) = (shown, keptRecord)
    let own = ScriptRecord.Piece.text("{{\(source.text(span))}}")
    guard let answer = lastAnswer else { return (own, status) }
    if let text = InlineText.of(answer) {
      statementPlace = Self.place(of: span, in: source)
      return (.value(text, found(answer)), status)
    }
    report(
      [
        Diagnostic(
          .scriptLayout, "the answer to this has several rows, and a line has room for one value",
          at: span, notes: ["a statement on a line of its own shows a table"])
      ], of: source, statement: nil)
    return (own, .mistake)
  }
}
