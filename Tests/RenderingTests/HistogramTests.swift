import Execution
import Foundation
import Rendering
import Testing
import TextLayout

/// A summary of weights, with how they are spread.
private let summary: Answer = {
  var table = AnswerTable(
    columns: [
      AnswerColumn("n", .integer), AnswerColumn("missing", .integer),
      AnswerColumn("median", .number),
    ], rows: [[.integer(13), .integer(2), .number(7.5)]], chartedColumn: 2)
  table.keyColumnCount = 0
  table.histogram = Histogram(
    name: "weight of the child",
    bands: [
      .init(from: nil, to: 0, count: 1, name: "under 0"),
      .init(from: 0, to: 5, count: 4, name: "0-4"), .init(from: 5, to: 10, count: 8, name: "5-9"),
      .init(from: 10, to: 15, count: 0, name: "10-14"),
    ])
  return Samples.children("summarise weight of children", .table(table))
}()

private func shown(
  _ width: Int?, _ glyphs: Glyphs = .unicode, as format: OutputFormat = .table
) -> String {
  var options = RenderOptions(width: width)
  options.glyphs = glyphs
  return Renderer.render(summary, as: format, options: options)
}

@Suite struct HistogramTests {
  @Test func `the bands stand below the summary`() {
    #expect(
      shown(60) == """
         n  missing  median
        ──  ───────  ──────
        13        2     7.5

        weight of the child  n
        ───────────────────  ─  ────────────────────────────────────
        under 0              1  ████▌
        0-4                  4  ██████████████████
        5-9                  8  ████████████████████████████████████
        10-14                0

        """)
  }

  @Test func `in a narrow window the name stands above, and in one without room the counts alone`()
  {
    #expect(
      shown(20, .ascii) == """
         n  missing  median
        --  -------  ------
        13        2     7.5

        weight of the child
        band     n
        -------  -  --------
        under 0  1  #
        0-4      4  ####
        5-9      8  ########
        10-14    0

        """)
    let narrow = shown(14)
    #expect(narrow.contains("5-9      8") && narrow.contains("has no"))
  }

  @Test(arguments: [20, 36, 80, 200, nil])
  func `without blocks there is no character but those of ASCII`(width: Int?) {
    let text = shown(width, .ascii)
    #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(text)")
    #expect(text.contains("########"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width ?? .max })
  }

  @Test func `rows for programs are those of the summary, and JSON has the bands besides`() {
    #expect(shown(nil, as: .csv) == "n,missing,median\n13,2,7.5\n")
    let json = shown(nil, as: .json)
    #expect(
      json.hasSuffix(
        """
          "notes": [],
          "histogram": [{"from": null, "to": 0, "count": 1}, {"from": 0, "to": 5, "count": 4}, \
        {"from": 5, "to": 10, "count": 8}, {"from": 10, "to": 15, "count": 0}]
        }

        """))
  }

  @Test func `documents have the bands as a table, and the chart shows them`() {
    #expect(shown(nil, as: .markdown).contains("| 5-9                 |   8 |"))
    #expect(
      shown(nil, as: .svg).contains(">weight of the child")
        || shown(nil, as: .svg).contains("5-9 8"))
  }
}
