internal import Bitmaps
internal import Tables

/// Decides what a column without a codebook holds, from its distinct texts and its name.
///
/// When in doubt a column is text: nothing is lost that way.
struct TypeInference {
  /// What a column was taken for.
  struct Inferred: Sendable {
    var reading: FieldReading
    var issues: [LoadIssue]
    /// Texts or numbers that may stand for something missing.
    var markers: MarkerFinding?
  }

  private let column: RawColumn
  private let file: String
  /// The codes that are declared to stand for something missing.
  private let missing: Set<Int>
  private let declared: [MissingMarker]
  private var issues: [LoadIssue] = []
  private var markers: MarkerFinding?

  /// At most this many distinct texts make a category.
  private static let mostCategories = 64
  /// A text longer than this, on average, is prose and not a name or a code.
  private static let proseLength = 60

  /// How a column is to be read.
  ///
  /// - Parameter declared: Texts that are known to stand for something missing.
  static func infer(
    _ column: RawColumn, file: String, declared: [MissingMarker] = []
  ) -> Inferred {
    var inference = TypeInference(column, file, declared)
    let reading = inference.reading()
    return Inferred(reading: reading, issues: inference.issues, markers: inference.markers)
  }

  /// How the columns of a table are to be read, and what is worth saying of them together.
  static func infer(_ table: RawTable, entity: String) -> (
    readings: [FieldReading], issues: [LoadIssue]
  ) {
    let inferred = table.mapColumns { infer(table.columns[$0], file: table.file) }
    let markers = MarkerReport(entity: entity, file: table.file).issues(
      inferred.compactMap(\.markers))
    return (inferred.map(\.reading), inferred.flatMap(\.issues) + markers)
  }

  private init(_ column: RawColumn, _ file: String, _ declared: [MissingMarker]) {
    self.column = column
    self.file = file
    self.declared = declared
    missing = Set(declared.compactMap { column.texts.exactIndex(of: $0.value) })
  }

  private mutating func reading() -> FieldReading {
    let evidence = TypeEvidence(
      column.texts, isMissing: missing.contains, candidates: DateFormat.candidates)
    var reading = FieldReading(schema: FieldSchema(name: column.name, type: .text))
    // Blanks alone are nothing, whatever the type.
    let blanks = evidence.blanks.map { MissingMarker(value: column.texts[$0]) }
    reading.schema.missingMarkers =
      [MissingMarker(value: "")] + blanks.filter { !$0.value.isEmpty } + declared
    guard evidence.count > 0 else { return reading }
    if let spelling = booleanSpelling() {
      reading.schema.type = .boolean
      (reading.yes, reading.no) = spelling
      return reading
    }
    if takeDates(evidence, &reading) || takeNumbers(evidence, &reading) { return reading }
    takeText(&reading)
    return reading
  }

  // MARK: Yes and no

  /// Both words of a pair that means yes and no, and no other text.
  private func booleanSpelling() -> (yes: [String], no: [String])? {
    guard column.texts.count - missing.count <= 10 else { return nil }
    let texts = column.texts.indices.filter { !missing.contains($0) }
      .map { CellText.trimmed(column.texts[$0]) }.filter { !$0.isEmpty }
    let distinct = Set(texts.map { $0.lowercased() })
    for (yes, no) in [("yes", "no"), ("true", "false"), ("y", "n"), ("t", "f")]
    where distinct == [yes, no]
      || (distinct.count == 1 && yes.count > 1 && distinct.isSubset(of: [yes, no]))
    {
      return (
        texts.filter { $0.lowercased() == yes }, texts.filter { $0.lowercased() == no }
      )
    }
    return nil
  }

  // MARK: Dates

  /// Takes the column for dates if every text is one, in one format.
  private mutating func takeDates(_ evidence: TypeEvidence, _ reading: inout FieldReading) -> Bool {
    guard evidence.mayBeDates, evidence.dates > 0, let format = evidence.dateFormats.first else {
      return false
    }
    guard evidence.noDates.isEmpty else {
      note(.amongDates, evidence.noDates, fitting: evidence.dates)
      return false
    }
    if Set(evidence.dateFormats.compactMap(\.isDayFirst)).count > 1 {
      issues.append(
        LoadIssue(
          .ambiguousDates, file: file, field: column.name,
          message: "no date shows whether the day or the month comes first, so they stay text; a "
            + "data package can say"))
      return false
    }
    reading.schema.type = .date
    reading.dateFormat = format
    return true
  }

  // MARK: Numbers

