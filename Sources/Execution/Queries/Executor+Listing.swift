internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// Rows whose cells are made in a few milliseconds.
  private static let rowsBetweenChecks = 1 << 14

  /// `list SET show COLUMNS`: rows in table order unless sorted.
  func listing(
    _ columns: [ColumnExpression], _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> AnswerTable {
    let rows = try self.rows(query, selection.rows)
    var values: [[AnswerValue]] = Array(repeating: [], count: rows.count)
    for column in columns {
      let cells = try cells(column, table: query.set.table)
      for (position, row) in rows.enumerated() {
        if position % Self.rowsBetweenChecks == 0 { try evaluator.cancellation.check() }
        values[position].append(cells(row))
      }
    }
    return AnswerTable(
      columns: columns.map { AnswerColumn($0.name, columnKind($0)) }, rows: values,
      totalRowCount: selection.rows.count, isListing: true)
  }

  /// The rows to list, in the order of the sort keys.
  private func rows(_ query: BoundQuery, _ selected: Bitmap) throws(QueryCancelled) -> [Int] {
    var keys: [RowOrder.Key] = []
    for sort in query.sort {
      guard case .column(let column) = sort.key else { continue }
      keys.append(
        try evaluator.sortKey(
          column, table: query.set.table, isDescending: sort.isDescending, among: selected))
    }
    let first = [query.first, mostListedRows].compactMap { $0 }.min()
    return try RowOrder(keys, evaluator.cancellation).rows(selected, first: first)
  }

  /// A function from a row to its value in a column.
  func cells(
    _ column: ColumnExpression, table: Int
  ) throws(QueryCancelled) -> (Int) -> AnswerValue {
    guard case .field(let hops, let reference) = column.source else {
      let keys = try evaluator.keys(column, table: table)
      return { row in keys.label(keys.code(ofRow: row)) }
    }
    let info = catalogue.info(of: reference)
    let held = try evaluator.column(reference)
    let links = hops.map { catalogue.data.relationIndex($0).parentOfChild }
    return { row in
      // Along the relations for the one row, and not for the whole column.
      let row = links.reduce(row) { row, parents in row < 0 ? row : Int(parents[row]) }
      return row < 0 ? .missing(reason: nil) : held.answer(row, info)
    }
  }
}

extension Column {
  /// One cell as an answer shows it, with the codebook's label.
  func answer(_ row: Int, _ info: FieldInfo) -> AnswerValue {
    guard recorded.contains(row) else {
      return .missing(reason: missingReasons.first { $0.rows.contains(row) }?.reason)
    }
    switch values {
    case .coded(let coded): return .text(info.label(ofCode: Int(coded.codes[row])))
    case .integers(let values): return .integer(values[row])
    case .numbers(let values): return .number(values[row])
    case .dates(let values): return .date(CalendarDate(dayNumber: values[row]))
    case .flags(let yes): return .boolean(yes.contains(row))
    case .lists(let lists):
      let codes = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
      return .list(codes.map { info.label(ofCode: Int($0)) })
    }
  }
}
