internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// `list SET show COLUMNS`: rows in table order unless sorted.
  func listing(
    _ columns: [ColumnExpression], _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> AnswerTable {
    let total = selection.rows.count
    var rows = Array(selection.rows)
    if query.sort.isEmpty {
      rows = Self.first(query.first, of: rows)
    } else {
      rows = Self.first(query.first, of: try sorted(rows, query))
    }
    var values: [[AnswerValue]] = Array(repeating: [], count: rows.count)
    for column in columns {
      let cells = try cells(column, table: query.set.table)
      for (position, row) in rows.enumerated() { values[position].append(cells(row)) }
    }
    return AnswerTable(
      columns: columns.map { AnswerColumn($0.name, columnKind($0)) }, rows: values,
      totalRowCount: total, isListing: true)
  }

  /// Rows in the order of the sort keys; rows without a value come last.
  private func sorted(_ rows: [Int], _ query: BoundQuery) throws(QueryCancelled) -> [Int] {
    var keys: [(codes: Storage<UInt32>, isDescending: Bool)] = []
    for sort in query.sort {
      guard case .column(let column) = sort.key else { continue }
      keys.append((try evaluator.keys(column, table: query.set.table).codes, sort.isDescending))
    }
    return rows.sorted { a, b in
      for key in keys where key.codes[a] != key.codes[b] {
        if key.codes[a] == GroupKeys.missing { return false }
        if key.codes[b] == GroupKeys.missing { return true }
        return key.isDescending ? key.codes[a] > key.codes[b] : key.codes[a] < key.codes[b]
      }
      return a < b
    }
  }

  /// A function from a row to its value in a column.
  func cells(
    _ column: ColumnExpression, table: Int
  ) throws(QueryCancelled) -> (Int) -> AnswerValue {
    guard case .field(let hops, let reference) = column.source else {
      let keys = try evaluator.keys(column, table: table)
      return { row in Self.values(of: [keys.codes[row]], [keys])[0] }
    }
    let info = catalogue.info(of: reference)
    let held = try evaluator.column(reference, through: hops)
    return { row in held.answer(row, info) }
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
