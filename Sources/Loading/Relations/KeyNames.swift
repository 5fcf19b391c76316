internal import Tables

/// How much the names of fields say that they are the key of a table, or lead to it.
struct KeyNames {
  private let names: Set<String>

  /// The names of the table, in one spelling.
  init(_ schema: EntitySchema) {
    names = [Self.folded(schema.name), Self.folded(schema.singular)]
  }

  /// Words that end the names of keys.
  private static let endings = ["id", "key", "urn", "upn", "code", "ref", "no", "number"]

  /// Names that tables have without having anything in common.
  private static let common: Set<String> = [
    "id", "key", "code", "ref", "no", "number", "name", "row", "index", "line", "date", "year",
    "month",
    "day", "value", "count",
  ]

  /// How likely a field of this name is the key of its own table: 0 for not at all.
  func likeness(_ field: String) -> Int {
    let name = Self.folded(field)
    if name == "id" || name == "key" || name == "urn" { return 4 }
    if names.contains(name) { return 3 }
    if let stem = Self.stem(name) { return names.contains(stem) ? 5 : 2 }
    return 0
  }

  /// Whether a field of another table may lead to this one by its key: `child_id`, `child` or
  /// `index_child_id` to children.
  func mayLead(_ field: String, to key: String) -> Bool {
    let name = Self.folded(field)
    if name == Self.folded(key), !Self.common.contains(name) { return true }
    guard likeness(key) > 0 else { return false }
    let stem = Self.stem(name) ?? name
    return names.contains { stem == $0 || stem.hasSuffix("_" + $0) }
  }

  /// What the many may call the one: the field without its ending where that says more than the table.
  static func relationName(_ field: String, _ parent: EntitySchema) -> String {
    let stem = stem(folded(field)) ?? folded(field)
    return stem.hasSuffix("_" + folded(parent.singular)) ? stem : parent.singular
  }

  /// A name without the ending that makes it a key; `nil` where it has none.
  private static func stem(_ name: String) -> String? {
    for ending in endings where name.hasSuffix("_" + ending) {
      return String(name.dropLast(ending.count + 1))
    }
    return nil
  }

  /// A name in small letters with `_` between its words: `childId`, `Child ID` and `CHILD_ID` are one.
  static func folded(_ name: String) -> String {
    var result = ""
    var previous: Character = "_"
    for character in name {
      let isWord = character.isLetter || character.isNumber
      if !isWord || (character.isUppercase && previous.isLowercase), result.last != "_",
        !result.isEmpty
      {
        result.append("_")
      }
      if isWord { result += character.lowercased() }
      previous = character
    }
    return result.last == "_" ? String(result.dropLast()) : result
  }
}
