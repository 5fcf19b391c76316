import TestSupport
import Testing

@testable import Session

/// Questions that other tools answer wrongly without a word: each gives the true value, or a message that
/// names what is wrong.
///
/// The true values are counted here row by row, over the same made-up data.
@MainActor @Suite struct SilentlyWrongTests {
  private struct Child {
    var review: Int
    var age: Int?
    var status: String
    var died: Bool?
  }

  private struct Finding {
    var review: Int
    var agency: String
    var themes: [String]
  }

  private static let children: [Child] = (0..<193).map { number in
    Child(
      review: number * 7 % 120, age: number % 13 == 0 ? nil : number * 5 % 18,
      status: ["CP plan", "CIN plan", "none"][number % 3],
      died: number % 4 == 1 ? nil : number % 5 < 3)
  }

  private static let findings: [Finding] = (0..<376).map { number in
    let themes = ["neglect", "recording", "supervision", "voice of the child"]
    return Finding(
      review: number * 11 % 119, agency: ["health", "police", "school"][number % 3],
      themes: [themes[number % 4], themes[number / 4 % 4]])
  }

  private static func session() throws -> (TemporaryFolder, Session, MemorySink, MemorySink) {
    let folder = try TemporaryFolder()
    try folder.write(
      "id\n" + (0..<120).map { "R\($0)\n" }.joined(), to: "reviews.csv")
    try folder.write(
      "id,review,age,status,died\n"
        + children.enumerated().map { number, child in
          let age = child.age.map { "\($0)" } ?? ""
          let died = child.died.map { "\($0)" } ?? ""
          return "C\(number),R\(child.review),\(age),\(child.status),\(died)\n"
        }.joined(), to: "children.csv")
    try folder.write(
      "review,agency,themes\n"
        + findings.map { finding in
          "R\(finding.review),\(finding.agency),\(Set(finding.themes).sorted().joined(separator: ";"))\n"
        }.joined(), to: "findings.csv")
    try folder.write(descriptor, to: "datapackage.json")
    let (output, errors) = (MemorySink(), MemorySink())
    let session = Session(output: output, errors: errors, options: .init())
    #expect(session.open([folder.path]) == .success, "\(errors.text)")
    return (folder, session, output, errors)
  }

  private static let descriptor = """
    {"name": "made-up", "resources": [
      {"name": "reviews", "path": "reviews.csv",
       "schema": {"fields": [{"name": "id", "type": "string"}], "primaryKey": "id"}},
      {"name": "children", "path": "children.csv", "schema": {"fields": [
        {"name": "id", "type": "string"}, {"name": "review", "type": "string"},
        {"name": "age", "type": "integer"},
        {"name": "status", "type": "string", "categories": ["CP plan", "CIN plan", "none"]},
        {"name": "died", "type": "boolean"}],
        "foreignKeys": [{"fields": "review", "reference": {"resource": "reviews", "fields": "id"}}]}},
      {"name": "findings", "path": "findings.csv", "schema": {"fields": [
        {"name": "review", "type": "string"}, {"name": "agency", "type": "string"},
        {"name": "themes", "type": "list", "delimiter": ";"}],
        "foreignKeys": [{"fields": "review", "reference": {"resource": "reviews", "fields": "id"}}]}}
    ]}
    """

  private static func answer(_ statement: String) throws -> String {
    let (folder, session, output, errors) = try session()
    defer { _ = folder }
    let outcome = session.run(statement)
    #expect(outcome.status == .success, "\(statement): \(errors.text)")
    return output.text
  }

  private static func mistake(_ statement: String) throws -> String {
    let (folder, session, output, errors) = try session()
    defer { _ = folder }
    #expect(session.run(statement).status == .mistake, "\(statement): \(output.text)")
    #expect(output.text.isEmpty)
    return errors.text
  }

  @Test func `a missing age is above no number`() throws {
    let older = Self.children.count { ($0.age ?? 0) > 10 }
    let missing = Self.children.count { $0.age == nil }
    #expect(
      try Self.answer("count children where age > 10")
        == "\(older) children (of \(193 - missing) with age recorded; \(missing) not recorded)\n")
  }

  @Test func `who did not die, and whose outcome is not recorded, are told apart`() throws {
    let lived = Self.children.count { $0.died == false }
    let missing = Self.children.count { $0.died == nil }
    let expected =
      "\(lived) children (of \(193 - missing) with died recorded; \(missing) not recorded)\n"
    #expect(try Self.answer("count children where not died") == expected)
    #expect(try Self.answer("count children where died != yes") == expected)
    #expect(
      try Self.answer("count children except where died").hasPrefix("\(lived + missing) children"))
  }

  @Test func `yes and no are read as such, whatever the file writes`() throws {
    let both = Self.children.count { $0.status == "CP plan" && $0.died == true }
    for condition in ["died", "died = yes", "died = true", "died is yes"] {
      let text = try Self.answer("count children where status = \"CP plan\" and \(condition)")
      #expect(text.hasPrefix("\(both) children"), "\(text)")
    }
  }

  @Test func `a mistyped value is no count of 0`() throws {
    let text = try Self.mistake("count children where status = 'CP paln'")
    #expect(text.contains("error[unknown-value]"))
    #expect(text.contains("try: count children where status = \"CP plan\""), "\(text)")
  }

  @Test func `case and the kind of quotes make no difference`() throws {
    let plans = Self.children.count { $0.status == "CP plan" }
    for value in ["'cp plan'", "\"CP plan\"", "\"CP  PLAN\"", "“cp plan”"] {
      let text = try Self.answer("count children where status = \(value)")
      #expect(text.hasPrefix("\(plans) children"), "\(text)")
    }
  }

  @Test func `a mistyped field is no count of 0`() throws {
    let text = try Self.mistake("count children where statu = \"CP plan\"")
    #expect(text.contains("error[unknown-field]"))
    #expect(text.contains("try: count children where status = \"CP plan\""), "\(text)")
  }

  @Test func `one sign compares, and the other is answered by it`() throws {
    let ten = Self.children.count { $0.age == 10 }
    #expect(try Self.answer("count children where age = 10").hasPrefix("\(ten) children"))
    let text = try Self.mistake("count children where age == 10")
    #expect(text.contains("try: count children where age = 10"))
  }

  @Test func `a path multiplies no rows`() throws {
    let reviews = Set(Self.findings.filter { $0.themes.contains("neglect") }.map(\.review))
    let deaths = Self.children.count { $0.died == true && reviews.contains($0.review) }
    let text = try Self.answer(
      "count children where died and any review.finding (themes has \"neglect\")")
    #expect(text.hasPrefix("\(deaths) children"), "\(text)")
  }

  @Test func `one finding that is both, and two that are one each, are told apart`() throws {
    func reviews(_ fits: (Finding) -> Bool) -> Set<Int> {
      Set(Self.findings.filter(fits).map(\.review))
    }
    let same = reviews { $0.themes.contains("neglect") && $0.agency == "health" }
    let apart = reviews { $0.themes.contains("neglect") }.intersection(
      reviews { $0.agency == "health" })
    #expect(same.count != apart.count)
    let one = try Self.answer(
      "count reviews where any finding (themes has \"neglect\" and agency = \"health\")")
    #expect(one.hasPrefix("\(same.count) reviews"), "\(one)")
    let two = try Self.answer(
      "count reviews where any finding (themes has \"neglect\") and any finding (agency = \"health\")"
    )
    #expect(two.hasPrefix("\(apart.count) reviews"), "\(two)")
    #expect(two.contains("gives \(same.count)\n"), "\(two)")
  }
}
