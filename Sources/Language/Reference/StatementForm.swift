/// The statements of the language: the parser, help, completion and the reference read this list.
public enum StatementForm: String, CaseIterable, Sendable {
  case count, list, tabulate, percent, values, describe, define, expect, explain
  case help, open, run, parameter, set, history, quit

  /// How it is written.
  public var usage: String {
    switch self {
    case .count: "count SET [by FIELDS]"
    case .list: "list SET [show FIELDS] [sort by FIELD [descending]] [first N]"
    case .tabulate: "tabulate SET by FIELD [, FIELD] [with row %, column %, total %, missing]"
    case .percent: "percent CONDITION of SET [by FIELDS]"
    case .values: "values FIELD [of ENTITY] [first N]"
    case .describe: "describe [ENTITY or FIELD]"
    case .define: "define ENTITY.NAME as EXPRESSION, or define NAME as SET"
    case .expect: "expect CONDITION"
    case .explain: "explain STATEMENT"
    case .help: "help [WORD]"
    case .open: "open \"FILE or FOLDER\""
    case .run: "run FILE [NAME = VALUE ...]"
    case .parameter: "parameter NAME [= DEFAULT] [\"DESCRIPTION\"]"
    case .set: "set [OPTION [VALUE]]"
    case .history: "history"
    case .quit: "quit"
    }
  }

  /// What it does, in one line.
  public var summary: String {
    switch self {
    case .count: "how many rows there are, in all or in each group"
    case .list: "the rows themselves"
    case .tabulate: "a table of counts and percentages, by one field or two"
    case .percent: "what part of a set satisfies a condition, and out of how many"
    case .values: "the values of a field, with their counts"
    case .describe: "what the codebook says of the data, an entity or a field"
    case .define: "gives a name to a new field or to a set"
    case .expect: "fails a script unless something holds"
    case .explain: "says in English what a statement asks"
    case .help: "help on a word of the language, a mistake or an option"
    case .open: "opens another data set"
    case .run: "runs a saved script"
    case .parameter: "declares a value that a script is run with"
    case .set: "shows or changes an option"
    case .history: "the statements typed so far"
    case .quit: "leaves; Ctrl-D does too"
    }
  }

  /// What else there is to know.
  public var details: String {
    switch self {
    case .count:
      "The answer ends in its base when missing values left rows out. "
        + "`by` counts each group; levels of a scale are shown even when empty."
    case .list: "Without `show`, every field is listed. Rows without a value sort last."
    case .tabulate:
      "One field gives frequencies; two give a crosstab, rows and then columns. Each percentage "
        + "stands beside its count. Missing values stand outside the base, unless `with missing`."
    case .percent:
      "Rows for which the condition is undecided stand outside the base, and are counted beside it."
    case .values: "Missing values come last, one line for each reason."
    case .describe: "`describe` alone shows the entities and how they lead to one another."
    case .define:
      "A defined field is used like any other. A set's name stands where an entity's may."
    case .expect:
      "Compare two numbers, such as a query in brackets and a figure; or quantify over an entity."
    case .explain: "The sentence names the definitions that the statement rests on."
    case .help: "Topics are statements, clauses, functions, formats, options and codes of mistakes."
    case .open: "A data package, a folder of CSV files, or one CSV file."
    case .run: "Nothing runs while a statement has a mistake of form. Looks in Queries as well."
    case .parameter: "Used as $NAME. A parameter without a default must be given."
    case .set: "`set` alone shows every option."
    case .history: "Kept between sessions; a line that begins with a blank is left out."
    case .quit: ""
    }
  }

  /// A statement on the bundled data set that uses it.
  public var example: String {
    switch self {
    case .count: "count children where status = \"CP plan\" and died"
    case .list: "list reviews where grade = \"inadequate\" show id, region first 3"
    case .tabulate: "tabulate children by status, died with row %"
    case .percent: "percent cin of children where died"
    case .values: "values ethnicity"
    case .describe: "describe children"
    case .define: "define children.teenager as age between 13 and 19 years"
    case .expect: "expect (count children where died) = 90"
    case .explain: "explain count reviews where any child (died)"
    case .help: "help percent"
    case .open: "open \"children.csv\""
    case .run: "run ofsted-2009-10"
    case .parameter: "parameter outcome = \"died\" \"Which children\""
    case .set: "set format csv"
    case .history: "history"
    case .quit: "quit"
    }
  }
}
