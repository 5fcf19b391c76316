internal import Execution
internal import Tables
internal import TextLayout

extension Grid {
  /// The grid of an answer; `nil` for a count or a share, which are a sentence, and for an answer
  /// without rows.
  init?(_ answer: Answer, _ options: RenderOptions) {
    switch answer.body {
    case .count, .share, .layers: return nil
    case .table(let table):
      guard !table.rows.isEmpty, !table.columns.isEmpty else { return nil }
      self.init(table, options)
      isListing = table.isListing
      // What is counted out of nothing describes the data: `describe` has no `as`.
      hasFileForm = answer.base != nil
    case .frequencies(let frequencies):
      guard !frequencies.groups.isEmpty || frequencies.missing > 0 else { return nil }
      self.init(frequencies, options)
    case .crosstab(let crosstab):
      guard !crosstab.rowKeys.isEmpty, !crosstab.columnKeys.isEmpty else { return nil }
      self.init(crosstab, options)
    }
  }

  private init(_ table: AnswerTable, _ options: RenderOptions) {
    columns = table.columns.map {
      Column(
        title: printable($0.name), alignment: $0.isRightAligned ? .right : $0.kind.alignment)
    }
    let shown = options.shown(table.rows)
    let decimals = table.columns.indices.map { column in
      table.columns[column].decimals
        ?? options.decimals(for: shown.lazy.compactMap { column < $0.count ? $0[column] : nil })
    }
    rows = shown.map { row in
      Row(cells: zip(row, decimals).map { Cell($0, decimals: $1) })
    }
    shownRowCount = shown.count
    totalRowCount = max(table.totalRowCount, table.rows.count)
    if let keys = table.keyColumnCount, keys < columns.count {
      keyColumnCount = keys
      overflow = .split
    }
  }

  private init(_ frequencies: Frequencies, _ options: RenderOptions) {
    let keys = frequencies.groups.map(\.key)
    columns = [
      Column(title: printable(frequencies.dimension), alignment: alignment(of: keys)),
      Column(title: "n", alignment: .right), Column(title: "%", alignment: .right),
    ]
    if frequencies.showsIntervals {
      columns.append(Column(title: "95% interval", alignment: .right))
    }
    if frequencies.isOrdered {
      columns.append(Column(title: "cumulative %", alignment: .right))
    }
    overflow = .split
    let whole = frequencies.base
    let decimals = options.decimals(for: keys)
    let shown = options.shown(frequencies.groups)
    func percent(_ part: Int) -> Cell { Cell(Percentage(part: part, whole: whole).text) }

    var running = 0
    rows = shown.map { group in
      running += group.count
      var cells = [
        Cell(group.key, decimals: decimals), Cell(String(group.count)), percent(group.count),
      ]
      if frequencies.showsIntervals {
        cells.append(Cell(Interval(part: group.count, whole: whole)?.text ?? "-"))
      }
      return Row(cells: frequencies.isOrdered ? cells + [percent(running)] : cells)
    }
    shownRowCount = shown.count
    totalRowCount = frequencies.groups.count

    var total = Row(cells: [Cell("total"), Cell(String(whole)), percent(whole)], role: .total)
    var missing = Row(
      cells: [Cell(.missing(reason: nil)), Cell(String(frequencies.missing))],
      role: frequencies.includesMissing ? .body : .outside)
    missing.cells.append(frequencies.includesMissing ? percent(frequencies.missing) : .blank)
    let more = (frequencies.isOrdered ? 1 : 0) + (frequencies.showsIntervals ? 1 : 0)
    total.cells += Array(repeating: .blank, count: more)
    missing.cells += Array(repeating: .blank, count: more)
    guard frequencies.missing > 0 else {
      rows.append(total)
      return
    }
    rows += frequencies.includesMissing ? [missing, total] : [total, missing]
  }
}

extension AnswerColumn.Kind {
  fileprivate var alignment: Alignment {
    switch self {
    case .integer, .number, .percent: .right
    case .text, .boolean, .date, .list: .left
    }
  }
}

/// Keys that are all numbers stand on the right.
func alignment(of keys: [AnswerValue]) -> Alignment {
  let recorded = keys.compactMap(\.kind)
  return !recorded.isEmpty && recorded.allSatisfy { $0.alignment == .right } ? .right : .left
}

extension RenderOptions {
  /// The elements that the row limit lets through.
  func shown<Element>(_ elements: [Element]) -> ArraySlice<Element> {
    maxRows.map { elements.prefix(max(0, $0)) } ?? elements[...]
  }

  /// The decimal places for the numbers among these values, so that all align.
  func decimals(for values: some Sequence<AnswerValue>) -> Int {
    if let decimalPlaces { return min(max(0, decimalPlaces), 10) }
    return NumberText.decimalsNeeded(
      values.lazy.compactMap { value in
        if case .number(let number) = value { return number }
        return nil
      })
  }
}
