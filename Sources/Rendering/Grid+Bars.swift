internal import Execution
internal import TextLayout

extension Grid {
  /// Draws the bars of an answer.
  ///
  /// - Returns: Why there are none, where there are none.
  mutating func addBars(to answer: Answer, _ options: RenderOptions) -> String? {
    guard let numbers = answer.charted else {
      return "bars stand beside one count or measure that is never below 0; this answer has none"
    }
    return addBars(of: Array(options.shown(numbers)), options)
  }

  /// The longest bar, and the shortest room in which bars say anything.
  private static let barWidths = 5...40

  /// Draws a bar beside each row, as long as its number.
  ///
  /// - Parameters:
  ///   - numbers: A number for each row of the grid, none below 0; `nil` for a row without a bar.
  /// - Returns: Why there are none, where there are none.
  mutating func addBars(of numbers: [Double?], _ options: RenderOptions) -> String? {
    let others = columns.indices.reduce(0) { sum, column in
      sum + GridLayout.gap
        + rows.reduce(displayWidth(columns[column].title)) { widest, row in
          max(widest, column < row.cells.count ? row.cells[column].width : 0)
        }
    }
    let room = min(Self.barWidths.upperBound, (options.width ?? 100) - others)
    guard room >= Self.barWidths.lowerBound else {
      return "the window has no room for bars"
    }
    let most = numbers.lazy.compactMap(\.self).max() ?? 0
    columns.append(Column(title: ""))
    for row in rows.indices {
      let missing = columns.count - 1 - rows[row].cells.count
      rows[row].cells += Array(repeating: .blank, count: max(0, missing))
      let number = row < numbers.count ? numbers[row] : nil
      let share = number.map { most > 0 ? $0 / most : 0 } ?? 0
      rows[row].cells.append(Cell(options.glyphs.bar(share, width: room)))
    }
    return nil
  }
}

extension Answer {
  /// Takes the percentages out of a crosstab: they are read across or down, which rows with bars are
  /// not.
  mutating func dropPercentagesOfCrosstab() {
    switch body {
    case .crosstab(var crosstab):
      crosstab.percentages = []
      body = .crosstab(crosstab)
    case .layers(let dimension, var layers):
      for index in layers.indices { layers[index].crosstab.percentages = [] }
      body = .layers(dimension: dimension, layers)
    case .count, .share, .table, .frequencies: break
    }
  }

  /// Makes one row of each cell of a crosstab, since a bar needs a row of its own.
  mutating func flattenForBars() {
    switch body {
    case .crosstab, .layers:
      var table = tidyTable
      table.chartedColumn = table.columns.firstIndex { $0.name == "count" }
      body = .table(table)
    case .count, .share, .table, .frequencies: break
    }
  }

  /// The number that a chart shows for each row of the grid; `nil` where the answer has none.
  var charted: [Double?]? {
    switch body {
    case .count, .share, .crosstab, .layers: return nil
    case .frequencies(let frequencies):
      let counts = frequencies.groups.map { Double($0.count) }
      return frequencies.includesMissing ? counts + [Double(frequencies.missing)] : counts
    case .table(let table):
      guard let column = table.chartedColumn else { return nil }
      let numbers = table.rows.map { row -> Double? in
        guard column < row.count else { return nil }
        switch row[column] {
        case .integer(let number): return Double(number)
        case .number(let number): return number
        case .percent(let part, let whole): return whole > 0 ? Double(part) / Double(whole) : nil
        case .missing, .text, .boolean, .date, .list: return nil
        }
      }
      return numbers.contains { ($0 ?? 0) < 0 } ? nil : numbers
    }
  }
}
