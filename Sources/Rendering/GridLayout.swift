import TextLayout

/// How a grid stands in a width: which columns side by side, how wide, and what had to give way.
struct GridLayout {
  /// The space between two columns.
  static let gap = 2
  /// The narrowest a column of text becomes before columns are hidden: about two words, and enough
  /// for `(not recorded)`.
  private static let leastTextWidth = 14
  /// The narrowest that the key of a crosstab becomes.
  private static let leastKeyWidth = 6
  /// The widest that a title alone makes a column for which there is little room.
  static let mostTitleWidth = 12

  /// The width of each column of the grid.
  private(set) var widths: [Int]
  /// The columns of each piece, from the left.
  private(set) var pieces: [[Int]]
  /// Columns that no piece shows.
  private(set) var hidden: [Int] = []
  /// Whether missing values are written `-`, or as their reason alone, for want of room.
  private(set) var usesShortMissing = false

  /// The columns of the window; `nil` where there is none.
  let width: Int?
  /// What stands where text is cut.
  private let ellipsis: String
  /// The most lines of a cell; `nil` for all.
  private let mostLines: Int?
  /// Whether rows are so high that an empty line has to stand between them.
  private(set) var isSpacious = false
  /// The columns in which the end of some text is not shown.
  private(set) var cutColumns: [Int] = []

  init(_ grid: Grid, width: Int?, ellipsis: String = Glyphs.unicode.ellipsis) {
    self.width = width
    self.ellipsis = ellipsis
    let isLong = width != nil && grid.isListing && grid.rows.count > Self.mostWholeRows
    mostLines = isLong ? Self.mostLines : nil
    let all = Array(grid.columns.indices)
    widths = []
    pieces = [all]
    if let width {
      fit(grid, into: width)
    } else {
      // Without a window every column is shown, and only prose gives way.
      let measures = all.map { Measure(grid, column: $0, leastText: Self.leastProseWidth) }
      widths = Self.shared(measures, width: Self.proseWidth)
    }
    studyHeights(grid)
  }

  /// The narrowest that prose becomes where there is no window.
  private static let leastProseWidth = 40
  /// The width that prose is broken to fit where there is no window: a line that an editor or a
  /// mail shows whole.
  private static let proseWidth = 100
  /// Rows that take more lines than this, one with another, stand apart by an empty line.
  private static let compactLines = 2
  /// In a list of more rows than these, a cell is cut after so many lines: a long list of
  /// documents is read for which there are, a short one for what is in them.
  static let mostWholeRows = 5
  private static let mostLines = 6

  /// Finds the widths and pieces for a window.
  private mutating func fit(_ grid: Grid, into width: Int) {
    func measures(usesShortMissing: Bool) -> [Measure] {
      grid.columns.indices.map { column in
        let least =
          grid.columns[column].staysWhole
          ? max(Self.leastTextWidth, width - Self.numberWidth(grid)) : Self.leastTextWidth
        return Measure(
          grid, column: column, leastText: least, usesShortMissing: usesShortMissing)
      }
    }
    var measured = measures(usesShortMissing: false)
    widths = measured.map(\.natural)
    if Self.total(widths) <= width { return }
    if grid.overflow == .hide,
      grid.rows.contains(where: { $0.cells.contains { $0.isMissing } })
    {
      usesShortMissing = true
      measured = measures(usesShortMissing: true)
      widths = measured.map(\.natural)
      if Self.total(widths) <= width { return }
    }
    switch grid.overflow {
    case .hide: hide(measured, width: width)
    case .split:
      split(measured, keyColumnCount: grid.keyColumnCount, width: width)
      if breaksMissing(grid) {
        usesShortMissing = true
        split(
          measures(usesShortMissing: true), keyColumnCount: grid.keyColumnCount, width: width)
      }
    }
  }

  /// Whether a missing value has no room in its line, where three characters would do.
  private func breaksMissing(_ grid: Grid) -> Bool {
    grid.rows.contains { row in
      row.cells.indices.contains { row.cells[$0].isMissing && row.cells[$0].width > widths[$0] }
    }
  }

  /// The columns that all numbers take, and the gaps before them.
  private static func numberWidth(_ grid: Grid) -> Int {
    grid.columns.indices.filter { grid.columns[$0].alignment == .right }.reduce(0) {
      $0 + gap + Measure(grid, column: $1, leastText: leastTextWidth).least
    }
  }

