import TestSupport
import Testing

@testable import Session

/// `define relation`: a link used as if a foreign key had been declared.
@MainActor @Suite struct RelationTests {
  private static let people = "id,name\n" + (0..<10).map { "P\($0),Person \($0)\n" }.joined()
  private static let children =
    "child,mother,father,visit_year,visit_number\n"
    + (0..<30).map { row in
      let mother = row % 10 == 9 ? "P99" : row % 6 == 5 ? "" : "P\(row % 10)"
      return "C\(row),\(mother),P\(row % 3),\(2000 + row % 3),\(row % 4)\n"
    }.joined()
  private static let visits =
    "year,number,length\n"
    + (0..<3).flatMap { year in (0..<4).map { "\(2000 + year),\($0),\(year * 10 + $0)\n" } }
    .joined()

  private func opened() throws -> (TemporaryFolder, Session, MemorySink, MemorySink) {
    let folder = try TemporaryFolder()
    try folder.write(Self.people, to: "people.csv")
    try folder.write(Self.children, to: "children.csv")
    try folder.write(Self.visits, to: "visits.csv")
    let (output, errors) = (MemorySink(), MemorySink())
    let session = Session(output: output, errors: errors, options: .init())
    #expect(session.open([folder.path]) == .success, "\(errors.text)")
    return (folder, session, output, errors)
  }

  @Test func `rows lead to one row and back`() throws {
    let (folder, session, output, errors) = try opened()
    defer { _ = folder }
    session.options.isInteractive = true
    let outcome = session.run(
      """
      define relation mother as children.mother to people.id called offspring
      define relation father as children.father to people.id
      """)
    #expect(outcome.status == .success, "\(errors.text)")
    let dangling = (0..<30).count { $0 % 10 == 9 }
    let none = (0..<30).count { $0 % 6 == 5 && $0 % 10 != 9 }
    #expect(
      output.text.contains(
        "mother leads from \(30 - dangling - none) of 30 children to people, and offspring leads "
          + "back; \(dangling) name no row of people; \(none) name none at all"),
      "\(output.text)")
    #expect(errors.text.contains("data[dangling-reference]: \(dangling) cases"), "\(errors.text)")
    session.options.isInteractive = false
    let before = output.text.count
    #expect(
      session.run(
        """
        count children where mother.name = "Person 1"
        count people where any offspring (child = "C1")
        count people where any child (child = "C1")
        """
      ).status == .success, "\(errors.text)")
    let lines = output.text.dropFirst(before).split(separator: "\n")
    let first = (0..<30).count { $0 % 10 == 1 && $0 % 6 != 5 }
    #expect(lines[0].hasPrefix("\(first) children"), "\(lines)")
    #expect(lines[1].hasPrefix("1 person") || lines[1].hasPrefix("1 people"), "\(lines)")
    #expect(lines[2].hasPrefix("1 "), "\(lines)")
  }

  @Test func `a key may have several fields, and a table lead to itself`() throws {
    let (folder, session, output, errors) = try opened()
    defer { _ = folder }
    let outcome = session.run(
      """
      define relation visit as children.(visit_year, visit_number) to visits.(year, number)
      count children where visit.length = 11
      define relation same as children.child to children.child called itself
      count children where same.child = "C3"
      """)
    #expect(outcome.status == .success, "\(errors.text)")
    let matching = (0..<30).count { $0 % 3 == 1 && $0 % 4 == 1 }
    let lines = output.text.split(separator: "\n")
    #expect(lines[0].hasPrefix("\(matching) children"), "\(lines)")
    #expect(lines[1].hasPrefix("1 child"), "\(lines)")
  }

  @Test func `what cannot be a relation is refused with the reason`() throws {
    let (folder, session, _, errors) = try opened()
    defer { _ = folder }
    func mistake(_ statement: String) -> String {
      let before = errors.text.count
      #expect(session.run(statement).status == .mistake, "\(statement)")
      return String(errors.text.dropFirst(before))
    }
    let repeated = mistake("define relation visit as children.visit_year to visits.year")
    #expect(repeated.contains("error[not-unique]"), "\(repeated)")
    #expect(repeated.contains("9 repeat one that is there before"), "\(repeated)")
    #expect(repeated.contains("such as \"2000\", again in row 2"), "\(repeated)")
    #expect(mistake("define relation m as children.mothr to people.id").contains("children.mother"))
    #expect(mistake("define relation m as children.mother to peple.id").contains("people.id"))
    #expect(
      mistake("define relation m as children.child to people.id").contains("leads from 0 of 30"))
    #expect(
      mistake("define relation v as children.(visit_year, visit_number) to people.id").contains(
        "2 and 1 fields"))
    #expect(
      session.run("define relation mother as children.mother to people.id").status == .success)
    #expect(
      session.run("define relation mother as children.mother to people.id").status == .success)
    #expect(
      mistake("define relation mother as children.father to people.id").contains("have a relation"))
    #expect(session.run("count children where mother.name = \"Person 1\"").status == .success)
  }

  @Test func `a relation holds after its key is read again`() throws {
    let (folder, session, output, errors) = try opened()
    defer { _ = folder }
    let outcome = session.run(
      """
      define relation mother as children.mother to people.id
      define missing "P99" in children.mother because "unknown"
      count children where mother.name is missing
      count children where mother.name = "Person 1"
      """)
    #expect(outcome.status == .success, "\(errors.text)")
    let lines = output.text.split(separator: "\n")
    #expect(lines[0].hasPrefix("\((0..<30).count { $0 % 10 == 9 || $0 % 6 == 5 }) children"))
    #expect(lines[1].hasPrefix("\((0..<30).count { $0 % 10 == 1 && $0 % 6 != 5 }) children"))
  }
}

