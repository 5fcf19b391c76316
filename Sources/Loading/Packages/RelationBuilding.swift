internal import Tables

/// Links tables by their declared foreign keys.
struct RelationBuilding {
  let tables: [Table]
  /// What to call each table's file in issues.
  let files: [String]
  private(set) var relations: [Relation] = []
  private(set) var indexes: [RelationIndex] = []
  private(set) var issues: [LoadIssue] = []

  init(_ tables: [Table], files: [String]) {
    self.tables = tables
    self.files = files
  }

  /// Adds the relation of a foreign key, or says why it cannot be used.
  mutating func add(_ key: ForeignKeyDescriptor, ofTable child: Int) {
    let resource = key.reference.resource ?? ""
    let parent =
      resource.isEmpty ? child : tables.firstIndex { $0.schema.name == resource } ?? -1
    guard parent >= 0 else {
      unusable(child, "the foreign key leads to \(resource), which is not there")
      return
    }
    let childFields = key.fields.values.compactMap { tables[child].fieldIndex(named: $0) }
    let parentFields = key.reference.fields.values.compactMap {
      tables[parent].fieldIndex(named: $0)
    }
    guard !childFields.isEmpty, childFields.count == key.fields.values.count,
      parentFields.count == childFields.count
    else {
      unusable(
        child,
        "the foreign key \(key.fields.values.joined(separator: ", ")) names fields that "
          + "are not there")
      return
    }
    let names = names(child, childFields, parent)
    let relation = Relation(
      name: names.toOne, inverseName: names.toMany, childTable: child, childFields: childFields,
      parentTable: parent, parentFields: parentFields)
    relations.append(relation)
    indexes.append(index(of: relation))
  }

  private mutating func unusable(_ table: Int, _ message: String) {
    issues.append(LoadIssue(.unusableRelation, file: files[table], message: message))
  }

  /// The child's field names the one; the child table names the many, with the field where two
  /// relations would have the same name.
  private func names(_ child: Int, _ fields: [Int], _ parent: Int) -> (
    toOne: String, toMany: String
  ) {
    let schema = tables[child].schema
    let field = schema.fields[fields[0]].name
    var toOne = fields.count == 1 ? field : tables[parent].schema.singular
    for ending in ["_id", "Id", "ID"] where toOne.hasSuffix(ending) && toOne.count > ending.count {
      toOne = String(toOne.dropLast(ending.count))
      break
    }
    let isTaken = relations.contains { $0.parentTable == parent && $0.inverseName == schema.name }
    return (toOne, isTaken ? "\(schema.name)_by_\(field)" : schema.name)
  }

  private mutating func index(of relation: Relation) -> RelationIndex {
    let parentTable = tables[relation.parentTable]
    let childTable = tables[relation.childTable]
    let parentKeys = KeyColumn(parentTable, relation.parentFields)
    var rowOfKey: [String: Int32] = [:]
    rowOfKey.reserveCapacity(parentTable.rowCount)
    var duplicates = 0
    var firstDuplicate = 0
    for row in 0..<parentTable.rowCount {
      guard let key = parentKeys.key(row) else { continue }
      if rowOfKey[key] == nil {
        rowOfKey[key] = Int32(row)
      } else {
        if duplicates == 0 { firstDuplicate = row }
        duplicates += 1
      }
    }
    if duplicates > 0 {
      reportDuplicates(relation, firstDuplicate, duplicates, parentKeys)
    }
    let childKeys = KeyColumn(childTable, relation.childFields)
    var dangling = 0
    var firstDangling = 0
    var parents = [Int32](repeating: -1, count: childTable.rowCount)
    for row in 0..<childTable.rowCount {
      guard let key = childKeys.key(row) else { continue }
      if let parent = rowOfKey[key] {
        parents[row] = parent
      } else {
        if dangling == 0 { firstDangling = row }
        dangling += 1
      }
    }
    if dangling > 0 {
      let parent = parentTable.schema.name
      issues.append(
        LoadIssue(
          .danglingReference, file: files[relation.childTable], record: firstDangling + 1,
          field: childTable.schema.fields[relation.childFields[0]].name,
          message:
            "\"\(childKeys.key(firstDangling) ?? "")\" is no row of \(parent); the row leads nowhere",
          count: dangling))
    }
    return RelationIndex(parentOfChild: parents, parentRowCount: parentTable.rowCount)
  }

  private mutating func reportDuplicates(
    _ relation: Relation, _ row: Int, _ count: Int, _ keys: KeyColumn
  ) {
    let table = tables[relation.parentTable]
    issues.append(
      LoadIssue(
        .duplicateKey, file: files[relation.parentTable], record: row + 1,
        field: table.schema.fields[relation.parentFields[0]].name,
        message:
          "\"\(keys.key(row) ?? "")\" is there before; rows that refer to it lead to the first",
        count: count))
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
