import Execution
import Rendering
import Testing
import TextLayout

private func table(_ answer: Answer, width: Int?) -> String {
  Renderer.render(answer, as: .table, options: RenderOptions(width: width))
}

private let prose =
  "Ethnicity in the codes of the children in need census. Refused and not yet obtained are two "
  + "kinds of missing."

/// What `describe` gives: no base, because nothing was counted.
private func description(_ rows: [(String, String)]) -> Answer {
  Answer(
    statement: "describe children", unit: "children", unitSingular: "child",
    body: .table(
      AnswerTable(
        columns: [
          AnswerColumn("field", .text), AnswerColumn("recorded", .integer),
          AnswerColumn("missing", .integer), AnswerColumn("description", .text),
        ], rows: rows.map { [.text($0.0), .integer(173), .integer(21), .text($0.1)] })))
}

private func documents(_ count: Int, words: Int) -> Answer {
  Samples.children(
    "list narratives",
    .table(
      AnswerTable(
        columns: [AnswerColumn("id", .text), AnswerColumn("text", .text)],
        rows: (1...count).map { number in
          [
            .text("N\(number)"),
            .text((1...words).map { "word\($0)" }.joined(separator: " ") + " end\(number)"),
          ]
        }, isListing: true)),
    Base(total: count, counted: count, undecided: 0))
}

@Test func `long text stands on several lines, the further ones moved in`() {
  #expect(
    table(description([("id", "The child's code."), ("ethnicity", prose)]), width: 60) == """
      field      recorded  missing  description
      ─────────  ────────  ───────  ──────────────────────────────
      id              173       21  The child's code.

      ethnicity       173       21  Ethnicity in the codes of the
                                      children in need census.
                                      Refused and not yet obtained
                                      are two kinds of missing.

      """)
}

@Test func `short rows stand close, and a key that runs on does not look like a row`() {
  let rows = [
    ("age", "In months."), ("months_to_complete_overview_report", "Whole months."),
    ("died", "Yes or no."),
  ]
  #expect(
    table(description(rows), width: 50) == """
      field             recorded  missing  description
      ────────────────  ────────  ───────  ─────────────
      age                    173       21  In months.
      months_to_             173       21  Whole months.
        complete_
        overview_
        report
      died                   173       21  Yes or no.

      """)
}

@Test func `a description without room is named, and only the window can help`() {
  #expect(
    table(description([("ethnicity", prose)]), width: 40) == """
      field      recorded  missing
      ─────────  ────────  ───────
      ethnicity       173       21
      1 column has no room: description;
        widen the window

      """)
}

@Test func `without a window prose is broken at a hundred columns and no column is hidden`() {
  let text = table(description([("ethnicity", prose)]), width: nil)
  let widest = text.split(separator: "\n").map { displayWidth($0) }.max()
  #expect(widest == 100)
  #expect(
    text == """
      field      recorded  missing  description
      ─────────  ────────  ───────  ──────────────────────────────────────────────────────────────────────
      ethnicity       173       21  Ethnicity in the codes of the children in need census. Refused and not
                                      yet obtained are two kinds of missing.

      """)
  let wide = Answer(
    statement: "list x",
    body: .table(
      AnswerTable(
        columns: (0..<12).map { AnswerColumn("column \($0)", .text) },
        rows: [(0..<12).map { .text("value of some length \($0)") }])))
  let lines = table(wide, width: nil).split(separator: "\n")
  #expect(lines.count == 3)
  #expect((0..<12).allSatisfy { lines[2].contains("value of some length \($0)") })
}

@Test func `a short list of documents shows them whole, a long one says where it stopped`() {
  let short = table(documents(5, words: 200), width: 60)
  #expect((1...5).allSatisfy { short.contains("end\($0)") })
  #expect(!short.contains("…"))
  let long = table(documents(6, words: 200), width: 60)
  #expect(!long.contains("end1"))
  #expect(
    long.contains(
      """
      text cut at … in text; for the whole of it list at most 5
        rows, or `as csv into "file.csv"`
      """))
  #expect((1...6).allSatisfy { table(documents(6, words: 200), width: nil).contains("end\($0)") })
}

@Test(arguments: [20, 40, 80, 200])
func `wrapped text loses no word`(width: Int) {
  let words = prose.split(separator: " ")
  let answer = Answer(
    statement: "x",
    body: .table(AnswerTable(columns: [AnswerColumn("text", .text)], rows: [[.text(prose)]])))
  let text = table(answer, width: width)
  #expect(text.split { $0 == " " || $0 == "\n" }.dropFirst(2) == words[...])
  #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= width })
}

@Test func `a crosstab's long key runs on beside its percentages`() {
  let answer = Samples.children(
    "tabulate children by status, died with row %",
    .crosstab(
      Crosstab(
        rowDimension: "status", columnDimension: "died",
        rowKeys: [.text("Not known to any services"), .text("Known")],
        columnKeys: [.boolean(true), .boolean(false)], counts: [[48, 27], [11, 18]],
        percentages: [.row], includesMissing: false)))
  #expect(
    table(answer, width: 42).hasPrefix(
      """
                             died
      status                   yes     no
      ──────────────  ─────  ─────  ─────
      Not known to    n         48     27
        any services  row %  64.0%  36.0%
      Known           n         11     18
                      row %  37.9%  62.1%
      ──────────────  ─────  ─────  ─────
      total           n         59     45
                      row %  56.7%  43.3%

      """))
}

@Test func `wide letters and marks stay in their columns`() {
  let rows: [[AnswerValue]] = [
    [.text("漢字かな"), .integer(1)], [.text("e\u{301}te\u{301}"), .integer(22)],
    [.text("a\u{1B}[31m"), .integer(333)], [.text("x\r\ny\tz"), .integer(4)],
    [.text("👩‍👧 two"), .integer(5)], [.text("\u{202E}abc"), .integer(6)],
  ]
  let answer = Answer(
    statement: "x",
    body: .table(
      AnswerTable(columns: [AnswerColumn("t", .text), AnswerColumn("n", .integer)], rows: rows)))
  for width in [20, 40, nil] {
    let lines = table(answer, width: width).split(separator: "\n")
    #expect(Set(lines.dropFirst().map { displayWidth($0) }).count == 1, "\(lines)")
  }
}
