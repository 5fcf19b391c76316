internal import Tables

extension ColumnReading {
  /// Codes in the order of the codebook, and after it values that the codebook lacks.
  mutating func coded() -> ValuesOfTexts {
    // Distinct texts without a codebook are a dictionary as they are.
    if reading.schema.categories.isEmpty, kinds.kindOfCode == nil {
      return .asTheyAre
    }
    let values = TextCodes(reading.schema.categories.map(\.value))
    let known = values.count
    var codeOfText = [UInt32](repeating: CodedValues.none, count: raw.texts.count)
    for code in raw.texts.indices where !kinds.isMissing(code) {
      codeOfText[code] = raw.texts.withUTF8(at: code) { values.code($0) }
      if codeOfText[code] >= known { reportOutside(code) }
    }
    return .coded(codeOfText, values.dictionary())
  }

  private mutating func reportOutside(_ code: Int) {
    guard reading.checksCategories, !reading.schema.categories.isEmpty else { return }
    report(.outsideCategories, code, "\(shown(code)) is not in the codebook; it was kept")
  }

  /// Any number of codes a row: each distinct text is divided once.
  mutating func lists() -> ValuesOfTexts {
    let values = TextCodes(reading.schema.categories.map(\.value))
    let known = values.count
    var codesOfTexts: [UInt32] = []
    var startOfText = [0]
    startOfText.reserveCapacity(raw.texts.count + 1)
    for code in raw.texts.indices {
      if !kinds.isMissing(code) {
        let before = values.count
        let first = codesOfTexts.count
        raw.texts.withUTF8(at: code) { text in
          Self.forEachPart(text, reading.listDelimiter) { part in
            let value = values.code(part)
            if !codesOfTexts[first...].contains(value) { codesOfTexts.append(value) }
          }
        }
        if values.count > max(before, known) { reportOutside(code) }
      }
      startOfText.append(codesOfTexts.count)
    }
    return .lists(codesOfTexts, startOfText, values.dictionary())
  }

  /// The codes of each row from those of its text.
  static func lists(
    _ rows: Codes, _ codesOfTexts: [UInt32], _ startOfText: [Int], _ dictionary: TextDictionary
  ) -> ListValues {
    switch rows.form {
    case .bytes(let rows): lists(rows, codesOfTexts, startOfText, dictionary)
    case .shorts(let rows): lists(rows, codesOfTexts, startOfText, dictionary)
    case .words(let rows): lists(rows, codesOfTexts, startOfText, dictionary)
    }
  }

  private static func lists<Code: FixedWidthInteger & UnsignedInteger>(
    _ rows: Storage<Code>, _ codesOfTexts: [UInt32], _ startOfText: [Int],
    _ dictionary: TextDictionary
  ) -> ListValues {
    let total = rows.reduce(0) { $0 + startOfText[Int($1) + 1] - startOfText[Int($1)] }
    let codes = GrowingMemory<UInt32>(capacity: total)
    let offsets = GrowingMemory<UInt32>(capacity: rows.count + 1)
    offsets.append(0)
    for text in rows {
      for index in startOfText[Int(text)]..<startOfText[Int(text) + 1] {
        codes.append(codesOfTexts[index])
      }
      offsets.append(UInt32(codes.count))
    }
    return ListValues(
      offsets: offsets.storage(), codes: codes.storage(), dictionary: dictionary)
  }

  /// The values of a list, without blanks around them and without empty ones.
  static func forEachPart(
    _ text: CellText.Bytes, _ delimiter: String, _ body: (CellText.Bytes) -> Void
  ) {
    guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first else {
      body(text)
      return
    }
    for part in text.split(separator: byte) {
      let trimmed = CellText.trimmed(CellText.Bytes(rebasing: part))
      if !trimmed.isEmpty { body(trimmed) }
    }
  }
}
