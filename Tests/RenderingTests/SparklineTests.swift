import Execution
import Rendering
import Testing
import TextLayout

/// Counts by year from 2001 on, and a row without a year.
private func series(_ counts: [Int]) -> Answer {
  var table = AnswerTable(
    columns: [AnswerColumn("year of seen", .integer), AnswerColumn("count", .integer)],
    rows: counts.enumerated().map { [.integer(2001 + $0.offset), .integer($0.element)] }
      + [[.missing(reason: nil), .integer(99)]], chartedColumn: 1)
  table.isSeries = true
  return Answer(statement: "count visits by year of seen", unit: "visits", body: .table(table))
}

private func lines(
  _ answer: Answer, _ width: Int?, _ marks: SparklineMarks?, as format: OutputFormat = .table
) -> [String] {
  var options = RenderOptions(width: width)
  options.sparklineMarks = marks
  return Renderer.render(answer, as: format, options: options).split(separator: "\n").map(
    String.init)
}

@Test func `a sparkline names the ends, the lowest and the highest`() {
  let answer = series([0, 1, 50, 100])
  let words = "2001 to 2004, lowest 0 (2001), highest 100 (2004)"
  #expect(lines(answer, 80, .blocks).contains("▁▂▅█  " + words))
  #expect(lines(answer, 80, .ascii).contains("_.=#  " + words))
}

@Test func `in a narrow window the marks have a line of their own`() {
  let shown = lines(series([0, 1, 50, 100]), 36, .blocks)
  #expect(shown.contains("▁▂▅█"))
  #expect(shown.allSatisfy { displayWidth($0) <= 36 })
}

@Test func `more periods than columns share marks, and it says so`() {
  let shown = lines(series(Array(1...50)), 20, .ascii)
  let text = shown.joined(separator: " ").split(separator: " ").joined(separator: " ")
  #expect(
    text.contains("2001 to 2050, lowest 1 (2001), highest 50 (2050); each mark is the mean of 3"))
  #expect(shown.allSatisfy { displayWidth($0) <= 20 })
}

@Test func `periods all alike have neither lowest nor highest`() {
  #expect(lines(series([4, 4, 4]), 80, .ascii).contains("###  2001 to 2003"))
  #expect(lines(series([0, 0, 0]), 80, .ascii).contains("___  2001 to 2003"))
}

@Test func `files, pipes, other tables and formats for programs have no sparkline`() {
  let answer = series([0, 1, 50, 100])
  let without = lines(answer, 80, nil)
  #expect(lines(answer, nil, .blocks) == lines(answer, nil, nil))
  #expect(lines(series([3, 5]), 80, .blocks) == lines(series([3, 5]), 80, nil))
  #expect(lines(Samples.countBy, 80, .blocks) == lines(Samples.countBy, 80, nil))
  #expect(lines(answer, 80, .blocks).count == without.count + 1)
  for format in OutputFormat.all where format.isForPrograms {
    #expect(lines(answer, 80, .blocks, as: format) == lines(answer, 80, nil, as: format))
  }
}
