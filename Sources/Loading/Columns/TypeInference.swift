internal import Tables

/// Decides what a column without a codebook holds, from its distinct texts and its name.
///
/// When in doubt a column is text: nothing is lost that way.
struct TypeInference {
  private let column: RawColumn
  private let file: String
  private(set) var issues: [LoadIssue] = []

  /// At most this many distinct texts make a category.
  private static let mostCategories = 64
  /// A text longer than this, on average, is prose and not a name or a code.
  private static let proseLength = 60

  /// How a column is to be read.
  static func infer(_ column: RawColumn, file: String) -> (
    reading: FieldReading, issues: [LoadIssue]
  ) {
    var inference = TypeInference(column: column, file: file)
    let reading = inference.reading()
    return (reading, inference.issues)
  }

  private init(column: RawColumn, file: String) {
    self.column = column
    self.file = file
  }

  private mutating func reading() -> FieldReading {
    let texts = column.texts.filter { !$0.isEmpty }.map { CellText.trimmed($0) }
    var schema = FieldSchema(
      name: column.name, type: .text, missingMarkers: [MissingMarker(value: "")])
    guard !texts.isEmpty else { return FieldReading(schema: schema) }
    if let spelling = Self.booleanSpelling(texts) {
      schema.type = .boolean
      var reading = FieldReading(schema: schema)
      (reading.yes, reading.no) = spelling
      return reading
    }
    if let format = dateFormat(texts) {
      schema.type = .date
      var reading = FieldReading(schema: schema)
      reading.dateFormat = format
      return reading
    }
    if !isIdentifier(texts) {
      if texts.allSatisfy({ CellText.integer($0) != nil }) {
        schema.type = .integer
        return FieldReading(schema: schema)
      }
      if texts.allSatisfy({ CellText.number($0) != nil }) {
        schema.type = .number
        return FieldReading(schema: schema)
      }
      noteNearlyNumbers(texts)
    }
    return text(texts, schema)
  }

  /// A category when its texts are few and repeat, prose when they are long, else plain text.
  private func text(_ texts: [String], _ schema: FieldSchema) -> FieldReading {
    var schema = schema
    let length = texts.reduce(0) { $0 + $1.count } / texts.count
    if length > Self.proseLength {
      schema.isPersonal = true
    } else if column.texts.count <= Self.mostCategories,
      column.texts.count * 2 <= column.codes.count
    {
      schema.type = .category
      schema.categories = column.texts.filter { !$0.isEmpty }.sorted().map { Category(value: $0) }
    }
    var reading = FieldReading(schema: schema)
    reading.checksCategories = false
    return reading
  }

  /// Both words of a pair that means yes and no, and no other text.
  private static func booleanSpelling(_ texts: [String]) -> (yes: [String], no: [String])? {
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

  /// The format in which every text is a date, decided by the texts that fit only one.
  private mutating func dateFormat(_ texts: [String]) -> DateFormat? {
    func fits(_ format: DateFormat) -> Bool {
      texts.allSatisfy { CellText.date($0, format) != nil }
    }
    if fits(.iso) { return .iso }
    switch (fits(.dayFirst), fits(.monthFirst)) {
    case (true, false): return .dayFirst
    case (false, true): return .monthFirst
    case (true, true):
      issues.append(
        LoadIssue(
          .ambiguousDates, file: file, field: column.name,
          message:
            "no date shows whether the day or the month comes first, so they stay text; a data "
            + "package can say"))
      return nil
    case (false, false): return nil
    }
  }

  /// Digits that name something rather than count it: leading zeros, a telling name, or long codes
  /// of one length that hardly repeat.
  private func isIdentifier(_ texts: [String]) -> Bool {
    guard texts.allSatisfy({ CellText.integer($0) != nil }) else { return false }
    if texts.contains(where: { $0.count > 1 && $0.hasPrefix("0") }) { return true }
    let words = Self.words(of: column.name)
    if let last = words.last,
      ["id", "ids", "code", "urn", "upn", "ukprn", "uprn", "number", "no", "ref"].contains(last)
    {
      return true
    }
    let lengths = Set(texts.map(\.count))
    return lengths.count == 1 && lengths.allSatisfy { $0 >= 5 }
      && column.texts.count * 10 >= column.codes.count * 9
  }

  /// The words of a name: `Linked ED URN`, `child_id`, `personId`.
  private static func words(of name: String) -> [String] {
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

  /// A column that is numbers but for a few texts stays text, and says which texts.
  private mutating func noteNearlyNumbers(_ texts: [String]) {
    let others = texts.filter { CellText.number($0) == nil }
    guard !others.isEmpty, texts.count >= 10, others.count * 20 <= texts.count else { return }
    let shown = others.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    issues.append(
      LoadIssue(
        .mixedTypes, file: file, field: column.name,
        message: "numbers but for \(shown), so the column stays text; a data package can say "
          + "what these mean"))
  }
}
