/// Words that people bring from elsewhere, each with the word of this language.
extension Vocabulary {
  /// Words of other languages for words of this one, where a clause may stand.
  static let clauseHabits: [String: String] = [
    "limit": "first", "top": "first", "head": "first", "if": "where", "when": "where",
    "whose": "where", "if_": "where", "filter": "where", "who": "where", "desc": "descending",
  ]

  /// Statement words of other tools for those of this one.
  static let statementHabits: [String: String] = [
    "tab": "tabulate", "table": "tabulate", "crosstab": "tabulate", "xtab": "tabulate",
    "freq": "tabulate", "frequencies": "tabulate", "pivot": "tabulate", "ls": "list",
    "print": "list", "get": "list", "view": "list", "display": "list", "browse": "list",
    "fetch": "list", "filter": "list", "exit": "quit", "bye": "quit", "stop": "leave",
    "load": "open",
    "use": "open", "import": "open", "codebook": "describe", "assert": "expect",
    "let": "define", "source": "run", "do": "run", "summarize": "summarise",
    "summary": "summarise", "kwic": "find", "grep": "find", "search": "find",
    "mean": "average", "avg": "average", "maximum": "max", "minimum": "min", "stddev": "sd",
    "stdev": "sd", "total": "sum", "warning": "warn", "distinct": "values", "unique": "values",
    "levels": "values", "nrow": "count", "len": "count", "group": "count", "tally": "count",
    "clipboard": "copy", "pbcopy": "copy", "clip": "copy", "yank": "copy",
    "percentage": "percent", "proportion": "percent", "share": "percent", "pct": "percent",
  ]

  /// Words for a percentage in a question.
  static let percentages: Set<String> = [
    "percentage", "percent", "proportion", "share", "fraction", "rate",
  ]

  /// Words of a sentence between the rows and what is said of them.
  static let fillers: Set<String> = [
    "who", "that", "which", "were", "are", "was", "is", "had", "have", "has", "did", "do", "with",
    "whose", "been", "a", "an", "where",
  ]

  /// Statements that change data: there are none here.
  static let changes: Set<String> = [
    "delete", "drop", "update", "insert", "alter", "replace", "rename", "mutate", "generate",
    "recode", "create", "truncate",
  ]

  /// Short forms of units.
  static let unitHabits: [String: String] = [
    "m": "months", "mo": "months", "mos": "months", "mth": "months", "mths": "months",
    "mnth": "months", "mnths": "months", "y": "years", "yr": "years", "yrs": "years",
    "yo": "years", "d": "days", "w": "weeks", "wk": "weeks", "wks": "weeks",
  ]
}
