/// What went wrong in finding what a name means.
extension DiagnosticCode.Explanation {
  static let ambiguousName = Self(
    title: "a name that could mean two things",
    text: """
      The name fits more than one thing in the data. Which is meant has to be said, with \
      the exact spelling or with the relation before a dot.
      """,
    wrong: "values agency",
    right: "values agencies.agency")

  static let definitionExists = Self(
    title: "the name is taken",
    text: """
      A definition may not take the name of a field, a table or another definition, \
      because a query would then mean something else than it says. Another name is free.
      """,
    wrong: "define children.status as cp_plan",
    right: "define children.on_plan as cp_plan")

  static let missingParameter = Self(
    title: "a parameter without a value",
    text: """
      The script declares a parameter without a default, and no value was given for it. At \
      the prompt the value is asked for; in batch it is given after the file's name.
      """,
    wrong: "run report.enq",
    right: "run report.enq year = 2010")

  static let unknownEntity = Self(
    title: "no table of this name",
    text: """
      What is counted is always named first, and the data has no table of this name. \
      Singular and plural both work. `describe` lists the tables.
      """,
    wrong: "count childs where died",
    right: "count children where died")

  static let unknownField = Self(
    title: "no field of this name",
    text: """
      The table has no field of this name, and nothing was counted, because a guess could \
      give a wrong number. Names near it are shown, also from related tables, which are \
      reached with a dot. `describe children` lists the fields.
      """,
    wrong: "count children where dide",
    right: "count children where died")

  static let unknownFormat = Self(
    title: "no format of this name",
    text: """
      An answer cannot be written in this format. The formats are table, csv, tsv, json, \
      jsonl and markdown.
      """,
    wrong: "count children by status as xls",
    right: "count children by status as csv")

  static let unknownFunction = Self(
    title: "no function of this name",
    text: """
      A name before an opening bracket is a function, and there is none of this name. \
      `help functions` lists them.
      """,
    wrong: "list reviews where rond(months_to_complete) > 6",
    right: "list reviews where round(months_to_complete) > 6")

  static let timedOut = Self(
    title: "a statement that ran too long",
    text: """
      The statement was ended because it ran longer than `set timeout` allows; it has no answer. \
      `set timeout 1 minute` lets statements run longer, and `set timeout off` as long as they need.
      """,
    wrong: "set timeout 1 ms",
    right: "set timeout 1 minute")

  static let unknownOption = Self(
    title: "no option of this name",
    text: """
      There is no setting or option of this name. `set` alone shows every setting with its \
      value.
      """,
    wrong: "set formt csv",
    right: "set format csv")

  static let unknownParameter = Self(
    title: "no parameter of this name",
    text: """
      A name after `$` is a parameter that the script declares at its top. An argument of \
      `run` names one of them too. The script declares none of this name.
      """,
    wrong: "run report.enq yaer = 2010",
    right: "run report.enq year = 2010")

  static let unknownRelation = Self(
    title: "no related table of this name",
    text: """
      After `any`, `every`, `no` or a number of rows comes the name of related rows, and \
      these rows have none of this name. `describe reviews` shows what a review is related \
      to.
      """,
    wrong: "count reviews where any kid (died)",
    right: "count reviews where any child (died)")

  static let unknownTopic = Self(
    title: "no help on this topic",
    text: """
      There is no help page of this name. `help` alone lists the topics; every statement, \
      every word of the language and every code of a message has a page.
      """,
    wrong: "help tabulat",
    right: "help tabulate")

  static let noAnswer = Self(
    title: "no answer to speak of",
    text: """
      `those` and `cell (...)` are the rows behind the last answer, and there is none yet, or it has \
      no such cells. A table with cells is made by `tabulate`, or by a measure with `by`.
      """,
    wrong: "list those",
    right: "list children where died")

  static let unknownDialect = Self(
    title: "no such dialect of SQL",
    text: """
      `explain sql` writes a question in the SQL of SQLite, DuckDB or PostgreSQL. Without a name it \
      is SQLite's.
      """,
    wrong: "explain sql oracle count children",
    right: "explain sql duckdb count children")

  static let unknownMeasure = Self(
    title: "no such measure",
    text: """
      A measure sums up many rows: count, percent, median and its like, or one that was given a name \
      with `define measure`. A field alone has a value for each row, and is no measure.
      """,
    wrong: "medain age of children",
    right: "median age of children")
}
