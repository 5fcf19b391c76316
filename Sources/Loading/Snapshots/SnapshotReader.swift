internal import FoundationEssentials
internal import Tables

/// Opens a snapshot: reads its description, and leaves its columns where they are until one is needed.
struct SnapshotReader {
  private let file: MappedFile
  private let path: String
  let metadata: SnapshotMetadata

  /// Whether a file begins like a snapshot.
  static func isSnapshot(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: SnapshotFormat.magic)
  }

  /// Reads and checks the description of a snapshot.
  ///
  /// - Complexity: O(description), whatever the size of the data.
  init(_ path: String) throws(LoadFailure) {
    self.path = path
    do {
      file = try MappedFile(path)
    } catch {
      throw LoadFailure("\(path) cannot be read: \(error.reason)")
    }
    let header = Self.words(file)
    guard let header, Self.isSnapshot(file.bytes(.header).prefix(SnapshotFormat.magic.count)) else {
      throw Self.refused(path, "it is no snapshot")
    }
    guard header.version == UInt64(SnapshotFormat.version) else {
      throw Self.refused(
        path,
        "it is of version \(header.version), and this program reads "
          + "\(SnapshotFormat.version)")
    }
    guard header.isWhole, header.fileSize == UInt64(file.count) else {
      throw Self.refused(path, "it is damaged or cut short")
    }
    let place = SnapshotMetadata.Section(
      offset: Int(clamping: header.place), byteCount: Int(clamping: header.byteCount),
      hash: header.hash)
    let description = file.bytes(place)
    guard description.count == place.byteCount, ContentHash.of(description) == place.hash,
      let metadata = try? JSONDecoder().decode(SnapshotMetadata.self, from: Data(description))
    else { throw Self.refused(path, "its description is damaged") }
    self.metadata = metadata
    guard SnapshotChecks(metadata, file).areSound else {
      throw Self.refused(path, "its description does not fit its content")
    }
  }

  /// The data set; a column is checked when it is first looked at, and one that is damaged is missing in
  /// every row, for the reason `damaged`.
  ///
  /// - Parameters:
  ///   - reload: Reads the data that the snapshot was made from, whose column then stands in for a
  ///     damaged one.
  ///   - isCached: Whether the snapshot is the cache's own.
  func load(
    insteadOfDamaged reload: @escaping @Sendable () -> LoadedData? = { nil },
    isCached: Bool = false
  ) -> LoadedData {
    let columns = SnapshotColumns(file)
    let reloaded = Deferred(making: reload)
    let tables = metadata.tables.enumerated().map { number, entry in
      let rows = entry.rowCount
      let made = entry.columns.enumerated().map { position, column in
        Deferred {
          columns.column(column, rowCount: rows)
            ?? Self.column(position, of: number, in: reloaded.value, rowCount: rows)
            ?? columns.damaged(column, rows)
        }
      }
      return Table(
        schema: entry.schema.schema, content: Deferred(Table.Content(columns: made, rowCount: rows))
      )
    }
    let relations = metadata.relations.map { entry in
      Relation(
        name: entry.name, inverseName: entry.inverseName, childTable: entry.childTable,
        childFields: entry.childFields, parentTable: entry.parentTable,
        parentFields: entry.parentFields)
    }
    let indexes = metadata.relations.enumerated().map { number, entry in
      let rows = metadata.tables[entry.parentTable].rowCount
      let children = metadata.tables[entry.childTable].rowCount
      return Deferred {
        columns.index(entry, parentRowCount: rows)
          ?? Self.index(number, in: reloaded.value)
          // One that is damaged leads nowhere.
          ?? RelationIndex(
            parentOfChild: Storage(count: children) { _ in -1 }, parentRowCount: rows)
      }
    }
    let definitions = metadata.definitionsText.map {
      (name: metadata.definitionsName ?? "definitions", text: $0)
    }
    return LoadedData(
      dataSet: DataSet(
        name: metadata.name, title: metadata.title, description: metadata.description,
        version: metadata.version, isSynthetic: metadata.isSynthetic, tables: tables,
        relations: relations,
        relationIndexes: indexes, definitions: definitions),
      report: metadata.report, origins: metadata.origins ?? [], isCached: isCached)
  }

  private static func index(_ relation: Int, in data: LoadedData?) -> RelationIndex? {
    guard let data, data.dataSet.relations.indices.contains(relation) else { return nil }
    return data.dataSet.relationIndex(relation)
  }

  private static func column(
    _ position: Int, of table: Int, in data: LoadedData?, rowCount: Int
  ) -> Column? {
    guard let tables = data?.dataSet.tables, tables.indices.contains(table),
      tables[table].columns.indices.contains(position), tables[table].rowCount == rowCount
    else { return nil }
    return tables[table].columns[position]
  }

  /// The sections that are not as they were written; none for a whole file.
  ///
  /// - Complexity: O(bytes of the file).
  func damagedColumns() -> [(table: String, field: String)] {
    let columns = SnapshotColumns(file)
    return metadata.tables.flatMap { table in
      zip(table.schema.fields, table.columns).compactMap { field, column in
        columns.isWhole(column) ? nil : (table.schema.name, field.name)
      }
    }
  }

  private static func refused(_ path: String, _ reason: String) -> LoadFailure {
    LoadFailure(
      "\(path) cannot be opened as a snapshot: \(reason)",
      notes: ["open the data that it was made from, and save it again"])
  }

  private struct Header {
    var version, place, byteCount, hash, fileSize: UInt64
    var isWhole: Bool
  }

  /// The numbers after the magic; `nil` for a file that is too short.
  private static func words(_ file: MappedFile) -> Header? {
    let bytes = file.bytes(.header)
    guard bytes.count == SnapshotFormat.headerSize else { return nil }
    func word(_ index: Int) -> UInt64 {
      UInt64(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: SnapshotFormat.magic.count + index * 8, as: UInt64.self))
    }
    let covered = UnsafeRawBufferPointer(rebasing: bytes.dropLast(8))
    return Header(
      version: word(0), place: word(1), byteCount: word(2), hash: word(3), fileSize: word(4),
      isWhole: ContentHash.of(covered) == word(5))
  }
}

extension SnapshotMetadata.Section {
  fileprivate static let header = Self(offset: 0, byteCount: SnapshotFormat.headerSize, hash: 0)
}
