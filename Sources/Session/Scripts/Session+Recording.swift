internal import Diagnostics
internal import Execution

extension Session {
  /// Where a statement stands, as `file:line`.
  static func place(of span: Span, in source: SourceText) -> String {
    "\(source.name ?? "<prompt>"):\(source.position(of: span.start).line)"
  }

  /// An answer with where it was asked for.
  func found(_ answer: Answer) -> ScriptRecord.Found {
    ScriptRecord.Found(
      answer: answer, place: statementPlace, loop: loopPlace.joined(separator: ", "))
  }
}
