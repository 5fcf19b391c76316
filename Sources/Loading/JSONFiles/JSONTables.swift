internal import Tables

/// The tables of a JSON file, with the columns that link them.
struct JSONTables {
  private let rows: JSONRows
  private let file: String

  init(_ rows: JSONRows, file: String) {
    self.rows = rows
    self.file = file
  }

  func content(issues: [LoadIssue]) -> SourceContent {
    var content = SourceContent(issues: issues)
    for (index, table) in rows.tables.enumerated() where table.rowCount > 0 {
      let used = table.columns.filter(\.isUsed)
      let isParent = rows.tables.contains { $0.parent == index && $0.rowCount > 0 }
      guard !used.isEmpty || isParent || table.parent != nil else { continue }
      content.tables.append(source(table, used, isParent: isParent, &content.issues))
    }
    return content
  }

  private func source(
    _ table: JSONTable, _ used: [SourceColumn], isParent: Bool, _ issues: inout [LoadIssue]
  ) -> SourceTable {
    let names = HeaderNames([used.map(\.name)], joinedBy: "")
    for note in names.notes {
      issues.append(LoadIssue(.renamedColumn, file: file, message: "\(table.name): \(note)"))
    }
    var columns = zip(used, names.names).map { $0.raw(named: $1, rows: table.rowCount) }
    var kinds = used.map(\.kinds)
    var result = SourceTable(
      name: table.name,
      raw: RawTable(file: file, columns: [], lineOfRecord: table.lines), kinds: [])
    if isParent {
      let name = Self.free("row_number", among: names.names)
      columns.append(
        Self.numbers(name, Storage(count: table.rowCount) { UInt32($0) }, table.rowCount))
      kinds.append(.integer)
      result.primaryKey = [name]
    }
    if let parent = table.parent {
      let other = rows.tables[parent]
      let name = Self.free(EnglishNumber.singular(of: other.name) + "_id", among: names.names)
      columns.append(Self.numbers(name, table.parentRows.storage(), other.rowCount))
      kinds.append(.integer)
      let key = Self.free("row_number", among: keyNames(other))
      result.foreignKeys = [.init(fields: [name], table: other.name, parentFields: [key])]
    }
    result.raw.columns = columns
    result.kinds = kinds
    return result
  }

  private func keyNames(_ table: JSONTable) -> [String] {
    HeaderNames([table.columns.filter(\.isUsed).map(\.name)], joinedBy: "").names
  }

  private static func free(_ name: String, among names: [String]) -> String {
    var name = name
    while names.contains(name) { name += "_2" }
    return name
  }

  /// A column of numbers from 1, each the code of its text.
  private static func numbers(_ name: String, _ codes: Storage<UInt32>, _ count: Int) -> RawColumn {
    RawColumn(
      name: name, codes: Codes(narrowing: codes, below: count),
      texts: TextDictionary((0..<count).lazy.map { String($0 + 1) }))
  }
}
