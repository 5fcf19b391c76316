/// The statements of the language: the parser, help, completion and the reference read this list.
public enum StatementForm: String, CaseIterable, Sendable {
  case count, percent, list, tabulate, summarise, compare, sample, find
  case missing, values, describe, check, define, expect, warn, explain
  case lesson, quiz, tour, hint, why, skip, next, back, `repeat`, leave
  case help, open, run, queries, save, copy, parameter, set, show, history, quit

  /// How it is written.
  public var usage: String {
    switch self {
    case .count:
      "count SET [by DIMENSIONS] [having CONDITION]"
    case .list:
      "list SET [show FIELDS] [sort by FIELD [descending]] [first N]"
    case .tabulate:
      "tabulate SET by FIELD [, FIELD [, FIELD]] [with OPTIONS]"
    case .percent:
      "percent CONDITION of SET [by DIMENSIONS] [with ci]"
    case .summarise:
      "summarise NUMBER of SET [by DIMENSIONS]"
    case .compare:
      "compare SET with SET [by DIMENSION], compare runs \"FILE\" with \"FILE\""
    case .sample:
      "sample N SET [show FIELDS]"
    case .find:
      "find \"TEXT\" in FIELD [where CONDITION] [width N]"
    case .missing:
      "missing SET"
    case .values:
      "values FIELD [of ENTITY] [first N]"
    case .describe:
      "describe [ENTITY or FIELD]"
    case .check:
      "check data [first N] [as FORMAT] [into \"FILE\"], check claims [as FORMAT] [into "
        + "\"FILE\"]"
    case .define:
      "define ENTITY.NAME as EXPRESSION, define NAME as SET, define measure NAME as "
        + "MEASURE, define missing VALUE in FIELD [because REASON], define relation NAME as "
        + "ENTITY.FIELD to ENTITY.FIELD [called NAME]"
    case .expect:
      "expect CONDITION"
    case .warn:
      "warn unless CONDITION"
    case .explain:
      "explain [plan or sql [DIALECT]] STATEMENT"
    case .help:
      "help [WORD]"
    case .open:
      "open \"FILE or FOLDER\""
    case .run:
      "run FILE [NAME = VALUE ...]"
    case .lesson:
      "lesson [N], lesson check [\"PATH\"], lesson transcript [\"FILE\"]"
    case .quiz: "quiz [seed N]"
    case .tour, .hint, .why, .skip, .next, .back, .repeat, .leave:
      rawValue
    case .queries:
      "queries"
    case .save:
      "save NAME [\"DESCRIPTION\"], save snapshot FILE, save package FOLDER [with data] [replace]"
    case .copy:
      "copy [as FORMAT]"
    case .parameter:
      "parameter NAME [= DEFAULT] [\"DESCRIPTION\"]"
    case .set:
      "set [OPTION [VALUE]]"
    case .show:
      "show [OPTION]"
    case .history:
      "history [off | on | TEXT]"
    case .quit:
      "quit"
    }
  }

  /// What it does, in one line.
  public var summary: String {
    switch self {
    case .count: "how many rows there are, in all or in each group"
    case .list: "the rows themselves"
    case .tabulate: "a table of counts and percentages, by up to three fields"
    case .percent: "what part of a set satisfies a condition, and out of how many"
    case .summarise: "how a number is spread: n, missing, mean, sd, min, quartiles, max"
    case .compare: "two sets side by side, or what changed between two saved runs"
    case .sample: "some rows drawn at random"
    case .find: "every place of a text, with the words around it"
    case .missing: "what each field lacks, and why"
    case .values: "the values of a field, with their counts"
    case .describe: "what the codebook says of the data, an entity or a field"
    case .check: "what is wrong with the data, or whether they bear out what was published"
    case .define: "gives a name to a field, a set or a measure, or says what the data mean"
    case .expect: "fails a script unless something holds"
    case .warn: "says so when something does not hold, and goes on"
    case .explain: "says in English what a statement asks"
    case .help: "help on a word of the language, a mistake or an option"
    case .open: "opens another data set"
    case .run: "runs a saved script"
    case .lesson: "the lessons: which there are, and lesson N to begin one"
    case .quiz: "ten questions on the open data, graded like the exercises of a lesson"
    case .tour: "a look at the open data in ten screens, each with a statement to try"
    case .next: "the next screen of the tour, or the next exercise"
    case .leave: "leaves the lesson, the quiz or the tour"
    case .hint: "helps with the exercise, each time a little more"
    case .why: "why the last answer to an exercise was right or wrong"
    case .skip: "goes on to the next exercise of the lesson"
    case .back: "goes back to the exercise or the screen before"
    case .repeat: "shows the question or the screen again"
    case .queries: "the saved scripts that `run` finds, and what each answers"
    case .save: "writes the last query as a script, or the data with what is known of them"
    case .copy: "puts the last answer on the clipboard, as Markdown or another format"
    case .parameter: "declares a value that a script is run with"
    case .set: "shows or changes an option"
    case .show: "shows an option of `set`, or all of them"
    case .history: "the statements typed so far"
    case .quit: "leaves; Ctrl-D does too"
    }
  }
}
