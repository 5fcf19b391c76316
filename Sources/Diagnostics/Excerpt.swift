import TextLayout

/// One line of a source text, cut to a width around the words to mark.
struct Excerpt {
  /// The line, or a part of it with `…` where it was cut.
  let text: String
  /// The terminal column at which the mark begins, from 0.
  let markStart: Int
  /// The columns of the mark, at least 1.
  let markWidth: Int

  /// Takes the line in which a span begins; of a span over several lines, its first is marked.
  ///
  /// - Parameter width: The most columns to use; `nil` for any number.
  init(_ span: Span, of source: SourceText, width: Int?) {
    let lineSpan = source.lineSpan(source.position(of: span.start).line)
    let line = ExcerptLine(
      source.text(lineSpan), mark: span.start - lineSpan.start..<span.end - lineSpan.start)
    let window = line.window(width: max(width ?? .max, Self.leastWidth))
    let before = window.lowerBound > 0 ? "…" : ""
    let after = window.upperBound < line.cells.count ? "…" : ""
    text = before + line.cells[window].map(\.text).joined() + after
    let marked = line.mark.clamped(to: window)
    markStart = before.count + line.width(window.lowerBound..<marked.lowerBound)
    markWidth = max(1, line.width(marked))
  }

  /// Room for a mark and a word on each side, however narrow the window.
  private static let leastWidth = 20
}

/// A line as it is drawn, character by character.
private struct ExcerptLine {
  /// A character as it is drawn: a tab is spaces, a control character its picture.
  struct Cell {
    let text: String
    let width: Int
    let isBlank: Bool
  }

  private(set) var cells: [Cell] = []
  /// The characters to mark; empty at the end of the line for what is missing there.
  private(set) var mark = 0..<0

  /// - Parameter mark: The bytes to mark.
  init(_ line: String, mark bytes: Range<Int>) {
    var offset = 0
    var column = 0
    var first: Int?
    var end = 0
    for character in line {
      let next = offset + character.utf8.count
      if first == nil, next > bytes.lowerBound { first = cells.count }
      let isTab = character == "\t"
      let text =
        isTab ? String(repeating: " ", count: 4 - column % 4) : visible(String(character))
      let width = isTab ? text.count : displayWidth(text)
      cells.append(Cell(text: text, width: width, isBlank: character == " " || isTab))
      if offset < bytes.upperBound { end = cells.count }
      offset = next
      column += width
    }
    let start = first ?? cells.count
    mark = start..<max(start, end)
  }

  func width(_ range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.width } }

  /// The characters to show so that the mark stands in a width with as much around it as fits.
  func window(width most: Int) -> Range<Int> {
    let all = cells.indices
    // A mark past the end takes a column of its own.
    let marked = max(1, width(mark))
    guard width(all) + (mark.lowerBound == cells.count ? 1 : 0) > most else { return all }
    // Two columns are kept for the signs of what is cut.
    let free = max(0, most - 2 - marked)
    let left = width(0..<mark.lowerBound)
    let right = width(mark.upperBound..<cells.count)
    let leftShare = min(left, max(free / 2, free - right))
    let start = extended(from: mark.lowerBound, by: -1, columns: leftShare)
    let taken = width(start..<mark.lowerBound)
    let end = extended(
      from: mark.lowerBound, by: 1, columns: min(most - 2, marked + free) - taken)
    return breaking(start)..<max(breaking(end, before: mark), mark.lowerBound)
  }

  /// The position reached by walking while the characters fit.
  private func extended(from position: Int, by step: Int, columns: Int) -> Int {
    var position = position
    var columns = columns
    while true {
      let next = step < 0 ? position - 1 : position
      guard cells.indices.contains(next), cells[next].width <= columns else { return position }
      columns -= cells[next].width
      position += step
    }
  }

  /// How far to look for a blank to cut at, rather than inside a word.
  private static let reach = 16

  /// The start of the first whole word at or after a position that still lies before the mark.
  private func breaking(_ start: Int) -> Int {
    guard start > 0 else { return start }
    var position = start
    if !cells[start - 1].isBlank {
      let limit = max(start, min(mark.lowerBound, start + Self.reach))
      guard let blank = (start..<limit).first(where: { cells[$0].isBlank }) else { return start }
      position = blank
    }
    while position < mark.lowerBound, cells[position].isBlank { position += 1 }
    return position
  }

  /// The end of the last whole word at or before a position that still lies after the mark.
  private func breaking(_ end: Int, before mark: Range<Int>) -> Int {
    guard end < cells.count, !cells[end].isBlank else { return end }
    let limit = max(mark.upperBound, end - Self.reach)
    guard limit < end else { return end }
    return (limit..<end).last { cells[$0].isBlank } ?? end
  }
}

/// The text with control characters shown as their pictures, so that what a user pasted or a file
/// holds cannot move the cursor.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: out.append("\u{2421}")
    default: out.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(out)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
