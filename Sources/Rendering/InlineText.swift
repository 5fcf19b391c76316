public import Execution

/// An answer as a few words in a line of prose.
public enum InlineText {
  /// The number of a count, the percentage of a share, or the only cell of a table; `nil` for an answer
  /// with several.
  public static func of(_ answer: Answer) -> String? {
    switch answer.body {
    case .count(let count): return String(count)
    case .share(let share): return Percentage(part: share.part, whole: share.whole).text
    case .table(let table):
      guard table.rows.count == 1, table.columns.count == 1,
        let grid = Grid(answer, RenderOptions())
      else { return nil }
      return grid.rows.first?.cells.first.map { printable($0.text) }
    case .frequencies, .crosstab, .layers: return nil
    }
  }
}

extension InlineText {
  /// A percentage as a program reads it, `34.4`; `nil` of nothing.
  public static func percent(part: Int, whole: Int) -> String? {
    Percentage(part: part, whole: whole).digits
  }

  /// A number with so many decimals, rounded half away from zero.
  public static func rounded(_ number: Double, decimals: Int) -> String {
    NumberText.fixed(number, decimals: decimals)
  }
}