  /// Finds out how high the rows are, and in which columns a cell is too high.
  private mutating func studyHeights(_ grid: Grid) {
    let shown = grid.columns.indices.filter { !hidden.contains($0) }
    var cut: Set<Int> = []
    var lineCount = 0
    for row in grid.rows {
      var height = 1
      for column in shown where column < row.cells.count {
        let text = text(row.cells[column])
        let room = widths[column] - displayWidth(row.cells[column].lead.first)
        guard displayWidth(text) > room else { continue }
        let lines = wrapped(text, to: room, hanging: Self.hanging).count
        if let mostLines, lines > mostLines { cut.insert(column) }
        height = max(height, min(lines, mostLines ?? lines))
      }
      lineCount += height
    }
    cutColumns = cut.sorted()
    isSpacious = grid.overflow == .hide && lineCount > grid.rows.count * Self.compactLines
  }

  /// What further lines of a cell are moved in by, so that they look like no row of their own.
  private static let hanging = 2

  /// A cell's text in lines as wide as its column.
  func lines(_ cell: Grid.Cell, inColumn column: Int) -> [String] {
    let text = text(cell)
    let lead = displayWidth(cell.lead.first)
    guard lead + displayWidth(text) > widths[column] else { return [cell.lead.first + text] }
    let lines = wrapped(text, to: widths[column] - lead, hanging: Self.hanging).enumerated().map {
      ($0.offset == 0 ? cell.lead.first : cell.lead.further) + $0.element
    }
    guard let mostLines, lines.count > mostLines else { return lines }
    let last = truncated(
      lines[mostLines - 1] + " " + ellipsis, to: widths[column], mark: ellipsis)
    return lines.prefix(mostLines - 1) + [last]
  }

  /// A cell's text, not yet broken into lines.
  private func text(_ cell: Grid.Cell) -> String {
    usesShortMissing ? cell.shortMissing ?? cell.text : cell.text
  }

  /// Keeps as many columns as fit at their least, then gives the room that is left to the widest.
  private mutating func hide(_ measures: [Measure], width: Int) {
    var kept = 0
    var used = -Self.gap
    while kept < measures.count, used + Self.gap + measures[kept].least <= width {
      used += Self.gap + measures[kept].least
      kept += 1
    }
    kept = max(1, kept)
    pieces = [Array(0..<kept)]
    hidden = Array(kept..<measures.count)
    widths = measures.map(\.least)
    let fitted = Self.shared(Array(measures.prefix(kept)), width: width)
    widths.replaceSubrange(0..<kept, with: fitted)
  }

  /// Stands the columns in several pieces, each beginning with the key columns.
  private mutating func split(_ measures: [Measure], keyColumnCount: Int, width: Int) {
    let all = Array(measures.indices)
    if Self.total(measures.map(\.least)) <= width {
      widths = Self.shared(measures, width: width)
      return
    }
    let keys = Array(all.prefix(keyColumnCount))
    for column in keys {
      // A key column leaves at least two thirds of the width to the numbers.
      let most = max(Self.leastTextWidth, width / 3)
      widths[column] = max(measures[column].least, min(measures[column].natural, most))
    }
    if let first = keys.first {
      // Numbers come before words: a key breaks over lines, a number cannot.
      let widest = measures.dropFirst(keyColumnCount).map(\.least).max() ?? 0
      let others = keys.dropFirst().map { widths[$0] } + [widest]
      let room = width - Self.gap - Self.total(others)
      widths[first] = min(widths[first], max(Self.leastKeyWidth, room))
    }
    let free = width - Self.gap - Self.total(keys.map { widths[$0] })
    for column in all.dropFirst(keyColumnCount) {
      let most = min(Self.mostTitleWidth, free)
      let width = max(measures[column].least, min(measures[column].natural, most))
      widths[column] = measures[column].tightened(width)
    }
    pieces = []
    var piece = keys
    for column in all.dropFirst(keyColumnCount) {
      if piece.count > keys.count, Self.total((piece + [column]).map { widths[$0] }) > width {
        pieces.append(piece)
        piece = keys
      }
      piece.append(column)
    }
    pieces.append(piece)
  }

  /// The widths that fill a width best: no column above some cap unless its least is.
  private static func shared(_ measures: [Measure], width: Int) -> [Int] {
    func widths(cap: Int) -> [Int] { measures.map { max($0.least, min($0.natural, cap)) } }
    var low = 0
    var high = measures.map(\.natural).max() ?? 0
    while low < high {
      let cap = low + (high - low + 1) / 2
      if total(widths(cap: cap)) <= width { low = cap } else { high = cap - 1 }
    }
    var result = widths(cap: low)
    var spare = width - total(result)
    for (index, measure) in measures.enumerated() where spare > 0 && result[index] < measure.natural
    {
      result[index] += 1
      spare -= 1
    }
    return result
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }
}
