import Diagnostics
import Language
import Planning
import TestSupport
import Testing

/// Statements turned back into English.
@Suite struct ExplanationTests {
  private static let sentences: [(statement: String, sentence: String)] = [
    ("count children", "The number of children."),
    (
      #"count children where status = "CP plan" and died"#,
      #"The number of children for which status is "CP plan" and died is yes. "#
        + #"Here died means outcome = "died"."#
    ),
    (
      "percent cin of children where died",
      "Of the children for which died is yes, the number and percentage for which cin is yes; "
        + "those for which that is not known stand outside the base. "
        + #"Here died means outcome = "died" and cin means status is at least "Child in need"."#
    ),
    (
      "count reviews where no child (gender = \"male\") by grade",
      "The number of reviews for which there is no child for which gender is \"male\", "
        + "for each grade."
    ),
    (
      "list reviews show id sort by evaluated_date descending first 3",
      "Id of each of the reviews, in order of evaluated_date (largest first), the first 3 only."
    ),
  ]

  @Test(arguments: sentences.indices)
  func `a statement reads aloud`(index: Int) throws {
    let (text, expected) = Self.sentences[index]
    let statement = try #require(Parser.parse(SourceText(text)).first?.statement)
    #expect(Explanation(try bundledCatalogue.get()).sentence(for: statement) == expected)
  }
}
