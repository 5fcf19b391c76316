extension LanguageTopic {
  /// What follows a set.
  static let clauses = [
    LanguageTopic(
      name: "where", usage: "SET where CONDITION",
      summary:
        "Keeps the rows for which the condition is true.",
      example: "count children where died"),
    LanguageTopic(
      name: "except", also: ["except where"],
      usage: "SET except where CONDITION",
      summary:
        "Drops the rows for which the condition is true, and keeps those for which it "
        + "is undecided.",
      example: "count children except where gender = \"male\""),
    LanguageTopic(
      name: "those", also: ["cell"],
      usage: "those, cell (KEY, KEY)",
      summary:
        "The rows behind the last answer, or behind one cell of the last table: the "
        + "keys of its row and column. A set like any other.",
      example: "count children where died"),
    LanguageTopic(
      name: "by", usage: "by DIMENSION [, DIMENSION ...]",
      summary:
        "Counts each group. Rows without a value come last, as (not recorded). A "
        + "dimension is a field, bands, a part of a date, `each` of a many-valued field, "
        + "or a condition in brackets.",
      example: "count children by gender, died"),
    LanguageTopic(
      name: "having", usage: "having CONDITION",
      summary:
        "Keeps the groups whose measures satisfy the condition: count, percent, or any "
        + "measure.",
      example: "count reviews by region having count >= 15"),
    LanguageTopic(
      name: "show", usage: "show FIELD [, FIELD ...]",
      summary:
        "The fields that `list` shows; a field of a related row is reached by its path.",
      example: "list children where infant show id, review.grade first 5"),
    LanguageTopic(
      name: "with",
      also: ["row %", "column %", "total %", "row", "column", "total", "chi2", "fisher", "ci"],
      usage: "with row %, column %, total %, chi2, fisher, ci, missing",
      summary:
        "The percentages that `tabulate` shows beside the counts, tests of the table, "
        + "95% intervals, and whether missing values stand in the base.",
      example: "tabulate children by gender, died with column %, chi2"),
    LanguageTopic(
      name: "sort", also: ["sort by", "descending", "ascending"],
      usage: "sort by KEY [descending]",
      summary:
        "The order of the rows; `sort by count` orders groups by their size, and any "
        + "measure can be a key: `sort by median` is by the median in the answer.",
      example: "count reviews by region sort by count descending"),
    LanguageTopic(
      name: "first", usage: "first N",
      summary:
        "At most this many rows.",
      example: "list children sort by age first 3"),
    LanguageTopic(
      name: "width", usage: "width N",
      summary:
        "The characters on each side of a place that `find` shows.",
      example: "find \"school\" in narratives.text width 20 first 3"),
    LanguageTopic(
      name: "as", usage: "as FORMAT",
      summary:
        "The format of the answer: table, bars, csv, tsv, json, jsonl, markdown, html, svg or latex.",
      example: "tabulate children by status as bars"),
    LanguageTopic(
      name: "into", usage: "into \"FILE\"",
      summary:
        "Writes the answer to a file; its ending chooses the format when `as` does not.",
      example: "count children by status as csv into \"status.csv\""),
  ]
}
