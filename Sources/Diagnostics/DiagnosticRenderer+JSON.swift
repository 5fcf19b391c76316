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
        ("severity", quoted(diagnostic.severity.rawValue)),
        ("code", quoted(diagnostic.code.rawValue)),
        ("message", quoted(diagnostic.message)),
        ("file", source.name.map(quoted) ?? "null"),
        ("line", String(start.line)), ("column", String(start.column)),
        ("endLine", String(end.line)), ("endColumn", String(end.column)),
        ("text", quoted(source.text(diagnostic.span))),
        ("notes", "[" + diagnostic.notes.map(quoted).joined(separator: ", ") + "]"),
        ("try", corrected.map(quoted) ?? "null"),
      ]
      out += "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}\n"
    }
    return out
  }

  /// A text as a JSON string.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
