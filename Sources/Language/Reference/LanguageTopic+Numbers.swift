extension LanguageTopic {
  /// Numbers and groups.
  static let numbers = [
    LanguageTopic(
      name: "of", also: ["count of"],
      usage: "count of RELATION (CONDITION)",
      summary:
        "How many related rows satisfy the condition, as a number to compare.",
      example: "count reviews where count of findings > 10"),
    LanguageTopic(
      name: "aggregates", also: ["average of", "median of", "sum of", "min of", "max of"],
      usage: "average of RELATION.FIELD, median, sum, min, max",
      summary:
        "One number from the related rows; those without a value are skipped, and none "
        + "gives no number.",
      example: "count reviews where max of children.age - min of children.age > 5 years"),
    LanguageTopic(
      name: "subquery", usage: "(MEASURE of SET)",
      summary:
        "One number from a whole set, in brackets, to compare with.",
      example: "count children where age < (average age of children)"),
    LanguageTopic(
      name: "bands", usage: "NUMBER bands (N, N ...)",
      summary:
        "Numbers in groups, each beginning at a number of the list.",
      example: "count children by age bands (0, 1, 5, 16)"),
    LanguageTopic(
      name: "step", usage: "NUMBER every N [UNIT]",
      summary:
        "Numbers in groups of one width.",
      example: "tabulate children by age every 2 years"),
    LanguageTopic(
      name: "each", usage: "each FIELD, each RELATION.FIELD",
      summary:
        "A row stands in the group of each value it holds, so that percentages add to "
        + "more than 100.",
      example: "tabulate children by each disability"),
    LanguageTopic(
      name: "year",
      also: [
        "year of", "quarter of", "month of", "financial year of", "quarter", "month",
        "financial year",
      ],
      usage: "year of DATE, quarter of, month of, financial year of",
      summary:
        "The period a date falls into. Quarters are of the financial year: the first is "
        + "April to June.",
      example: "count reviews by quarter of evaluated_date"),
  ]
}
