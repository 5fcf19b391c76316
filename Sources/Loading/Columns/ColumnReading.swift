internal import Bitmaps
internal import Tables

/// Turns a column of texts into a column of values.
///
/// Each distinct text is read once.
struct ColumnReading {
  private(set) var raw: RawColumn
  let reading: FieldReading
  let table: RawTable
  var issues: [LoadIssue] = []
  /// What each distinct text is, where not all are values.
  var kinds: TextKinds

  private init(_ raw: consuming RawColumn, _ reading: FieldReading, in table: RawTable) {
    self.raw = raw
    self.reading = reading
    self.table = table
    kinds = TextKinds(count: raw.texts.count)
    for marker in reading.schema.missingMarkers {
      if let code = raw.texts.exactIndex(of: marker.value) {
        kinds.setMissing(code, reason: marker.reason)
      }
    }
    for marker in reading.schema.missingMarkers { setMissing(sameValueAs: marker) }
  }

  /// A marker that is a number or a date is one however it is written: `-9999`, `-9999.0`.
  private mutating func setMissing(sameValueAs marker: MissingMarker) {
    let read: (CellText.Bytes) -> Double?
    switch reading.schema.type {
    case .integer, .number: read = CellText.number
    case .date:
      let format = reading.dateFormat
      read = { bytes in CellText.date(bytes, format).map { Double($0.dayNumber) } }
    case .text, .category, .boolean, .list: return
    }
    var text = marker.value
    guard let wanted = text.withUTF8({ read(CellText.trimmed($0)) }) else { return }
    for code in raw.texts.indices where !kinds.isMissing(code) {
      if raw.texts.withUTF8(at: code, { read(CellText.trimmed($0)) }) == wanted {
        kinds.setMissing(code, reason: marker.reason)
      }
    }
  }

  /// The column, and the cells that could not be read; these are missing for the reason
  /// `unreadable`.
  ///
  /// Where the caller gives up the raw column, its memory becomes that of the values.
  static func read(
    _ raw: consuming RawColumn, _ reading: FieldReading, in table: RawTable
  ) -> (column: Column, issues: [LoadIssue]) {
    var run = ColumnReading(raw, reading, in: table)
    run.checkRequired()
    let values = run.valuesOfTexts()
    run.checkValues()
    let (recorded, reasons) = run.rows()
    let column = Column(
      values: run.expanded(values), recorded: recorded, missingReasons: reasons)
    run.reportNearDuplicates(column.values)
    return (column, run.issues)
  }

  /// What each distinct text means.
  enum ValuesOfTexts {
    /// The codes that the rows have are those of the texts.
    case asTheyAre
    case coded([UInt32], TextDictionary)
    case integers([Int])
    case numbers([Double])
    case dates([Int32])
    case flags([Bool])
    /// The codes of all texts one after another, and where those of each begin.
    case lists([UInt32], [Int], TextDictionary)
  }

  private mutating func valuesOfTexts() -> ValuesOfTexts {
    switch reading.schema.type {
    case .text, .category: return coded()
    case .list: return lists()
    case .boolean: return flags()
    case .integer:
      let numbers = reading.numbers
      return .integers(each(0) { numbers.read($0, CellText.integer) })
    case .number:
      let numbers = reading.numbers
      return .numbers(each(0) { numbers.read($0, CellText.number) })
    case .date:
      let format = reading.dateFormat
      return .dates(each(0) { CellText.date($0, format)?.dayNumber })
    }
  }

  /// A value for each distinct text.
  private mutating func each<Value>(
    _ nothing: Value, _ read: (CellText.Bytes) -> Value?
  ) -> [Value] {
    let texts = raw.texts
    var values = [Value](repeating: nothing, count: texts.count)
    for code in texts.indices where !kinds.isMissing(code) {
      if let value = texts.withUTF8(at: code, { read(CellText.trimmed($0)) }) {
        values[code] = value
      } else if let reason = reasonOfNone(code) {
        kinds.setMissing(code, reason: reason)
      } else {
        reportUnreadable(code)
      }
    }
    return values
  }

  private mutating func flags() -> ValuesOfTexts {
    let (yes, no) = (Set(reading.yes), Set(reading.no))
    var isYes = [Bool](repeating: false, count: raw.texts.count)
    for code in raw.texts.indices where !kinds.isMissing(code) {
      let text = CellText.trimmed(raw.texts[code])
      isYes[code] = yes.contains(text)
      if !isYes[code], !no.contains(text) { reportUnreadable(code) }
    }
    return .flags(isYes)
  }

  // MARK: Rows

