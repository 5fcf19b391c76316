internal import Tables
internal import TextSearch

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
    return code(ofFolded: wanted, in: field.dictionary)
  }

  /// The first text that is another once both are folded.
  ///
  /// A column may have millions of them: bytes are compared, and a string is made only of a text that
  /// is the same up to its first sign outside ASCII.
  static func code(ofFolded wanted: String, in dictionary: TextDictionary) -> Int? {
    let bytes = Array(wanted.utf8)
    var found: Int?
    dictionary.forEach { code, text in
      switch agrees(text, with: bytes) {
      case true?: found = code
      case nil: if folded(dictionary[code]) == wanted { found = code }
      case false?: break
      }
      return found == nil
    }
    return found
  }

  /// Whether a text is another once it is folded; `nil` where that needs more than ASCII.
  private static func agrees(
    _ text: UnsafeBufferPointer<UInt8>, with wanted: [UInt8]
  ) -> Bool? {
    var place = 0
    var isAfterBlank = false
    for byte in text {
      if byte >= 0x80 { return nil }
      if byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
        isAfterBlank = place > 0
        continue
      }
      if isAfterBlank {
        guard place < wanted.count else { return false }
        if wanted[place] >= 0x80 { return nil }
        guard wanted[place] == 0x20 else { return false }
        place += 1
        isAfterBlank = false
      }
      guard place < wanted.count else { return false }
      // A sign that is more than one byte may begin with this one, as an accented letter does.
      if wanted[place] >= 0x80 { return nil }
      guard wanted[place] == Folding.folded(byte) else { return false }
      place += 1
    }
    return place == wanted.count ? true : wanted[place] >= 0x80 ? nil : false
  }
}
