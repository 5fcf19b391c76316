internal import Execution

/// The bars of an answer, with every number and label a reader needs to do without the picture.
struct BarChart: Sendable {
  /// One bar.
  struct Bar: Sendable {
    /// What stands above this bar and those after it, up to the next heading; `nil` for no change.
    var heading: String?
    let label: String
    /// How long it is, never below 0; `nil` where there is no number.
    let length: Double?
    /// The number in words, beside the bar.
    let text: String
    /// Whether it is outside what percentages are of.
    var isOutside = false
  }

  /// What the labels are values of.
  var dimension: String
  var bars: [Bar]
  /// What the longest possible bar stands for.
  var most: Double

  init(dimension: String, bars: [Bar], most: Double) {
    self.dimension = dimension
    self.bars = bars
    self.most = most
  }

  /// The bars of an answer; `nil` for one without a count or measure, and for one without rows.
  init?(_ answer: Answer) {
    switch answer.body {
    case .count: return nil
    case .share(let share):
      guard share.whole > 0 else { return nil }
      let text =
        "\(share.part) of \(share.whole), \(Percentage(part: share.part, whole: share.whole).text)"
      dimension = printable(answer.unit ?? "rows")
      bars = [Bar(label: dimension, length: Double(share.part), text: text)]
      most = Double(share.whole)
      return
    case .frequencies(let frequencies):
      dimension = frequencies.dimension
      bars = Self.bars(of: frequencies)
    case .crosstab(let crosstab):
      dimension = "\(crosstab.rowDimension) by \(crosstab.columnDimension)"
      bars = Self.bars(of: crosstab, under: nil)
    case .layers(let name, let layers):
      dimension = name
      bars = layers.flatMap {
        Self.bars(of: $0.crosstab, under: "\(name): \(Grid.Cell($0.key).text)")
      }
    case .table(let table) where table.histogram != nil:
      guard let histogram = table.histogram else { return nil }
      dimension = histogram.name
      bars = histogram.bands.map {
        Bar(label: $0.name, length: Double($0.count), text: String($0.count))
      }
    case .table(let table):
      guard let column = table.chartedColumn, let lengths = answer.charted else { return nil }
      dimension = table.columns.prefix(column).map(\.name).joined(separator: ", ")
      bars = Self.bars(of: table, lengths: lengths, column: column)
    }
    guard !bars.isEmpty else { return nil }
    most = bars.lazy.compactMap(\.length).max() ?? 0
    dimension = printable(dimension)
  }

  private static func bars(of frequencies: Frequencies) -> [Bar] {
    let whole = frequencies.base
    func text(_ count: Int) -> String {
      let interval =
        frequencies.showsIntervals
        ? Interval(part: count, whole: whole).map { ", 95% interval \($0.text)" } ?? "" : ""
      return "\(count) (\(Percentage(part: count, whole: whole).text)\(interval))"
    }
    var bars = frequencies.groups.map { group in
      Bar(
        label: Grid.Cell(group.key).text, length: Double(group.count), text: text(group.count))
    }
    if frequencies.missing > 0 {
      let count = frequencies.missing
      bars.append(
        Bar(
          label: Grid.Cell(.missing(reason: nil)).text, length: Double(count),
          text: frequencies.includesMissing ? text(count) : String(count),
          isOutside: !frequencies.includesMissing))
    }
    return bars
  }

  /// The cells of a crosstab, those of a row under its key.
  private static func bars(of crosstab: Crosstab, under layer: String?) -> [Bar] {
    let totals = CrosstabTotals(crosstab)
    var bars: [Bar] = []
    for (row, rowKey) in crosstab.rowKeys.enumerated() {
      let name = "\(printable(crosstab.rowDimension)): \(Grid.Cell(rowKey).text)"
      let heading = layer.map { "\(printable($0)), \(name)" } ?? name
      for (column, columnKey) in crosstab.columnKeys.enumerated() {
        let count = totals.count(row, column)
        let percentages = crosstab.percentages.compactMap { kind in
          totals.percentage(kind, of: count, row: row, column: column)
            .map { "\($0.text) of \(kind.wholeInWords)" }
        }
        let isOutside = !totals.countsRow[row] || !totals.countsColumn[column]
        bars.append(
          Bar(
            heading: column == 0 ? heading : nil, label: Grid.Cell(columnKey).text,
            length: Double(count),
            text: percentages.isEmpty
              ? String(count) : "\(count) (\(percentages.joined(separator: ", ")))",
            isOutside: isOutside))
      }
    }
    return bars
  }

  private static func bars(of table: AnswerTable, lengths: [Double?], column: Int) -> [Bar] {
    let decimals =
      table.columns[column].decimals
      ?? RenderOptions().decimals(for: table.rows.lazy.map { $0[column] })
    return zip(table.rows, lengths).map { row, length in
      let keys = row.prefix(column).map { Grid.Cell($0).text }
      return Bar(
        label: keys.joined(separator: ", "), length: length,
        text: Grid.Cell(row[column], decimals: decimals).text,
        isOutside: row.first?.isMissing ?? false)
    }
  }
}

extension Crosstab.Percentage {
  /// What it is of, short enough to stand beside each bar.
  fileprivate var wholeInWords: String {
    switch self {
    case .row: "the row"
    case .column: "the column"
    case .total: "all"
    }
  }
}
