#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Replaces one picture on the terminal by the next; it knows where the last one left the cursor.
struct Painter {
  private let descriptor: Int32 = STDOUT_FILENO
  private var shown: Picture?
  private var shownColumns = 0

  /// The terminal's size, or a usual one where it is not known.
  var size: TerminalSize {
    Terminal.size(descriptor) ?? TerminalSize(rows: 24, columns: 80)
  }

  /// The next picture starts on the line the cursor is on, and no earlier one is replaced.
  mutating func forget() { shown = nil }

  func write(_ text: String) { writeAll(text.utf8, to: descriptor) }

  /// Paints in one write, with the cursor hidden, so that nothing flickers.
  mutating func show(_ picture: Picture, columns: Int) {
    guard picture != shown || columns != shownColumns else { return }
    var output = "\u{1B}[?25l" + movementToTop(columns: columns)
    for (number, row) in picture.rows.enumerated() {
      if number > 0 { output += "\r\n" }
      output += row.text
      // After the last column the terminal waits with the cursor on it: clearing would take it.
      if row.width < columns { output += "\u{1B}[K" }
    }
    if let last = picture.rows.last, last.width < columns { output += "\u{1B}[J" }
    output += "\r" + up(picture.rows.count - 1 - picture.cursor.row)
    output += right(min(picture.cursor.column, columns - 1)) + "\u{1B}[?25h"
    write(output)
    shown = picture
    shownColumns = columns
  }

  /// Leaves the picture for good: the cursor goes to the line below it.
  mutating func leave(_ ending: String = "") {
    if let shown { write(down(shown.rows.count - 1 - shown.cursor.row)) }
    write(ending + "\r\n")
    forget()
  }

  /// From the cursor to the first row of the picture that is shown.
  ///
  /// A terminal that has become narrower has broken the rows above the cursor.
  private func movementToTop(columns: Int) -> String {
    guard let shown else { return "\r" }
    var rows = shown.cursor.row
    if columns < shownColumns {
      let above = shown.rows.prefix(shown.cursor.row)
      rows = above.reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) }
      rows += shown.cursor.column / columns
    }
    return "\r" + up(rows)
  }

  private func up(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }
  private func down(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)B" : "" }
  private func right(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)C" : "" }
}
