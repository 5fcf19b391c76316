internal import TextLayout

extension DiagnosticRenderer {
  /// The diagnostics of one statement as JSON, one object a line, for `--errors json`.
  ///
  /// Keys in this order: severity, code, message, file (`null` at the prompt), line, column,
  /// endLine, endColumn (the end is the place after the last character; all from 1, columns in
  /// characters), text (the words at fault), notes, try (the whole corrected statement or `null`).
  ///
  /// - Parameters:
  ///   - diagnostics: What is wrong; a repeated one is written once.
  ///   - source: The text the spans speak of.
  ///   - statement: The statement's part of the source; `nil` for all of it.
  public static func json(
    _ diagnostics: [Diagnostic], of source: SourceText, statement: Span? = nil
  ) -> String {
    let corrected = Diagnostic.correctedStatement(diagnostics, of: source, statement: statement)
    var out = ""
    for diagnostic in Diagnostic.inOrder(diagnostics) {
      let start = source.position(of: diagnostic.span.start)
      let end = source.position(of: diagnostic.span.end)
      let members = [
        ("severity", JSONText.string(diagnostic.severity.rawValue)),
        ("code", JSONText.string(diagnostic.code.rawValue)),
        ("message", JSONText.string(diagnostic.message)),
        ("file", source.name.map(JSONText.string) ?? "null"),
        ("line", String(start.line)), ("column", String(start.column)),
        ("endLine", String(end.line)), ("endColumn", String(end.column)),
        ("text", JSONText.string(source.text(diagnostic.span))),
        ("notes", "[" + diagnostic.notes.map(JSONText.string).joined(separator: ", ") + "]"),
        ("try", corrected.map(JSONText.string) ?? "null"),
      ]
      out += JSONText.object(members) + "\n"
    }
    return out
  }
}
