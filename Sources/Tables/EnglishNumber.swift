/// Singular and plural of English nouns, as far as names of tables need them.
public enum EnglishNumber {
  /// Endings that also close longer words: `grandchildren`, `townspeople`.
  private static let irregularEndings: [(one: String, many: String)] = [
    ("child", "children"), ("person", "people"), ("woman", "women"), ("analysis", "analyses"),
    ("diagnosis", "diagnoses"), ("crisis", "crises"), ("criterion", "criteria"),
    ("series", "series"), ("status", "statuses"), ("census", "censuses"), ("virus", "viruses"),
  ]

  /// Words that are only themselves, because other words end in the same letters: `specimen` is no
  /// plural, and `abuses` no bus.
  private static let irregularWords: [(one: String, many: String)] = [
    ("man", "men"), ("datum", "data"), ("index", "indices"), ("bus", "buses"), ("life", "lives"),
    ("wife", "wives"), ("species", "species"), ("movie", "movies"), ("news", "news"),
  ]

  /// The singular of a noun, or the noun itself when it does not look like a plural; of several
  /// words, or words joined by `_`, only the last changes.
  public static func singular(of noun: String) -> String {
    let lower = noun.lowercased()
    for pair in irregularEndings where lower.hasSuffix(pair.many) {
      return replacing(pair.many, with: pair.one, in: noun)
    }
    let lastWord = lower.split { !$0.isLetter }.last ?? ""
    for pair in irregularWords where lastWord == pair.many && lower.hasSuffix(pair.many) {
      return replacing(pair.many, with: pair.one, in: noun)
    }
    if lower.hasSuffix("ies"), lower.count > 4 { return replacing("ies", with: "y", in: noun) }
    for ending in ["sses", "shes", "ches", "xes"] where lower.hasSuffix(ending) {
      return String(noun.dropLast(2))
    }
    if lower.hasSuffix("s"), !lower.hasSuffix("ss"), !lower.hasSuffix("us"),
      !lower.hasSuffix("is"), lower.count > 2
    {
      return String(noun.dropLast())
    }
    return noun
  }

  /// The noun with another ending, in the case of the ending it had.
  private static func replacing(_ ending: String, with other: String, in noun: String) -> String {
    let had = noun.suffix(ending.count)
    let stem = String(noun.dropLast(ending.count))
    if had == had.uppercased() { return stem + other.uppercased() }
    if had.first?.isUppercase == true {
      return stem + other.prefix(1).uppercased() + other.dropFirst()
    }
    return stem + other
  }
}
