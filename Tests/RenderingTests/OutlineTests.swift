import Execution
import Rendering
import Testing
import TextLayout

/// Four entities, of which the third belongs to two.
private func described(otherLinks: [String] = []) -> Answer {
  var table = AnswerTable(
    columns: [
      AnswerColumn("entity", .text), AnswerColumn("rows", .integer),
      AnswerColumn("leads to", .text), AnswerColumn("title", .text),
    ],
    rows: [("characteristics", 581), ("reviews", 147), ("children", 194), ("agencies", 906)].map {
      [.text($0.0), .integer($0.1), .text("many things"), .text("What it is")]
    })
  table.outline = Outline(
    lines: [
      .init(row: 1, isLast: []), .init(row: 2, isLast: [false], otherLinks: otherLinks),
      .init(row: 0, isLast: [false, true]), .init(row: 3, isLast: [true]),
    ], linkColumn: 2)
  return Answer(statement: "describe", body: .table(table))
}

private func shown(_ answer: Answer, _ width: Int?, _ glyphs: Glyphs = .unicode) -> String {
  var options = RenderOptions(width: width)
  options.glyphs = glyphs
  return Renderer.render(answer, as: .table, options: options)
}

@Suite struct OutlineTests {
  @Test func `entities stand in their tree`() {
    #expect(
      shown(described(), 80) == """
        entity               rows  title
        ───────────────────  ────  ──────────
        reviews               147  What it is
        ├ children            194  What it is
        │ └ characteristics   581  What it is
        └ agencies            906  What it is

        """)
    #expect(shown(described(), 80, .ascii).contains("|-children            194"))
    #expect(shown(described(), 80, .ascii).contains("| `-characteristics   581"))
  }

  @Test func `links that the tree does not show have a column`() {
    let text = shown(described(otherLinks: ["board"]), 80)
    #expect(text.contains("also leads to") && text.contains("194  board"))
  }

  @Test func `columns that say nothing are left out`() {
    var answer = described()
    guard case .table(var table) = answer.body else { return }
    for row in table.rows.indices { table.rows[row][3] = .text("") }
    answer.body = .table(table)
    #expect(shown(answer, 80).hasPrefix("entity               rows\n"))
  }

  @Test func `names are whole where they fit beside their numbers, and branches go on where not`() {
    #expect(
      shown(described(), 36) == """
        entity               rows
        ───────────────────  ────
        reviews               147
        ├ children            194
        │ └ characteristics   581
        └ agencies            906
        1 column has no room: title; widen
          the window

        """)
    let narrow = shown(described(), 20)
    #expect(
      narrow.hasPrefix(
        """
        entity          rows
        ──────────────  ────
        reviews          147
        ├ children       194
        │ └ characte     581
        │     ristics
        └ agencies       906

        """), "\(narrow)")
  }

  @Test func `data and documents have every link in words`() {
    for format in [OutputFormat.csv, .json, .markdown, .html] {
      let text = Renderer.render(described(), as: format)
      #expect(text.contains("many things") && !text.contains("└"))
    }
  }
}
