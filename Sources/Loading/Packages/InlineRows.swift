internal import Tables

/// Rows that stand in a descriptor or in a JSON file: a list of lists or of objects.
struct InlineRows {
  /// The rows as a table.
  private(set) var table: RawTable
  private(set) var issues: [LoadIssue] = []

  private let columnsOfLists: [String: String]

  /// Reads rows.
  ///
  /// - Parameters:
  ///   - file: What to call them in issues.
  ///   - hasHeader: Whether the first of several lists holds the names.
  ///   - fields: What the descriptor says of the columns: a list in a cell is joined as its field
  ///     divides it.
  /// - Returns: `nil` when the value is no list of rows.
  init?(_ value: JSONValue, file: String, hasHeader: Bool, fields: [FieldDescriptor]) {
    guard case .list(let rows) = value, !rows.isEmpty else { return nil }
    table = RawTable(file: file, columns: [], lineOfRecord: [])
    table.hasLines = false
    columnsOfLists = Dictionary(
      fields.filter { $0.type == "list" }.map { ($0.name ?? "", $0.delimiter ?? ",") },
      uniquingKeysWith: { first, _ in first })
    if rows.allSatisfy({ if case .list = $0 { true } else { false } }) {
      addLists(rows, hasHeader: hasHeader)
    } else if rows.allSatisfy({ if case .object = $0 { true } else { false } }) {
      addObjects(rows)
    } else {
      return nil
    }
    guard !table.columns.isEmpty else { return nil }
  }

  private mutating func addLists(_ rows: [JSONValue], hasHeader: Bool) {
    let lists = rows.map { row -> [JSONValue] in
      if case .list(let cells) = row { cells } else { [] }
    }
    let header = HeaderNames([lists[0].map { $0.scalarText ?? "" }], joinedBy: " ")
    let names = hasHeader ? header : HeaderNames(numbered: lists[0].count)
    for note in names.notes {
      issues.append(LoadIssue(.renamedColumn, file: table.file, message: note))
    }
    let data = hasHeader ? lists.dropFirst() : lists[...]
    var tally = IssueTally(file: table.file)
    for (row, cells) in data.enumerated() where cells.count != names.names.count {
      let outcome =
        cells.count < names.names.count
        ? "the rest are missing" : "those past the header are left out"
      tally.add(
        LoadIssue(
          .raggedRow, file: table.file, record: row + 1,
          message: "\(cells.count) fields where the header has \(names.names.count); \(outcome)"))
    }
    issues += tally.issues
    fill(names.names, rows: data.count) { row, column in
      let cells = data[data.startIndex + row]
      return column < cells.count ? cells[column] : .null
    }
  }

  private mutating func addObjects(_ rows: [JSONValue]) {
    var names: [String] = []
    var taken: Set<String> = []
    let records = rows.map { row -> [String: JSONValue] in
      guard case .object(let members) = row else { return [:] }
      for member in members where taken.insert(member.key).inserted { names.append(member.key) }
      return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    }
    let header = HeaderNames([names], joinedBy: " ")
    fill(header.names, rows: records.count) { row, column in records[row][names[column]] ?? .null }
  }

  private mutating func fill(
    _ names: [String], rows: Int, _ cell: (Int, Int) -> JSONValue
  ) {
    table.columns = names.enumerated().map { index, name in
      let column = TextColumnBuilder()
      for row in 0..<rows { column.append(text(cell(row, index), column: name)) }
      return column.column(named: name)
    }
    table.lineOfRecord.append(rows, from: 1)
  }

  /// A cell as a data file would write it.
  private func text(_ value: JSONValue, column: String) -> String {
    if case .list(let values) = value, let delimiter = columnsOfLists[column] {
      return values.compactMap(\.scalarText).joined(separator: delimiter)
    }
    if value == .null { return "" }
    return value.scalarText ?? value.json
  }
}
