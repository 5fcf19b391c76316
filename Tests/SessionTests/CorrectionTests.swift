import Language
import TestSupport
import Testing

@testable import Session

/// The corrected query that a mistake is answered with runs.
@MainActor @Suite struct CorrectionTests {
  /// Mistakes that people make, each of which has been answered with a line.
  private static let habits = [
    "summarise count of children", "summarise count of reviews", "summarise count of age",
    "summarise children.age by gender", "summarise reviews by grade", "summarise age by gender",
    "summarize age of childs", "count childs", "count children were died",
    "count children where status == \"CP plan\"", "count children where status = CP plan",
    "count children where status = \"CP paln\"", "count children where age > \"ten\"",
    "count children where died = true and", "count children where (died",
    "count children by genderr",
    "list children show idd", "list children age", "list children sort age", "list reviews top 5",
    "tabulate children by gendre", "tabulate children gender by died", "percent died of children",
    "median age children", "mean age of children by", "average age of children",
    "select * from children", "select id, age from children where died",
    "count children where any findings (agency = \"Police\")",
    "count reviews where incident_date > 2008",
    "find \"neglect in summary", "values stauts", "values status of children", "describe childen",
    "missing childs", "count children where age between 1 and 5",
    "count children where age in (1, 2)",
    "count children where not (died", "count children where status != \"cp plan\"",
    "count children where status is \"CP plan\"", "count children where gender like \"f%\"",
    "help perecnt", "set colour on", "show colr", "count children as cvs",
    "count children having age > 1",
    "count children group by gender", "count children order by age", "list children limit 5",
    "average age of children by outcome sort by average descending",
    "median age of children by outcome sort by age",
    "median age of children by died sort by median",
    "list children first five", "count", "list", "summarise", "summarise age", "summarise age of",
  ]

  /// Whether a statement only asks.
  private static func isQuestion(_ statement: String) -> Bool {
    let words: Set = [
      "count", "list", "tabulate", "summarise", "percent", "values", "missing", "find",
    ]
    return words.contains { statement.hasPrefix($0) } && !statement.contains("into")
      && !statement.contains("$") && !statement.contains("\n")
  }

  @Test func `what is proposed for mistakes that people make runs`() {
    let (session, _, errors) = makeSession()
    var corrected = 0
    for statement in Self.habits where session.run(statement).status != .success {
      guard let proposal = session.correction else { continue }
      corrected += 1
      let before = errors.text.count
      #expect(
        session.run(proposal).status == .success,
        "\(statement)\ntry: \(proposal)\n\(errors.text.dropFirst(before))")
    }
    #expect(corrected > Self.habits.count / 3, "\(corrected) of \(Self.habits.count)")
  }

  @Test func `what is proposed for a mistyped example runs`() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let (session, _, errors) = makeSession()
    let examples = HelpTopic.all.compactMap(\.example).filter(Self.isQuestion)
    var corrected = 0
    for example in examples {
      for _ in 0..<4 {
        let statement = Self.mistyped(example, &random)
        session.correction = nil
        guard session.run(statement).status != .success, let proposal = session.correction else {
          continue
        }
        corrected += 1
        let before = errors.text.count
        #expect(
          session.run(proposal).status == .success,
          "seed \(seed)\n\(statement)\ntry: \(proposal)\n\(errors.text.dropFirst(before))")
      }
    }
    #expect(corrected > examples.count, "seed \(seed): \(corrected) of \(examples.count)")
  }

  @Test func `the word of a measure sorts by it`() {
    let (session, output, errors) = makeSession()
    for key in ["median descending", "average descending", "median age descending"] {
      let before = output.text.count
      let statement = "median age, average age of children by outcome sort by \(key) first 1"
      #expect(session.run(statement).status == .success, "\(errors.text)")
      let answer = output.text.dropFirst(before)
      #expect(answer.contains("serious incident") && !answer.contains("died"), "\(answer)")
    }
    #expect(session.run("median age of children by outcome sort by min").status == .mistake)
    // The first percentage, as ever; of two medians neither is meant.
    let percentages = "percent died, percent cin of children by gender sort by percent"
    #expect(session.run(percentages).status == .success, "\(errors.text)")
    let medians = "median age, median age + 6 months of children by gender sort by median"
    #expect(session.run(medians).status == .mistake)
    #expect(session.run("list children sort by median").status == .mistake)
  }

  /// A statement with two letters of one word exchanged, a letter left out or a letter doubled.
  private static func mistyped(_ statement: String, _ random: inout SeededRandom) -> String {
    var letters = Array(statement)
    let places = letters.indices.dropLast().filter {
      letters[$0].isLetter && letters[$0 + 1].isLetter && letters[$0] != letters[$0 + 1]
    }
    guard let place = places.randomElement(using: &random) else { return statement }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    default: letters.insert(letters[place], at: place)
    }
    return String(letters)
  }
}
