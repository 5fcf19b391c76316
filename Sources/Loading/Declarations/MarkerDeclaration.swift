internal import Bitmaps
internal import Tables

/// What a field is once some of its values are known to mean that there is none.
struct MarkerDeclaration {
  /// The field and its column, after the declaration.
  struct Result {
    var field: FieldSchema
    var column: Column
    /// How the file writes the values, where the type is another now.
    var writing: SourceDescription.FieldWriting?
    /// The rows that hold each marker.
    var rowCounts: [Int]
    var issues: [LoadIssue] = []
  }

  private let table: Table
  private let position: Int
  private let markers: [MissingMarker]
  private let old: Column
  /// The rows of each marker.
  private let rows: [Bitmap]
  /// The rows that have no value in the end.
  private let missing: Bitmap
  private let file: String
  /// Whether the codebook of the field is a guess, and may change.
  private let isGuessed: Bool

  /// - Parameters:
  ///   - markers: The markers, with the texts by which `Table.rows(column:holding:)` finds them.
  init(
    _ table: Table, _ position: Int, _ markers: [(marker: MissingMarker, text: String)],
    file: String, isGuessed: Bool
  ) {
    self.table = table
    self.position = position
    self.markers = markers.map(\.marker)
    self.file = file
    self.isGuessed = isGuessed
    old = table.columns[position]
    var taken = Bitmap(capacity: table.rowCount)
    var rows: [Bitmap] = []
    for (_, text) in markers {
      let own = table.rows(column: position, holding: text).subtracting(taken)
      taken = taken.union(own)
      rows.append(own)
    }
    self.rows = rows
    missing = taken.union(old.recorded.complement)
  }

  private var schema: FieldSchema { table.schema.fields[position] }

  /// The field without its markers.
  func result() -> Result {
    var field = schema
    for marker in markers where !field.missingMarkers.contains(where: { $0.value == marker.value })
    {
      field.missingMarkers.append(marker)
    }
    var result = Result(field: field, column: old, writing: nil, rowCounts: rows.map(\.count))
    guard rows.contains(where: { !$0.isEmpty }) else { return result }
    switch old.values {
    case .coded(let coded): readAgain(coded, &result)
    case .integers(let values): result.column = column(.integers(without(values, 0)))
    case .numbers(let values): result.column = column(.numbers(without(values, 0)))
    case .dates(let values): result.column = column(.dates(without(values, 0)))
    case .flags(let yes): result.column = column(.flags(yes.subtracting(missing)))
    case .lists(let lists):
      result.column = column(.lists(without(lists, &result.field)))
    }
    return result
  }

