/// The names of a file's columns: each once, and none empty.
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
    for column in 0..<width {
      let parts = records.compactMap { column < $0.count ? CellText.trimmed($0[column]) : nil }
      let written = parts.filter { !$0.isEmpty }.joined(separator: join)
      let typed = Self.typeable(written)
      let stem = typed.isEmpty ? "column_\(column + 1)" : typed
      var name = stem
      var suffix = 2
      while !taken.insert(name).inserted {
        name = "\(stem)_\(suffix)"
        suffix += 1
      }
      if name != written {
        notes.append(
          written.isEmpty
            ? "column \(column + 1) has no name; it is called \(name)"
            : name == typed
              ? "the name of column \(column + 1) cannot be typed; it is called \(name)"
              : "two columns are called \(written); the second is called \(name)")
      }
      names.append(name)
    }
  }

  /// The name as it can be typed in backticks: without any in it, and in one line.
  private static func typeable(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { $0 == "`" || $0.value < 0x20 }) else { return name }
    let scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar == "`" ? "'" : scalar.value < 0x20 ? " " : scalar
    }
    return CellText.trimmed(String(String.UnicodeScalarView(scalars)))
  }
}
