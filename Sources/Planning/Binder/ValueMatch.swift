internal import Tables

/// How a value in a query finds a value of a category.
enum ValueMatch {
  /// A text without what does not matter: case, surrounding and repeated blanks, kinds of dash.
  static func folded(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(dashes.contains(character) ? "-" : character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.joined(separator: " ")
  }

  private static let dashes: Set<Character> = ["\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "−"]

  /// The dictionary code of a value: as the data writes it, or by its label, or by either without
  /// what does not matter.
  static func code(of text: String, in field: FieldInfo) -> Int? {
    if let exact = field.dictionary.firstIndex(of: text) { return exact }
    if let labelled = field.schema.categories.firstIndex(where: { $0.label == text }) {
      return labelled
    }
    let wanted = folded(text)
    if let label = field.schema.categories.firstIndex(where: { folded($0.label) == wanted }) {
      return label
    }
    return field.dictionary.firstIndex { folded($0) == wanted }
  }
}
