import Diagnostics
import Foundation
import Testing
import TextLayout

/// The lines of one diagnostic whose marked words are between `«` and `»`.
private func lines(_ marked: String, width: Int? = nil, notes: [String] = []) -> [String] {
  let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
  let rest = parts.dropFirst().joined().split(separator: "»", omittingEmptySubsequences: false)
  let start = parts[0].utf8.count
  let span = Span(start, start + (rest.first?.utf8.count ?? 0))
  let source = SourceText(parts[0] + rest.joined())
  return DiagnosticRenderer(width: width).render(
    [Diagnostic(.syntax, "x", at: span, notes: notes)], of: source
  ).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

@Test(arguments: [
  // Each wide character takes two columns, a combining mark none.
  ("漢字 «died»", "  漢字 died", "       ^~~~"),
  ("«漢字» died", "  漢字 died", "  ^~~~"),
  ("e\u{301}te\u{301} «x»", "  e\u{301}te\u{301} x", "      ^"),
  ("👩‍👧 «x y» z", "  👩‍👧 x y z", "     ^~~"),
  ("\t«x»", "      x", "      ^"),
  ("ab\t«x»\ty", "  ab  x   y", "      ^"),
  ("a\u{7}«b»", "  a␇b", "    ^"),
])
func `the mark stands under the words as a terminal draws them`(
  marked: String, text: String, mark: String
) {
  let lines = lines(marked)
  #expect(lines[1] == text)
  #expect(lines[2] == mark)
}

@Test func `of several lines the one with the words is shown`() {
  #expect(
    lines("count children\n  where «dide»\n  and known")[1...2] == [
      "    where dide", "          ^~~~",
    ])
  #expect(
    lines("count children\r\n  where «dide»\r\n")[1...2] == ["    where dide", "          ^~~~"])
  #expect(lines("count children\n\n«»")[1...2] == ["  ", "  ^"])
  #expect(lines("«»")[1...2] == ["  ", "  ^"])
}

@Test(arguments: [20, 40, 80])
func `no line is wider than the window`(width: Int) {
  let statement =
    "count children where «statsu» = \"CP plan\" and review.grade in (\"good\", \"outstanding\")"
  let fields = (1...30).map { "field_\($0)" }.joined(separator: ", ")
  for line in lines(statement, width: width, notes: ["fields of children: " + fields]) {
    // An excerpt keeps room for a mark and a word on each side.
    #expect(displayWidth(line) <= max(width, 22), "\(line)")
  }
  let long = Diagnostic(
    .unknownValue, "status has no value \"a\" and is compared with words that go on and on and on",
    at: Span(0, 5))
  let source = SourceText("count a", name: "report.enq")
  let lines = DiagnosticRenderer(width: width).render([long], of: source).split(separator: "\n")
  // The first word stays beside the code.
  #expect(displayWidth(lines[0]) <= max(width, 28))
  #expect(lines.dropFirst().allSatisfy { displayWidth($0) <= max(width, 22) }, "\(lines)")
  #expect(lines.joined(separator: " ").contains("on and on"))
  // In batch a message is one line, which editors and build logs follow.
  let batch = DiagnosticRenderer(form: .batch, width: width).render([long], of: source)
  #expect(batch.hasPrefix("report.enq:1:1: error[unknown-value]: \(long.message)\n"))
}

@Test func `the corrected statement keeps its lines and their indentation`() {
  let text = "tabulate childs by age\n  bands (0, 1)\n  with rwo %"
  let bytes = Array(text.utf8)
  let diagnostics = [
    Diagnostic(.unknownEntity, "a", at: Span(9, 15), edits: [.init(Span(9, 15), "children")]),
    Diagnostic(
      .syntax, "b", at: Span(bytes.count - 5, bytes.count - 2),
      edits: [.init(Span(bytes.count - 5, bytes.count - 2), "row")]),
  ]
  #expect(
    DiagnosticRenderer().render(diagnostics, of: SourceText(text)).hasSuffix(
      """
        try: tabulate children by age
               bands (0, 1)
               with row %

      """))
}

@Test func `of two edits that overlap the first is made`() {
  let edits = [
    Diagnostic.Edit(Span(6, 12), "children"), Diagnostic.Edit(Span(6, 9), "kids"),
    Diagnostic.Edit(Span(10, 14), "x"),
  ]
  let diagnostics = edits.map { Diagnostic(.syntax, "a", at: $0.span, edits: [$0]) }
  #expect(
    Diagnostic.correctedStatement(diagnostics, of: SourceText("count childs now"))
      == "count children now")
}

@Test func `every line of JSON can be read and holds what is promised`() throws {
  let text = "count é\n  wher «\u{9B}"
  let diagnostics = [
    Diagnostic(
      .syntax, "\"where\"\n\u{1B}", at: Span(11, 15), severity: .warning, notes: ["a", "b\\"],
      edits: [.init(Span(11, 15), "where")]),
    Diagnostic(.unexpectedCharacter, "c", at: Span(16, 18), severity: .note),
  ]
  let json = DiagnosticRenderer.json(diagnostics, of: SourceText(text, name: "a \"b\".enq"))
  let lines = json.split(separator: "\n")
  #expect(lines.count == 2)
  #expect(
    json.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  let objects = try lines.map {
    try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
  }
  let keys: Set = [
    "severity", "code", "message", "file", "line", "column", "endLine", "endColumn", "text",
    "notes", "try",
  ]
  #expect(objects.allSatisfy { Set($0.keys) == keys })
  let first = objects[0]
  #expect(first["severity"] as? String == "warning")
  #expect(first["code"] as? String == "syntax")
  #expect(first["message"] as? String == "\"where\"\n\u{1B}")
  #expect(first["file"] as? String == "a \"b\".enq")
  #expect(first["line"] as? Int == 2)
  #expect(first["column"] as? Int == 3)
  #expect(first["endColumn"] as? Int == 7)
  #expect(first["text"] as? String == "wher")
  #expect(first["notes"] as? [String] == ["a", "b\\"])
  #expect(first["try"] as? String == "count é\n  where «\u{9B}")
  #expect(objects[1]["text"] as? String == "«")
}

@Test(arguments: [
  ("CP paln", ["CP plan", "Child in need", "Known"], "CP plan"),
  ("childs", ["reviews", "children", "lscbs"], "children"),
  ("rewiews", ["reviews", "children"], "reviews"), ("agee", ["age", "agency"], "age"),
])
func `what was meant is found`(typed: String, names: [String], meant: String) {
  #expect(NearestName.nearest(to: typed, among: names).first == meant)
}

@Test func `a short word does not match everything`() {
  let names = ["age", "cin", "id", "sex", "dob", "died"]
  #expect(NearestName.nearest(to: "xyz", among: names) == [])
  #expect(NearestName.nearest(to: "ag", among: names) == ["age"])
  #expect(NearestName.nearest(to: "cni", among: names) == ["cin"])
  #expect(NearestName.nearest(to: "dog", among: names) == ["dob"])
}
