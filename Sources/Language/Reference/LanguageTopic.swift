/// The clauses, conditions and ideas of the language, for help and the reference.
public struct LanguageTopic: Sendable {
  /// The word to ask for.
  public let name: String
  /// How it is written.
  public let usage: String
  /// What it means, in one or two sentences.
  public let summary: String
  /// A statement on the bundled data set that uses it.
  public let example: String

  /// Every topic, clauses first.
  public static let all: [LanguageTopic] = clauses + conditions + ideas

  private static let clauses = [
    LanguageTopic(
      name: "where", usage: "SET where CONDITION",
      summary: "Keeps the rows for which the condition is true.",
      example: "count children where died"),
    LanguageTopic(
      name: "except", usage: "SET except where CONDITION",
      summary:
        "Drops the rows for which the condition is true, and keeps those for which it is undecided.",
      example: "count children except where gender = \"male\""),
    LanguageTopic(
      name: "by", usage: "by FIELD [, FIELD ...]",
      summary: "Counts each group. Rows without a value come last, as (not recorded).",
      example: "count children by gender, died"),
    LanguageTopic(
      name: "show", usage: "show FIELD [, FIELD ...]",
      summary: "The fields that `list` shows; a field of a related row is reached by its path.",
      example: "list children where infant show id, review.grade first 5"),
    LanguageTopic(
      name: "with", usage: "with row %, column %, total %, missing",
      summary: "The percentages that `tabulate` shows beside the counts.",
      example: "tabulate children by gender, died with column %"),
    LanguageTopic(
      name: "sort", usage: "sort by FIELD [descending]",
      summary: "The order of the rows; `sort by count` orders groups by their size.",
      example: "count reviews by region sort by count descending"),
    LanguageTopic(
      name: "first", usage: "first N", summary: "At most this many rows.",
      example: "list children sort by age first 3"),
    LanguageTopic(
      name: "as", usage: "as FORMAT",
      summary: "The format of the answer: table, csv, tsv, json, jsonl or markdown.",
      example: "count children by status as csv"),
    LanguageTopic(
      name: "into", usage: "into \"FILE\"",
      summary: "Writes the answer to a file; its ending chooses the format when `as` does not.",
      example: "count children by status as csv into \"status.csv\""),
  ]

  private static let conditions = [
    LanguageTopic(
      name: "=", usage: "FIELD = VALUE, !=, <, <=, >, >=",
      summary:
        "Compares. Text is matched without regard to case; a value that does not exist is a mistake.",
      example: "count children where gender = \"female\" and age >= 11 years"),
    LanguageTopic(
      name: "in", usage: "FIELD [not] in (VALUE, VALUE ...)",
      summary: "One of several values; `FIELD = A or B` means the same.",
      example: "count reviews where grade in (\"good\", \"adequate\")"),
    LanguageTopic(
      name: "between", usage: "FIELD [not] between LOW and HIGH",
      summary: "From the first to the second, both included.",
      example: "count reviews where evaluated_date between 2009-10-01 and 2009-12-31"),
    LanguageTopic(
      name: "missing", usage: "FIELD is missing [because \"REASON\"], FIELD is recorded",
      summary: "Whether a value is there; a reason is one that the codebook gives.",
      example: "count children where ethnicity is missing"),
    LanguageTopic(
      name: "is", usage: "FIELD is [not] yes, no, VALUE, at least VALUE, above VALUE, empty",
      summary:
        "Says the same as a sign, in words; on a scale, `is at least` includes the levels above.",
      example: "count children where status is at least \"Child in need\""),
    LanguageTopic(
      name: "has", usage: "FIELD has VALUE, has any of (...), all of, none of, only",
      summary: "What a many-valued field holds.",
      example: "count children where disability has any of (\"LD\", \"AUT\")"),
    LanguageTopic(
      name: "any", usage: "any RELATION (CONDITION)",
      summary: "At least one related row satisfies the condition.",
      example: "count reviews where any child (died)"),
    LanguageTopic(
      name: "every", usage: "every RELATION [, if any,] (CONDITION)",
      summary:
        "There is a related row, and all satisfy the condition; with `if any`, none will do.",
      example: "count reviews where every child (known)"),
    LanguageTopic(
      name: "no", usage: "no RELATION (CONDITION)",
      summary: "No related row satisfies the condition.",
      example: "count reviews where no child (known)"),
    LanguageTopic(
      name: "at", usage: "at least N, at most N, exactly N RELATION (CONDITION)",
      summary: "So many related rows satisfy the condition.",
      example: "count reviews where at least 2 children (died)"),
    LanguageTopic(
      name: "of", usage: "count of RELATION (CONDITION)",
      summary: "How many related rows satisfy the condition, as a number to compare.",
      example: "count reviews where count of findings > 10"),
    LanguageTopic(
      name: "bands", usage: "FIELD bands (N, N ...)",
      summary: "Numbers in groups, each beginning at a number of the list.",
      example: "count children by age bands (0, 1, 5, 16)"),
  ]

  private static let ideas = [
    LanguageTopic(
      name: "and", usage: "A and B, A or B, not A, (A)",
      summary:
        "Joins conditions: `not` binds tightest, then `and`, then `or`. A missing value leaves a condition undecided, and `not` leaves it so.",
      example: "count children where died and (infant or cin)"),
    LanguageTopic(
      name: "paths", usage: "RELATION.FIELD",
      summary: "A field of the one row that a relation leads to. A path never multiplies rows.",
      example: "count children where review.lscb.region = \"London\""),
    LanguageTopic(
      name: "units", usage: "6 months, 1 year, 10 days",
      summary:
        "A number with its unit. Larger units count whole ones completed: age <= 5 years includes five years and eleven months.",
      example: "count children where age < 6 months"),
    LanguageTopic(
      name: "dates", usage: "2009-07-14, 14 Jul 2009, July 2009, 2009, 2009-10",
      summary:
        "A day, or a whole month, year or financial year, which = compares as a period.",
      example: "count reviews where evaluated_date = July 2009"),
  ]
}
