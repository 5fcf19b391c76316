import Diagnostics
import Foundation
import Lessons
import TestSupport
import Testing

/// The lessons in a terminal, as a learner does them.
@Suite struct LessonTests {
  private static let program = builtProduct(named: "enquire")
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Queries/Lessons")

  private static func lessons() throws -> [Lesson] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".lesson") }.sorted().map { name in
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return try #require(LessonReader.read(SourceText(text, name: name)).lesson)
      }
  }

  private func open(_ environment: [String: String]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Self.program, rows: 150, columns: 300, environment: environment)
    try terminal.wait(for: "the prompt") { $0.cursorLine.hasPrefix("enquire>") }
    return terminal
  }

  /// Sends a statement, and waits for what is said of it, below its line.
  private func send(_ statement: String, to terminal: PseudoTerminal, until text: String) throws {
    terminal.send(statement + "\r")
    // What fits a terminal's paragraph; the rest is on the next line.
    let start = String(text.prefix(60))
    try terminal.wait(for: "\(start) after \(statement)") { screen in
      let lines = screen.lines
      guard screen.cursorLine == "enquire>",
        let line = lines.lastIndex(where: { $0.hasPrefix("enquire> \(statement)") })
      else { return false }
      return lines[line...].contains { $0.contains(start) }
    }
  }

  /// Answers the exercise at hand wrongly, in another way than the model answer, and at last with it.
  private func answer(
    _ exercise: Exercise, _ terminal: PseudoTerminal, next: String, again: () throws -> Void
  ) throws {
    for wrong in exercise.wrongs {
      try send(wrong.statement.text, to: terminal, until: "Not yet. " + wrong.feedback)
    }
    if let other = exercise.alternatives.first {
      try send(other.text, to: terminal, until: "Right.")
      try again()
    }
    try send(exercise.answer.text, to: terminal, until: "Right.")
    try terminal.wait(for: next) { $0.shows(next) }
  }

  @Test func `all thirteen are done with wrong, other and model answers`() throws {
    let home = try TemporaryFolder()
    let terminal = try open(["HOME": home.path])
    let lessons = try Self.lessons()
    #expect(lessons.count == 13)
    var answered = 0
    for (index, lesson) in lessons.enumerated() {
      #expect((4...8).contains(lesson.exercises.count))
      #expect(lesson.exercises.contains { !$0.alternatives.isEmpty }, "lesson \(index + 1)")
      #expect(lesson.exercises.allSatisfy { !$0.wrongs.isEmpty }, "lesson \(index + 1)")
      let total = lesson.exercises.count
      try send("lesson \(index + 1)", to: terminal, until: "Exercise 1 of \(total)")
      for (number, exercise) in lesson.exercises.enumerated() {
        let isLast = number + 1 == total
        let next =
          isLast ? "last exercise of lesson \(index + 1)" : "Exercise \(number + 2) of \(total)"
        try answer(exercise, terminal, next: next) {
          guard isLast else {
            return try send("back", to: terminal, until: "Exercise \(number + 1) of \(total)")
          }
          // The lesson ended with the answer, and is gone through once more.
          try send("lesson \(index + 1)", to: terminal, until: "Exercise 1 of \(total)")
          for place in 1..<total {
            try send("skip", to: terminal, until: "Exercise \(place + 1) of \(total)")
          }
        }
        answered += 1
      }
    }
    try send("lesson", to: terminal, until: "13  \(lessons[12].title) (done)")
    let list = terminal.screen.lines.suffix(20)
    #expect(list.count { $0.hasSuffix("(done)") } == 13, "\(list)")
    #expect(!list.contains { $0.contains("to do") })
    let transcript = home.path("done.enq")
    try send("lesson transcript \"\(transcript)\"", to: terminal, until: "written to \(transcript)")
    #expect(home.read("done.enq").contains("# Lesson 13, exercise"))
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == 0)
    let kept = home.read(".local/state/enquire/lessons").split(separator: "\n").map {
      $0.split(separator: " ", maxSplits: 2).dropLast().joined(separator: " ")
    }
    #expect(Set(kept).count == answered)
  }

  @Test func `free play, hints and a new shell leave the lesson where it was`() throws {
    let home = try TemporaryFolder()
    let first = try open(["HOME": home.path])
    try send("lesson 1", to: first, until: "Exercise 1 of 4")
    try send("hint", to: first, until: "Hint 1:")
    try send("describe reviews", to: first, until: "family_involved")
    try send("cuont children", to: first, until: "no statement begins with")
    try send("why", to: first, until: "Nothing has been answered yet")
    try send("count reviews", to: first, until: "question asks for children")
    try send("count children where died", to: first, until: "Exercise 2 of 4")
    try send("back", to: first, until: "Exercise 1 of 4")
    try send("skip", to: first, until: "Exercise 2 of 4")
    first.send("quit\r")
    #expect(try first.waitForExit() == 0)
    let second = try open(["HOME": home.path])
    try send("lesson", to: second, until: "(1 of 4 done)")
    try send("lesson 1", to: second, until: "Exercise 2 of 4")
    try send("lesson transcript", to: second, until: "# Lesson 1, exercise 1")
  }
}
