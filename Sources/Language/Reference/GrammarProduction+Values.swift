extension GrammarProduction {
  /// Numbers, names and what is written for them.
  static let values = [
    GrammarProduction(
      "expression",
      [
        "value", "PATH", "$NAME", "(expression)", "- expression",
        "expression (+ | - | * | /) expression", "count of RELATION [(condition)]",
        "(average | median | sum | min | max) of RELATION.PATH",
        "(year | quarter | month | financial year) of PATH", "(measure of set)",
        "FUNCTION(expression [, expression])",
      ],
      "A value of each row. `* /` bind more tightly than `+ -`. A query in brackets is one number for "
        + "all rows.",
      [
        "count reviews where count of recommendations > 2 * count of findings",
        "count reviews where count of findings (agency = \"Health visiting\") > 1",
        "count reviews where max of children.age - min of children.age > 5 years",
        "count reviews where average of children.age < 1 year",
        "count reviews where median of children.age = sum of children.age",
        "count children where age < (average age of children)",
        "count reviews where submitted_date - decision_date > 300 days",
        "count reviews where count of findings - 6 > - 3 + count of children",
        "count reviews where year of incident_date = 2009",
        "expect round((percent grade = \"good\" of reviews), 1) = 42.2",
      ]),
    GrammarProduction(
      "PATH",
      ["FIELD", "RELATION.PATH"],
      "A field, or one of the single row that a relation leads to; a path never multiplies rows. Names "
        + "that are not one word stand in backticks.",
      [
        "count children where review.lscb.region = \"London\"",
        "count children where `status` = \"CP plan\"",
      ]),
    GrammarProduction(
      "value",
      [
        "\"TEXT\" | 'TEXT' | WORD", "N | N% | N (days | weeks | months | years)", "yes | no",
        "date", "period",
      ],
      "A text is matched without regard to case and blanks. A word without quotes is a value only where "
        + "the field has it. Larger units count whole ones: age <= 5 years includes five years and "
        + "eleven months.",
      [
        "count children where status = 'cp plan'", "count reviews where grade = good",
        "count children where age < 6 months", "count children where died = yes",
        "expect (percent died of children) > 42%",
      ]),
    GrammarProduction(
      "date",
      ["YYYY-MM-DD", "D MONTH YYYY"],
      "A day. `07/06/2009` is refused, since it has two readings.",
      ["count reviews where evaluated_date = 2009-07-14 or 14 Jul 2009"]),
    GrammarProduction(
      "period",
      ["YYYY", "MONTH YYYY", "YYYY-YY", "quarter (1 | 2 | 3 | 4) of (YYYY | YYYY-YY)"],
      "A calendar year, a month, a financial year (2009-10 is April 2009 to March 2010), or a quarter of "
        + "either.",
      [
        "count reviews where incident_date in 2009",
        "count reviews where evaluated_date in July 2009",
        "count reviews where evaluated_date in 2009-10",
        "count reviews where evaluated_date in quarter 3 of 2009-10",
        "count reviews where incident_date not in quarter 1 of 2009",
      ]),
  ]
}
