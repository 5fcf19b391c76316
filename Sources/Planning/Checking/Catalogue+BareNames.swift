internal import Diagnostics
internal import Language
internal import Tables

/// Names with blanks or signs that stand in a statement as they do in the data, without backticks.
extension Catalogue {
  /// A text longer than this is no slip of someone who types.
  private static let longestStatement = 4096

  /// The mistakes that bare names are; what else is wrong with the statement mostly follows from them.
  ///
  /// `count homes where Event type = "Full"` is no statement, but says what is meant.
  func bareNames(in statement: String, at start: Int) -> [Diagnostic] {
    guard statement.utf8.count <= Self.longestStatement else { return [] }
    let names = namesThatNeedBackticks
    guard !names.isEmpty else { return [] }
    var mistakes: [Diagnostic] = []
    var rest = statement[...]
    var isAfterWord = false
    while let next = rest.first {
      if !isAfterWord, let name = names.first(where: { rest.begins(withName: $0) }) {
        let typed = rest.prefix(name.count)
        let place = start + statement.utf8.distance(from: statement.startIndex, to: rest.startIndex)
        let span = Span(place, place + typed.utf8.count)
        var mistake = Diagnostic(
          .syntax, "a name with blanks or signs in it is written in backticks", at: span)
        mistake.edits = [Diagnostic.Edit(span, Wording.name(name))]
        mistakes.append(mistake)
        rest = rest.dropFirst(name.count)
        continue
      }
      isAfterWord = next.isOfWord
      rest = rest.dropFirst()
      if let end = Self.closing[next] {
        rest = rest.drop { $0 != end }.dropFirst()
      }
    }
    return mistakes
  }

  /// What begins a text, a name in backticks or a comment, with what ends it.
  private static let closing: [Character: Character] = [
    "\"": "\"", "'": "'", "`": "`", "“": "”", "‘": "’", "#": "\n",
  ]

  /// The names of entities and fields that hold more than letters and digits, the longest first.
  private var namesThatNeedBackticks: [String] {
    var names: Set<String> = []
    for (table, loaded) in data.tables.enumerated() {
      for name in [loaded.schema.name] + fields(ofTable: table).map(\.name)
      where !name.allSatisfy(\.isOfWord) && name.contains(where: \.isOfWord) {
        names.insert(name)
      }
    }
    return names.sorted { ($1.count, $0) < ($0.count, $1) }
  }
}

extension Substring {
  /// Whether the text begins with a whole name, in any case.
  fileprivate func begins(withName name: String) -> Bool {
    var index = startIndex
    for character in name {
      guard index < endIndex,
        self[index] == character || self[index].lowercased() == character.lowercased()
      else { return false }
      index = self.index(after: index)
    }
    guard index < endIndex, name.last?.isOfWord ?? false else { return true }
    return !self[index].isOfWord
  }
}

extension Character {
  /// Whether names go on with it without backticks.
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }
}
