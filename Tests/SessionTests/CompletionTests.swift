import LineEditing
import Testing

@testable import Session

/// What Tab offers on the bundled data.
///
/// `|` is the cursor.
@MainActor
@Suite struct CompletionTests {
  private func offered(_ text: String) throws -> [Candidate] {
    let session = Session(output: MemorySink(), errors: MemorySink(), options: .init())
    #expect(session.open([]) == .success)
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    let before = String(try #require(parts.first))
    return session.editorHooks.complete(before + (parts.dropFirst().first ?? ""), before.utf8.count)
      .candidates
  }

  private nonisolated static let expected:
    [(text: String, includes: [String], excludes: [String])] = [
      ("|", ["count", "list", "tabulate", "define"], ["where", "died"]),
      ("cou|", ["count"], ["list"]),
      ("count |", ["children", "reviews"], ["died", "where"]),
      ("count chi|", ["children"], ["reviews"]),
      ("count children |", ["where", "by", "except where", "sort by"], ["children"]),
      ("count children wh|", ["where"], ["by"]),
      ("count children where |", ["status", "died", "review.", "any", "not"], ["grade", "by"]),
      ("count children where review.|", ["grade", "lscb", "lscb."], ["status", "any"]),
      ("count children where review.gr|", ["grade"], ["region"]),
      ("count children where status = |", ["\"CP plan\"", "\"Known\""], ["died", "count of"]),
      ("count children where status = \"CP|", ["\"CP plan\""], ["\"Known\""]),
      ("count children where status is at least |", ["\"Child in need\""], []),
      ("count children where status is |", ["at least", "missing", "\"CP plan\""], []),
      ("count children where ethnicity in (\"White British\", |", ["\"White Irish\""], []),
      ("count children where died |", ["and", "or", "by", "is"], ["died"]),
      ("count reviews where any |", ["child", "finding"], ["children.", "grade"]),
      ("count reviews where any child (|", ["died", "status", "review."], ["grade"]),
      ("count reviews where any child (died) and |", ["grade", "any"], ["status"]),
      ("count children by |", ["gender", "age_band_dfe"], ["grade"]),
      ("count children by gender as |", ["csv", "markdown"], ["gender"]),
      ("tabulate children by gender, died with |", ["row %", "missing"], []),
      ("define |", ["measure", "missing", "relation", "children"], ["died"]),
      ("define missing \"x\" in |", ["children", "children.status"], ["count"]),
      ("define missing \"x\" in children.status |", ["because"], ["died"]),
      ("define relation place as reviews.|", ["lscb"], ["status"]),
      ("define relation place as reviews.lscb |", ["to"], ["died"]),
      ("cop|", ["copy"], ["count"]),
      ("copy |", ["as"], ["csv"]),
      ("copy as |", ["csv", "markdown"], ["as"]),
      ("save |", ["package", "snapshot"], ["count"]),
      ("save package \"x\" |", ["with", "replace"], ["count"]),
      ("values eth|", ["ethnicity", "ethnic_group"], ["status"]),
      ("describe chil|", ["children"], []),
      ("set |", ["format", "color"], []),
      ("set format |", ["csv", "json"], []),
      ("help unk|", ["unknown-value"], ["count"]),
      ("explain cou|", ["count"], []),
      ("med|", ["median"], ["count"]),
      ("count |", ["distinct"], ["those", "cell ("]),
      ("count distinct |", ["lscb", "status"], ["children"]),
      ("median |", ["age", "months_to_complete"], ["by"]),
      ("median age |", ["of"], ["died"]),
      ("median age of |", ["children"], ["died", "lscbs", "those"]),
      ("count, |", ["median", "percent", "p90"], ["children"]),
      ("summarise |", ["age"], ["children"]),
      ("summarise age of |", ["children"], ["status"]),
      ("compare children where died |", ["with", "and"], ["by"]),
      ("compare children where died with |", ["children"], ["row %"]),
      ("compare children where died with children where not died by |", ["cin"], ["grade"]),
      ("find \"x\" in |", ["narratives.text"], ["where", "age"]),
      ("find \"x\" in narratives.text |", ["where", "width", "first"], ["by"]),
      ("sample 3 |", ["reviews"], ["where"]),
      ("missing |", ["children"], ["where"]),
      ("count reviews by year of |", ["evaluated_date"], ["grade", "each"]),
      ("count children where disability has any |", ["of"], ["count of"]),
      ("count children where died |", ["and"], ["where"]),
      ("count children by |", ["each", "year of", "financial year of"], []),
      ("count children by each |", ["disability"], ["each"]),
      ("count children by age |", ["bands", "every"], []),
      ("count children by status having |", ["count", "median", "percent"], ["gender"]),
      ("count children by status sort by |", ["count", "status"], []),
      ("count reviews where evaluated_date |", ["in", "before", "on or after"], []),
      ("count narratives where text |", ["contains", "mentions", "matches"], []),
      ("count narratives where text mentions |", ["any of", "none of"], ["only"]),
      ("count children where disability has |", ["\"Learning\""], []),
      ("count reviews where average of |", ["child", "finding"], ["grade"]),
      ("explain |", ["plan", "sql", "count"], []),
      ("explain sql |", ["duckdb", "postgresql", "count"], []),
      ("count children where age |", ["=", ">=", "between"], ["contains", "and", "has", "every"]),
      ("count children where gender |", ["=", "in"], ["<", "before", "bands"]),
      ("count children where died |", ["and", "by"], ["<", "mentions"]),
      ("count reviews where evaluated_date |", ["<", "between"], ["contains", "has"]),
      ("count narratives where text |", ["contains"], ["before", "bands"]),
      ("count children where disability |", ["has", "is"], ["<", "before"]),
      ("percent died of |", ["children"], ["lscbs"]),
      ("values status of |", ["children"], ["reviews"]),
      ("tabulate reviews by grade with |", ["ci"], ["chi2"]),
      ("count children where `sta|", ["status"], ["died"]),
      ("count children by gender; count rev|", ["reviews"], ["children"]),
      ("count children where gen| and died", ["gender"], ["died"]),
      ("count children where age > |", ["round(", "age"], ["died", "gender"]),
      ("warn |", ["unless"], ["count"]),
      ("count children where review.grade = |", ["\"good\""], ["grade", "lscb.", "round("]),
      ("count children where review.lscb.region = |", ["\"London\""], ["average of"]),
      ("count reviews where any child (status = |", ["\"CP plan\""], ["count of", "average of"]),
      ("count reviews where status = |", [], ["average of", "count of", "round("]),
      ("count children where status = a|", [], ["average of", "round("]),
      (
        "count reviews where evaluated_date > |", ["decision_date"],
        ["round(", "days(", "count of"]
      ),
      ("count reviews where evaluated_date in |", ["quarter"], ["average of", "grade"]),
      ("count children where died = |", ["yes", "no"], ["count of", "age", "round("]),
      ("count children where died = y|", ["yes"], ["no"]),
      (
        "count reviews where recommendation_count > |", ["count of", "round("], ["grade", "days("]
      ),
      ("count children where age between 1 and |", ["age"], ["status", "days(", "count of"]),
      ("count reviews where |", ["days(", "count of", "average of"], []),
      ("count children where |", ["days(", "count of"], ["average of", "sum of"]),
      ("define measure m as |", ["median", "count"], ["children"]),
    ]

  @Test(arguments: expected.indices)
  func `Tab offers what could stand there`(index: Int) throws {
    let (text, includes, excludes) = Self.expected[index]
    let candidates = try offered(text).map(\.text)
    for word in includes { #expect(candidates.contains(word), "\(text): \(word) in \(candidates)") }
    for word in excludes { #expect(!candidates.contains(word), "\(text): no \(word)") }
  }

  @Test func `values of the field come alone, in the order of the codebook`() throws {
    #expect(
      try offered("count children where status = |").map(\.text) == [
        "\"Not known to services\"", "\"Known\"", "\"Child in need\"", "\"CP plan\"",
      ])
    #expect(try offered("count children where died = |").map(\.text) == ["yes", "no"])
  }

  @Test(arguments: [
    ("count childs where dide", "count children where died"),
    ("count childs\n  where dide", "count children\n  where died"),
    (
      "count children where (\n  dide\n  and status = \"CP paln\"\n)",
      "count children where (\n  died\n  and status = \"CP plan\"\n)"
    ),
    ("count children; count childs", "count children"),
  ])
  func `after a mistake Tab gives the statement as it should be`(typed: String, mended: String) {
    let (session, _, _) = makeSession()
    #expect(session.run(typed).status == .mistake)
    for text in ["", "  ", "\n"] {
      let completion = session.completion(of: text, atByte: text.utf8.count)
      #expect(completion.candidates.map(\.text) == [mended] && completion.replaceFrom == 0)
    }
    #expect(session.run("count children").status == .success)
    #expect(session.completion(of: "", atByte: 0).candidates.count > 20)
  }

  @Test func `values come with their counts and codes`() throws {
    let plan = try offered("count children where status = |").first { $0.text == "\"CP plan\"" }
    #expect(plan?.note == "49")
    let ethnicity = try offered("count children where ethnicity = \"White Br|")
    #expect(ethnicity.map(\.text) == ["\"White British\""])
    #expect(ethnicity.first?.note.contains("WBRI") == true)
  }

  @Test func `the rows behind an answer are offered once there is one`() {
    let session = Session(output: MemorySink(), errors: MemorySink(), options: .init())
    #expect(session.open([]) == .success)
    #expect(session.run("tabulate children by status, died").status == .success)
    let offered = session.completion(of: "count ", atByte: 6).candidates.map(\.text)
    #expect(offered.contains("those") && offered.contains("cell ("))
  }

  @Test func `values in an unfinished text keep their quotes`() throws {
    #expect(try offered("count children where status = \"cp p|").map(\.text) == ["\"CP plan\""])
    #expect(try offered("count children where status = \"PLAN|").map(\.text) == ["\"CP plan\""])
  }

  @Test func `personal text is never offered`() throws {
    let candidates = try offered("count narratives where text = |").map(\.text)
    #expect(!candidates.contains { $0.hasPrefix("\"") })
  }
}