  /// The rows that have a value, and the others by reason.
  private func rows() -> (recorded: Bitmap, reasons: [MissingRows]) {
    let codes = raw.codes
    guard let kindOfCode = kinds.kindOfCode else {
      return (Bitmap(allOf: codes.count), [])
    }
    let recorded = codes.rows(where: kindOfCode.map { $0 == TextKinds.value })
    let reasons = kinds.reasons.enumerated().map { index, reason in
      let kind = TextKinds.firstReason + UInt16(index)
      return MissingRows(reason: reason, rows: codes.rows(where: kindOfCode.map { $0 == kind }))
    }
    return (recorded, reasons.filter { !$0.rows.isEmpty })
  }

  /// The value of each row; the raw codes are gone after.
  private mutating func expanded(_ values: ValuesOfTexts) -> Column.Values {
    let codes = raw.takeCodes()
    switch values {
    case .asTheyAre: return .coded(CodedValues(codes: codes, dictionary: raw.texts))
    case .coded(let codeOfText, let dictionary):
      return .coded(
        CodedValues(
          codes: codes.mapped(codeOfText, below: dictionary.count), dictionary: dictionary))
    case .integers(let values): return .integers(codes.mapped(values))
    case .numbers(let values): return .numbers(codes.mapped(values))
    case .dates(let values): return .dates(codes.mapped(values))
    case .flags(let isYes): return .flags(codes.rows(where: isYes))
    case .lists(let codesOfTexts, let starts, let dictionary):
      return .lists(Self.lists(codes, codesOfTexts, starts, dictionary))
    }
  }

  // MARK: Issues

  /// Why a text is no number though the standard allows it among numbers.
  private func reasonOfNone(_ code: Int) -> String? {
    guard reading.schema.type == .number, reading.isDeclared else { return nil }
    return raw.texts.withUTF8(at: code) { NumberFormat.reasonOfNone(CellText.trimmed($0)) }
  }

  private mutating func reportUnreadable(_ code: Int) {
    kinds.setMissing(code, reason: "unreadable")
    report(
      .unreadableCell, code, "\(whyUnreadable(code)); it is missing as unreadable")
  }

  private func whyUnreadable(_ code: Int) -> String {
    if reading.schema.type == .date, !reading.schema.isPersonal,
      let day = raw.texts.withUTF8(
        at: code, { ImpossibleDate.inWords(CellText.trimmed($0), reading.dateFormat) })
    {
      return "\(shown(code)): there is no \(day)"
    }
    return "\(shown(code)) is no \(Self.inWords(reading.schema.type))"
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
  func shown(_ code: Int) -> String {
    if reading.schema.isPersonal { return "a value" }
    let text = raw.texts[code]
    return text.count > 40 ? "\"\(text.prefix(40))...\"" : "\"\(text)\""
  }

  /// More different texts than this are counted together: each costs a look at the whole column.
  private static let mostReports = 100
  /// How many were reported of each kind, and where the last of them is.
  private var reported: [LoadIssue.Kind: (count: Int, last: Int)] = [:]

  /// Reports a distinct text, at the first row that holds it.
  mutating func report(_ kind: LoadIssue.Kind, _ code: Int, _ message: String) {
    let wanted = UInt32(code)
    if reported[kind]?.count ?? 0 >= Self.mostReports {
      report(kind, row: 0, message, count: 1)
    } else if let row = raw.firstRow(of: code) {
      report(kind, row: row, message, count: raw.codes.count { $0 == wanted })
    }
  }

  /// Reports something about a row and others like it.
  mutating func report(_ kind: LoadIssue.Kind, row: Int, _ message: String, count: Int) {
    let before = reported[kind] ?? (0, 0)
    if before.count >= Self.mostReports {
      issues[before.last].count += count
      return
    }
    reported[kind] = (before.count + 1, issues.count)
    let place = table.place(ofRow: row)
    issues.append(
      LoadIssue(
        kind, file: place.file, record: place.record, line: place.line,
        field: reading.schema.name, message: message, count: count))
  }
}

/// What each distinct text of a column is: a value, or something missing for a reason.
struct TextKinds {
  static let value: UInt16 = 0
  /// Missing without a reason.
  static let missing: UInt16 = 1
  /// Missing for the first of `reasons`; the next numbers are the other reasons.
  static let firstReason: UInt16 = 2

  private let count: Int
  /// A kind for each text; `nil` while all are values.
  private(set) var kindOfCode: [UInt16]?
  private(set) var reasons: [String] = []

  init(count: Int) { self.count = count }

  func isMissing(_ code: Int) -> Bool { kindOfCode.map { $0[code] != Self.value } ?? false }

  mutating func setMissing(_ code: Int, reason: String?) {
    if kindOfCode == nil { kindOfCode = Array(repeating: Self.value, count: count) }
    guard let reason else {
      kindOfCode?[code] = Self.missing
      return
    }
    if !reasons.contains(reason) { reasons.append(reason) }
    let index = reasons.firstIndex(of: reason) ?? 0
    kindOfCode?[code] = Self.firstReason + UInt16(index)
  }
}