/// Links that the data suggest, as they are shown and used.
@MainActor @Suite struct RelationProposalShellTests {
  private func opened(infers: Bool) throws -> (TemporaryFolder, Session, MemorySink, MemorySink) {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,grade\n" + (0..<20).map { "R\($0),\(["good", "poor"][$0 % 2])\n" }.joined(),
      to: "reviews.csv")
    try folder.write(
      "child,review\n" + (0..<60).map { "C\($0),R\($0 % 20)\n" }.joined(), to: "children.csv")
    let (output, errors) = (MemorySink(), MemorySink())
    var options = Session.Options()
    options.infersRelations = infers
    let session = Session(output: output, errors: errors, options: options)
    #expect(session.open([folder.path]) == .success, "\(errors.text)")
    return (folder, session, output, errors)
  }

  @Test func `describe shows the statement to type, and it works`() throws {
    let (folder, session, output, errors) = try opened(infers: false)
    defer { _ = folder }
    #expect(session.run("describe").status == .success, "\(errors.text)")
    let statement = "define relation review as children.review to reviews.id"
    #expect(
      output.text.contains("possible relation: \(statement) (20 of 20 values are there)"),
      "\(output.text)")
    #expect(session.run(statement).status == .success, "\(errors.text)")
    let before = output.text.count
    #expect(session.run("describe; describe children").status == .success)
    let after = output.text.dropFirst(before)
    #expect(!after.contains("possible relation"), "\(after)")
    #expect(after.contains("review is found by: review = reviews.id"), "\(after)")
    #expect(after.contains("possible key: child is different in each of the children"), "\(after)")
  }

  @Test func `inferred, it is there from the start`() throws {
    let (folder, session, output, errors) = try opened(infers: true)
    defer { _ = folder }
    #expect(session.run("count children where review.grade = \"good\"").status == .success)
    #expect(output.text == "30 children (of 60)\n", "\(errors.text)")
    #expect(errors.text == "inferred: define relation review as children.review to reviews.id\n")
  }
}
