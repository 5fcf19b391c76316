internal import Bitmaps
internal import Tables

/// The columns of a mapped snapshot.
struct SnapshotColumns: Sendable {
  private let file: MappedFile

  init(_ file: MappedFile) { self.file = file }

  /// A column as it was written; `nil` where its bytes are no longer those.
  ///
  /// - Complexity: O(bytes of the column), about the speed of memory.
  func column(_ entry: SnapshotMetadata.ColumnEntry, rowCount: Int) -> Column? {
    guard isWhole(entry), let values = values(entry, rowCount) else { return nil }
    return Column(
      values: values, recorded: bitmap(entry.recorded, rowCount),
      missingReasons: entry.reasons.map {
        MissingRows(reason: $0.reason, rows: bitmap($0.rows, rowCount))
      })
  }

  /// Whether every section of a column is as it was written.
  func isWhole(_ entry: SnapshotMetadata.ColumnEntry) -> Bool {
    entry.sections.allSatisfy { ContentHash.of(file.bytes($0)) == $0.hash }
  }

  /// A relation by row numbers; `nil` where its bytes are no longer as they were written.
  func index(_ entry: SnapshotMetadata.RelationEntry, parentRowCount: Int) -> RelationIndex? {
    let parents = file.storage(entry.parentOfChild, of: Int32.self)
    guard ContentHash.of(file.bytes(entry.parentOfChild)) == entry.parentOfChild.hash,
      parents.areRows(below: parentRowCount)
    else { return nil }
    return RelationIndex(parentOfChild: parents, parentRowCount: parentRowCount)
  }

  private func bitmap(_ section: SnapshotMetadata.Section, _ rowCount: Int) -> Bitmap {
    Bitmap(capacity: rowCount, words: Array(file.storage(section, of: UInt64.self)))
  }

  /// The values of a column; `nil` where a code has no text, which no file that was written here has.
  private func values(_ entry: SnapshotMetadata.ColumnEntry, _ rowCount: Int) -> Column.Values? {
    switch entry.kind {
    case .integers: return .integers(file.storage(entry.values, of: Int.self))
    case .numbers: return .numbers(file.storage(entry.values, of: Double.self))
    case .dates: return .dates(file.storage(entry.values, of: Int32.self))
    case .flags: return .flags(bitmap(entry.values, rowCount))
    case .coded:
      guard let dictionary = entry.dictionary.flatMap(dictionary) else { return nil }
      guard let codes = codes(entry.values, rowCount),
        codes.width >= Codes.Width(holding: dictionary.count),
        codes.areCodes(below: dictionary.count)
      else { return nil }
      return .coded(CodedValues(codes: codes, dictionary: dictionary))
    case .lists:
      guard let dictionary = entry.dictionary.flatMap(dictionary),
        let section = entry.listOffsets
      else { return nil }
      let offsets = file.storage(section, of: UInt32.self)
      let codes = file.storage(entry.values, of: UInt32.self)
      guard Codes(codes).areCodes(below: dictionary.count), offsets.isUpwards,
        offsets.first == 0, offsets.last.map(Int.init) == codes.count
      else { return nil }
      return .lists(ListValues(offsets: offsets, codes: codes, dictionary: dictionary))
    }
  }

  private func dictionary(_ entry: SnapshotMetadata.DictionaryEntry) -> TextDictionary? {
    let bytes = file.storage(entry.bytes, of: UInt8.self)
    let offsets = file.storage(entry.offsets, of: UInt32.self)
    guard !offsets.isEmpty else { return nil }
    let end = entry.passes.count << 32 | Int(offsets[offsets.count - 1])
    guard end == bytes.count, !entry.passes.isEmpty || offsets.isUpwards else { return nil }
    return TextDictionary(bytes: bytes, offsets: offsets, passes: entry.passes)
  }

  /// A code a row, whose width the length of the section tells; `nil` where it is of none.
  private func codes(_ section: SnapshotMetadata.Section, _ rowCount: Int) -> Codes? {
    switch section.byteCount {
    case 0: Codes([])
    case rowCount: Codes(.bytes(file.storage(section, of: UInt8.self)))
    case rowCount * 2: Codes(.shorts(file.storage(section, of: UInt16.self)))
    case rowCount * 4: Codes(.words(file.storage(section, of: UInt32.self)))
    default: nil
    }
  }

  /// A column of which nothing can be believed.
  func damaged(_ entry: SnapshotMetadata.ColumnEntry, _ rowCount: Int) -> Column {
    let none = Bitmap(capacity: rowCount)
    let values: Column.Values =
      switch entry.kind {
      case .coded:
        .coded(
          CodedValues(
            codes: Codes(.bytes(Storage(count: rowCount) { _ in .max })), dictionary: []))
      case .integers: .integers(Storage(count: rowCount) { _ in 0 })
      case .numbers: .numbers(Storage(count: rowCount) { _ in 0 })
      case .dates: .dates(Storage(count: rowCount) { _ in 0 })
      case .flags: .flags(none)
      case .lists:
        .lists(
          ListValues(
            offsets: Storage(count: rowCount + 1) { _ in 0 }, codes: [], dictionary: []))
      }
    return Column(
      values: values, recorded: none,
      missingReasons: [MissingRows(reason: "damaged", rows: Bitmap(allOf: rowCount))])
  }
}

extension SnapshotMetadata.ColumnEntry {
  /// Every stretch of the file that belongs to the column.
  var sections: [SnapshotMetadata.Section] {
    [recorded, values] + [listOffsets, dictionary?.bytes, dictionary?.offsets].compactMap(\.self)
      + reasons.map(\.rows)
  }
}
