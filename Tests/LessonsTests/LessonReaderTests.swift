import Diagnostics
import Testing

@testable import Lessons

@Suite struct LessonReaderTests {
  private static let sound = """
    # What is one row?

    A paragraph
    of two lines.

        enquire> count reviews
        147 reviews

    ## How many children
      are there?
    answer: count children
    also: count child
    wrong: count reviews
      That counts reviews.
    uses: count
    idea: The unit.
    near: count c...
    why: It was published.
    """

  @Test func `a lesson is read in all its parts`() throws {
    let (read, mistakes) = LessonReader.read(SourceText(Self.sound, name: "a.lesson"))
    #expect(mistakes.isEmpty)
    let lesson = try #require(read)
    #expect(lesson.title == "What is one row?")
    #expect(lesson.opening.count == 2)
    #expect(lesson.opening.first == .prose("A paragraph of two lines."))
    let exercise = try #require(lesson.exercises.first)
    #expect(exercise.question.text == "How many children are there?")
    #expect(exercise.answer.text == "count children")
    #expect(exercise.alternatives.map(\.text) == ["count child"])
    #expect(exercise.wrongs.map(\.feedback) == ["That counts reviews."])
    #expect(exercise.required.map(\.text) == ["count"])
    #expect(exercise.hints == ["The unit.", "count c..."])
    #expect(exercise.why == "It was published.")
  }

  @Test(arguments: [
    ("", 1, 1, "begins with its title"),
    ("# A\n", 1, 1, "at least one exercise"),
    ("# A\n# B\n## Q\nanswer: count children\n", 2, 3, "one title"),
    ("# A\n    147 reviews\n## Q\nanswer: count children\n", 2, 1, "transcript begins"),
    ("# A\n## Q\nwhy: so\n", 2, 4, "no answer"),
    ("# A\n## Q\nanswer: count children\nanser: count reviews\n", 4, 1, "no part \"anser\""),
    ("# A\n## Q\nanswer: count children\nalso:\n", 4, 1, "nothing stands after also:"),
    ("# A\n## Q\nanswer: count children\nwrong: count reviews\n", 4, 8, "no feedback"),
    ("# A\n## Q\nanswer: count children\n  where died\n", 4, 1, "on one line"),
    ("# A\n## Q\nanswer: count children\nanswer: count reviews\n", 4, 9, "one answer"),
  ])
  func `a mistake is told with its line and column`(
    text: String, line: Int, column: Int, message: String
  ) throws {
    let source = SourceText(text, name: "a.lesson")
    let (lesson, mistakes) = LessonReader.read(source)
    #expect(lesson == nil)
    let mistake = try #require(mistakes.first)
    #expect(mistake.message.contains(message), "\(mistake.message)")
    let position = source.position(of: mistake.span.start)
    #expect(position.line == line)
    #expect(position.column == column)
  }
}
