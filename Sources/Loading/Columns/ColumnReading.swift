internal import Bitmaps
internal import Tables

/// How the cells of one field are read.
struct FieldReading {
  /// What the codebook says; its type decides how a cell is read.
  var schema: FieldSchema
  var dateFormat = DateFormat.iso
  var yes = ["true", "True", "TRUE", "1", "yes", "Yes", "YES"]
  var no = ["false", "False", "FALSE", "0", "no", "No", "NO"]
  /// What separates the values of a list.
  var listDelimiter = ","
  /// Whether a value outside the categories is worth an issue: not when they were inferred.
  var checksCategories = true
}

/// Turns a column of texts into a column of values.
///
/// Each distinct text is read once.
struct ColumnReading {
  private let raw: RawColumn
  private let reading: FieldReading
  private let table: RawTable
  private(set) var issues: [LoadIssue] = []

  /// What a distinct text is.
  private enum Meaning {
    case missing(reason: String?)
    case value
    case unreadable
  }

  private init(_ raw: RawColumn, _ reading: FieldReading, in table: RawTable) {
    self.raw = raw
    self.reading = reading
    self.table = table
  }

  /// The column, and the cells that could not be read; these are missing for the reason
  /// `unreadable`.
  static func read(
    _ raw: RawColumn, _ reading: FieldReading, in table: RawTable
  ) -> (column: Column, issues: [LoadIssue]) {
    var run = ColumnReading(raw, reading, in: table)
    let column = run.column()
    return (column, run.issues)
  }

  private mutating func column() -> Column {
    switch reading.schema.type {
    case .text, .category: return coded()
    case .list: return lists()
    case .boolean:
      let values = raw.texts.map {
        CellText.boolean(CSVReader.trimmed($0), yes: reading.yes, no: reading.no)
      }
      let meanings = meanings { values[$0] != nil }
      let codes = raw.codes
      let yes = Bitmap(capacity: codes.count) { values[Int(codes[$0])] == true }
      return finished(.flags(yes.intersection(recorded(meanings))), meanings)
    case .integer:
      let values = raw.texts.map { CellText.integer(CSVReader.trimmed($0)) }
      let meanings = meanings { values[$0] != nil }
      return finished(.integers(Storage(raw.codes.map { values[Int($0)] ?? 0 })), meanings)
    case .number:
      let values = raw.texts.map { CellText.number(CSVReader.trimmed($0)) }
      let meanings = meanings { values[$0] != nil }
      return finished(.numbers(Storage(raw.codes.map { values[Int($0)] ?? 0 })), meanings)
    case .date:
      let values = raw.texts.map { CellText.date(CSVReader.trimmed($0), reading.dateFormat) }
      let meanings = meanings { values[$0] != nil }
      return finished(.dates(Storage(raw.codes.map { values[Int($0)]?.dayNumber ?? 0 })), meanings)
    }
  }

  /// What each distinct text is: a marker of something missing comes before any value.
  private func meanings(isReadable: (Int) -> Bool) -> [Meaning] {
    let markers = Dictionary(
      reading.schema.missingMarkers.map { ($0.value, $0.reason) }, uniquingKeysWith: { $1 })
    return raw.texts.enumerated().map { code, text in
      if let reason = markers[text] { return .missing(reason: reason) }
      return isReadable(code) ? .value : .unreadable
    }
  }

  private func recorded(_ meanings: [Meaning]) -> Bitmap {
    let isValue = meanings.map { if case .value = $0 { true } else { false } }
    let codes = raw.codes
    return Bitmap(capacity: codes.count) { isValue[Int(codes[$0])] }
  }

  /// The column with its missing rows by reason, after reporting what could not be read.
  private mutating func finished(_ values: Column.Values, _ meanings: [Meaning]) -> Column {
    var codesOfReason: [(reason: String, codes: Set<UInt32>)] = []
    func add(_ code: Int, to reason: String) {
      if let index = codesOfReason.firstIndex(where: { $0.reason == reason }) {
        codesOfReason[index].codes.insert(UInt32(code))
      } else {
        codesOfReason.append((reason, [UInt32(code)]))
      }
    }
    for (code, meaning) in meanings.enumerated() {
      switch meaning {
      case .missing(let reason?): add(code, to: reason)
      case .unreadable:
        add(code, to: "unreadable")
        reportUnreadable(code)
      case .missing(nil), .value: break
      }
    }
    let codes = raw.codes
    let reasons = codesOfReason.map { reason, wanted in
      MissingRows(
        reason: reason, rows: Bitmap(capacity: codes.count) { wanted.contains(codes[$0]) })
    }
    return Column(
      values: values, recorded: recorded(meanings),
      missingReasons: reasons.filter { !$0.rows.isEmpty })
  }