  private mutating func takeNumbers(
    _ evidence: TypeEvidence, _ reading: inout FieldReading
  ) -> Bool {
    guard evidence.mayBeNumbers, evidence.numbers > 0, !isIdentifier(evidence) else { return false }
    guard evidence.noNumbers.isEmpty else {
      note(.amongNumbers, evidence.noNumbers, fitting: evidence.numbers)
      return false
    }
    guard let format = evidence.numberFormat else { return false }
    reading.schema.type = evidence.integers == evidence.numbers ? .integer : .number
    reading.numbers = format
    noteSentinels(evidence)
    noteFormat(evidence)
    return true
  }

  /// Says how numbers are written that programs write otherwise.
  private mutating func noteFormat(_ evidence: TypeEvidence) {
    guard let code = evidence.firstDecorated else { return }
    let percent = evidence.percentages > 0 ? "; 12% is read as 12" : ""
    issues.append(
      LoadIssue(
        .readAs, file: file, field: column.name,
        message: "numbers are written like \"\(column.texts[code])\"\(percent)"))
  }

  /// Digits that name something rather than count it: leading zeros, a telling name, or long codes
  /// of one length that hardly repeat.
  private func isIdentifier(_ evidence: TypeEvidence) -> Bool {
    if evidence.hasLongDigits { return true }
    guard evidence.integers == evidence.numbers, evidence.firstDecorated == nil else {
      return false
    }
    if evidence.hasLeadingZero { return true }
    let words = Self.words(of: column.name)
    if let last = words.last,
      Self.namesOfCodes.contains(last)
    {
      return true
    }
    // In a few rows counts of one length are no wonder.
    guard let lengths = evidence.lengths, lengths.count == 1, lengths.lowerBound >= 5,
      column.codes.count >= 20
    else { return false }
    return evidence.count * 10 >= column.codes.count * 9
  }

  /// Last words of names of columns whose digits name something.
  private static let namesOfCodes: Set = [
    "id", "ids", "code", "urn", "upn", "ukprn", "uprn", "number", "no", "ref", "key",
  ]

  /// The words of a name: `Linked ED URN`, `child_id`, `personId`.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character = " "
    for character in name {
      let startsWord =
        !character.isLetter && !character.isNumber
        || (character.isUppercase && previous.isLowercase)
      if startsWord, !word.isEmpty {
        words.append(word)
        word = ""
      }
      if character.isLetter || character.isNumber { word += character.lowercased() }
      previous = character
    }
    return word.isEmpty ? words : words + [word]
  }

  // MARK: Text

  /// A category when its texts are few and repeat, a list when they are divided alike, prose when
  /// they are long, else plain text.
  private func takeText(_ reading: inout FieldReading) {
    reading.checksCategories = false
    let texts = column.texts
    let length = texts.bytes.count / max(1, texts.count)
    if length > Self.proseLength {
      reading.schema.isPersonal = true
    } else if let separator = ListEvidence.separator(of: texts, isMissing: missing.contains) {
      reading.schema.type = .list
      reading.listDelimiter = separator
    } else if texts.count <= Self.mostCategories, texts.count * 2 <= column.codes.count {
      reading.schema.type = .category
      let markers = Set(reading.schema.missingMarkers.map(\.value))
      reading.schema.categories = texts.filter { !markers.contains($0) }.sorted().map {
        Category(value: $0)
      }
    }
  }

  // MARK: Markers

  /// Remembers texts that keep a column from being numbers or dates, if they may be markers.
  private mutating func note(_ kind: MarkerFinding.Kind, _ codes: [Int], fitting: Int) {
    let texts = codes.map { column.texts[$0] }
    guard MarkerFinding.areMarkers(texts.map(CellText.trimmed), fitting: fitting) else { return }
    markers = MarkerFinding(
      kind: kind, field: column.name, markers: texts, rows: rows(holding: codes))
  }

  /// Remembers a number that stands far from the others: `-99` among counts, `9999` among ages.
  private mutating func noteSentinels(_ evidence: TypeEvidence) {
    guard let range = evidence.range, evidence.numbers - evidence.sentinels.count >= 2 else {
      return
    }
    let far = evidence.sentinels.filter {
      $0.value < 0 ? range.lowerBound >= 0 : $0.value > max(range.upperBound, 1) * 4
    }
    guard !far.isEmpty, far.count <= 3 else { return }
    let others = "\(Self.inWords(range.lowerBound)) to \(Self.inWords(range.upperBound))"
    markers = MarkerFinding(
      kind: .sentinel(others), field: column.name, markers: far.map { column.texts[$0.code] },
      rows: rows(holding: far.map(\.code)))
  }

  private func rows(holding codes: [Int]) -> Int {
    var isWanted = [Bool](repeating: false, count: column.texts.count)
    for code in codes { isWanted[code] = true }
    return column.codes.rows(where: isWanted).count
  }

  private static func inWords(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
