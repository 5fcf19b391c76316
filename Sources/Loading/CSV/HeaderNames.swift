/// The names of a file's columns: each once, none empty, and all such that they can be typed.
struct HeaderNames {
  private(set) var names: [String] = []
  /// What was done to names that could not stay.
  private(set) var notes: [String] = []

  /// Names for columns that have none.
  init(numbered count: Int) { names = (1..<count + 1).map { "column_\($0)" } }

  /// The names of header records; of several, the parts of each column are joined.
  init(_ records: [[String]], joinedBy join: String) {
    let width = records.map(\.count).max() ?? 0
    var taken: Set<String> = []
    // Where to go on counting, so that ten thousand equal names take no longer than others.
    var suffixes: [String: Int] = [:]
    for column in 0..<width {
      let parts = records.compactMap { column < $0.count ? $0[column] : nil }
      let written = Self.joined(parts.map { CellText.trimmed($0) }, join)
      let typed = Self.joined(parts.map { CellText.trimmed(Self.typeable($0)) }, join)
      let stem = typed.isEmpty ? "column_\(column + 1)" : typed
      var name = stem
      var suffix = suffixes[stem] ?? 2
      while !taken.insert(name).inserted {
        name = "\(stem)_\(suffix)"
        suffix += 1
      }
      suffixes[stem] = suffix
      if typed.isEmpty {
        notes.append("column \(column + 1) has no name; it is called \(name)")
      } else if name != typed {
        notes.append("two columns are called \(typed); the second is called \(name)")
      } else if name != written {
        notes.append(
          "the name of column \(column + 1) holds a character that cannot be typed in a name; "
            + "it is called \(name)")
      }
      names.append(name)
    }
  }

  private static func joined(_ parts: [String], _ join: String) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: join)
  }

  /// A name as it can be typed between backticks: with an apostrophe for a backtick, and a blank for a
  /// line break, a tab or another control character.
  static func typeable(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x60 || $0 < 0x20 || $0 >= 0x7F }) else { return name }
    return String(
      name.map { character -> Character in
        if character == "`" { return "'" }
        let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        return isControl || character.isNewline ? " " : character
      })
  }
}
