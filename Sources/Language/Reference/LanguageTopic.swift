/// The clauses, conditions and ideas of the language, for help and the reference.
public struct LanguageTopic: Sendable {
  /// The word to ask for.
  public let name: String
  /// Other words that lead to it, which it explains as well.
  public let also: [String]
  /// How it is written.
  public let usage: String
  /// What it means, in one or two sentences.
  public let summary: String
  /// A statement on the bundled data set that uses it.
  public let example: String

  init(name: String, also: [String] = [], usage: String, summary: String, example: String) {
    self.name = name
    self.also = also
    self.usage = usage
    self.summary = summary
    self.example = example
  }

  /// Every topic, clauses first.
  public static let all: [LanguageTopic] = clauses + conditions + numbers + ideas
}
