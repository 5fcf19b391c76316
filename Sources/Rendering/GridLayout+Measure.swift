internal import TextLayout

extension GridLayout {
  /// How wide a column would be, and how narrow it can be.
  struct Measure {
    let natural, least: Int
    private let title: String
    private let widest: Int

    init(_ grid: Grid, column: Int, leastText: Int, usesShortMissing: Bool = false) {
      title = grid.columns[column].title
      var widest = 0
      for row in grid.rows where column < row.cells.count {
        let cell = row.cells[column]
        let short = usesShortMissing ? cell.shortMissing.map { displayWidth($0) } : nil
        widest = max(widest, short ?? cell.width)
      }
      self.widest = widest
      natural = max(widest, displayWidth(title))
      // Numbers are never cut; titles are broken over lines.
      let isNumeric = grid.columns[column].alignment == .right
      let leastTitle = min(
        GridLayout.mostTitleWidth, title.split(separator: " ").map(displayWidth).max() ?? 0)
      least = max(isNumeric ? widest : min(widest, leastText), leastTitle)
    }

    /// The width that is used of a width given, once the title is broken over lines.
    func tightened(_ width: Int) -> Int {
      let titleWidth = wrapped(title, to: width).map { displayWidth($0) }.max() ?? 0
      return min(width, max(widest, titleWidth))
    }
  }
}
