import Execution
import Rendering
import Testing
import TextLayout

private func table(_ answer: Answer, width: Int?, maxRows: Int? = nil) -> String {
  Renderer.render(
    answer, as: .table, options: RenderOptions(width: width, maxRows: maxRows))
}

@Test(arguments: 20...130)
func `no line is wider than the window, and nothing is lost in silence`(width: Int) {
  for sample in Samples.all {
    let text = table(sample.answer, width: width)
    // Below this a key, the name of a percentage and one title have no room side by side.
    let isTooNarrow = sample.name == "crosstab" && width < 26
    for line in text.split(separator: "\n") {
      #expect(displayWidth(line) <= width || isTooNarrow, "\(sample.name): \(line)")
      #expect(line.last != " ", "\(sample.name): a space at the end of \(line)")
    }
    let hasCut = text.contains("…")
    #expect(hasCut == text.contains("text cut"), "\(sample.name) at \(width)")
  }
}

@Test(arguments: 1...30)
func `a window too narrow for anything still shows every number of a crosstab`(width: Int) {
  let text = table(Samples.crosstab, width: width)
  for number in ["1999", "2030", ">99.9%", "<0.1%", "98.5%"] { #expect(text.contains(number)) }
}

@Test(arguments: 30...110)
func `every column of a list is shown or named as hidden`(width: Int) {
  let text = table(Samples.list, width: width)
  for name in ["id", "age", "weight", "born", "died", "needs", "share", "summary"] {
    #expect(text.contains(name), "\(name) at \(width)")
  }
}

@Test func `columns that do not fit are named with the ways to see them`() {
  #expect(
    table(Samples.list, width: 60) == """
      id    age   weight  born        died  needs      share
      ────  ───  ───────  ──────────  ────  ─────────  ─────
      C001    3  12.5000  2006-07-14  yes   MOB; HAND  34.4%
      C002    -   3.0000  -           no                   -
      Zoë    11   3.3333  1998-01-02  -     -          <0.1%
      3 of 35 rows shown; for all: `as csv into "file.csv"`
      1 column has no room: summary; widen the window, or choose
        columns with `show`, or `as csv into "file.csv"`
      - is not recorded
      35 children (of 144 with died recorded; 50 not recorded)

      """)
}

@Test func `a crosstab too wide stands in pieces that repeat the row keys`() {
  let columns = (0..<6).map { AnswerValue.text("category number \($0)") }
  let answer = Samples.children(
    "tabulate children by status, area",
    .crosstab(
      Crosstab(
        rowDimension: "status", columnDimension: "area", rowKeys: [.text("CP plan")],
        columnKeys: columns, counts: [[1, 22, 333, 4444, 5, 6]], percentages: [],
        includesMissing: false)))
  #expect(
    table(answer, width: 40) == """
               area
               category  category  category
      status   number 0  number 1  number 2
      ───────  ────────  ────────  ────────
      CP plan         1        22       333
      ───────  ────────  ────────  ────────
      total           1        22       333

               area
               category  category  category
      status   number 3  number 4  number 5
      ───────  ────────  ────────  ────────
      CP plan      4444         5         6
      ───────  ────────  ────────  ────────
      total        4444         5         6

               area
      status   total
      ───────  ─────
      CP plan   4811
      ───────  ─────
      total     4811

      """)
}

@Test func `a row limit leaves totals whole and says what is left out`() {
  let text = table(Samples.frequencies, width: 80, maxRows: 2)
  #expect(text.contains("1 to 5"))
  #expect(!text.contains("6 to 10"))
  #expect(text.contains("total           178  100.0%"))
  #expect(text.contains("2 of 4 rows shown"))
  let crosstab = table(Samples.crosstab, width: 80, maxRows: 1)
  #expect(!crosstab.contains("CP plan"))
  #expect(crosstab.contains("2009"))
  #expect(crosstab.contains("1 of 2 rows shown"))
  #expect(table(Samples.list, width: nil, maxRows: -5).contains("0 of 35 rows shown"))
}

@Test func `formats for programs are never cut`() {
  let options = RenderOptions(width: 10, maxRows: 1, decimalPlaces: 0)
  for format in OutputFormat.all where format.isForPrograms {
    #expect(
      Renderer.render(Samples.list, as: format, options: options)
        == Renderer.render(Samples.list, as: format))
  }
}

@Test func `data cannot steer the terminal`() {
  let hostile = "a\u{1B}[31mred\u{7}\u{202E}b\r\nc\u{85}"
  let answer = Samples.children(
    "list children",
    .table(AnswerTable(columns: [AnswerColumn(hostile, .text)], rows: [[.text(hostile)]])),
    notes: [hostile])
  for format in [OutputFormat.table, .markdown] {
    let text = Renderer.render(answer, as: format)
    let allowed = text.unicodeScalars.allSatisfy {
      $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E)
    }
    #expect(allowed, "\(text.debugDescription)")
    #expect(text.contains("a␛"))
  }
}
