import Diagnostics
import Testing
import TextLayout

/// The span of the first place where some words stand.
private func span(_ words: String, in text: String) -> Span {
  let bytes = Array(text.utf8)
  let wanted = Array(words.utf8)
  for start in bytes.indices where bytes[start...].starts(with: wanted) {
    return Span(start, start + wanted.count)
  }
  Issue.record("\(words) is not in \(text)")
  return Span(0, 0)
}

private let query = #"count children where status = "CP paln" and died"#

private func unknownValue(in text: String = query) -> Diagnostic {
  let words = span(#""CP paln""#, in: text)
  return Diagnostic(
    .unknownValue, #"status has no value "CP paln""#, at: words,
    notes: [#"nearest: "CP plan" (49 children). All values: values status"#],
    edits: [Diagnostic.Edit(words, #""CP plan""#)])
}

@Test func `a mistake shows its line, a mark, what is near and the corrected query`() {
  #expect(
    DiagnosticRenderer().render([unknownValue()], of: SourceText(query)) == """
      error[unknown-value]: status has no value "CP paln"
        count children where status = "CP paln" and died
                                      ^~~~~~~~~
        nearest: "CP plan" (49 children). All values: values status
        try: count children where status = "CP plan" and died

      """)
}

@Test func `several mistakes give one corrected query, in source order`() {
  let text = "count childs where dide"
  let entity = span("childs", in: text)
  let field = span("dide", in: text)
  let diagnostics = [
    Diagnostic(
      .unknownField, "children have no field `dide`", at: field, notes: ["nearest: died"],
      edits: [Diagnostic.Edit(field, "died")]),
    Diagnostic(
      .unknownEntity, "there is no table `childs`", at: entity, notes: ["nearest: children"],
      edits: [Diagnostic.Edit(entity, "children")]),
  ]
  #expect(
    DiagnosticRenderer().render(diagnostics + diagnostics, of: SourceText(text)) == """
      error[unknown-entity]: there is no table `childs`
        count childs where dide
              ^~~~~~
        nearest: children
      error[unknown-field]: children have no field `dide`
        count childs where dide
                           ^~~~
        nearest: died
        try: count children where died

      """)
}

@Test func `in batch the place comes first, and only the statement is corrected`() {
  let text = "count reviews\n\n\(query)\n  and known\ncount reviews\n"
  let statement = Span(15, 15 + query.utf8.count + 12)
  let rendered = DiagnosticRenderer(form: .batch).render(
    [unknownValue(in: text)], of: SourceText(text, name: "report.enq"), statement: statement)
  #expect(
    rendered == """
      report.enq:3:31: error[unknown-value]: status has no value "CP paln"
        count children where status = "CP paln" and died
                                      ^~~~~~~~~
        nearest: "CP plan" (49 children). All values: values status
        try: count children where status = "CP plan" and died
               and known

      """)
}

@Test func `an edit outside the statement, or one that changes nothing, is not offered`() {
  let source = SourceText("count a; count b")
  let other = Diagnostic(
    .syntax, "x", at: Span(9, 14), edits: [Diagnostic.Edit(Span(0, 5), "list")])
  #expect(
    Diagnostic.correctedStatement([other], of: source, statement: Span(9, 16)) == nil)
  let idle = Diagnostic(
    .syntax, "x", at: Span(0, 5), edits: [Diagnostic.Edit(Span(0, 5), "count")])
  #expect(Diagnostic.correctedStatement([idle], of: source) == nil)
  #expect(Diagnostic.correctedStatement([], of: source) == nil)
}

@Test func `one insertion asked for twice is made once`() {
  let edits = [Diagnostic.Edit(Span(6, 6), "any ")]
  let diagnostics = [
    Diagnostic(.syntax, "a", at: Span(0, 1), edits: edits),
    Diagnostic(.syntax, "b", at: Span(2, 3), edits: edits),
  ]
  #expect(
    Diagnostic.correctedStatement(diagnostics, of: SourceText("count child")) == "count any child")
}

@Test func `what is missing at the end is marked after it`() {
  let text = "count children where"
  let end = Span(text.utf8.count, text.utf8.count)
  #expect(
    DiagnosticRenderer().render(
      [Diagnostic(.syntax, "a condition is missing", at: end)], of: SourceText(text + "\r\n"))
        == """
        error[syntax]: a condition is missing
          count children where
                              ^

        """)
}

@Test func `a span over lines marks its first, and tabs are spaces`() {
  let text = "count\tchildren (\n  died"
  #expect(
    DiagnosticRenderer().render(
      [
        Diagnostic(
          .syntax, "the bracket is never closed", at: Span(15, 23), severity: .warning)
      ], of: SourceText(text)) == """
        warning[syntax]: the bracket is never closed
          count   children (
                           ^

        """)
}

