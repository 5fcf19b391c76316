extension LanguageTopic {
  /// What holds throughout.
  static let ideas = [
    LanguageTopic(
      name: "and", also: ["or", "not"],
      usage: "A and B, A or B, not A, (A)",
      summary:
        "Joins conditions: `not` binds tightest, then `and`, then `or`. A missing value "
        + "leaves a condition undecided, and `not` leaves it so.",
      example: "count children where died and (infant or cin)"),
    LanguageTopic(
      name: "paths", usage: "RELATION.FIELD",
      summary:
        "A field of the one row that a relation leads to. A path never multiplies rows.",
      example: "count children where review.lscb.region = \"London\""),
    LanguageTopic(
      name: "units", also: ["days", "weeks", "months", "years"],
      usage: "6 months, 1 year, 10 days",
      summary:
        "A number with its unit. Larger units count whole ones completed: age <= 5 "
        + "years includes five years and eleven months.",
      example: "count children where age < 6 months"),
    LanguageTopic(
      name: "dates",
      usage: "2009-07-14, 14 Jul 2009, July 2009, 2009, 2009-10, quarter 3 of 2009-10",
      summary:
        "A day, or a whole month, year, financial year or quarter, which = compares as "
        + "a period.",
      example: "count reviews where evaluated_date = July 2009"),
    LanguageTopic(
      name: "report", also: ["reports", "diff", "runs"],
      usage: "enquire run SCRIPT --out FILE, enquire diff SCRIPT --data A --data B",
      summary:
        "A script as one document, HTML or Markdown by the file's name: headings, text, tables, a "
        + "chart where a statement ends in `as bars`, and every query. `diff` says number by number "
        + "what changed between two data sets, and `compare runs` between saved answers.",
      example: "tabulate children by status as bars"),
    LanguageTopic(
      name: "precedence", usage: "or, and, not, comparison, + -, * /",
      summary:
        "Loosest first. `not status = \"CP plan\"` is `not (status = \"CP plan\")`; "
        + "brackets say it otherwise.",
      example: "count children where not status = \"CP plan\" and died"),
  ]
}
