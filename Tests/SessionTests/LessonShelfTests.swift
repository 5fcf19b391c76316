import Diagnostics
import Foundation
import Language
import Lessons
import TestSupport
import Testing

@testable import Session

/// The files of lessons, and what becomes of those that are of no use.
@MainActor @Suite struct LessonShelfTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Queries/Lessons")

  @Test func `the lessons in the program are those of the folder`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".lesson") }.sorted()
    let shipped = LessonShelf.shipped.sources
    #expect(shipped.map(\.name) == names)
    for source in shipped {
      let file = Self.folder.appending(path: source.name ?? "")
      #expect(
        source.text == (try String(contentsOf: file, encoding: .utf8)), "\(source.name ?? "")")
    }
  }

  @Test func `a lesson that cannot be read keeps its number and is told with its place`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# One\n\n## Children?\nanser: count children\n", to: "1.lesson")
    try folder.write("# Two\n\n## Children?\nanswer: count children\n", to: "2.lesson")
    let read = try LessonShelf(path: folder.path).read()
    #expect(read.map(\.lesson.exercises.count) == [0, 1])
    let (session, output, errors) = makeSession()
    session.take(read)
    #expect(errors.text.contains("1.lesson:4:1: error[lesson-layout]"), "\(errors.text)")
    #expect(session.run("lesson 1").status == .mistake)
    #expect(session.run("lesson; lesson 2").status == .success)
    #expect(output.text.contains("(cannot be read)"))
    #expect(output.text.contains("Lesson 2: Two"))
  }

  @Test func `a lesson on other data says so`() throws {
    let folder = try TemporaryFolder()
    let output = MemorySink()
    let session = Session(output: output, errors: output, options: .init())
    let file = try folder.write("region,size\nnorth,1\nsouth,2\n", to: "shops.csv")
    try #require(session.open([file]) == .success)
    #expect(session.run("lesson 1").status == .success)
    #expect(output.text.contains("speaks of other data"), "\(output.text)")
    #expect(session.course.place == nil)
  }

  @Test(arguments: [
    ("count reviews where any finding (type = strength)", ["any", "any findings", "where", "="]),
    (
      "count reviews where every child (died and infant)",
      ["every", "child (... and ...)", "infant"]
    ),
    ("percent died of children where cp_plan", ["percent of", "died", "cp_plan"]),
    (
      "count children by status sort by count descending",
      ["by status", "sort by count descending"]
    ),
    ("tabulate children by status, died with row %, chi2", ["row %", "with row %", "chi2"]),
    ("count children by age every 2 years", ["every 2 years"]),
    ("count children where ethnicity is missing", ["is missing"]),
    ("count children where status is at least \"CP plan\"", ["is at least"]),
    ("median age of children", ["median", "age"]),
  ])
  func `constructs are found in the tree`(statement: String, constructs: [String]) throws {
    let (session, _, _) = makeSession()
    let grader = try #require(session.grader())
    let attempt = try #require(grader.attempt(statement, in: grader.open), "\(statement)")
    for construct in constructs { #expect(grader.uses(attempt, construct), "\(construct)") }
  }

  @Test(arguments: [
    ("find \"every child\" in narratives.text", "every child"),
    ("count children by age every 2 years", "every"),
    ("count children where status = \"no plan, never\"", "no"),
    ("count children where died = yes", "is yes"),
  ])
  func `words in texts and of other meaning are no constructs`(statement: String, other: String)
    throws
  {
    let parsed = try #require(Parser.parse(SourceText(statement)).first?.statement)
    #expect(!Constructs.all(in: parsed).contains(other))
  }
}