@Test func `a source that steers the terminal is shown in pictures`() {
  let text = "count \u{1B}[2Jchildren"
  let rendered = DiagnosticRenderer().render(
    [
      Diagnostic(
        .unexpectedCharacter, "a \u{7}", at: Span(6, 7), notes: ["b \u{202E}"],
        edits: [Diagnostic.Edit(Span(7, 7), " ")])
    ], of: SourceText(text))
  #expect(
    rendered == """
      error[unexpected-character]: a ␇
        count ␛[2Jchildren
              ^
        b �
        try: count ␛ [2Jchildren

      """)
}

@Test func `a long line is cut at blanks around the mark`() {
  let before = "count children where died and known and cin and "
  let text = before + "statsu = \"CP plan\" and age < 6 months and review.grade = \"good\""
  let at = span("statsu", in: text)
  let rendered = DiagnosticRenderer(width: 44).render(
    [Diagnostic(.unknownField, "no field `statsu`", at: at)], of: SourceText(text))
  #expect(
    rendered == """
      error[unknown-field]: no field `statsu`
        …and cin and statsu = "CP plan" and…
                     ^~~~~~

      """)
}

@Test func `every mark stands under its words, whatever the width`() {
  let text = "count   children where status = \"CP paln\" and (died or known) and age < 6 months"
  let bytes = Array(text.utf8)
  for width in 1...100 {
    for start in stride(from: 0, through: bytes.count, by: 3) {
      for length in [0, 1, 7, 40] {
        let span = Span(start, min(bytes.count, start + length))
        let lines = DiagnosticRenderer(width: width).render(
          [Diagnostic(.syntax, "x", at: span)], of: SourceText(text)
        ).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 4 else {
          Issue.record("\(lines.count) lines at \(width), \(span)")
          return
        }
        let mark = lines[2].drop { $0 == " " }
        let column = lines[2].count - mark.count
        let marked = String(lines[1].dropFirst(column).prefix(mark.count))
        let words = SourceText(text).text(Span(start, max(span.end, start + 1)))
        // Words wider than the window are marked as far as they are shown.
        #expect(words.hasPrefix(marked), "\(width), \(span): \(lines)")
        #expect(mark.count == max(1, marked.count), "\(width), \(span): \(lines)")
        #expect(lines[1].count <= max(width, 22), "\(width), \(span): \(lines)")
        #expect(lines[2].count <= max(width, 22), "\(width), \(span): \(lines)")
        if !words.isEmpty { #expect(!marked.isEmpty) }
      }
    }
  }
}

@Test func `notes are broken at the width`() {
  #expect(
    DiagnosticRenderer(width: 30).render(
      [
        Diagnostic(
          .unknownField, "x", at: Span(0, 1),
          notes: ["fields of children: age, cin, died, known, status"])
      ], of: SourceText("a")) == """
        error[unknown-field]: x
          a
          ^
          fields of children: age,
            cin, died, known, status

        """)
}

@Test func `spans outside the text do no harm`() {
  for span in [Span(0, 99), Span(99, 99), Span(50, 99)] {
    for text in ["", "a", "a\n"] {
      let diagnostic = Diagnostic(.syntax, "x", at: span, edits: [Diagnostic.Edit(span, "b")])
      #expect(!DiagnosticRenderer().render([diagnostic], of: SourceText(text)).isEmpty)
      #expect(!DiagnosticRenderer.json([diagnostic], of: SourceText(text)).isEmpty)
    }
  }
  #expect(DiagnosticRenderer().render([], of: SourceText("a")) == "")
}

@Test func `JSON has a line for each mistake and the same keys always`() {
  let text = "count reviews\n\(query)"
  let source = SourceText(text, name: DiagnosticRenderer.standardInputName)
  #expect(
    DiagnosticRenderer.json(
      [unknownValue(in: text)], of: source, statement: Span(14, text.utf8.count)) == #"""
        {"severity": "error", "code": "unknown-value", "message": "status has no value \"CP paln\"", "file": "<stdin>", "line": 2, "column": 31, "endLine": 2, "endColumn": 40, "text": "\"CP paln\"", "notes": ["nearest: \"CP plan\" (49 children). All values: values status"], "try": "count children where status = \"CP plan\" and died"}

        """#)
  #expect(
    DiagnosticRenderer.json(
      [Diagnostic(.syntax, "a\u{1}\u{2028}\\", at: Span(0, 0), severity: .note)],
      of: SourceText("é")) == #"""
        {"severity": "note", "code": "syntax", "message": "a\u0001\u2028\\", "file": null, "line": 1, "column": 1, "endLine": 1, "endColumn": 1, "text": "", "notes": [], "try": null}

        """#)
}
