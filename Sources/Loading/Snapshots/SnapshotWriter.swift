internal import Bitmaps
internal import FoundationEssentials
internal import Tables

/// Writes a data set so that it can be mapped into memory again.
struct SnapshotWriter: ~Copyable {
  private var file: SnapshotFile
  private let isCancelled: @Sendable () -> Bool

  private init(
    replacing path: String, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FileProblem) {
    file = try SnapshotFile(replacing: path)
    self.isCancelled = isCancelled
  }

  /// Writes a data set with what was said of it.
  ///
  /// - Parameters:
  ///   - sources: The files it was made from, by which a cache knows that it is not stale.
  ///   - isCancelled: Asked before each part; then nothing is kept.
  /// - Complexity: O(bytes of the columns).
  static func write(
    _ data: DataSet, _ report: LoadReport, sources: [SnapshotMetadata.SourceEntry],
    origins: [SourceDescription] = [], to path: String,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FileProblem) {
    var writer = try SnapshotWriter(replacing: path, isCancelled: isCancelled)
    try writer.file.append([UInt8](repeating: 0, count: SnapshotFormat.headerSize))
    var tables: [SnapshotMetadata.TableEntry] = []
    for table in data.tables { tables.append(try writer.add(table)) }
    var relations: [SnapshotMetadata.RelationEntry] = []
    for index in data.relations.indices {
      relations.append(try writer.add(data.relations[index], data.relationIndex(index)))
    }
    let metadata = SnapshotMetadata(
      name: data.name, title: data.title, description: data.description,
      version: data.version, isSynthetic: data.isSynthetic,
      definitionsName: data.definitions?.name, definitionsText: data.definitions?.text,
      tables: tables, relations: relations,
      issues: SnapshotMetadata.issues(of: report), sources: sources, origins: origins)
    try writer.finish(metadata)
  }

  private mutating func finish(_ metadata: SnapshotMetadata) throws(FileProblem) {
    let bytes: [UInt8]
    do {
      bytes = Array(try JSONEncoder().encode(metadata))
    } catch {
      throw FileProblem(reason: "its description cannot be written")
    }
    try file.align()
    let place = file.position
    try file.append(bytes)
    var header = SnapshotFormat.magic
    header.append(littleEndian: UInt64(SnapshotFormat.version))
    header.append(littleEndian: UInt64(place))
    header.append(littleEndian: UInt64(bytes.count))
    header.append(littleEndian: ContentHash.of(bytes))
    header.append(littleEndian: UInt64(file.position))
    header.append(littleEndian: ContentHash.of(header))
    try file.write(header, at: 0)
    try file.keep()
  }

  private mutating func add(_ table: Table) throws(FileProblem) -> SnapshotMetadata.TableEntry {
    var columns: [SnapshotMetadata.ColumnEntry] = []
    for column in table.columns { columns.append(try add(column)) }
    return SnapshotMetadata.TableEntry(
      schema: SnapshotMetadata.SchemaEntry(table.schema), rowCount: table.rowCount,
      columns: columns)
  }

  private mutating func add(_ column: Column) throws(FileProblem) -> SnapshotMetadata.ColumnEntry {
    let recorded = try add(column.recorded)
    var reasons: [SnapshotMetadata.ReasonEntry] = []
    for missing in column.missingReasons {
      reasons.append(
        SnapshotMetadata.ReasonEntry(reason: missing.reason, rows: try add(missing.rows)))
    }
    func entry(
      _ kind: SnapshotMetadata.ColumnEntry.Kind, _ values: SnapshotMetadata.Section,
      _ dictionary: SnapshotMetadata.DictionaryEntry? = nil,
      listOffsets: SnapshotMetadata.Section? = nil
    ) -> SnapshotMetadata.ColumnEntry {
      SnapshotMetadata.ColumnEntry(
        kind: kind, recorded: recorded, values: values, listOffsets: listOffsets,
        dictionary: dictionary, reasons: reasons)
    }
    switch column.values {
    case .coded(let coded):
      return entry(.coded, try add(coded.codes), try add(coded.dictionary))
    case .integers(let values): return entry(.integers, try add(values))
    case .numbers(let values): return entry(.numbers, try add(values))
    case .dates(let values): return entry(.dates, try add(values))
    case .flags(let yes): return entry(.flags, try add(yes))
    case .lists(let lists):
      return entry(
        .lists, try add(lists.codes), try add(lists.dictionary),
        listOffsets: try add(lists.offsets))
    }
  }

  private mutating func add(_ codes: Codes) throws(FileProblem) -> SnapshotMetadata.Section {
    switch codes.form {
    case .bytes(let codes): try add(codes)
    case .shorts(let codes): try add(codes)
    case .words(let codes): try add(codes)
    }
  }

  private mutating func add(
    _ relation: Relation, _ index: RelationIndex
  ) throws(FileProblem) -> SnapshotMetadata.RelationEntry {
    SnapshotMetadata.RelationEntry(
      name: relation.name, inverseName: relation.inverseName, childTable: relation.childTable,
      childFields: relation.childFields, parentTable: relation.parentTable,
      parentFields: relation.parentFields, parentOfChild: try add(index.parentOfChild))
  }

  private mutating func add(
    _ dictionary: TextDictionary
  ) throws(FileProblem) -> SnapshotMetadata.DictionaryEntry {
    SnapshotMetadata.DictionaryEntry(
      bytes: try add(dictionary.bytes), offsets: try add(dictionary.offsets),
      passes: dictionary.passes)
  }

  private mutating func add<Element>(
    _ storage: Storage<Element>
  ) throws(FileProblem) -> SnapshotMetadata.Section {
    try storage.withUnsafeBufferPointer { (buffer) throws(FileProblem) in
      try add(UnsafeRawBufferPointer(buffer))
    }
  }

  private mutating func add(_ bitmap: Bitmap) throws(FileProblem) -> SnapshotMetadata.Section {
    try bitmap.withWords { (words) throws(FileProblem) in try add(UnsafeRawBufferPointer(words)) }
  }

  private mutating func add(
    _ bytes: UnsafeRawBufferPointer
  ) throws(FileProblem) -> SnapshotMetadata.Section {
    if isCancelled() { throw FileProblem(reason: "it was stopped") }
    try file.align()
    let offset = file.position
    try file.append(bytes)
    return SnapshotMetadata.Section(
      offset: offset, byteCount: bytes.count, hash: ContentHash.of(bytes))
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: UInt64) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
