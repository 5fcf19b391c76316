extension GrammarProduction {
  /// What is true of a row, false, or undecided because a value is missing.
  static let conditions = [
    GrammarProduction(
      "condition",
      [
        "condition or condition", "condition and condition", "not condition", "(condition)",
        "comparison", "quantified", "PATH",
      ],
      "Loosest first: `or`, `and`, `not`, comparison. A bare path must be yes or no. True wins over "
        + "undecided in `or`, false in `and`.",
      [
        "count children where infant or cin", "count children where died and (infant or cin)",
        "count children where not status = \"CP plan\"",
      ]),
    GrammarProduction(
      "comparison",
      [
        "expression (= | != | < | <= | > | >=) expression", "expression = value or value [or ...]",
        "expression [not] in (value [, value ...])", "expression [not] between value and value",
        "expression = value within value",
        "expression is [not] test", "expression [not] in period",
        "expression (before | after | on or before | on or after) (date | period)",
        "PATH has holding", "PATH text",
      ],
      "Compares. Both ends of `between` are included; `= 46.4 within 0.1` is between 46.3 and 46.5. A value that neither codebook nor column has is "
        + "a mistake.",
      [
        "count children where age >= 11 years", "count children where status < \"CP plan\"",
        "count reviews where grade != \"good\"",
        "count children where living_with = \"Foster care\" or \"Hospital\"",
        "count reviews where grade not in (\"good\", \"adequate\")",
        "count children where age not between 1 and 5 years",
        "count reviews where incident_date before 2008",
        "expect (percent died of children) = 46.4 within 0.1",
        "count reviews where evaluated_date on or after 2010-01-01",
        "count reviews where submitted_date after decision_date",
        "count reviews where grade = overview_report",
      ]),
    GrammarProduction(
      "test",
      [
        "missing [because \"REASON\"]", "recorded", "yes", "no", "empty", "value",
        "(at least | at most | above | below) value",
      ],
      "Whether a value is there and why not, yes or no, and how a level of a scale stands to another.",
      [
        "count children where ethnicity is missing because \"refused\"",
        "count children where ethnicity is not recorded",
        "count reviews where family_involved is no",
        "count reviews where family_involved is not yes",
        "count children where disability is empty", "count reviews where grade is \"good\"",
        "count children where status is at least \"Child in need\"",
        "count children where status is at most \"Known\"",
        "count children where status is above \"Known\"",
        "count children where status is not below \"Known\"",
      ]),
    GrammarProduction(
      "holding",
      [
        "value", "any of (value [, value ...])", "all of (value [, value ...])",
        "none of (value [, value ...])", "only (value [, value ...])",
      ],
      "What a many-valued field holds.",
      [
        "count children where disability has \"LD\"",
        "count children where disability has any of (\"LD\", \"AUT\")",
        "count children where cp_category has all of (\"NEG\", \"EMO\")",
        "count children where disability has none of (\"LD\", \"NONE\")",
        "count children where cp_category has only \"NEG\"",
      ]),
    GrammarProduction(
      "text",
      [
        "contains \"PART\"", "mentions \"WORDS\"",
        "(contains | mentions) (any of | all of | none of) (\"WORDS\" [, \"WORDS\" ...])",
        "matches /REGULAR EXPRESSION/",
      ],
      "Looks into a text, in any case. `mentions` takes whole words, each of which may end in `*`; "
        + "several words are a phrase.",
      [
        "count narratives where text contains \"did not\"",
        "count narratives where text mentions \"bruis*\" or \"fractur*\"",
        "count narratives where text mentions none of (\"school\", \"nurser*\")",
        "count narratives where text matches /mother|father/",
      ]),
    GrammarProduction(
      "quantified",
      ["quantifier RELATION [(condition)]", "every RELATION, if any, [(condition)]"],
      "How many related rows satisfy the condition; inside the brackets all speaks of the same row. "
        + "`every` needs at least one row, and `if any` does not.",
      [
        "count reviews where any child (died and infant)",
        "count reviews where every child (status is at least \"Known\")",
        "count reviews where every child, if any, (died)",
        "count reviews where at least 3 children",
        "count children where any sibling (died)",
        "count reviews where any child (no characteristic (kind = \"long-term neglect\"))",
        "expect no child (status = \"CP plan\" and not known)",
      ]),
    GrammarProduction(
      "quantifier",
      ["any", "every", "no", "at least N", "at most N", "exactly N"],
      "How many must.",
      [
        "count reviews where no child (known)", "count reviews where at least 2 children (died)",
        "count reviews where at most 1 child (died)",
        "count reviews where exactly 1 child (index_child)",
      ]),
  ]
}
