/// The words of the language, in one place.
enum Vocabulary {
  /// Words that end a line that is not finished.
  static let continues: Set<String> = [
    "and", "or", "not", "where", "by", "of", "in", "between", "is", "has", "as", "into", "with",
    "show", "except", "at", "least", "most", "above", "below", "any", "every", "no", "exactly",
    "because", "all", "only", "percent", "count", "list", "tabulate", "define", "expect",
    "summarise", "compare", "sample", "find", "having", "unless", "contains", "mentions",
    "matches", "before", "after", "each", "distinct",
  ]

  /// Signs that end a line that is not finished.
  static let continuingSymbols: Set<String> = [
    "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", ",", "(", ".", "==", "&&", "||", "<>",
  ]

  /// Words that begin a clause, and so end a condition.
  static let clauses: Set<String> = [
    "where", "except", "by", "show", "with", "having", "sort", "first", "as", "into", "of",
  ]

  /// Words that are never a name without backticks where a condition or a value may stand.
  static let reserved: Set<String> = clauses.union([
    "and", "or", "not", "in", "between", "is", "has", "any", "every", "exactly", "yes", "no",
    "true", "false", "bands",
  ])

  /// Words of other languages for words of this one, where a clause may stand.
  static let clauseHabits: [String: String] = [
    "limit": "first", "top": "first", "head": "first", "if": "where",
    "when": "where", "whose": "where", "if_": "where", "desc": "descending",
  ]

  /// Statement words of other tools for those of this one.
  static let statementHabits: [String: String] = [
    "tab": "tabulate", "table": "tabulate", "crosstab": "tabulate", "xtab": "tabulate",
    "freq": "tabulate", "frequencies": "tabulate", "ls": "list", "print": "list",
    "exit": "quit", "bye": "quit", "load": "open", "use": "open", "import": "open",
    "codebook": "describe", "assert": "expect", "let": "define", "source": "run", "do": "run",
    "summarize": "summarise", "summary": "summarise", "kwic": "find", "grep": "find",
    "search": "find", "mean": "average", "avg": "average", "maximum": "max", "minimum": "min",
    "stddev": "sd", "total": "sum", "warning": "warn",
  ]

  /// Words that the language has in its plan and this version does not answer yet.
  static let planned: Set<String> = ["lesson"]

  static let units: [String: QuantityUnit] = [
    "day": .days, "days": .days, "week": .weeks, "weeks": .weeks, "month": .months,
    "months": .months, "year": .years, "years": .years,
  ]

  static let truths: [String: Bool] = ["yes": true, "true": true, "no": false, "false": false]
}
