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
        + "those for which it is undecided stand outside the base. "
        + #"Here died means outcome = "died" and cin means status is at least "Child in need"."#
    ),
    (
      "count reviews where no child (gender = \"male\") by grade",
      "The number of reviews for which there is no child for which gender is \"male\", "
        + "for each grade."
    ),
    (
      "list reviews show id sort by evaluated_date descending first 3",
      "Of each of the reviews: id, in order of evaluated_date (descending), the first 3 only."
    ),
    (
      "count reviews where any child (died) or grade = \"good\" and exactly 1 child (infant)",
      "The number of reviews for which (there is at least one child for which died is yes) or "
        + "(grade is \"good\" and (there is exactly 1 child for which infant is yes)). "
        + "Here died means outcome = \"died\" and infant means age < 1 year."
    ),
    (
      "average age, count of children by count of characteristics",
      "Of the children, the average of age and the count, for each number of its characteristics."
    ),
    (
      "count reviews where round(months(decision_date, submitted_date) / 12, 1) > 1.5",
      "The number of reviews for which (the whole months from decision_date to submitted_date "
        + "divided by 12), rounded to 1 decimal, is above 1.5."
    ),
    (
      #"define missing "Other", -9 in children.living_with because "not told""#,
      #"From now on, where children.living_with holds "Other" or "-9" a value is missing, "#
        + #"because "not told"."#
    ),
    (
      "define relation place as reviews.(lscb, region) to lscbs.(id, region) called cases",
      "From now on, each of the reviews leads to one of the lscbs as place, and from there back "
        + "as cases: the one whose id is its lscb and region is its region."
    ),
  ]

  @Test(arguments: sentences.indices)
  func `a statement reads aloud`(index: Int) throws {
    let (text, expected) = Self.sentences[index]
    let statement = try #require(Parser.parse(SourceText(text)).first?.statement)
    #expect(Explanation(try bundledCatalogue.get()).sentence(for: statement) == expected)
  }
}
