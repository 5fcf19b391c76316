internal import Diagnostics

/// What people type who know another tool. Each habit is recognised only to answer with the right
/// form.
extension Parser {
  /// A whole statement in another tool's words.
  ///
  /// - Returns: `nil` when there is none here; `.some(nil)` says that it was answered.
  mutating func parseStatementHabit(_ word: String) -> Statement?? {
    switch word {
    case "select": return .some(parseSelect())
    case "how": return peek().word == "many" ? .some(parseHowMany()) : nil
    case "what", "which": return parseWhatPercentage()
    case "number" where peek().word == "of":
      answerHabit(
        "\"number of\" is written count", at: token.span.union(peek().span), write: "count")
      return .some(nil)
    case "top", "head", "first": return parseTopRows()
    default:
      if Vocabulary.changes.contains(word), StatementForm(rawValue: word) == nil {
        report(
          .unknownStatement, "no statement changes the data: there is no \(word)", at: token.span,
          notes: ["what can be added are definitions: define children.NAME as ..."])
        stop()
        return .some(nil)
      }
      guard let form = Vocabulary.statementHabits[word], StatementForm(rawValue: word) == nil
      else { return nil }
      reportHabit("\(word) is written \(form)", at: token.span, write: form)
      advance()
      if let known = StatementForm(rawValue: form) {
        parseRest(as: known)
      } else if let statistic = Statistic(word: form), let value = parseMeasured() {
        let measure = MeasureExpression(.statistic(statistic, value), at: value.span)
        _ = parseMeasureQuery(from: value.span.start, [measure])
      }
      stop()
      return .some(nil)
    }
  }

  /// Reads the rest of a statement for its own mistakes.
  private mutating func parseRest(as form: StatementForm) {
    let start = token.span.start
    switch form {
    case .count, .percent: _ = parseCountOrPercent(form, from: start)
    case .list, .tabulate, .summarise, .compare, .sample: _ = parseQuery(form, from: start)
    case .find: _ = parseFind(from: start)
    case .expect: _ = parseCondition()
    default: break
    }
    stop()
  }

  /// A habit whose answer is all that can be said: what follows it is read after the correction.
  mutating func answerHabit(_ message: String, at span: Span, write replacement: String) {
    reportHabit(message, at: span, write: replacement)
    stop()
  }

}