  private mutating func reportUnreadable(_ code: Int) {
    report(
      .unreadableCell, code,
      "\(shown(code)) is no \(Self.inWords(reading.schema.type)); it is missing as unreadable")
  }

  private static func inWords(_ type: FieldType) -> String {
    switch type {
    case .boolean: "yes or no"
    case .integer: "whole number"
    case .number: "number"
    case .date: "date in this format"
    case .text, .category, .list: "value"
    }
  }

  /// A cell's text for a message: short, and nothing of it where the field is personal.
  private func shown(_ code: Int) -> String {
    if reading.schema.isPersonal { return "a value" }
    let text = raw.texts[code]
    return text.count > 40 ? "\"\(text.prefix(40))...\"" : "\"\(text)\""
  }

  private mutating func report(_ kind: LoadIssue.Kind, _ code: Int, _ message: String) {
    guard let row = raw.firstRow(of: code) else { return }
    let count = raw.codes.reduce(0) { $1 == UInt32(code) ? $0 + 1 : $0 }
    issues.append(
      LoadIssue(
        kind, file: table.file, record: row + 1, line: Int(table.lineOfRecord[row]),
        field: reading.schema.name, message: message, count: count))
  }

  // MARK: Text, categories and lists

  /// Codes in the order of the codebook, and after it values that the codebook lacks.
  private mutating func coded() -> Column {
    let meanings = meanings { _ in true }
    var dictionary = reading.schema.categories.map(\.value)
    var codeOfValue = Dictionary(
      dictionary.enumerated().map { ($0.element, UInt32($0.offset)) },
      uniquingKeysWith: { a, _ in a })
    var codeOfText: [UInt32] = []
    for (code, text) in raw.texts.enumerated() {
      guard case .value = meanings[code] else {
        codeOfText.append(CodedValues.none)
        continue
      }
      if let known = codeOfValue[text] {
        codeOfText.append(known)
        continue
      }
      let new = UInt32(dictionary.count)
      dictionary.append(text)
      codeOfValue[text] = new
      codeOfText.append(new)
      reportOutside(code, text)
    }
    let codes = raw.codes.map { codeOfText[Int($0)] }
    return finished(
      .coded(CodedValues(codes: Storage(codes), dictionary: TextDictionary(dictionary))), meanings)
  }

  private mutating func reportOutside(_ code: Int, _ text: String) {
    guard reading.checksCategories, !reading.schema.categories.isEmpty else { return }
    report(.outsideCategories, code, "\(shown(code)) is not in the codebook; it was kept")
  }

  private mutating func lists() -> Column {
    let meanings = meanings { _ in true }
    var dictionary = reading.schema.categories.map(\.value)
    var codeOfValue = Dictionary(
      dictionary.enumerated().map { ($0.element, UInt32($0.offset)) },
      uniquingKeysWith: { a, _ in a })
    var codesOfText: [[UInt32]] = []
    for (code, text) in raw.texts.enumerated() {
      guard case .value = meanings[code] else {
        codesOfText.append([])
        continue
      }
      var held: [UInt32] = []
      for part in Self.parts(text, reading.listDelimiter) {
        let value = codeOfValue[part] ?? UInt32(dictionary.count)
        if value == UInt32(dictionary.count) {
          dictionary.append(part)
          codeOfValue[part] = value
          reportOutside(code, part)
        }
        if !held.contains(value) { held.append(value) }
      }
      codesOfText.append(held)
    }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(raw.codes.count + 1)
    var codes: [UInt32] = []
    for code in raw.codes {
      codes += codesOfText[Int(code)]
      offsets.append(UInt32(codes.count))
    }
    return finished(
      .lists(
        ListValues(
          offsets: Storage(offsets), codes: Storage(codes), dictionary: TextDictionary(dictionary))),
      meanings)
  }

  /// The values of a list, without blanks around them and without empty ones.
  private static func parts(_ text: String, _ delimiter: String) -> [String] {
    guard let character = delimiter.first, delimiter.count == 1 else { return [text] }
    return text.split(separator: character).map { CSVReader.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }
}