  /// A column with the rows that are missing now; earlier reasons stay.
  ///
  /// - Parameter recorded: The rows that have a value; `nil` where only the markers make a difference.
  private func column(_ values: Column.Values, recorded: Bitmap? = nil) -> Column {
    var reasons = old.missingReasons
    for (marker, rows) in zip(markers, rows) where !rows.isEmpty {
      guard let reason = marker.reason else { continue }
      if let known = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[known] = MissingRows(reason: reason, rows: reasons[known].rows.union(rows))
      } else {
        reasons.append(MissingRows(reason: reason, rows: rows))
      }
    }
    return Column(
      values: values, recorded: recorded ?? missing.complement, missingReasons: reasons)
  }

  private func without<Value>(_ values: Storage<Value>, _ nothing: Value) -> Storage<Value> {
    Storage(count: values.count) { missing.contains($0) ? nothing : values[$0] }
  }

  private func without(_ lists: ListValues, _ field: inout FieldSchema) -> ListValues {
    var isHeld = [Bool](repeating: false, count: lists.dictionary.count)
    var codes: [UInt32] = []
    var offsets: [UInt32] = [0]
    for row in 0..<table.rowCount {
      if !missing.contains(row) {
        for index in Int(lists.offsets[row])..<Int(lists.offsets[row + 1]) {
          isHeld[Int(lists.codes[index])] = true
          codes.append(lists.codes[index])
        }
      }
      offsets.append(UInt32(codes.count))
    }
    // A marker beside other values of a row stays a value.
    let gone = Set(markers.map(\.value))
    let kept = lists.dictionary.indices.filter {
      isHeld[$0] || !gone.contains(lists.dictionary[$0])
    }
    var newCode = [UInt32](repeating: CodedValues.none, count: isHeld.count)
    for (new, code) in kept.enumerated() { newCode[code] = UInt32(new) }
    field.categories.removeAll { category in
      gone.contains(category.value) && !kept.contains { lists.dictionary[$0] == category.value }
    }
    return ListValues(
      offsets: Storage(offsets), codes: Storage(codes.map { newCode[Int($0)] }),
      dictionary: TextDictionary(kept.map { lists.dictionary[$0] }))
  }

  // MARK: Texts

  /// Reads a column of texts again: without its markers it may be numbers, dates or yes and no.
  private func readAgain(_ coded: CodedValues, _ result: inout Result) {
    let raw = rawColumn(coded)
    var reading = FieldReading(schema: result.field)
    reading.schema.missingMarkers = [MissingMarker(value: raw.nothing)]
    reading.checksCategories = false
    let gone = Set(markers.map(\.value))
    reading.schema.categories.removeAll { gone.contains($0.value) }
    if let inferred = inferred(raw.column, isEmptyMissing: raw.nothing.isEmpty, &result.issues) {
      let field = reading.schema
      reading = inferred
      reading.schema = field
      // Blanks alone are nothing where numbers or dates are read.
      let blanks = inferred.schema.missingMarkers.filter { !$0.value.isEmpty }
      reading.schema.missingMarkers += blanks
      result.field.missingMarkers += blanks.filter { !result.field.missingMarkers.contains($0) }
      reading.schema.type = inferred.schema.type
      reading.schema.categories = inferred.schema.categories
      reading.schema.isPersonal = field.isPersonal || inferred.schema.isPersonal
      result.writing = SourceDescription.FieldWriting(reading)
    }
    var lines = RecordLines()
    lines.append(table.rowCount, from: 2)
    let around = RawTable(file: file, columns: [], lineOfRecord: lines)
    let read = ColumnReading.read(raw.column, reading, in: around).column
    reading.schema.missingMarkers = result.field.missingMarkers
    result.field = reading.codebook
    result.column = column(read.values, recorded: read.recorded)
  }

  /// How the texts are to be read; `nil` to read them as before.
  private func inferred(
    _ raw: RawColumn, isEmptyMissing: Bool, _ issues: inout [LoadIssue]
  ) -> FieldReading? {
    guard isEmptyMissing, schema.type == .text || isGuessed else { return nil }
    let inferred = TypeInference.infer(raw, file: file)
    // A field that a codebook calls text becomes what is plain to see, and no list of values.
    let type = inferred.reading.schema.type
    if !isGuessed, type == .text || type == .category || type == .list { return nil }
    issues = inferred.issues
    return inferred.reading
  }

  /// The column as if it had just been read, with one text for all that is missing.
  private func rawColumn(_ coded: CodedValues) -> (column: RawColumn, nothing: String) {
    var isHeld = [Bool](repeating: false, count: coded.dictionary.count)
    for row in 0..<table.rowCount where !missing.contains(row) {
      isHeld[Int(coded.codes[row])] = true
    }
    let kept = coded.dictionary.indices.filter { isHeld[$0] }
    var newCode = [UInt32](repeating: 0, count: isHeld.count)
    for (new, code) in kept.enumerated() { newCode[code] = UInt32(new) }
    let nothing = kept.contains { coded.dictionary.length(at: $0) == 0 } ? "\u{1F}" : ""
    let nothingCode = UInt32(kept.count)
    // One at a time: there may be millions of them.
    let texts = (0..<kept.count + (missing.isEmpty ? 0 : 1)).lazy.map {
      $0 < kept.count ? coded.dictionary[kept[$0]] : nothing
    }
    let codes = Storage<UInt32>(count: table.rowCount) {
      missing.contains($0) ? nothingCode : newCode[Int(coded.codes[$0])]
    }
    return (
      RawColumn(name: schema.name, codes: Codes(codes), texts: TextDictionary(texts)), nothing
    )
  }
}
