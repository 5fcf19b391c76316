import TextLayout

/// The candidates below the statement, one of them chosen and already in the text.
struct CompletionMenu {
  /// Where the replaced text starts, in scalars.
  let start: Int
  /// What stood there, which Escape brings back.
  let original: String
  let candidates: [Candidate]
  private(set) var selected = 0
  /// How many candidates stood side by side when the menu was drawn.
  private(set) var columnCount = 1

  /// Fails without candidates.
  init?(start: Int, original: String, candidates: [Candidate]) {
    guard !candidates.isEmpty else { return nil }
    self.start = start
    self.original = original
    self.candidates = candidates
  }

  var text: String { candidates[selected].text }

  /// Chooses the candidate some places on, round the ends.
  mutating func move(by distance: Int) {
    let count = candidates.count
    selected = ((selected + distance % count) % count + count) % count
  }

  /// Draws as many rows as there is room for, those round the chosen candidate.
  mutating func draw(into builder: inout PictureBuilder, rowLimit: Int) {
    let layout = Layout(candidates, columns: builder.columns)
    columnCount = layout.columnCount
    let rowCount = (candidates.count + columnCount - 1) / columnCount
    let isCut = rowCount > rowLimit
    let visible = max(1, isCut ? rowLimit - 1 : rowLimit)
    let top = max(0, min(selected / columnCount - visible / 2, rowCount - visible))
    for row in top..<min(rowCount, top + visible) {
      builder.breakLine()
      for index in (row * columnCount)..<min(candidates.count, (row + 1) * columnCount) {
        layout.draw(candidates[index], isSelected: index == selected, into: &builder)
      }
    }
    if isCut, rowLimit > 1 {
      builder.breakLine()
      builder.put(
        truncated("  \(selected + 1) of \(candidates.count)", to: builder.columns), .muted)
    }
  }
}

/// How wide the parts of a menu are: candidates with notes stand one a row, others in a grid.
private struct Layout {
  /// Between a candidate and its note, and between candidates side by side.
  static let gap = 2
  static let marker = 2
  let columnCount: Int
  private let textWidth: Int
  private let noteWidth: Int

  init(_ candidates: [Candidate], columns: Int) {
    let widest = candidates.reduce(1) { max($0, displayWidth(sanitised($1.text))) }
    textWidth = max(1, min(widest, columns - Self.marker))
    if candidates.allSatisfy(\.note.isEmpty) {
      noteWidth = 0
      columnCount = max(1, columns / (Self.marker + textWidth + Self.gap))
    } else {
      noteWidth = max(0, columns - Self.marker - textWidth - Self.gap)
      columnCount = 1
    }
  }

  func draw(_ candidate: Candidate, isSelected: Bool, into builder: inout PictureBuilder) {
    let style: Style = isSelected ? .selection : .plain
    builder.put(isSelected ? "> " : "  ", style)
    builder.put(fitted(sanitised(candidate.text), to: textWidth), style)
    if columnCount > 1 { builder.put("  ", .plain) }
    // A few columns of a note say nothing.
    if noteWidth >= 4, !candidate.note.isEmpty {
      builder.put("  ", .plain)
      builder.put(truncated(sanitised(candidate.note), to: noteWidth), .muted)
    }
  }
}
