import Diagnostics
import Lessons
import Planning
import Tables
import TestSupport
import Testing

@testable import Session

/// Answers on data that come without a second package.
@MainActor @Suite struct PracticeTests {
  /// 120 shops of 40 towns: as many in the north as painted red, but not the same ones.
  private func session() throws -> Session {
    let folder = try TemporaryFolder()
    let towns = (0..<40).map { "t\($0),\($0 % 2 == 0 ? "city" : "village")\n" }
    let shops = (0..<120).map {
      "s\($0),t\($0 / 3),\(["north", "south", "east"][$0 % 3]),\($0 < 40 ? "red" : "blue"),\($0 % 7)\n"
    }
    try folder.write("id,kind\n" + towns.joined(), to: "towns.csv")
    try folder.write("id,town_id,region,colour,stock\n" + shops.joined(), to: "shops.csv")
    let output = MemorySink()
    let session = Session(output: output, errors: output, options: .init())
    try #require(session.open([folder.path]) == .success, "\(output.text)")
    _ = session.run("define relation town as shops.town_id to towns.id")
    try #require(session.workspace?.catalogue.data.relations.isEmpty == false, "\(output.text)")
    return session
  }

  private func exercise(_ answer: String) -> Exercise {
    Exercise(
      question: Entry("How many?", at: Span(0, 0)), answer: Entry(answer, at: Span(0, 0)))
  }

  @Test(arguments: [
    ("count shops where region = \"north\"", "count shops where colour = \"red\""),
    ("count shops where region = \"north\"", "count shops where region = \"south\""),
    ("count towns where any shop (region = \"north\")", "count towns where any shop (stock >= 0)"),
    ("percent kind = \"city\" of towns", "percent kind = \"village\" of towns"),
  ])
  func `a figure that is right by chance is told as such`(answer: String, lucky: String) throws {
    let session = try session()
    let grader = try #require(session.grader())
    let exercise = exercise(answer)
    let (wanted, found) = (
      grader.attempt(answer, in: grader.open), grader.attempt(lucky, in: grader.open)
    )
    try #require(wanted?.result == found?.result && wanted != nil)
    let verdict = grader.grade(lucky, for: exercise)
    #expect(verdict.feedback?.contains("by chance") == true, "\(verdict)")
    #expect(grader.grade(answer, for: exercise) == .right)
  }

  @Test func `what is defined later is known to the samples`() throws {
    let session = try session()
    let exercise = exercise("count shops where stock > 3")
    _ = session.grader()?.practice()
    _ = session.run("define shops.full as stock > 3; define shops.early as id < \"s2\"")
    let grader = try #require(session.grader())
    #expect(grader.grade("count shops where full", for: exercise) == .right)
    for sample in grader.practice() {
      #expect(grader.attempt("count shops where full", in: sample) != nil)
    }
  }

  @Test func `samples are drawn anew for other data, and else kept`() throws {
    let session = try session()
    let first = try #require(session.grader()).practice()
    #expect(first.count > 1)
    let again = try #require(session.grader()).practice()
    #expect(first.first?.cache === again.first?.cache)
    let folder = try TemporaryFolder()
    let file = try folder.write("size\n1\n2\n", to: "other.csv")
    try #require(session.open([file]) == .success)
    let other = try #require(session.grader()).practice()
    #expect(other.allSatisfy { $0.catalogue.data.tables.map(\.schema.name) == ["other"] })
  }

  @Test func `samples of large data are small`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "size,kind\n" + (0..<20_000).map { "\($0 % 11),\($0 % 2 == 0 ? "a" : "b")\n" }.joined(),
      to: "large.csv")
    let output = MemorySink()
    let session = Session(output: output, errors: output, options: .init())
    try #require(session.open([file]) == .success)
    let samples = try #require(session.grader()).practice()
    #expect(samples.map { $0.catalogue.data.tables[0].rowCount } == samples.map { _ in 1000 })
    let grader = try #require(session.grader())
    let verdict = grader.grade(
      "count large where kind = \"b\"", for: exercise("count large where kind = \"a\""))
    #expect(verdict.feedback?.contains("by chance") == true, "\(verdict)")
  }
}
