import TestSupport
import Testing

@testable import Session

/// `save package` as it is typed: the second time, everything is declared.
@MainActor @Suite struct PackageTests {
  private func open(_ path: String) -> (session: Session, output: MemorySink, errors: MemorySink) {
    let (output, errors) = (MemorySink(), MemorySink())
    let session = Session(output: output, errors: errors, options: .init())
    #expect(session.open([path]) == .success, "\(errors.text)")
    return (session, output, errors)
  }

  @Test func `what was defined in the shell is there the next time`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,score,review\n"
        + (0..<40).map { "C\($0),\($0 % 8 == 0 ? "c" : "\($0)"),R\($0 % 5)\n" }
        .joined(), to: "children.csv")
    try folder.write("id,grade\n" + (0..<5).map { "R\($0),g\($0)\n" }.joined(), to: "reviews.csv")
    let (session, output, errors) = open(folder.path)
    let outcome = session.run(
      """
      define missing "c" in children.score because "suppressed"
      define relation review as children.review to reviews.id
      define children.high as score > 20
      define high_ones as children
        where high
      count high_ones
      define recent as those where score > 30
      count high_ones by review.grade
      list children where score is missing because "suppressed" show id, review.grade
      """)
    #expect(outcome.status == .success, "\(errors.text)")
    let asked = """
      count high_ones by review.grade
      list children where score is missing because "suppressed" show id, review.grade
      """
    let before = output.text.count
    #expect(session.run(asked).status == .success)
    let first = String(output.text.dropFirst(before))
    #expect(session.run("save package \"\(folder.path)\"").status == .success, "\(errors.text)")
    #expect(output.text.contains("saved as \(folder.path)/datapackage.json; open it with"))
    #expect(errors.text.contains("means nothing on its own: define recent"), "\(errors.text)")
    #expect(
      folder.read("definitions.enq")
        == "define children.high as score > 20\ndefine high_ones as children where high\n")
    let (again, told, problems) = open(folder.path)
    #expect(problems.text.isEmpty, "\(problems.text)")
    #expect(again.run(asked).status == .success, "\(problems.text)")
    #expect(told.text == first)
    // Saving over it has to be said.
    #expect(again.run("save package \"\(folder.path)\"").status == .mistake)
    #expect(problems.text.contains("error[file-not-written]") && problems.text.contains("replace"))
    let text = folder.read("datapackage.json")
    #expect(again.run("save package \"\(folder.path)\" replace").status == .success)
    #expect(folder.read("datapackage.json") == text)
  }

  @Test func `the bundled data can be taken along`() throws {
    let folder = try TemporaryFolder()
    let (session, output, errors) = makeSession()
    #expect(session.run("save package \"\(folder.path)\"").status == .mistake)
    #expect(errors.text.contains("with data"))
    #expect(
      session.run("define missing \"Other\" in children.living_with because \"coded so\"").status
        == .success)
    #expect(
      session.run("save package \"\(folder.path)\" with data").status == .success, "\(errors.text)")
    #expect(output.text.contains("with 9 files of data"), "\(output.text)")
    let (again, told, problems) = open(folder.path)
    #expect(problems.text.isEmpty, "\(problems.text)")
    let asked =
      "count children where living_with is missing because \"coded so\"; tabulate children by age_band_dfe, died"
    let before = output.text.count
    #expect(session.run(asked).status == .success)
    #expect(again.run(asked).status == .success)
    #expect(told.text == String(output.text.dropFirst(before)))
  }
}
