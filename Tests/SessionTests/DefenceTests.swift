import Testing

@testable import Session

/// What an answer says in its own defence: bases, undecided rows by field, why it is zero, what else the
/// words may mean.
@MainActor @Suite struct DefenceTests {
  @Test(arguments: [
    // The base, and the field that left rows undecided.
    (
      "count children where age < 1 year",
      ["68 children (of 191 with age recorded; 3 not recorded)"]
    ),
    (
      "count children where died and ethnicity != \"WBRI\"",
      ["19 children (of 182 decided; 12 undecided: 12 ethnicity)"]
    ),
    (
      "count children where review.family_involved is no and died",
      ["31 children (of 183 decided; 11 undecided: 11 review.family_involved)"]
    ),
    // A zero, step by step, with how far the values reach and what never holds together.
    (
      "count children where status = \"CP plan\" and died and age > 20 years",
      [
        "0 children (of 194)",
        "why none: all: 194 -> status = \"CP plan\": 49 -> died: 12 -> age > 20 years: 0",
        "the largest age is 215 months (17 years)",
      ]
    ),
    (
      "count reviews where incident_date before 1990", ["the earliest incident_date is 2006-06-29"]
    ),
    (
      "count children where died and harm_category = \"Neglect\" and gender = \"male\"",
      ["never both: died (90) and harm_category = \"Neglect\" (26)"]
    ),
    (
      "list children where age > 30 years",
      ["no children (of 191 with age recorded; 3 not recorded)", "the largest age is 215 months"]
    ),
    // `every` of nothing.
    (
      "count lscbs where every review (grade = \"good\")",
      [
        "13 lscbs (of 75)",
        "4 lscbs have no review, and `every` needs one; `, if any,` takes them in",
      ]
    ),
    (
      "count lscbs where every review, if any, (grade = \"good\")",
      ["17 lscbs (of 75)", "4 lscbs of these have no review at all"]
    ),
    // What else the words may mean, with its count.
    (
      "count children where status = \"Child in need\"",
      ["41 children (of 194)", "`status is at least \"Child in need\"` gives 90"]
    ),
    (
      "count children where died or cin and infant",
      ["104 children", "`and` was joined before `or`; `(died or cin) and infant` gives 51"]
    ),
    (
      "count reviews where any finding (agency = \"Police\") and any finding (type = \"strength\")",
      [
        "47 reviews (of 147)", "each `any finding` may be met by a different finding;",
        "`any finding (agency = \"Police\" and type = \"strength\")` gives 21",
      ]
    ),
    (
      "count reviews where any child (died)",
      ["85 reviews (of 147)", "this counts reviews; `count children where died` gives 90"]
    ),
    (
      "tabulate children by each cp_category",
      [
        "one child can have several: 83 values in 67 children, so counts add to more than the "
          + "children, and percentages to more than 100"
      ]
    ),
  ])
  func `an answer defends itself`(statement: String, says: [String]) {
    let (session, output, errors) = makeSession()
    #expect(session.run(statement).status == .success, "\(errors.text)")
    for words in says { #expect(output.text.contains(words), "\(words) in \(output.text)") }
  }

  @Test(arguments: [
    "status = \"Child in need\" or status = \"CP plan\"",
    "status = \"CP plan\" or died or status = \"Child in need\"",
    "status in (\"CP plan\") or status = \"Child in need\"",
    "status = \"Known\" or status is at least \"Child in need\"",
  ])
  func `levels that are asked for beside a level are not said to be left out`(condition: String) {
    let (session, output, errors) = makeSession()
    #expect(session.run("count children where \(condition)").status == .success, "\(errors.text)")
    #expect(!output.text.contains("leaves out"), "\(output.text)")
  }

  @Test(arguments: [
    "status = \"Known\" or status = \"CP plan\"",
    "(status = \"Child in need\" and died) or status = \"CP plan\"",
    "not (status = \"Child in need\") or status = \"CP plan\"",
  ])
  func `a level that is asked for without all above it is noted`(condition: String) {
    let (session, output, errors) = makeSession()
    #expect(session.run("count children where \(condition)").status == .success, "\(errors.text)")
    #expect(output.text.contains("leaves out"), "\(output.text)")
  }

  @Test func `a path to many shows what each reading counts`() {
    let (session, _, errors) = makeSession()
    #expect(session.run("count reviews where findings.agency = \"Police\"").status == .mistake)
    for words in [
      "any finding (agency = \"Police\"): 65 reviews",
      "every finding (agency = \"Police\"): 0 reviews",
      "no finding (agency = \"Police\"): 82 reviews",
      "try: count reviews where any finding (agency = \"Police\")",
    ] {
      #expect(errors.text.contains(words), "\(words) in \(errors.text)")
    }
  }

  @Test(arguments: [
    ("inadequate", 23, 147, "10.7", "22.4"), ("good", 62, 147, "34.5", "50.3"),
  ])
  func `intervals are those that were worked out by hand`(
    grade: String, part: Int, whole: Int, low: String, high: String
  ) {
    let (session, output, _) = makeSession()
    _ = session.run("percent grade = \"\(grade)\" of reviews with ci")
    #expect(output.text.hasPrefix("\(part) of \(whole) ("))
    #expect(output.text.contains("95% interval \(low)-\(high)%)"), "\(output.text)")
    #expect(output.text.contains("a census is no sample"))
  }
}
