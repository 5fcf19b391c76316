internal import Tables

/// What a field of a descriptor is here: Table Schema has more types than tables do.
///
/// What has no type of its own is text, and is checked.
struct FieldTyping {
  private let field: FieldDescriptor
  private let column: RawColumn
  private var reading: FieldReading
  /// What of the descriptor could not be used.
  private(set) var notes: [String] = []
  /// What is worth saying of how the field is read.
  private(set) var remark: String?

  init(_ field: FieldDescriptor, _ column: RawColumn, _ reading: FieldReading) {
    self.field = field
    self.column = column
    self.reading = reading
  }

  /// The reading with its type.
  mutating func typed() -> FieldReading {
    switch field.type ?? "string" {
    case "boolean": takeBoolean()
    case "integer" where reading.schema.categories.isEmpty,
      "year" where reading.schema.categories.isEmpty:
      reading.schema.type = .integer
      takeNumbers()
    case "number" where field.categories == nil:
      reading.schema.categories = []
      reading.schema.type = .number
      takeNumbers()
    case "date": takeDate()
    case "datetime": takeTimes(hasDay: true)
    case "time": takeTimes(hasDay: false)
    case "list": takeList()
    case let other: takeText(other)
    }
    notePattern()
    if reading.textCheck != nil, reading.schema.type != .list {
      reading.writtenType = field.type
      reading.writtenFormat = format
    }
    reading.itemType = reading.schema.type == .list ? field.itemType : nil
    return reading
  }

  /// What `format` says, where it says anything.
  private var format: String? {
    field.format.flatMap { $0.isEmpty || $0 == "default" ? nil : $0 }
  }

  private mutating func takeBoolean() {
    reading.schema.type = .boolean
    reading.schema.categories = []
    if let yes = field.trueValues { reading.yes = yes }
    if let no = field.falseValues { reading.no = no }
  }

  private mutating func takeNumbers() {
    reading.numbers.isBare = field.bareNumber ?? true
    if let group = field.groupChar { reading.numbers.group = Array(group.utf8) }
    guard let decimal = field.decimalChar else { return }
    if decimal.utf8.count == 1, let byte = decimal.utf8.first {
      reading.numbers.decimal = byte
    } else {
      notes.append("decimalChar is no single plain character; a point was expected")
    }
  }

  private mutating func takeList() {
    reading.schema.type = .list
    reading.listDelimiter = field.delimiter ?? ","
    guard let item = field.itemType, item != "string" else { return }
    reading.textCheck = TextCheck.Item(rawValue: item).map { .items($0) }
    if reading.textCheck == nil {
      notes.append("values of the type \(item) are not known; they are text")
    }
  }

  // MARK: Text

  private mutating func takeText(_ type: String) {
    // Codes that the codebook lists are a category, whatever type they are written in.
    reading.schema.type = reading.schema.categories.isEmpty ? .text : .category
    reading.hasNumericCodes = ["integer", "number", "year"].contains(type)
    switch type {
    case "string": reading.textCheck = stringCheck()
    case "yearmonth": reading.textCheck = .yearMonth
    case "duration": reading.textCheck = .duration
    case "geopoint": reading.textCheck = .point(point())
    case "geojson": reading.textCheck = format == "topojson" ? .object : .geojson
    case "object": reading.textCheck = .object
    case "array": reading.textCheck = .array
    case "any", "integer", "number", "year": break
    default: notes.append("the type \(type) is not known; the field is text")
    }
  }

  private mutating func stringCheck() -> TextCheck? {
    switch format {
    case nil: return nil
    case "email": return .email
    case "uri": return .uri
    case "uuid": return .uuid
    case "binary": return .base64
    case let other?:
      notes.append("the format \(other) is not known; texts are not checked for it")
      return nil
    }
  }

  private mutating func point() -> TextCheck.Point {
    switch format {
    case nil: return .plain
    case "array": return .array
    case "object": return .object
    case let other?:
      notes.append("the format \(other) is not known; points were expected as \"lon, lat\"")
      return .plain
    }
  }

  private mutating func notePattern() {
    guard let pattern = field.constraints.pattern, !ConstraintCheck.canRead(pattern: pattern) else {
      return
    }
    notes.append("the pattern \(pattern) is not understood; values are not checked for it")
    reading.schema.constraints.pattern = nil
  }

  // MARK: Dates and times

  private mutating func takeDate() {
    reading.schema.categories = []
    if format == "any" {
      reading.schema.type = .date
      reading.dateFormat = anyFormat() ?? .iso
    } else if let known = DateFormat(tableSchema: format), !known.parts.contains(.time) {
      reading.schema.type = .date
      reading.dateFormat = known
    } else {
      takeTimes(hasDay: true)
    }
  }

  /// The first format in which all texts are dates.
  private func anyFormat() -> DateFormat? {
    DateFormat.candidates.first { areAll($0) }
  }

  /// Times are text, which is checked, but for days that all begin at midnight: those are dates.
  private mutating func takeTimes(hasDay: Bool) {
    reading.schema.categories = []
    guard format != "any" else { return }
    let known = format.map { TimestampFormat(pattern: $0) } ?? .iso(hasDay: hasDay)
    guard let known else {
      notes.append(
        "times in the format \(format ?? "") are not read; they stay text, and are not checked")
      return
    }
    if let days = known.dateFormat, areAll(days) {
      reading.schema.type = .date
      reading.dateFormat = days
      if field.type != "date" {
        remark = "each time is midnight, so the field was read as dates"
      }
    } else {
      reading.textCheck = .timestamp(known)
    }
  }

  /// Whether there are values, and all are dates in a format.
  private func areAll(_ format: DateFormat) -> Bool {
    let texts = values()
    return !texts.isEmpty
      && texts.allSatisfy { code in
        column.texts.withUTF8(at: code) { CellText.date(CellText.trimmed($0), format) != nil }
      }
  }

  /// The codes of the texts that stand for something.
  private func values() -> [Int] {
    let markers = Set(reading.schema.missingMarkers.map(\.value))
    return column.texts.indices.filter { !markers.contains(column.texts[$0]) }
  }
}
