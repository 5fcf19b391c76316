import Foundation
import TestSupport
import Testing

@testable import Session

@MainActor @Suite struct TourTests {
  private nonisolated static let sets: [(name: String, text: String?)] = [
    ("bundled", nil), ("alike", "size\n1\n1\n1\n"), ("none", "name,size\n"),
    (
      "shops",
      "key,region,open\n"
        + (0..<30).map { "k\($0),r\($0 % 3),\($0 % 2 == 0 ? "yes" : "no")\n" }.joined()
    ),
    ("numbers", "a,b\n" + (0..<30).map { "\($0),\($0 * $0 % 17)\n" }.joined()),
  ]

  @Test(arguments: sets.map(\.name))
  func `each of ten screens has a statement that runs`(name: String) throws {
    let set = try #require(Self.sets.first { $0.name == name })
    let folder = try TemporaryFolder()
    let (output, errors) = (MemorySink(), MemorySink())
    let session = Session(output: output, errors: errors, options: .init())
    let paths = try set.text.map { [try folder.write($0, to: "\(name).csv")] } ?? []
    try #require(session.open(paths) == .success)
    #expect(session.run("tour").status == .success)
    let screens = try #require(session.course.tour?.screens)
    #expect(screens.count == 10)
    for (index, screen) in screens.enumerated() {
      #expect(session.course.tour?.position == index)
      #expect(output.text.contains("Tour, \(index + 1) of 10: \(screen.title)"))
      #expect(!screen.text.isEmpty)
      if index < 9 {
        #expect(
          session.run(screen.statement).status == .success, "\(screen.statement): \(errors.text)")
      }
      _ = session.run("next")
    }
    #expect(session.course.tour == nil)
  }

  @Test func `back, repeat and leave move in a tour`() {
    let (session, output, errors) = makeSession()
    _ = session.run("tour; next; next; back")
    #expect(session.course.tour?.position == 1)
    #expect(session.correction == session.course.tour?.screen.statement)
    _ = session.run("leave")
    #expect(session.course.tour == nil)
    #expect(output.text.contains("You have left the tour"))
    #expect(session.run("next").status == .mistake)
    #expect(errors.text.contains("no lesson, quiz or tour has begun"))
  }
}
