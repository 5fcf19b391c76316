import TextLayout

/// How a grid stands in a width: which columns side by side, how wide, and what had to give way.
struct GridLayout {
  /// The space between two columns.
  static let gap = 2
  /// The narrowest a column of text becomes before columns are hidden: about two words, and enough
  /// for `(not recorded)`.
  private static let leastTextWidth = 14
  /// The widest that a title alone makes a column for which there is little room.
  private static let mostTitleWidth = 12

  /// The width of each column of the grid.
  private(set) var widths: [Int]
  /// The columns of each piece, from the left.
  private(set) var pieces: [[Int]]
  /// Columns that no piece shows.
  private(set) var hidden: [Int] = []
  /// Whether missing values are written `-`, for want of room.
  private(set) var usesShortMissing = false

  init(_ grid: Grid, width: Int?) {
    let all = Array(grid.columns.indices)
    var measures = all.map { Measure(grid, column: $0, usesShortMissing: false) }
    widths = measures.map(\.natural)
    pieces = [all]
    guard let width, Self.total(widths) > width else { return }

    if grid.rows.contains(where: { $0.cells.contains { $0.isMissing } }), grid.overflow == .hide {
      usesShortMissing = true
      measures = all.map { Measure(grid, column: $0, usesShortMissing: true) }
      widths = measures.map(\.natural)
      if Self.total(widths) <= width { return }
    }
    isNarrowed = true
    switch grid.overflow {
    case .hide: hide(measures, width: width)
    case .split: split(measures, keyColumnCount: grid.keyColumnCount, width: width)
    }
  }

  /// Whether the columns had to be made narrower than their text.
  private(set) var isNarrowed = false

  /// The columns that a cell's text must be cut to fit, among those shown.
  func cutColumns(_ grid: Grid) -> [Int] {
    grid.columns.indices.filter { column in
      !hidden.contains(column)
        && grid.rows.contains { row in
          column < row.cells.count
            && displayWidth(text(row.cells[column])) > widths[column]
        }
    }
  }

  /// A cell's text, before it is cut.
  func text(_ cell: Grid.Cell) -> String {
    usesShortMissing && cell.isMissing ? "-" : cell.text
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

  /// How wide a column would be, and how narrow it can be.
  private struct Measure {
    let natural, least: Int
    private let title: String
    private let widest: Int

    init(_ grid: Grid, column: Int, usesShortMissing: Bool) {
      title = grid.columns[column].title
      var widest = 0
      for row in grid.rows where column < row.cells.count {
        let cell = row.cells[column]
        widest = max(widest, usesShortMissing && cell.isMissing ? 1 : displayWidth(cell.text))
      }
      self.widest = widest
      natural = max(widest, displayWidth(title))
      // Numbers are never cut; titles are broken over lines.
      let isNumeric = grid.columns[column].alignment == .right
      let leastTitle = min(
        GridLayout.mostTitleWidth, title.split(separator: " ").map(displayWidth).max() ?? 0)
      least = max(isNumeric ? widest : min(widest, GridLayout.leastTextWidth), leastTitle)
    }

    /// The width that is used of a width given, once the title is broken over lines.
    func tightened(_ width: Int) -> Int {
      let titleWidth = wrapped(title, to: width).map { displayWidth($0) }.max() ?? 0
      return min(width, max(widest, titleWidth))
    }
  }
}
