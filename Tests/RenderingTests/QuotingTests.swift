import Execution
import Rendering
import Testing

private func write(_ values: [AnswerValue], as format: OutputFormat) -> String {
  let columns = values.indices.map { AnswerColumn("c\($0)", .text) }
  return Renderer.render(
    Answer(statement: "", body: .table(AnswerTable(columns: columns, rows: [values]))), as: format)
}

@Test func `CSV quotes only what needs it`() {
  #expect(
    write([.text("a,b"), .text("say \"x\""), .text("a\r\nb"), .text(" c "), .text("ok")], as: .csv)
      == "c0,c1,c2,c3,c4\n\"a,b\",\"say \"\"x\"\"\",\"a\r\nb\", c ,ok\n")
}

@Test func `a missing value alone in its line is not an empty line`() {
  #expect(write([.missing(reason: nil)], as: .csv) == "c0\n\"\"\n")
  #expect(write([.missing(reason: nil), .text("")], as: .csv) == "c0,c1\n,\"\"\n")
}

@Test func `TSV escapes what would break a line`() {
  #expect(
    write([.text("a\tb"), .text("a\r\nb"), .text("c:\\new")], as: .tsv)
      == "c0\tc1\tc2\na\\tb\ta\\r\\nb\tc:\\\\new\n")
}

@Test func `JSON escapes control characters and line separators`() {
  #expect(
    write([.text("\"\\\u{0}\u{1F}\n\t\u{2028}é👩‍👧")], as: .jsonLines)
      == #"{"c0": "\"\\\u0000\u001f\n\t\u2028é👩‍👧"}"# + "\n")
}

@Test func `JSON has no number for what is not one`() {
  #expect(
    write([.number(.nan), .number(.infinity), .number(2), .number(0.1)], as: .jsonLines)
      == #"{"c0": null, "c1": null, "c2": 2, "c3": 0.1}"# + "\n")
}

@Test func `columns of one name stay apart`() {
  let answer = Answer(
    statement: "",
    body: .table(
      AnswerTable(
        columns: [
          AnswerColumn("age", .integer), AnswerColumn("age_2", .integer),
          AnswerColumn("age", .integer),
        ], rows: [[.integer(1), .integer(2), .integer(3)]])))
  #expect(
    Renderer.render(answer, as: .jsonLines) == #"{"age": 1, "age_2": 2, "age_3": 3}"# + "\n")
}

@Test(arguments: [
  ("a|b", #"a\|b"#), (#"a\|b"#, #"a\\\|b"#), ("<b>", #"\<b>"#), ("<0.1%", "<0.1%"),
  ("months_to_complete", "months_to_complete"), ("_x_", #"\_x\_"#), ("*", #"\*"#),
])
func `Markdown signs in data are escaped`(text: String, escaped: String) {
  let lines = write([.text(text)], as: .markdown).split(separator: "\n")
  #expect(lines[2].contains("| \(escaped) "))
}
