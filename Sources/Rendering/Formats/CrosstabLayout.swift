internal import Execution

/// A crosstab as a grid: for each column its count, and each percentage beside it.
struct CrosstabLayout {
  private let crosstab: Crosstab

  init(_ crosstab: Crosstab) { self.crosstab = crosstab }

  func render(_ options: RenderOptions) -> String {
    let percentages = crosstab.percentages
    var headers = [crosstab.rowDimension]
    for key in crosstab.columnKeys {
      headers.append(key.text)
      headers += percentages.map(\.rawValue)
    }
    headers.append("total")
    headers += percentages.map(\.rawValue)
    var grid = Grid(
      headers: headers, isRight: [false] + Array(repeating: true, count: headers.count - 1),
      rows: crosstab.rowKeys.indices.map { row($0) })
    grid.total = totalRow
    grid.title = "\(crosstab.rowDimension) by \(crosstab.columnDimension)"
    return grid.render(options)
  }

  private func row(_ row: Int) -> [String] {
    var cells = [crosstab.rowKeys[row].text]
    for column in crosstab.columnKeys.indices {
      let count = crosstab.counts[row][column]
      cells.append(String(count))
      cells += crosstab.percentages.map { percentage in
        crosstab.whole(percentage, row: row, column: column)
          .map { Percentage.text(count, of: $0) } ?? ""
      }
    }
    let total = crosstab.rowTotal(row)
    cells.append(String(total))
    let isInBase = crosstab.isInBase(crosstab.rowKeys[row])
    cells += crosstab.percentages.map { percentage in
      guard isInBase else { return "" }
      return Percentage.text(total, of: percentage == .row ? total : crosstab.total)
    }
    return cells
  }

  private var totalRow: [String] {
    var cells = ["total"]
    for column in crosstab.columnKeys.indices {
      let total = crosstab.columnTotal(column)
      cells.append(String(total))
      let isInBase = crosstab.isInBase(crosstab.columnKeys[column])
      cells += crosstab.percentages.map { percentage in
        guard isInBase else { return "" }
        return Percentage.text(total, of: percentage == .column ? total : crosstab.total)
      }
    }
    cells.append(String(crosstab.total))
    cells += crosstab.percentages.map { _ in Percentage.text(crosstab.total, of: crosstab.total) }
    return cells
  }
}
