internal import Bitmaps
internal import Tables

/// Rows whose primary key is there before, or lacks a part.
struct PrimaryKeyCheck {
  private(set) var issues: [LoadIssue] = []
  private let table: Table
  private let raw: RawTable
  private let fields: [Int]

  /// Looks at the key of each row.
  ///
  /// - Complexity: O(rows).
  init(_ table: Table, _ raw: RawTable) {
    self.table = table
    self.raw = raw
    fields = table.schema.primaryKey.compactMap { table.fieldIndex(named: $0) }
    guard !table.schema.primaryKey.isEmpty else { return }
    guard fields.count == table.schema.primaryKey.count else {
      let names = table.schema.primaryKey.filter { table.fieldIndex(named: $0) == nil }
      issues.append(
        LoadIssue(
          .badDescriptor, file: raw.file,
          message: "the primary key names \(names.joined(separator: ", ")), which is not there; it "
            + "was not checked"))
      return
    }
    checkParts()
    checkDuplicates()
  }

  private var keyName: String { table.schema.primaryKey.joined(separator: ", ") }

  /// Rows that lack a part of the key.
  private mutating func checkParts() {
    for field in fields {
      let recorded = table.columns[field].recorded
      guard recorded.count < table.rowCount,
        let first = (0..<table.rowCount).first(where: { !recorded.contains($0) })
      else { continue }
      add(
        row: first, "a part of the primary key is missing; the row was kept",
        field: table.schema.fields[field].name, count: table.rowCount - recorded.count)
    }
  }

  private mutating func checkDuplicates() {
    let parts = fields.compactMap { values(of: table.columns[$0]) }
    guard let part = parts.first, parts.count == fields.count else { return }
    let duplicates: [(row: Int, first: Int)]
    let count: Int
    // Most keys are of one field of texts, which are told apart already; and of other keys of one
    // field an array for each would take most of the time.
    if parts.count == 1, case .coded(let coded) = table.columns[fields[0]].values {
      (duplicates, count) = self.duplicates(coded, table.columns[fields[0]].recorded)
    } else if parts.count == 1 {
      (duplicates, count) = self.duplicates { part($0) }
    } else {
      (duplicates, count) = self.duplicates { row in parts.map { $0(row) } }
    }
    for (index, duplicate) in duplicates.enumerated() {
      let first = raw.place(ofRow: duplicate.first)
      let place = first.line.map { "line \($0)" } ?? "record \(first.record)"
      add(
        row: duplicate.row, "the primary key of this row is that of \(place) too; it was kept",
        field: keyName, count: index + 1 == duplicates.count ? count - index : 1)
    }
  }

  /// Rows whose key is there before, by the codes of texts.
  private func duplicates(
    _ coded: CodedValues, _ recorded: Bitmap
  ) -> (rows: [(row: Int, first: Int)], count: Int) {
    var firstRow = [Int](repeating: -1, count: coded.dictionary.count)
    var rows: [(row: Int, first: Int)] = []
    var count = 0
    recorded.forEachRow { row in
      let code = Int(coded.codes[row])
      guard firstRow[code] >= 0 else {
        firstRow[code] = row
        return
      }
      count += 1
      if rows.count < Self.most { rows.append((row, firstRow[code])) }
    }
    return (rows, count)
  }

  /// Rows whose key is there before, with the row of that, and how many there are.
  private func duplicates<Key: Hashable>(
    _ key: (Int) -> Key
  ) -> (rows: [(row: Int, first: Int)], count: Int) {
    let recorded = fields.map { table.columns[$0].recorded }
    var firstRow: [Key: Int] = [:]
    firstRow.reserveCapacity(table.rowCount)
    var rows: [(row: Int, first: Int)] = []
    var count = 0
    for row in 0..<table.rowCount where recorded.allSatisfy({ $0.contains(row) }) {
      let key = key(row)
      guard let first = firstRow[key] else {
        firstRow[key] = row
        continue
      }
      count += 1
      if rows.count < Self.most { rows.append((row, first)) }
    }
    return (rows, count)
  }

  /// This many are told with their places; any more are counted.
  private static let most = 100

  private mutating func add(row: Int, _ message: String, field: String, count: Int) {
    let place = raw.place(ofRow: row)
    issues.append(
      LoadIssue(
        .duplicateKey, file: place.file, record: place.record, line: place.line, field: field,
        message: message, count: count))
  }

  /// The value of a row as bits; equal bits are equal values.
  private func values(of column: Column) -> ((Int) -> UInt64)? {
    switch column.values {
    case .coded(let coded): { UInt64(coded.codes[$0]) }
    case .integers(let values): { UInt64(bitPattern: Int64(values[$0])) }
    case .numbers(let values): { (values[$0] == 0 ? 0 : values[$0]).bitPattern }
    case .dates(let values): { UInt64(bitPattern: Int64(values[$0])) }
    case .flags(let yes): { yes.contains($0) ? 1 : 0 }
    case .lists: nil
    }
  }
}
