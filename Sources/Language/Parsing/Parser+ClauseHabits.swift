internal import Diagnostics

/// Clauses in another language's words.
extension Parser {
  /// A clause in another language's words, replaced by this one's.
  ///
  /// - Returns: Whether one was here.
  mutating func replaceClauseHabit(_ allowed: [ClauseKind]) -> Bool {
    guard let word = token.word else { return false }
    if word == "sort" || word == "order" || word == "orderby" { return replaceSortHabit(word) }
    if let length = groupingWords, allowed.contains(.dimensions) {
      let words = (1..<length).reduce(token.span) { $0.union(peek($1).span) }
      reportHabit("\"\(source.text(words))\" is written by", at: words, write: "by")
      // The tokens that follow are read as the right clause.
      for _ in 0..<length { advance() }
      _ = parseDimensions()
      return true
    }
    guard let form = Vocabulary.clauseHabits[word], form != "descending" else {
      return false
    }
    reportHabit("\(word) is written \(form)", at: token.span, write: form)
    advance()
    if form == "where" {
      _ = parseCondition()
    } else if case .number = token.kind {
      advance()
    }
    return true
  }

  /// How many words here say `by`.
  private var groupingWords: Int? {
    switch token.word {
    case "group", "grouped", "split", "broken":
      if peek().word == "by" { return 2 }
      return token.word == "broken" && peek().word == "down" && peek(2).word == "by" ? 3 : nil
    case "groupby", "per": return peek().isNameLike ? 1 : nil
    case "for": return peek().word == "each" ? 2 : nil
    default: return nil
    }
  }

  /// `order by age desc`, `sort age`.
  private mutating func replaceSortHabit(_ word: String) -> Bool {
    let start = token.span
    if peek().word == "by" {
      guard word == "order" else { return false }
      let words = start.union(peek().span)
      reportHabit("\"order by\" is written sort by", at: words, write: "sort by")
      advance()
    } else if word == "sort" {
      guard peek().kind != .end else { return false }
      report(
        .habit, "\"sort\" is written sort by", at: start,
        edits: [Diagnostic.Edit(Span(start.end, start.end), " by")])
    } else {
      reportHabit("\(word) is written sort by", at: start, write: "sort by")
    }
    advance()
    _ = parseKeys()
    return true
  }
}
