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

  /// A row for a statement, with what was searched for in it to be seen.
  private func put(_ hit: String, isSelected: Bool, into builder: inout PictureBuilder) {
    let shown = Array(sanitised(hit))
    let match = range(in: shown)
    let style: Style = isSelected ? .selection : .plain
    let room = builder.columns - 3
    // A match beyond the right edge is brought into sight, with a few characters before it.
    let isBeyond = displayWidth(String(shown[..<match.upperBound])) > room
    let start = isBeyond ? max(0, match.lowerBound - 4) : 0
    builder.put(isSelected ? "> " : "  ", style)
    if start > 0 { builder.put("…", style) }
    var left = room - (start > 0 ? 1 : 0)
    for (offset, character) in shown.enumerated().dropFirst(start) {
      left -= displayWidth(character)
      guard left >= 0 else { return builder.put("…", style) }
      builder.put(character, match.contains(offset) ? .strong : style)
    }
  }

  private func range(in text: [Character]) -> Range<Int> {
    let wanted = Array(pattern)
    let ignoresCase = pattern == pattern.lowercased()
    guard !wanted.isEmpty, wanted.count <= text.count else { return 0..<0 }
    let start = (0...(text.count - wanted.count)).first { start in
      zip(text[start...], wanted).allSatisfy {
        ignoresCase ? $0.lowercased() == $1.lowercased() : $0 == $1
      }
    }
    return start.map { $0..<($0 + wanted.count) } ?? 0..<0
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
      put(hit, isSelected: isSelected, into: &builder)
    }
    if hits.isEmpty {
      builder.breakLine()
      builder.put(truncated("  nothing found", to: size.columns), .muted)
    }
    return builder.finished().cropped(to: size.rows)
  }
}
