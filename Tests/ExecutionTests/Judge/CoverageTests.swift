import Testing

/// What the random statements are made of: every production that gives an answer turns up often.
@Suite struct CoverageTests {
  private static let productions = [
    "count", "count by", "list", "sample", "tabulate by 1", "tabulate by 2", "tabulate by 3",
    "percent", "percent by", "measures", "measures by", "summarise", "summarise by", "compare",
    "compare by", "values", "missing", "find", "expect", "warn", "where", "except", "having",
    "sort",
    "sort descending", "first", "as", "with row %", "with column %", "with total %", "with chi2",
    "with fisher", "with ci", "with missing", "measure count", "measure distinct",
    "measure percent", "measure named", "measure sum", "measure average", "measure median",
    "measure min", "measure max", "measure sd", "measure percentile", "measure of a group", "text",
    "number", "percentage", "quantity in days", "quantity in weeks", "quantity in months",
    "quantity in years", "day", "month", "financial year", "quarter", "financial quarter",
    "pattern", "boolean", "path", "path of a parent", "brackets", "not", "negative", "and", "or",
    "=", "!=", "<", "<=", ">", ">=", "arithmetic +", "arithmetic -", "arithmetic *",
    "arithmetic /", "is", "is not", "in", "not in", "between", "not between", "has ",
    "has any of", "has all of", "has none of", "has only", "any", "every", "every, if any", "no",
    "at least n", "at most n", "exactly n", "count of", "average of", "median of", "sum of",
    "min of", "max of", "in period", "not in period", "before", "after", "on or before",
    "on or after", "contains ", "mentions ", "contains any of", "mentions all of",
    "mentions none of", "matches ", "bands", "every n", "each", "year of", "quarter of",
    "month of", "financial year of", "days()", "months()", "round()", "subquery", "missing test",
    "missing because", "recorded", "yes test", "no test", "empty", "value", "at least", "at most",
    "above", "below",
  ]

  @Test func `every production is made often`() {
    var tally: [String: Int] = [:]
    for seed in UInt64(1)...60 {
      var judgement = Judgement(seed: seed)
      // The first statement brings the definitions.
      judgement.run(1)
      for _ in 0..<100 {
        guard let statement = judgement.queries.statement() else { continue }
        for production in TreeShape(statement).productions { tally[production, default: 0] += 1 }
      }
    }
    for production in Self.productions {
      #expect(tally[production, default: 0] >= 20, "\(production)")
    }
  }
}
