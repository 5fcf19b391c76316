import Execution
import Tables
import Testing

/// Groups, totals and the order of rows, on the bundled data.
@Suite struct GroupedAnswerTests {
  @Test func `first N changes no total and no percentage`() throws {
    guard
      case .frequencies(let all) = try BundledAnswers.answer("tabulate reviews by region").body,
      case .frequencies(let some) = try BundledAnswers.answer(
        "tabulate reviews by region sort by count descending first 3"
      ).body
    else {
      Issue.record("not frequencies")
      return
    }
    #expect(some.groups.count == 4)
    #expect(some.groups.last?.key == .text("(6 others)"))
    let total = { (groups: [Frequencies.Group]) in groups.reduce(0) { $0 + $1.count } }
    #expect(total(some.groups) == total(all.groups))
    #expect(total(all.groups) == 147)
  }

  @Test func `a crosstab keeps its totals when rows are gathered`() throws {
    func table(_ clauses: String) throws -> Crosstab? {
      let answer = try BundledAnswers.answer("tabulate children by ethnicity, died\(clauses)")
      guard case .crosstab(let crosstab) = answer.body else { return nil }
      return crosstab
    }
    let all = try #require(try table(""))
    let some = try #require(try table(" sort by count descending first 2"))
    #expect(some.rowKeys.count == 4, "two rows, the others, the missing")
    for column in all.columnKeys.indices {
      let sum = { (crosstab: Crosstab) in crosstab.counts.reduce(0) { $0 + $1[column] } }
      #expect(sum(all) == sum(some))
    }
    guard case .missing? = some.rowKeys.last else {
      Issue.record("the missing row comes last")
      return
    }
  }

  @Test func `levels of a scale are shown even when empty, other values are not`() throws {
    guard
      case .frequencies(let grades) = try BundledAnswers.answer("tabulate reviews by grade").body
    else {
      Issue.record("not frequencies")
      return
    }
    #expect(grades.groups.map(\.count) == [23, 62, 62, 0])
    #expect(grades.isOrdered)
    guard
      case .table(let gender) = try BundledAnswers.answer(
        "count children where gender = \"male\" by gender"
      ).body
    else {
      Issue.record("no table")
      return
    }
    #expect(gender.rows.count == 1)
  }

  @Test func `rows without a value sort last, either way`() throws {
    for order in ["", " descending"] {
      guard
        case .table(let table) = try BundledAnswers.answer(
          "list children show age sort by age\(order)"
        ).body
      else {
        Issue.record("no table")
        return
      }
      let missing = table.rows.suffix(3).allSatisfy { row in
        if case .missing = row[0] { true } else { false }
      }
      #expect(missing && table.rows.count == 194)
    }
  }

  @Test func `groups add up to the rows`() throws {
    for dimensions in ["status", "gender, died", "age", "disability", "review.grade, gender"] {
      guard
        case .table(let table) = try BundledAnswers.answer("count children by \(dimensions)").body
      else {
        Issue.record("no table")
        return
      }
      let total = table.rows.reduce(0) { sum, row in
        if case .integer(let count)? = row.last { sum + count } else { sum }
      }
      #expect(total == 194, "\(dimensions)")
    }
  }
}
