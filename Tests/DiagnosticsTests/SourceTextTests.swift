import Diagnostics
import Testing

@Test(arguments: [
  "", "\n", "a", "a\n", "count children\n  where died\n\nlist reviews", "é🙂\r\nx👩‍👧y\r\n",
  "\r\n\r\n", "one\rtwo\nthree",
])
func `positions agree with counting characters`(text: String) {
  let source = SourceText(text)
  #expect(source.text == text)
  // By scalar, because a carriage return and a newline together are one character.
  var line = 1
  var offset = 0
  var before = ""
  for scalar in text.unicodeScalars {
    #expect(
      source.position(of: offset) == SourceText("").position(line, before.count + 1),
      "offset \(offset)")
    offset += String(scalar).utf8.count
    if scalar == "\n" {
      line += 1
      before = ""
    } else {
      before.unicodeScalars.append(scalar)
    }
  }
  #expect(source.position(of: offset) == SourceText("").position(line, before.count + 1))
  #expect(source.position(of: offset + 100) == source.position(of: offset))
  #expect(source.position(of: -5) == source.position(of: 0))
}

extension SourceText {
  /// A position, made from one that exists because positions have no public initialiser.
  fileprivate func position(_ line: Int, _ column: Int) -> Position {
    var position = self.position(of: 0)
    position.line = line
    position.column = column
    return position
  }
}

@Test func `lines come without their ends`() {
  let source = SourceText("a\r\nbc\n\nd")
  #expect((1...5).map { source.text(source.lineSpan($0)) } == ["a", "bc", "", "d", ""])
  #expect(source.lineSpan(0) == Span(8, 8))
  #expect(SourceText("a\n").lineSpan(2) == Span(2, 2))
  #expect(SourceText("").lineSpan(1) == Span(0, 0))
}

@Test func `a span outside the text is brought inside`() {
  let source = SourceText("count")
  #expect(source.text(Span(0, 99)) == "count")
  #expect(source.text(Span(3, 99)) == "nt")
  #expect(source.text(Span(99, 120)) == "")
  #expect(Span(5, 2) == Span(5, 5))
  #expect(Span(-3, -1) == Span(0, 0))
  #expect(Span(2, 4).union(Span(7, 9)) == Span(2, 9))
  #expect(Span(2, 4).length == 2)
}

@Test func `edits that overlap are made once`() {
  let source = SourceText("count childs")
  #expect(
    Diagnostic.corrected(
      source,
      edits: [
        Diagnostic.Edit(Span(6, 12), "children"), Diagnostic.Edit(Span(0, 5), "list"),
        Diagnostic.Edit(Span(8, 10), "xx"), Diagnostic.Edit(Span(12, 99), "never"),
        Diagnostic.Edit(Span(12, 12), " where died"),
      ]) == "list children where died")
  #expect(Diagnostic.corrected(source, edits: []) == nil)
}
