extension LanguageTopic {
  /// What can be asked of a row.
  static let conditions = [
    LanguageTopic(
      name: "=", also: ["!=", "<", "<=", ">", ">="],
      usage: "FIELD = VALUE, !=, <, <=, >, >=",
      summary:
        "Compares. Text is matched without regard to case; a value that does not exist "
        + "is a mistake.",
      example: "count children where gender = \"female\" and age >= 11 years"),
    LanguageTopic(
      name: "in", also: ["not in"],
      usage: "FIELD [not] in (VALUE, VALUE ...)",
      summary:
        "One of several values; `FIELD = A or B` means the same.",
      example: "count reviews where grade in (\"good\", \"adequate\")"),
    LanguageTopic(
      name: "between", also: ["not between"],
      usage: "FIELD [not] between LOW and HIGH",
      summary:
        "From the first to the second, both included.",
      example: "count reviews where evaluated_date between 2009-10-01 and 2009-12-31"),
    LanguageTopic(
      name: "within", also: ["tolerance"],
      usage: "NUMBER = MIDDLE within DISTANCE",
      summary:
        "Near a number: `= 46.4 within 0.1` is between 46.3 and 46.5, both included.",
      example: "expect (percent died of children) = 46.4 within 0.1"),
    LanguageTopic(
      name: "period", usage: "DATE in PERIOD",
      summary:
        "A date inside a calendar year, a month, a financial year (2009-10 is April "
        + "2009 to March 2010) or a quarter of either.",
      example: "count reviews where evaluated_date in quarter 3 of 2009-10"),
    LanguageTopic(
      name: "before", also: ["after", "on or before", "on or after"],
      usage: "DATE before LIMIT, after, on or before, on or after",
      summary:
        "The order of dates. Before and after a period mean outside it.",
      example: "count reviews where incident_date before 2008"),
    LanguageTopic(
      name: "missing", also: ["recorded", "because"],
      usage: "FIELD is missing [because \"REASON\"], FIELD is recorded",
      summary:
        "Whether a value is there; a reason is one that the codebook gives. Of a relation to one row, "
        + "such as review: whether there is such a row.",
      example: "count children where ethnicity is missing"),
    LanguageTopic(
      name: "is", also: ["yes", "empty", "above", "below"],
      usage: "FIELD is [not] yes, no, VALUE, at least VALUE, above VALUE, empty",
      summary:
        "Says the same as a sign, in words; on a scale, `is at least` includes the "
        + "levels above.",
      example: "count children where status is at least \"Child in need\""),
    LanguageTopic(
      name: "has", also: ["any of", "all of", "none of", "only"],
      usage: "FIELD has VALUE, has any of (...), all of, none of, only",
      summary:
        "What a many-valued field holds.",
      example: "count children where disability has any of (\"LD\", \"AUT\")"),
    LanguageTopic(
      name: "contains", usage: "TEXT contains \"PART\"",
      summary:
        "The letters stand anywhere in the text, also inside a word, in any case.",
      example: "count narratives where text contains \"did not\""),
    LanguageTopic(
      name: "mentions", usage: "TEXT mentions \"WORDS\", mentions any of (...), all of, none of",
      summary:
        "Whole words, in any case; a word may end in * for any ending, and several "
        + "words are a phrase.",
      example: "count narratives where text mentions \"bruis*\" or \"fractur*\""),
    LanguageTopic(
      name: "matches", usage: "TEXT matches /REGULAR EXPRESSION/",
      summary:
        "A regular expression, found anywhere in the text, in any case.",
      example: "count narratives where text matches /mother|father/"),
    LanguageTopic(
      name: "any", usage: "any RELATION (CONDITION)",
      summary:
        "At least one related row satisfies the condition; inside the brackets, all "
        + "speaks of the same row.",
      example: "count reviews where any child (died)"),
    LanguageTopic(
      name: "every", also: ["if any", "if"],
      usage: "every RELATION [, if any,] (CONDITION)",
      summary:
        "There is a related row, and all satisfy the condition; with `if any`, none "
        + "will do.",
      example: "count reviews where every child (known)"),
    LanguageTopic(
      name: "no", usage: "no RELATION (CONDITION)",
      summary:
        "No related row satisfies the condition.",
      example: "count reviews where no child (known)"),
    LanguageTopic(
      name: "at", also: ["at least", "at most", "exactly"],
      usage: "at least N, at most N, exactly N RELATION (CONDITION)",
      summary:
        "So many related rows satisfy the condition.",
      example: "count reviews where at least 2 children (died)"),
    LanguageTopic(
      name: "sibling", usage: "any sibling (CONDITION)",
      summary:
        "The other rows of the same parent, never the row itself.",
      example: "count children where any sibling (cp_history = \"current\")"),
  ]
}
