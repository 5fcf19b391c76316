import Testing

@testable import enquire_generate

/// The figures that were published, or that follow from them, in the committed rows and under
/// other seeds: none depends on luck.
@Suite("Published figures")
struct PublishedFigureTests {
  static let subjects = [Subject.committed] + [1, 2, 3, 1989, UInt64.max].map { .seed($0) }

  @Test("of reviews", arguments: subjects)
  func reviews(_ subject: Subject) throws {
    let reviews = try subject.package().table("reviews")
    #expect(reviews.rows.count == 147)
    #expect(reviews.counts("grade") == ["good": 62, "adequate": 62, "inadequate": 23])
    func evaluated(_ first: String, _ last: String) -> (all: Int, inadequate: Int) {
      let rows = reviews.rows.filter {
        (first...last).contains($0["evaluated_date"] ?? "")
      }
      return (rows.count, rows.count { $0["grade"] == "inadequate" })
    }
    #expect(evaluated("2009-04-01", "2009-09-30") == (78, 16))
    #expect(evaluated("2009-10-01", "2009-12-31") == (28, 2))
    #expect(evaluated("2010-01-01", "2010-03-31") == (41, 5))
  }

  @Test("of boards", arguments: subjects)
  func boards(_ subject: Subject) throws {
    let reviews = try subject.package().table("reviews")
    let grades = Dictionary(grouping: reviews.rows, by: { $0["lscb"] ?? "" })
      .mapValues { $0.map { $0["grade"] ?? "" } }
    let inadequate = grades.values.map { $0.count { $0 == "inadequate" } }
    #expect(inadequate.max() == 2)
    #expect(inadequate.count { $0 == 2 } == 3)
    #expect(inadequate.count { $0 == 1 } == 17)
    let four = grades.values.filter { $0.count >= 4 }
    #expect(four.map { $0.sorted() } == [["adequate", "good", "good", "good"]])
  }

  @Test("of children", arguments: subjects)
  func children(_ subject: Subject) throws {
    let children = try subject.package().table("children")
    let levels = ["Not known to services": 0, "Known": 1, "Child in need": 2, "CP plan": 3]
    func count(atLeast level: Int, died: Bool? = nil) -> Int {
      children.count { row in
        (levels[row["status"] ?? ""] ?? -1) >= level
          && (died == nil || died == (row["outcome"] == "died"))
      }
    }
    #expect(children.rows.count == 194)
    #expect(children.counts("outcome") == ["died": 90, "serious incident": 104])
    #expect(count(atLeast: 0) == 194)
    #expect(count(atLeast: 1) == 119)
    #expect(count(atLeast: 2) == 90)
    #expect(count(atLeast: 3) == 49)
    #expect(count(atLeast: 2, died: true) == 31)
    #expect(count(atLeast: 2, died: false) == 59)
    #expect(
      children.counts("status") == [
        "Not known to services": 75, "Known": 29, "Child in need": 41, "CP plan": 49,
      ])
    // Chosen, not published.
    #expect(count(atLeast: 3, died: true) == 12)
    #expect(count(atLeast: 1, died: true) - count(atLeast: 2, died: true) == 11)
  }

  @Test("of ages and families", arguments: subjects)
  func agesAndFamilies(_ subject: Subject) throws {
    let children = try subject.package().table("children")
    let months = children.values("age").compactMap(Int.init)
    #expect(months.allSatisfy { (0...215).contains($0) })
    #expect(months.count { $0 < 72 } >= 98)
    let sizes = children.counts("review").values.reduce(into: [Int: Int]()) {
      $0[$1, default: 0] += 1
    }
    #expect(sizes == [1: 118, 2: 19, 3: 4, 4: 4, 5: 2])
  }

  @Test("of characteristics: physical abuse and long-term neglect are the most common")
  func characteristics() throws {
    let counts = try Package.committed().table("characteristics").counts("kind")
    let order = counts.sorted { $0.value > $1.value }
    #expect(Set(order.prefix(2).map(\.key)) == ["physical abuse", "long-term neglect"])
    #expect(order[1].value > order[2].value)
  }

  @Test("agree with the table of claims")
  func claims() throws {
    let claims = try Package.committed().table("claims")
    #expect(Set(claims.values("id")).count == claims.rows.count)
    for row in claims.rows {
      let isAnswered = row["query"] != "" && row["expected"] != ""
      let isUnanswered = row["query"] == "" && row["expected"] == ""
      #expect(isAnswered || isUnanswered)
      #expect(row["status"] != "reproduced" || isAnswered)
      #expect(row["status"] != "not derivable" || isUnanswered)
    }
    for figure in ["147", "42%", "16%", "194", "90", "119", "49", "31", "nearly 50%", "174"] {
      #expect(claims.values("published").contains(figure))
    }
  }
}
