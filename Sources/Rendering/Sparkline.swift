internal import Execution
internal import TextLayout

/// The counts of periods as a line of marks, with the first, the last, the lowest and the highest in
/// words.
struct Sparkline {
  /// The marks and the words: one line where they fit, else two.
  private(set) var lines: [String]

  /// Fewer counts than this are read faster than drawn.
  private static let fewest = 3

  /// The sparkline of an answer in a window; `nil` where it is no series of at least three periods,
  /// or no window.
  init?(_ answer: Answer, _ options: RenderOptions) {
    guard let width = options.width, width > 0, let periods = answer.periods,
      periods.count >= Self.fewest, let first = periods.first, let last = periods.last,
      let lowest = periods.min(by: { $0.count < $1.count }),
      let highest = periods.max(by: { $0.count < $1.count })
    else { return nil }
    // A mark for each period, or where the window is too narrow the mean of neighbours.
    let perMark = (periods.count + width - 1) / width
    let means = stride(from: 0, to: periods.count, by: perMark).map { start in
      let part = periods[start..<min(periods.count, start + perMark)]
      return part.reduce(0) { $0 + Double($1.count) } / Double(part.count)
    }
    let drawn = Self.drawn(means, with: options.glyphs.levels)
    var words = "\(first.name) to \(last.name)"
    if lowest.count < highest.count {
      words +=
        ", lowest \(lowest.count) (\(lowest.name)), highest \(highest.count) (\(highest.name))"
    }
    if perMark > 1 { words += "; each mark is the mean of \(perMark)" }
    let line = drawn + "  " + words
    lines = displayWidth(line) <= width ? [line] : [drawn, words]
  }

  /// A mark for each number, none below 0; more than nothing is never drawn as nothing.
  private static func drawn(_ numbers: [Double], with levels: [Character]) -> String {
    let most = numbers.max() ?? 0
    return String(
      numbers.map { number in
        guard number > 0 else { return levels[0] }
        return levels[max(1, Int((number / most * Double(levels.count - 1)).rounded()))]
      })
  }
}

extension Answer {
  /// The periods of a series in order, with their counts; `nil` for any other answer.
  fileprivate var periods: [(name: String, count: Int)]? {
    switch body {
    case .table(let table) where table.isSeries:
      table.rows.compactMap { row in
        guard row.count >= 2, row[0].kind != nil, case .integer(let count) = row[1] else {
          return nil
        }
        return (Grid.Cell(row[0]).text, count)
      }
    case .frequencies(let frequencies) where frequencies.isSeries:
      frequencies.groups.map { (Grid.Cell($0.key).text, $0.count) }
    case .count, .share, .table, .frequencies, .crosstab, .layers: nil
    }
  }
}
