internal import Bitmaps
internal import Tables

/// Finds the parent of each child row by their keys.
struct RelationLinking {
  private let relation: Relation
  private let parent: Table
  private let child: Table
  private let parentFile: String
  private let childFile: String

  init(_ relation: Relation, tables: [Table], files: [String]) {
    self.relation = relation
    parent = tables[relation.parentTable]
    child = tables[relation.childTable]
    parentFile = files[relation.parentTable]
    childFile = files[relation.childTable]
  }

  /// The relation as row numbers, and keys that are there twice or lead nowhere.
  ///
  /// - Complexity: O(parents + children).
  func link() -> (index: RelationIndex, issues: [LoadIssue]) {
    var issues: [LoadIssue] = []
    let rowOfKey = rowOfKey(&issues)
    let keys = KeyColumn(child, relation.childFields)
    var dangling = 0
    var firstDangling = 0
    var parents = [Int32](repeating: -1, count: child.rowCount)
    for row in parents.indices {
      guard let key = keys.key(row) else { continue }
      if let found = rowOfKey[key] {
        parents[row] = found
      } else {
        if dangling == 0 { firstDangling = row }
        dangling += 1
      }
    }
    if dangling > 0 {
      issues.append(
        LoadIssue(
          .danglingReference, file: childFile, record: firstDangling + 1,
          field: child.schema.fields[relation.childFields[0]].name,
          message: "\"\(keys.key(firstDangling) ?? "")\" is no row of \(parent.schema.name); "
            + "the row leads nowhere", count: dangling))
    }
    return (RelationIndex(parentOfChild: Storage(parents), parentRowCount: parent.rowCount), issues)
  }

  /// The parent row of each key; of a key that is there twice, the first.
  private func rowOfKey(_ issues: inout [LoadIssue]) -> [String: Int32] {
    let keys = KeyColumn(parent, relation.parentFields)
    var rowOfKey: [String: Int32] = [:]
    rowOfKey.reserveCapacity(parent.rowCount)
    var duplicates = 0
    var firstDuplicate = 0
    for row in 0..<parent.rowCount {
      guard let key = keys.key(row) else { continue }
      if rowOfKey[key] == nil {
        rowOfKey[key] = Int32(row)
      } else {
        if duplicates == 0 { firstDuplicate = row }
        duplicates += 1
      }
    }
    if duplicates > 0 {
      issues.append(
        LoadIssue(
          .duplicateKey, file: parentFile, record: firstDuplicate + 1,
          field: parent.schema.fields[relation.parentFields[0]].name,
          message: "\"\(keys.key(firstDuplicate) ?? "")\" is there before; rows that refer to it "
            + "lead to the first", count: duplicates))
    }
    return rowOfKey
  }
}

/// The key of each row as text.
private struct KeyColumn {
  private let columns: [Column]

  init(_ table: Table, _ fields: [Int]) { columns = fields.map { table.columns[$0] } }

  /// The key of a row; `nil` when a part of it is missing.
  func key(_ row: Int) -> String? {
    if columns.count == 1 { return Self.text(columns[0], row) }
    var parts: [String] = []
    for column in columns {
      guard let part = Self.text(column, row) else { return nil }
      parts.append(part)
    }
    // A character that no data holds keeps the parts apart.
    return parts.joined(separator: "\u{1F}")
  }

  private static func text(_ column: Column, _ row: Int) -> String? {
    guard column.recorded.contains(row) else { return nil }
    switch column.values {
    case .coded(let coded): return coded.dictionary[Int(coded.codes[row])]
    case .integers(let values): return String(values[row])
    case .numbers(let values): return String(values[row])
    case .dates(let values): return CalendarDate(dayNumber: values[row]).description
    case .flags(let yes): return yes.contains(row) ? "true" : "false"
    case .lists: return nil
    }
  }
}
