import TextLayout

/// A search of the history: what was typed of it, and the statements that hold it, newest first.
struct HistorySearch {
  private static let hitLimit = 50
  private let entries: [String]
  private(set) var pattern = ""
  private(set) var hits: [String] = []
  private var selected = 0

  init(_ entries: [String]) {
    self.entries = entries
    find()
  }

  var choice: String? { selected < hits.count ? hits[selected] : nil }

  mutating func type(_ scalar: Unicode.Scalar) {
    pattern.unicodeScalars.append(scalar)
    find()
  }

  mutating func rubOut() {
    guard !pattern.isEmpty else { return }
    pattern.removeLast()
    find()
  }

  mutating func move(by distance: Int) {
    selected = max(0, min(selected + distance, hits.count - 1))
  }

  /// A pattern in lower case finds any case.
  private mutating func find() {
    let ignoresCase = pattern == pattern.lowercased()
    var seen: Set<String> = []
    hits = []
    selected = 0
    for entry in entries.reversed() where hits.count < Self.hitLimit {
      let text = ignoresCase ? entry.lowercased() : entry
      if pattern.isEmpty || text.contains(pattern), seen.insert(entry).inserted {
        hits.append(entry)
      }
    }
  }

  func picture(size: TerminalSize, palette: Palette) -> Picture {
    var builder = PictureBuilder(columns: size.columns, palette: palette)
    builder.put("history: ", .prompt)
    builder.put(pattern, .plain)
    builder.markCursor()
    let visible = max(1, min(8, size.rows - builder.rowCount))
    let top = max(0, min(selected - visible / 2, hits.count - visible))
    for (number, hit) in hits.enumerated().dropFirst(top).prefix(visible) {
      let isSelected = number == selected
      builder.breakLine()
      builder.put(
        truncated((isSelected ? "> " : "  ") + sanitised(hit), to: size.columns),
        isSelected ? .selection : .plain)
    }
    if hits.isEmpty {
      builder.breakLine()
      builder.put(truncated("  nothing found", to: size.columns), .muted)
    }
    return builder.finished().cropped(to: size.rows)
  }
}
