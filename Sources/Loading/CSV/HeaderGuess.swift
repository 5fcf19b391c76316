/// Which of the first records of a file holds the names of its columns.
///
/// Official statistics often have lines of title above the names: those hold one cell, or cells that
/// are empty but for one. A file of numbers alone may have no names at all.
struct HeaderGuess {
  /// The record that holds the names, from 1, without blank lines; `nil` where none does.
  private(set) var record: Int? = 1
  /// What is worth saying of it.
  private(set) var message: String?

  /// The records that are looked at.
  private static let recordCount = 30
  /// A table begins with at most so many lines of title.
  private static let mostTitles = 15

  /// - Parameter bytes: The beginning of the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect) {
    let records = Self.records(bytes, dialect)
    guard let first = records.first else { return }
    let title = Self.titleCount(records)
    if title > 0 {
      record = title + 1
      let text = first.first { !$0.isEmpty } ?? ""
      let shown = text.count > 50 ? text.prefix(47) + "..." : text[...]
      message =
        "\(title) \(title == 1 ? "line" : "lines") above the names of the columns "
        + "\(title == 1 ? "was" : "were") left out: \"\(shown)\""
    } else if Self.holdsValues(first, records.dropFirst()) {
      record = nil
      message =
        "the first line holds numbers and no names, so the columns are called column_1, column_2 "
        + "and so on"
    }
  }

  /// The cells of the first records, without blanks around them; blank lines are no records.
  private static func records(
    _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect
  ) -> [[String]] {
    guard let base = bytes.baseAddress else { return [] }
    let end = min(bytes.count, 1 << 16)
    var reader = RecordReader(
      base, 0..<end, isLast: end == bytes.count, dialect: dialect, line: 1,
      scratch: GrowingMemory<UInt8>())
    var records: [[String]] = []
    while records.count < recordCount, reader.position < end, reader.readRecord() {
      if reader.isBlank { continue }
      records.append(reader.fields.map { CellText.trimmed(reader.text($0)) })
    }
    return records
  }

  /// How many records stand above the names.
  ///
  /// The names are the first record that is about as full as the table below is wide; above it no
  /// record may be more than a third as full.
  private static func titleCount(_ records: [[String]]) -> Int {
    let filled = records.map { record in record.count { !$0.isEmpty } }
    let widths = filled.dropFirst().sorted()
    guard records.count >= 4, let usual = widths.dropFirst(widths.count / 2).first, usual >= 3
    else {
      return 0
    }
    guard let names = filled.firstIndex(where: { $0 * 4 >= usual * 3 }), names > 0,
      names <= mostTitles, filled[..<names].allSatisfy({ $0 * 3 <= usual && $0 <= 2 }),
      // A table in which most cells of most rows are empty is wide and not titled. A name may be
      // there twice, as no name is most of a header.
      Set(records[names].filter { !$0.isEmpty }).count * 4 >= filled[names] * 3
    else { return 0 }
    return names
  }

  /// Whether the first record holds values as the others do: numbers alone that are no years.
  private static func holdsValues(_ first: [String], _ others: ArraySlice<[String]>) -> Bool {
    guard others.count >= 2, others.allSatisfy({ $0.count == first.count }),
      first.allSatisfy({ CellText.number($0) != nil })
    else { return false }
    let years = first.compactMap { CellText.integer($0) }.filter { (1800...2200).contains($0) }
    if years.count == first.count { return false }
    return others.allSatisfy { record in
      record.allSatisfy { $0.isEmpty || CellText.number($0) != nil }
    }
  }
}
