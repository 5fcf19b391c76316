extension StatementForm {
  /// What else there is to know.
  public var details: String {
    switch self {
    case .count:
      "The answer ends in its base when missing values left rows out. `by` counts "
        + "each group; levels of a scale are shown even when empty. `count distinct FIELD "
        + "of SET` counts different values, and `count, median age of SET` gives several "
        + "measures at once."
    case .list:
      "Without `show`, every field is listed. Rows without a value sort last."
    case .tabulate:
      "One field gives frequencies; two give a crosstab, rows and then columns; a "
        + "third makes a crosstab of each of its values. Each percentage stands beside "
        + "its count. Missing values stand outside the base, unless `with missing`."
    case .percent:
      "Rows for which the condition is undecided stand outside the base, and are "
        + "counted beside it."
    case .summarise:
      "Percentiles lie between two values by linear interpolation; sd is the "
        + "sample's, with n - 1. Of a whole set, bands of one round width show how the numbers are "
        + "spread; `count children by age every 2 years` chooses others."
    case .compare:
      "The two sets are of one entity. Percentages are of those recorded in each set, "
        + "and the difference is in percentage points. `compare runs \"2010.json\" with \"2011.json\"` "
        + "shows number by number what changed between answers that `as json into`, or `enquire run "
        + "--format json --out`, has saved."
    case .sample:
      "The same statement draws the same rows, so that a script can be run again; "
        + "`set seed` draws others."
    case .find:
      "Whole words, in any case; a word may end in `*`. Several words are a phrase."
    case .missing:
      "One line a field: how many rows lack it, and for which stated reasons."
    case .values:
      "Missing values come last, one line for each reason."
    case .describe:
      "`describe` alone shows the entities as a tree, each below the one that its rows belong to."
    case .check:
      "Errors come first, then what may be one, each with file, line, record and field; "
        + "`first` says how many of a kind are shown. A script in which data with errors are "
        + "checked ends with exit code 1. `enquire check FILE` does the same."
    case .define:
      "A defined field is used like any other. A set's name stands where an entity's "
        + "may, and a measure's where `count` may. `define missing \"c\" in children.score "
        + "because \"suppressed\"` takes a marker for what it is: rows that hold it are missing, "
        + "and "
        + "a field that is numbers, dates or yes and no but for its markers becomes that. Several "
        + "markers are parted by commas, and an entity stands for all its fields. `define relation "
        + "mother as children.mother_id to people.id called children` links many rows to one, by "
        + "fields that tell the rows of the other entity apart; several fields are written "
        + "moves.(child, number)."
    case .expect:
      "Compare two numbers, such as a query in brackets and a figure, exactly or `within` a distance; "
        + "or quantify over an entity."
    case .warn:
      "Takes the same conditions as `expect`, and never fails a script."
    case .explain:
      "The sentence names the definitions that the statement rests on. `explain plan` "
        + "shows the steps with the rows of each; `explain sql` the same question in SQL, "
        + "for sqlite, duckdb or postgresql."
    case .help:
      "Topics are statements, clauses, measures, functions, formats, options and "
        + "codes of mistakes; words that name no topic are looked for in all of them. `help why` "
        + "explains the last answer, and `help why 41` the last answer that was 41."
    case .open:
      "A data package, a folder of CSV files, or one CSV file."
    case .run:
      "Nothing runs while a statement has a mistake of form. Looks in Queries as well."
    case .lesson:
      "Any statement may be run between exercises: what is no answer leaves the lesson as it is. "
        + "An "
        + "answer is right when it gives the result that was asked for, also on data that are not "
        + "shown, however it is written. What is done is kept, and a lesson goes on where it was "
        + "left. "
        + "`lesson check` grades every answer that the lessons list, or those of a file or "
        + "folder of "
        + "your own; a file is a title (`# `), paragraphs, transcripts indented by four blanks, "
        + "and "
        + "exercises: `## QUESTION`, then `answer:`, `also:`, `wrong:` with its feedback "
        + "indented on the "
        + "next line, `uses:`, `idea:`, `shape:`, `near:` and `why:`. `lesson transcript` shows "
        + "or writes "
        + "what was answered."
    case .quiz:
      "The questions are made from the codebook, the values and the relations of the data, from "
        + "counting to quantifiers, and none has the answer 0 or all. `hint`, `why`, `skip`, "
        + "`back` "
        + "and `repeat` work as in a lesson. At its end, and at `leave`, it tells what was right "
        + "at first try and what to practise. The quiz says its seed, and `quiz seed 7` asks the "
        + "same questions of the same data again."
    case .tour:
      "`next` and `back` turn the screens, `leave` ends the tour, and any statement may be run in "
        + "between. At the prompt Tab writes the statement of the screen."
    case .next, .leave: ""
    case .hint:
      "First the idea, then the shape, then nearly the answer, and at last the answer."
    case .why, .repeat: ""
    case .skip, .back:
      "An exercise that was left out can be done later."
    case .queries:
      "Looks in the folder Queries, in your own folder of scripts, and among those that come with "
        + "the program; of two of one name the first is run."
    case .save:
      "The script goes to NAME.enq, in the folder Queries where there is one; a "
        + "script that exists is not overwritten. `save snapshot \"data.enqs\"` writes the data "
        + "themselves, laid out to be opened at once, whatever their size. `save package "
        + "\"folder\"` writes datapackage.json with all that was guessed or defined, so that it is "
        + "declared the next time, beside the files of the data; `with data` copies them into the "
        + "folder, and only `replace` overwrites."
    case .copy:
      "All of the answer, as Markdown, or as another format that is named, such as csv. The terminal "
        + "is asked to put it on the clipboard of the machine that it is on, which works from "
        + "another machine as well; a terminal may be set not to. At the prompt only. An answer that "
        + "is too long for a terminal is refused and not cut: `into` writes it to a file."
    case .parameter:
      "Used as $NAME. A parameter without a default must be given."
    case .set:
      "`set` alone shows every option."
    case .show:
      ""
    case .history:
      "With a text, those that hold it. Kept between sessions, each statement once; one that "
        + "begins "
        + "with a blank is left out, and all are after `history off`, until `history on`."
    case .quit:
      ""
    }
  }

  /// A statement on the bundled data set that uses it.
  public var example: String {
    switch self {
    case .count: "count children where status = \"CP plan\" and died"
    case .list: "list reviews where grade = \"inadequate\" show id, region first 3"
    case .tabulate: "tabulate children by status, died with row %"
    case .percent: "percent cin of children where died"
    case .summarise: "summarise age of children by died"
    case .compare: "compare children where died with children where not died by cin"
    case .sample: "sample 3 reviews"
    case .find: "find \"feigned compliance\" in narratives.text width 30"
    case .missing: "missing children where died"
    case .values: "values ethnicity"
    case .describe: "describe children"
    case .check: "check data"
    case .define: "define children.teenager as age between 13 and 19 years"
    case .expect: "expect (count children where died) = 90"
    case .warn: "warn unless (percent ethnicity is recorded of children) > 85"
    case .explain: "explain count reviews where any child (died)"
    case .help: "help percent"
    case .open: "open \"children.csv\""
    case .run: "run ofsted-2009-10"
    case .lesson: "lesson"
    case .quiz: "quiz seed 7"
    case .tour: "tour"
    case .next: "tour; next"
    case .leave: "quiz seed 7; leave"
    case .hint: "lesson 1; hint"
    case .why: "lesson 1; why"
    case .skip: "lesson 1; skip"
    case .back: "lesson 1; skip; back"
    case .repeat: "lesson 1; repeat"
    case .queries: "queries"
    case .save: "save deaths-on-a-plan \"Children on a plan who died\""
    case .copy: "copy as csv"
    case .parameter: "parameter outcome = \"died\" \"Which children\""
    case .set: "set format csv"
    case .show: "show format"
    case .history: "history"
    case .quit: "quit"
    }
  }
}
