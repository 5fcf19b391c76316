import Session
import TestSupport
import Testing

@MainActor @Suite struct LessonCheckTests {
  private func check(_ exercise: String) throws -> (status: Int32, said: String) {
    let folder = try TemporaryFolder()
    let path = try folder.write("# A lesson\n\n## Children?\n" + exercise, to: "a.lesson")
    let (session, output, errors) = makeSession()
    let status = session.run("lesson check \"\(path)\"").status.rawValue
    return (status, output.text + errors.text)
  }

  @Test func `every lesson that comes with the program is graded as it says`() {
    let (session, output, errors) = makeSession()
    #expect(session.run("lesson check").status == .success, "\(errors.text)")
    #expect(output.text.split(separator: "\n").count == 13)
  }

  @Test(arguments: [
    ("answer: count children\nalso: count reviews\n", "should be right"),
    ("answer: count children\nwrong: count child\n  No.\n", "should be wrong"),
    ("answer: count children\nalso: cuont children\n", "cannot be answered"),
    ("answer: count children\nalso: count childrn\n", "nearest: children"),
    (
      "answer: count children where died\nalso: count children where cin\n",
      "by chance"
    ),
  ])
  func `an answer that is not graded as it says is told`(exercise: String, message: String) throws {
    let result = try check(exercise)
    #expect(result.status == 1)
    #expect(result.said.contains(message), "\(result.said)")
  }

  @Test func `a mistake in a file is told with its place`() throws {
    let result = try check("anser: count children\n")
    #expect(result.status == 2)
    #expect(result.said.contains("a.lesson:4:1: error[lesson-layout]"), "\(result.said)")
  }

  @Test(arguments: [
    (
      "count reviews where any child (died)",
      "That counts reviews in which a child died; the question asks for children."
    ),
    ("percent died of children", "Right."),
    ("count children where cin", "by chance"),
  ])
  func `attempts are told apart`(attempt: String, feedback: String) {
    let (session, output, _) = makeSession()
    _ = session.run("lesson 1")
    _ = session.run(attempt)
    let said = output.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(said.contains(feedback), "\(said)")
  }
}
