/// Whether the description of a snapshot fits its content: every section lies in the file and has the
/// length that its rows need, and every position leads to something.
///
/// The description has a hash of its own, so that only a file that was made by another hand fails here;
/// no such file may make the program read what is not there.
struct SnapshotChecks {
  private let metadata: SnapshotMetadata
  private let file: MappedFile

  init(_ metadata: SnapshotMetadata, _ file: MappedFile) {
    self.metadata = metadata
    self.file = file
  }

  var areSound: Bool {
    metadata.tables.allSatisfy(isSound) && metadata.relations.allSatisfy(isSound)
  }

  private func isSound(_ table: SnapshotMetadata.TableEntry) -> Bool {
    table.rowCount >= 0 && table.rowCount <= Int(Int32.max)
      && table.columns.count == table.schema.fields.count
      && zip(table.columns, table.schema.fields).allSatisfy { column, field in
        column.sections.allSatisfy(isInFile) && fits(column, table.rowCount)
          && column.kind == Self.kind(of: field.type)
      }
  }

  /// The values that a field of each type has.
  private static func kind(of type: String) -> SnapshotMetadata.ColumnEntry.Kind {
    switch type {
    case "boolean": .flags
    case "integer": .integers
    case "number": .numbers
    case "date": .dates
    case "list": .lists
    default: .coded
    }
  }

  private func fits(_ column: SnapshotMetadata.ColumnEntry, _ rowCount: Int) -> Bool {
    let bitmap = (rowCount + 63) / 64 * 8
    guard column.recorded.byteCount == bitmap,
      column.reasons.allSatisfy({ $0.rows.byteCount == bitmap })
    else { return false }
    switch column.kind {
    case .integers, .numbers: return column.values.byteCount == rowCount * 8
    case .dates: return column.values.byteCount == rowCount * 4
    case .flags: return column.values.byteCount == bitmap
    case .coded:
      return [1, 2, 4].contains { column.values.byteCount == rowCount * $0 }
        && column.dictionary != nil
    case .lists:
      return column.values.byteCount % 4 == 0 && column.dictionary != nil
        && column.listOffsets?.byteCount == (rowCount + 1) * 4
    }
  }

  private func isInFile(_ section: SnapshotMetadata.Section) -> Bool {
    section.offset >= SnapshotFormat.headerSize && section.byteCount >= 0
      && section.offset % SnapshotFormat.alignment == 0
      && file.bytes(section).count == section.byteCount
  }

  private func isSound(_ relation: SnapshotMetadata.RelationEntry) -> Bool {
    let tables = metadata.tables
    guard tables.indices.contains(relation.childTable),
      tables.indices.contains(relation.parentTable)
    else { return false }
    let (child, parent) = (tables[relation.childTable], tables[relation.parentTable])
    return isInFile(relation.parentOfChild)
      && relation.parentOfChild.byteCount == child.rowCount * 4
      && !relation.childFields.isEmpty
      && relation.childFields.allSatisfy { child.columns.indices.contains($0) }
      && relation.parentFields.allSatisfy { parent.columns.indices.contains($0) }
  }
}
