/// A rule of the grammar: what may be written, what it means, and statements that use it.
///
/// The reference page and `help grammar` are made from this list, and a test runs every example.
public struct GrammarProduction: Sendable {
  /// What other rules call it.
  public let name: String
  /// What it may be; each alternative stands on a line of its own.
  ///
  /// Words in lower case and signs are written as they are, words in capitals stand for names and values,
  /// `[x]` may be left out, `x ...` may be repeated, and `|` parts alternatives inside a line.
  public let alternatives: [String]
  /// What it means, in one or two sentences.
  public let meaning: String
  /// Statements on the bundled data set that use it.
  public let examples: [String]

  init(_ name: String, _ alternatives: [String], _ meaning: String, _ examples: [String]) {
    self.name = name
    self.alternatives = alternatives
    self.meaning = meaning
    self.examples = examples
  }

  /// The rule in one block: `name = alternative`, further alternatives below the first.
  public var rule: String {
    let indent = String(repeating: " ", count: name.count)
    return alternatives.enumerated().map { index, alternative in
      index == 0 ? "\(name) = \(alternative)" : "\(indent) | \(alternative)"
    }.joined(separator: "\n")
  }

  /// Every rule, from the statement down to the value.
  public static let all = statements + sets + conditions + values

  /// The grammar as one text, rule by rule.
  public static var text: String { all.map(\.rule).joined(separator: "\n\n") }
}
