import Language
import Tables

/// What is asked of texts; of a category, its label is read.
extension NaiveEvaluator {
  func textTest(
    _ subject: Expression, _ test: TextTest, _ mode: HasMode, _ patterns: [Expression],
    _ place: Place
  ) -> Bool? {
    guard case .text(let value) = cell(of: subject, place),
      case .coded(let book, _) = kind(of: subject, place)
    else { return nil }
    let text = book.values.firstIndex(of: value).map { book.labels[$0] } ?? value
    let found = patterns.map { pattern -> Bool in
      switch (test, Self.literal(pattern)) {
      case (.contains, .text(let part)): text.lowercased().contains(part.lowercased())
      case (.mentions, .text(let words)): Self.mentions(text, words)
      case (.matches, .pattern(let source)), (.matches, .text(let source)):
        Self.matches(text, source)
      default: fatalError("no pattern: \(Formatter.format(pattern))")
      }
    }
    switch mode {
    case .one, .any, .only: return found.contains(true)
    case .all: return !found.contains(false)
    case .none: return !found.contains(true)
    }
  }

  /// Whether words follow one another in a text, each whole or, before `*`, beginning so.
  static func mentions(_ text: String, _ pattern: String) -> Bool {
    let held = words(text, keeping: "")
    let wanted = words(pattern, keeping: "*")
    guard held.count >= wanted.count else { return false }
    return (0...held.count - wanted.count).contains { start in
      zip(wanted, held[start...]).allSatisfy { want, word in
        want.hasSuffix("*") ? word.hasPrefix(want.dropLast()) : word == want
      }
    }
  }

  /// Runs of letters and digits, with apostrophes inside them, in lower case.
  private static func words(_ text: String, keeping more: String) -> [String] {
    text.lowercased().replacing("’", with: "'")
      .split { !$0.isLetter && !$0.isNumber && $0 != "'" && !more.contains($0) }
      .map { word in
        String(word.trimmingPrefix("'").reversed().trimmingPrefix("'").reversed())
      }
      .filter { !$0.isEmpty }
  }

  /// By the standard library's expressions, which know nothing of the product's.
  private static func matches(_ text: String, _ source: String) -> Bool {
    guard let expression = try? Regex(source).ignoresCase() else { fatalError(source) }
    return text.contains(expression)
  }
}
