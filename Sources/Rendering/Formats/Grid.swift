internal import TextLayout

/// Cells in aligned columns, as wide as the terminal allows.
///
/// Nothing is cut in silence: long text wraps, and columns that have no room are named below.
struct Grid {
  var headers: [String]
  var isRight: [Bool]
  var rows: [[String]]
  /// A last row below a rule.
  var total: [String]?
  /// A line above the header.
  var title: String?
  /// Columns whose text may wrap; by default the first.
  var stretches: [Bool]

  private static let gap = "  "
  /// A column of text is never made narrower than this to let others in.
  private static let leastStretch = 12
  /// A cell that wraps is cut after this many lines, with a mark and a notice.
  private static let mostLines = 12

  init(headers: [String], isRight: [Bool], rows: [[String]]) {
    self.headers = headers.map { sanitised($0) }
    self.isRight = isRight
    self.rows = rows.map { $0.map { sanitised($0) } }
    stretches = headers.indices.map { $0 == 0 }
  }

  func render(_ options: RenderOptions) -> String {
    let layout = Layout(self, width: options.width)
    var out = title.map { options.palette.paint($0, .heading) + "\n" } ?? ""
    out += line(headers, layout).map { options.palette.paint($0, .heading) + "\n" }.joined()
    let rule = layout.shown.map { String(repeating: "─", count: layout.widths[$0]) }
      .joined(separator: Self.gap)
    out += options.palette.paint(rule, .muted) + "\n"
    for row in rows { out += line(row, layout).map { $0 + "\n" }.joined() }
    if let total {
      out += options.palette.paint(rule, .muted) + "\n"
      out += line(total, layout).map { options.palette.paint($0, .strong) + "\n" }.joined()
    }
    if !layout.hidden.isEmpty {
      let names = layout.hidden.map { headers[$0] }.joined(separator: ", ")
      let notice =
        "\(layout.hidden.count) columns have no room: \(names); widen the window, or use `show`"
      out +=
        options.palette.paint(
          wrapped(notice, to: max(20, options.width ?? 100)).joined(separator: "\n"), .muted) + "\n"
    }
    return out
  }

  /// One row as one or several lines.
  private func line(_ cells: [String], _ layout: Layout) -> [String] {
    let wrappedCells = layout.shown.map { column -> [String] in
      let width = layout.widths[column]
      let lines =
        displayWidth(cells[column]) <= width
        ? [cells[column]] : wrapped(cells[column], to: width)
      guard lines.count > Self.mostLines else { return lines }
      return lines.prefix(Self.mostLines - 1) + ["…"]
    }
    let height = wrappedCells.map(\.count).max() ?? 1
    return (0..<height).map { number in
      var text = zip(layout.shown, wrappedCells).map { column, lines in
        let cell = number < lines.count ? lines[number] : ""
        return padded(cell, to: layout.widths[column], isRight[column] ? .right : .left)
      }.joined(separator: Self.gap)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// How wide each column is, and which have no room.
  private struct Layout {
    var widths: [Int]
    var shown: [Int]
    var hidden: [Int] = []

    init(_ grid: Grid, width: Int?) {
      widths = grid.headers.indices.map { column in
        let cells = grid.rows.map { displayWidth($0[column]) }
        let total = grid.total.map { displayWidth($0[column]) } ?? 0
        return max(displayWidth(grid.headers[column]), cells.max() ?? 0, total, 1)
      }
      shown = Array(grid.headers.indices)
      guard let width else { return }
      narrow(grid, to: width)
      while needed > width, shown.count > 1 { hidden.insert(shown.removeLast(), at: 0) }
      if shown.count == 1 { widths[shown[0]] = min(widths[shown[0]], max(1, width)) }
    }

    private var needed: Int {
      shown.reduce(0) { $0 + widths[$1] } + (shown.count - 1) * Grid.gap.count
    }

    /// Takes room from the widest column of text, again and again.
    private mutating func narrow(_ grid: Grid, to width: Int) {
      while needed > width {
        let candidates = shown.filter { grid.stretches[$0] && widths[$0] > Grid.leastStretch }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
        let second = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
        let step = min(needed - width, max(1, widths[widest] - max(second, Grid.leastStretch)))
        widths[widest] = max(Grid.leastStretch, widths[widest] - step)
      }
    }
  }
}
