import Execution
import Rendering
import Tables
import Testing
import TextLayout

/// A summary of two groups.
private func summary() -> Answer {
  let names = ["n", "min", "p25", "median", "p75", "max"]
  var table = AnswerTable(
    columns: [AnswerColumn("kind", .text)] + names.map { AnswerColumn($0, .integer) },
    rows: [
      [
        .text("a"), .integer(4), .integer(0), .integer(10), .integer(20), .integer(30),
        .integer(50),
      ],
      [
        .text("b"), .integer(9), .integer(50), .integer(60), .integer(70), .integer(90),
        .integer(100),
      ],
    ])
  table.keyColumnCount = 1
  table.spreadColumns = Array(2...6)
  return Answer(statement: "summarise age of visits by kind", unit: "visits", body: .table(table))
}

@Test func `groups of a summary are drawn on one scale`() throws {
  let shown = lines(summary(), 80, .ascii)
  let (a, b) = (
    try #require(shown.first { $0.hasPrefix("a") }), try #require(shown.first { $0.hasPrefix("b") })
  )
  #expect(a.hasSuffix("  |---====#====-------|"), "\(a)")
  #expect(b.hasSuffix(String(repeating: " ", count: 20) + "|--====#========---|"), "\(b)")
  #expect(shown.contains("spread: |=#=| is min, p25, median, p75 and max, on one scale"))
  let blocks = lines(summary(), 80, .unicode)
  #expect(blocks.contains { $0.hasPrefix("a") && $0.hasSuffix("├───▒▒▒▒█▒▒▒▒───────┤") })
}

@Test(arguments: 16...120) func `the picture never makes a summary wider than the window`(
  width: Int
) {
  for glyphs in [Glyphs.ascii, .unicode] {
    let shown = lines(summary(), width, glyphs)
    #expect(shown.allSatisfy { displayWidth($0) <= width }, "\(shown)")
    #expect(shown.joined().contains("spread") == (width >= 49), "\(shown)")
  }
}

@Test func `a pipe, and a format for programs, get no picture`() {
  #expect(!lines(summary(), nil, .unicode).joined().contains("spread"))
  for format in OutputFormat.all where format.name != "table" && format.name != "bars" {
    #expect(!lines(summary(), 120, .unicode, as: format).joined().contains("spread"))
  }
}

@Test func `a group in which nothing is recorded has no picture`() throws {
  var answer = summary()
  guard case .table(var table) = answer.body else { return }
  table.rows.append([.text("c"), .integer(0)] + Array(repeating: .missing(reason: nil), count: 5))
  answer.body = .table(table)
  let shown = lines(answer, 160, .ascii)
  let c = try #require(shown.first { $0.hasPrefix("c") })
  #expect(c.hasSuffix("(not recorded)") && shown.contains { $0.contains("====#") }, "\(shown)")
}

@Test func `dates are drawn from the first to the last, alike ones as one mark`() {
  func date(_ day: Int32) -> AnswerValue { .date(CalendarDate(dayNumber: day)) }
  var table = AnswerTable(
    columns: [AnswerColumn("kind", .text), AnswerColumn("min", .date), AnswerColumn("max", .date)],
    rows: [[.text("a"), date(0), date(390)], [.text("b"), date(100), date(100)]])
  table.keyColumnCount = 1
  table.spreadColumns = [1, 2]
  let shown = lines(Answer(statement: "s", unit: "visits", body: .table(table)), 80, .ascii)
  #expect(
    shown.contains { $0.hasSuffix("  |" + String(repeating: "-", count: 38) + "|") }, "\(shown)")
  #expect(shown.contains { $0.hasSuffix("1970-04-11            -") }, "\(shown)")
  #expect(shown.contains("spread: from min to max, on one scale"))
}
