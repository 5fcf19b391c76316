extension DiagnosticRenderer {
  /// The diagnostics of one statement for tools: one JSON object a line.
  ///
  /// Each has `severity`, `code`, `message`, `file`, `line`, `column`, `endLine`, `endColumn`,
  /// `text` (the words at fault), `notes` and `try` (the corrected statement, or null).
  public static func json(
    _ diagnostics: [Diagnostic], source: SourceText, statement: Span
  ) -> String {
    let corrected = corrected(diagnostics, source, statement)
    return diagnostics.map { diagnostic in
      let start = source.position(of: diagnostic.span.start)
      let end = source.position(of: diagnostic.span.end)
      let members = [
        ("severity", string(diagnostic.severity.rawValue)),
        ("code", string(diagnostic.code.rawValue)), ("message", string(diagnostic.message)),
        ("file", source.name.map { string($0) } ?? "null"),
        ("line", "\(start.line)"), ("column", "\(start.column)"),
        ("endLine", "\(end.line)"), ("endColumn", "\(end.column)"),
        ("text", string(source.text(diagnostic.span))),
        ("notes", "[" + diagnostic.notes.map { string($0) }.joined(separator: ",") + "]"),
        ("try", corrected.map { string($0) } ?? "null"),
      ]
      return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
    }.joined()
  }

  /// A JSON string (RFC 8259, section 7).
  private static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
