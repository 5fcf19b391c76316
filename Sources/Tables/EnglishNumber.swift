/// Singular and plural of English nouns, as far as names of tables need them.
public enum EnglishNumber {
  private static let irregular: [(one: String, many: String)] = [
    ("child", "children"), ("person", "people"), ("man", "men"), ("woman", "women"),
    ("analysis", "analyses"), ("diagnosis", "diagnoses"), ("crisis", "crises"),
    ("criterion", "criteria"), ("datum", "data"), ("index", "indices"), ("series", "series"),
  ]

  /// The singular of a noun, or the noun itself when it does not look like a plural.
  public static func singular(of noun: String) -> String {
    let lower = noun.lowercased()
    for pair in irregular where lower.hasSuffix(pair.many) {
      return String(noun.dropLast(pair.many.count)) + pair.one
    }
    if lower.hasSuffix("ies"), lower.count > 4 { return String(noun.dropLast(3)) + "y" }
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
}
