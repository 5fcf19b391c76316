internal import Execution
internal import Rendering
internal import Tables

/// What the table of claims expects of a query: a number rounded as it was published (`42`, `15.6%`), a
/// bound (`at least 98`), or names (`physical abuse and long-term neglect`).
enum ExpectedAnswer {
  case number(Double, decimals: Int)
  case atLeast(Double)
  case atMost(Double)
  case names(Set<String>)

  init(_ text: String) {
    if let number = Self.number(text) {
      self = .number(
        number, decimals: text.split(separator: ".").dropFirst().first.map(Self.digits) ?? 0)
    } else if text.hasPrefix("at least "), let number = Self.number(text.dropFirst(9)) {
      self = .atLeast(number)
    } else if text.hasPrefix("at most "), let number = Self.number(text.dropFirst(8)) {
      self = .atMost(number)
    } else {
      self = .names(Self.names(text))
    }
  }

  /// Whether an answer is what was expected, and the answer in words.
  ///
  /// - Returns: `nil` where the answer is of another kind: several rows where a number is expected.
  func compare(_ answer: Answer) -> (agrees: Bool, found: String)? {
    switch self {
    case .number(let wanted, let decimals):
      guard let number = Self.number(of: answer) else { return nil }
      let found = InlineText.rounded(number, decimals: decimals)
      return (found == InlineText.rounded(wanted, decimals: decimals), found)
    case .atLeast(let bound):
      return Self.number(of: answer).map { ($0 >= bound, InlineText.rounded($0, decimals: 0)) }
    case .atMost(let bound):
      return Self.number(of: answer).map { ($0 <= bound, InlineText.rounded($0, decimals: 0)) }
    case .names(let wanted):
      let keys = answer.tidyTable.rows.compactMap { row -> String? in
        if case .text(let text)? = row.first { return text }
        return nil
      }
      guard !keys.isEmpty else { return nil }
      return (
        Set(keys.map { $0.lowercased() }) == wanted, keys.joined(separator: " and ")
      )
    }
  }

  private static func digits(_ text: some StringProtocol) -> Int {
    text.prefix(while: \.isNumber).count
  }

  private static func number(_ text: some StringProtocol) -> Double? {
    Double(String(text).filter { $0 != "%" && $0 != "," && $0 != " " })
  }

  private static func names(_ text: String) -> Set<String> {
    Set(
      text.lowercased().replacing(" and ", with: ",").split(separator: ",").map {
        String($0.drop(while: { $0 == " " }))
      })
  }

  private static func number(of answer: Answer) -> Double? {
    switch answer.body {
    case .count(let count): return Double(count)
    case .share(let share): return percentage(share.part, share.whole)
    case .table(let table):
      guard table.rows.count == 1, table.rows[0].count == 1 else { return nil }
      switch table.rows[0][0] {
      case .integer(let number): return Double(number)
      case .number(let number): return number
      case .percent(let part, let whole): return percentage(part, whole)
      case .missing, .text, .boolean, .date, .list: return nil
      }
    case .frequencies, .crosstab, .layers: return nil
    }
  }

  private static func percentage(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) * 100 / Double(whole)
  }
}
