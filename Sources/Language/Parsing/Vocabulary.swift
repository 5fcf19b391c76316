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

  static let units: [String: QuantityUnit] = [
    "day": .days, "days": .days, "week": .weeks, "weeks": .weeks, "month": .months,
    "months": .months, "year": .years, "years": .years,
  ]

  static let truths: [String: Bool] = ["yes": true, "true": true, "no": false, "false": false]
}
