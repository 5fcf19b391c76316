internal import Tables

/// How the columns of a source are to be read whose values have types of their own.
///
/// Texts stay texts, whatever they look like, but for dates, for which sources have no type.
enum SourceReading {
  /// What keeps the values of a list apart: a character that no data holds.
  static let listDelimiter = "\u{1F}"

  /// The readings of a table's columns, and what is worth saying of them.
  static func infer(_ table: SourceTable) -> (readings: [FieldReading], issues: [LoadIssue]) {
    let (raw, kinds) = (table.raw, table.kinds)
    let all = raw.mapColumns { infer(raw.columns[$0], kinds[$0], file: raw.file) }
    let markers = MarkerReport(entity: table.name, file: raw.file).issues(all.compactMap(\.markers))
    return (all.map(\.reading), all.flatMap(\.issues) + markers)
  }

  private static func infer(
    _ column: RawColumn, _ kinds: ValueKinds, file: String
  ) -> TypeInference.Inferred {
    if kinds.contains(.list) { return plain(column, .list) }
    if kinds == .boolean { return plain(column, .boolean) }
    var inferred = TypeInference.infer(column, file: file)
    if kinds.isDisjoint(with: [.text, .boolean]), !kinds.isEmpty {
      let type: FieldType =
        kinds.contains(.longInteger) ? .text : kinds.contains(.fraction) ? .number : .integer
      // A guess at numbers that mean something else holds for numbers alone.
      if inferred.reading.schema.type != type { inferred = plain(column, type) }
      return inferred
    }
    let mayBeNumbers = kinds == [.text, .integer] || kinds == [.text, .integer, .fraction]
    if !mayBeNumbers { keepText(column, &inferred) }
    return inferred
  }

  private static func plain(_ column: RawColumn, _ type: FieldType) -> TypeInference.Inferred {
    var reading = FieldReading(schema: FieldSchema(name: column.name, type: type))
    reading.schema.missingMarkers = [MissingMarker(value: "")]
    reading.checksCategories = false
    if type == .list { reading.listDelimiter = listDelimiter }
    return TypeInference.Inferred(reading: reading, issues: [], markers: nil)
  }

  private static func keepText(_ column: RawColumn, _ inferred: inout TypeInference.Inferred) {
    switch inferred.reading.schema.type {
    case .integer, .number, .boolean: break
    case .text, .category, .list, .date: return
    }
    inferred = plain(column, .text)
    let texts = column.texts.filter { !$0.isEmpty }
    if texts.count <= 64, texts.count * 2 <= column.codes.count {
      inferred.reading.schema.type = .category
      inferred.reading.schema.categories = texts.sorted().map { Category(value: $0) }
    }
  }
}

extension SourceReading {
  /// The delimiter of lists as a byte.
  static let listByte: UInt8 = 0x1F
}
