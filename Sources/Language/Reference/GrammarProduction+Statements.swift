extension GrammarProduction {
  /// What can be asked or said.
  static let statements = [
    GrammarProduction(
      "statement",
      [
        "query", "find \"WORDS\" in PATH [where condition] [width N] output",
        "missing set [first N] [as FORMAT] [into \"FILE\"]",
        "values PATH [of ENTITY] [first N] [as FORMAT] [into \"FILE\"]",
        "describe [ENTITY | PATH]", "definition", "expect condition", "warn unless condition",
        "explain [plan | sql [DIALECT]] statement", "command",
      ],
      "A statement ends with its line, unless a bracket is open, the line ends in a word that "
        + "needs "
        + "more, or the next line is indented; `;` parts statements and `#` begins a comment.",
      [
        "find \"bruis*\" in narratives.text where review.grade = \"good\" width 20 first 2",
        "missing children where died", "values ethnicity of children first 5", "describe children",
        "expect (count children where died) = 90",
        "warn unless every child (age is missing or age < 18 years)",
        "explain count children where died", "explain plan count children where died",
        "explain sql duckdb count children where died",
      ]),
    GrammarProduction(
      "query",
      [
        "count set [by dimensions] [having condition] output",
        "percent condition of set [by dimensions] [with ci] [having condition] output",
        "measures of set [by dimensions] [having condition] output",
        "list set [show columns] output", "sample N set [show columns] output",
        "tabulate set by dimensions [with options] output",
        "summarise expression of set [by dimensions] output",
        "compare set with set [by dimensions] output",
      ],
      "A question: what to do with the rows of a set. `tabulate` takes one dimension for "
        + "frequencies, two for rows and columns, three for a table per value of the third.",
      [
        "count children by status having count > 40", "percent cin of children where died with ci",
        "count, median age, percent died of children by status",
        "list reviews where grade = \"inadequate\" show id, lscb.name first 3",
        "sample 3 reviews show id, grade", "tabulate children by status",
        "tabulate children by status, died with row %, chi2",
        "tabulate children by status, died, gender", "summarise age of children by died",
        "compare children where died with children where not died by cin",
      ]),
    GrammarProduction(
      "measures",
      ["measure [, measure ...]"],
      "Numbers that sum up a set, side by side; each states how many rows it was taken from.",
      ["count, average age, sd age of children by gender"]),
    GrammarProduction(
      "measure",
      [
        "count", "count distinct PATH", "percent condition",
        "(sum | average | median | min | max | sd) expression", "pN expression", "NAME",
      ],
      "One number of a set; `p90` is a percentile from p0 to p100, and a name is that of a measure "
        + "that was defined. Rows without the number are skipped.",
      [
        "count distinct lscb of reviews where grade = \"inadequate\"", "percent died of children",
        "sum recommendation_count, min recommendation_count, max recommendation_count of reviews",
        "p90 months_to_complete of reviews by region",
        "define measure death_rate as percent died; death_rate of children by gender",
      ]),
    GrammarProduction(
      "definition",
      [
        "define ENTITY.NAME as (dimension | condition | expression)", "define NAME as set",
        "define measure NAME as measure",
        "define missing MARKER [, MARKER ...] in (ENTITY | PATH) [because \"REASON\"]",
        "define relation NAME as KEY to KEY [called NAME]",
      ],
      "A name for a field, a set or a measure, a value that means that there is none, or a link "
        + "from "
        + "many rows to one, for as long as the session or script lasts. A KEY is `ENTITY.FIELD` "
        + "or "
        + "`ENTITY.(FIELD, FIELD ...)`.",
      [
        "define children.teenager as age between 13 and 19 years; count children where teenager",
        "define deaths as children where died; count deaths by gender",
        "define measure old as percent age >= 16 years; old of children by died",
        "define missing \"Other\" in children.living_with; values living_with",
        "define relation place as reviews.lscb to lscbs.id called cases; count lscbs where no case",
      ]),
    GrammarProduction(
      "command",
      [
        "help [WORD]", "open FILE", "run FILE [NAME = value ...]", "save NAME [\"DESCRIPTION\"]",
        "save snapshot FILE", "save package FOLDER [with data] [replace]",
        "check data [first N] [as FORMAT] [into \"FILE\"]",
        "check claims [as FORMAT] [into \"FILE\"]", "queries",
        "compare runs FILE with FILE [as FORMAT] [into \"FILE\"]",
        "lesson [N]", "lesson check [\"PATH\"]", "lesson transcript [\"FILE\"]",
        "quiz [seed N]", "tour",
        "hint | why | skip | next | back | repeat | leave",
        "set [OPTION [VALUE]]", "show [OPTION]", "history [off | on | TEXT]", "copy [as FORMAT]",
        "quit",
        "parameter NAME [= value | = ( value [, value ...] )] [\"DESCRIPTION\"]",
      ],
      "What speaks to the shell and not of the data. A parameter is used as `$NAME`.",
      [
        "help every", "set rows 20; show rows", "check data",
        "check claims", "queries", "lesson",
        "parameter levels = (\"Known\", \"CP plan\"); count children where status in $levels",
        "parameter level = \"Known\" \"Lowest level\"; count children where status is at least "
          + "$level",
      ]),
  ]

  /// The rows that are spoken of, and how the answer is shown.
  static let sets = [
    GrammarProduction(
      "set",
      ["source [where condition] [except where condition]"],
      "`where` keeps the rows for which the condition is true, `except where` drops those for "
        + "which it "
        + "is true: the two split a set in two.",
      ["count children where died except where gender = \"male\""]),
    GrammarProduction(
      "source",
      ["ENTITY", "NAME", "those", "cell (KEY [, KEY ...])"],
      "An entity in the singular or plural, a set that was defined, the rows behind the last "
        + "answer, or "
        + "the rows of one cell of the last table.",
      [
        "count child", "count children where died; list those show id, age first 3",
        "tabulate children by status, died; list cell (\"CP plan\", yes) show id first 2",
        "tabulate children by gender; count cell (missing)",
      ]),
    GrammarProduction(
      "dimensions",
      ["dimension [, dimension ...]"],
      "What makes groups. Rows without a value come last, as (not recorded).",
      ["count children by review.grade, gender"]),
    GrammarProduction(
      "dimension",
      [
        "PATH", "each PATH", "expression bands (N [, N ...])",
        "expression every N [days | weeks | months | years]",
        "(year | quarter | month | financial year) of PATH", "condition", "expression",
      ],
      "A field, each value of a many-valued field or of related rows, bands that begin at each "
        + "number "
        + "or have one width, the period of a date, yes or no, or a computed number.",
      [
        "count children by each disability", "count reviews by each findings.theme",
        "tabulate children by age bands (0, 1, 5, 10, 16)",
        "tabulate children by age every 2 years",
        "count reviews by quarter of evaluated_date",
        "count reviews by financial year of incident_date",
        "count reviews by month of decision_date",
        "count reviews by year of decision_date", "count children by (died and cin)",
        "count reviews by count of children",
      ]),
    GrammarProduction(
      "columns",
      ["dimension [, dimension ...]"],
      "What `list` and `sample` show of each row.",
      ["list children where infant show id, review.grade, age < 6 months first 2"]),
    GrammarProduction(
      "options",
      ["option [, option ...]"],
      "What `with` adds to a table.",
      ["tabulate children by gender, died with row %, column %, total %"]),
    GrammarProduction(
      "option",
      ["row %", "column %", "total %", "chi2", "fisher", "ci", "missing"],
      "Percentages beside the counts, tests of the table, 95% intervals, and missing values in the "
        + "base of percentages.",
      [
        "tabulate children by died, cin with chi2, fisher", "tabulate reviews by grade with ci",
        "tabulate children by gender with missing",
      ]),
    GrammarProduction(
      "output",
      ["[sort by key [descending] [, ...]] [first N] [as FORMAT] [into \"FILE\"]"],
      "How the answer is shown. Clauses may stand in any order; the ending of a file chooses the "
        + "format when `as` does not.",
      [
        "count reviews by region sort by count descending first 3",
        "list children sort by age descending, id show id, age first 3",
        "count children by status as csv",
      ]),
    GrammarProduction(
      "key",
      ["dimension", "measure"],
      "What to sort by: something that the rows or groups have, or a measure of each group, also "
        + "one "
        + "that the answer does not show. `having` takes measures in the same way.",
      [
        "count reviews by region sort by percent grade = \"good\" descending",
        "count reviews by region having average recommendation_count > 9 and count >= 10",
      ]),
  ]
}
