internal import Tables

extension RawTable {
  /// One table of parts that have the same columns.
  init(joining parts: [RawTable]) {
    let first = parts.first ?? RawTable(file: "", columns: [], lineOfRecord: [])
    self = first
    guard parts.count > 1 else { return }
    var lines = RecordLines()
    var places: [(file: String, firstRecord: Int)] = []
    for part in parts {
      places.append((part.file, lines.count))
      lines.append(part.lineOfRecord)
    }
    lineOfRecord = lines
    self.parts = places
    columns = first.columns.indices.map { index in
      RawColumn(joining: parts.compactMap { index < $0.columns.count ? $0.columns[index] : nil })
    }
  }
}

extension RawColumn {
  /// One column of parts, each text once.
  init(joining parts: [RawColumn]) {
    let builder = TextColumnBuilder()
    for part in parts {
      let codes = part.texts.indices.map { code in
        part.texts.withUTF8(at: code) { builder.code($0) }
      }
      for code in part.codes { builder.append(codes[Int(code)]) }
    }
    self = builder.column(named: parts.first?.name ?? "")
  }
}

/// Makes a column of texts, one after another.
final class TextColumnBuilder {
  private let texts = TextCodes()
  private let codes = GrowingMemory<UInt32>()

  /// The number of rows.
  var count: Int { codes.count }

  /// The code of a text.
  func code(_ text: CellText.Bytes) -> UInt32 { texts.code(text) }

  /// Adds a row by its code.
  func append(_ code: UInt32) { codes.append(code) }

  /// Adds a row by its text.
  func append(_ text: String) {
    var text = text
    append(text.withUTF8 { code($0) })
  }

  /// The column.
  func column(named name: String) -> RawColumn {
    RawColumn(
      name: name, codes: Codes(narrowing: codes.storage(), below: texts.count),
      texts: texts.dictionary())
  }
}
