import Diagnostics
import Language
import Testing

/// What people type who know other tools, and common slips: each is answered by the right form,
/// which itself has no mistake of form.
@Suite struct MistakeTests {
  private static let mended: [(typed: String, code: DiagnosticCode, corrected: String)] = [
    ("count children where died == yes", .habit, "count children where died = yes"),
    ("count children where died && infant", .habit, "count children where died and infant"),
    ("count children where died||infant", .habit, "count children where died or infant"),
    ("count children where !died", .habit, "count children where not died"),
    ("count children where gender <> 'male'", .habit, "count children where gender != 'male'"),
    ("count children where x like '%a%'", .habit, #"count children where x contains "a""#),
    ("count children where age is null", .habit, "count children where age is missing"),
    ("count children where age is not null", .habit, "count children where age is recorded"),
    ("count children where age = null", .habit, "count children where age is missing"),
    ("count children where age != null", .habit, "count children where age is recorded"),
    ("list children limit 10", .habit, "list children first 10"),
    ("list children top 10", .habit, "list children first 10"),
    ("count children group by status", .habit, "count children by status"),
    ("list children order by age desc", .habit, "list children sort by age descending"),
    ("list children sort age", .habit, "list children sort by age"),
    ("tab reviews grade", .habit, "tabulate reviews by grade"),
    ("crosstab children by status, died", .habit, "tabulate children by status, died"),
    ("select count(*) from children where died", .habit, "count children where died"),
    ("select count(*) from children group by status", .habit, "count children by status"),
    ("SELECT id, age FROM children", .habit, "list children show id, age"),
    ("how many children died?", .habit, "count children where died"),
    ("count children?", .habit, "count children"),
    ("count(*) children", .habit, "count children"),
    ("count children if died", .habit, "count children where died"),
    ("cuont children", .unknownStatement, "count children"),
    ("quiz 7", .habit, "quiz seed 7"),
    ("lesson chek", .syntax, "lesson check"),
    ("stop", .habit, "leave"),
    ("count children wher died", .syntax, "count children where died"),
    ("count children died", .syntax, "count children where died"),
    ("count children where died adn infant", .syntax, "count children where died and infant"),
    ("count children where (died and infant", .syntax, "count children where (died and infant)"),
    (
      #"count children where status = "CP plan"#, .unclosedString,
      #"count children where status = "CP plan""#
    ),
    (
      "count children where status = CP plan and died", .notAValue,
      #"count children where status = "CP plan" and died"#
    ),
    (
      #"count children where status != "A" or "B""#, .syntax,
      #"count children where status not in ("A", "B")"#
    ),
    (
      #"count children where status = "A" and "B""#, .singleValued,
      #"count children where status = "A" or "B""#
    ),
    (
      #"count children where marks has "A" and "B""#, .singleValued,
      #"count children where marks has all of ("A", "B")"#
    ),
    ("expect count children = 194", .syntax, "expect (count children) = 194"),
    (
      "count reviews where begun > 07/06/2009", .ambiguousDate,
      "count reviews where begun > 2009-06-07"
    ),
    (
      "count reviews where begun > 25/12/2009", .ambiguousDate,
      "count reviews where begun > 2009-12-25"
    ),
    (
      "count reviews where begun = 2009-13", .ambiguousDate,
      "count reviews where begun = 2009-10"
    ),
    (
      "tabulate children by status with row", .syntax, "tabulate children by status with row %"
    ),
  ]

  @Test(arguments: mended.indices)
  func `a slip is answered by the right form`(index: Int) throws {
    let (typed, code, corrected) = Self.mended[index]
    let source = SourceText(typed)
    let parsed = try #require(Parser.parse(source).first)
    #expect(parsed.statement == nil)
    #expect(parsed.diagnostics.first?.code == code)
    let edits = parsed.diagnostics.flatMap(\.edits)
    #expect(Diagnostic.corrected(source, edits: edits) == corrected)
    #expect(Parser.parse(SourceText(corrected)).flatMap(\.diagnostics).isEmpty, "\(corrected)")
  }

  private static let refused: [(typed: String, code: DiagnosticCode, words: String)] = [
    ("count", .syntax, ""), ("count where died", .syntax, "where"),
    ("count children where", .syntax, ""), ("count children where died and", .syntax, ""),
    ("count children by", .syntax, ""), ("tabulate children", .syntax, "tabulate children"),
    ("count children where 1 < age < 5", .syntax, "<"),
    ("count children where begun = 2009-02-30", .ambiguousDate, "2009-02-30"),
    ("count children first 0", .syntax, "0"),
    ("children where died | count", .unknownStatement, "children"),
    ("count children where died where infant", .syntax, "where"),
    ("count children @", .unexpectedCharacter, "@"), ("explain", .syntax, ""),
  ]

  @Test(arguments: refused.indices)
  func `what cannot be mended is marked`(index: Int) throws {
    let (typed, code, words) = Self.refused[index]
    let source = SourceText(typed)
    let first = try #require(Parser.parse(source).first?.diagnostics.first)
    #expect(first.code == code, "\(first)")
    #expect(source.text(first.span) == words)
  }

  @Test func `a value after or joins its comparison, more tightly than and`() throws {
    let lists = [
      #"count children where status = "A" or "B" and died"#:
        #"count children where status in ("A", "B") and died"#,
      #"count children where died and not status = "A" or "B" or "C""#:
        #"count children where died and not status in ("A", "B", "C")"#,
      #"count children where marks has "A" or "B" or died"#:
        #"count children where marks has any of ("A", "B") or died"#,
      "count children where age = 1 or 2": "count children where age in (1, 2)",
      #"count children where status is "A" or "B""#: #"count children where status in ("A", "B")"#,
    ]
    for (typed, canonical) in lists {
      let statement = try #require(Parser.parse(SourceText(typed)).first?.statement, "\(typed)")
      #expect(Formatter.format(statement) == canonical)
    }
    let alone = Parser.parse(SourceText(#"count children where died or "B""#))
    #expect(alone.first?.diagnostics.first?.code == .syntax)
  }

  @Test func `a mistake in one statement never touches the next`() {
    let parsed = Parser.parse(
      SourceText("cuont children\ncount children where (died\ncount reviews"))
    #expect(parsed.map { $0.statement != nil } == [false, false, true])
  }

  @Test func `lines that need more go on`() {
    let one = "count children where died and\n  infant\n  by gender,\nstatus"
    #expect(Parser.parse(SourceText(one)).count == 1)
    #expect(
      Parser.parse(SourceText("count children\ncount reviews; count findings # x")).count == 3)
    #expect(Completeness.of("count children where") == .needsMore)
    #expect(Completeness.of("count children where (died") == .needsMore)
    #expect(Completeness.of("count children where died is no") == .complete)
    #expect(Completeness.of("help where") == .complete)
    #expect(Completeness.of("count children sort by count") == .complete)
    #expect(Completeness.of("") == .complete)
  }
}
