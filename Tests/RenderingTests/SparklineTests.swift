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

@Test func `a sparkline names the ends, the lowest and the highest`() {
  let answer = series([0, 1, 50, 100])
  let words = "2001 to 2004, lowest 0 (2001), highest 100 (2004)"
  #expect(lines(answer, 80, .unicode).contains("▁▂▅█  " + words))
  #expect(lines(answer, 80, .ascii).contains("_.=#  " + words))
}

@Test func `in a narrow window the marks have a line of their own`() {
  let shown = lines(series([0, 1, 50, 100]), 36, .unicode)
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

@Test func `a table of percentages by period has the same line below its counts`() {
  var frequencies = Frequencies(
    dimension: "year of seen",
    groups: [3, 9, 1].enumerated().map {
      Frequencies.Group(key: .integer(2001 + $0.offset), count: $0.element)
    }, missing: 4, includesMissing: false, isOrdered: true)
  let words = "2001 to 2003, lowest 1 (2003), highest 9 (2002)"
  let plain = lines(Samples.children("tabulate", .frequencies(frequencies)), 80, .unicode)
  frequencies.isSeries = true
  let shown = lines(Samples.children("tabulate", .frequencies(frequencies)), 80, .unicode)
  #expect(shown.contains("▃█▂  " + words))
  #expect(shown.filter { !$0.hasSuffix(words) } == plain)
}

@Test func `files, pipes, other tables and formats for programs have no sparkline`() {
  var other = series([0, 1, 50, 100])
  let answer = other
  if case .table(var table) = other.body {
    table.isSeries = false
    other.body = .table(table)
  }
  #expect(lines(answer, nil, .unicode) == lines(other, nil, .unicode))
  #expect(!lines(series([3, 5]), 80, .unicode).contains { $0.contains("2001 to") })
  #expect(lines(answer, 80, .unicode).count == lines(other, 80, .unicode).count + 1)
  for format in OutputFormat.all where format.isForPrograms {
    #expect(lines(answer, 80, .unicode, as: format) == lines(other, 80, .unicode, as: format))
  }
}
