internal import Tables

/// Days that do not exist in a column of texts that otherwise holds dates, and is text for their sake.
struct ImpossibleDates {
  private let values: CodedValues
  private let field: FieldSchema
  private let file: String

  /// This many distinct texts show in which format a column may be written.
  private static let sampleSize = 64
  /// Fewer distinct dates show no format.
  private static let fewestDates = 8
  /// This many texts are named for each column; any more are counted.
  private static let mostReports = 20

  /// A search in a column; `nil` for one that holds no texts, or texts that are nobody's to show.
  init?(_ column: Column, _ field: FieldSchema, file: String) {
    guard case .coded(let values) = column.values, !field.isPersonal else { return nil }
    self.values = values
    self.field = field
    self.file = file
  }

  /// An issue for each text that has the form of the others and is no day.
  ///
  /// - Complexity: O(distinct texts) where the first of them are dates, and O(rows) where there is
  ///   something to tell.
  func issues() -> [LoadIssue] {
    let found = likelyFormats().map { (format: $0, codes: codes($0)) }
      .filter { $0.codes.days >= Self.fewestDates }
    // In the right format the fewest are impossible: 13 is no month, and mostly a day.
    guard
      let best = found.min(by: { $0.codes.impossible.count < $1.codes.impossible.count }),
      best.codes.impossible.count * 10 <= best.codes.days
    else { return [] }
    return issues(best.codes.impossible, best.format)
  }

  /// The formats that most of the first texts have.
  private func likelyFormats() -> [DateFormat] {
    let sample = values.dictionary.indices.prefix(Self.sampleSize)
    return DateFormat.candidates.filter { format in
      sample.count { hasForm(of: format, $0) } * 5 >= sample.count * 4
    }
  }

  private func hasForm(of format: DateFormat, _ code: Int) -> Bool {
    values.dictionary.withUTF8(at: code) {
      CellText.dateParts(CellText.trimmed($0), format) != nil
    }
  }

  /// How many distinct texts are days in a format, and which have only its form.
  private func codes(_ format: DateFormat) -> (days: Int, impossible: [Int]) {
    var days = 0
    var impossible: [Int] = []
    values.dictionary.forEach { code, bytes in
      guard let (year, month, day) = CellText.dateParts(CellText.trimmed(bytes), format) else {
        return true
      }
      if CalendarDate(year: year, month: month, day: day) == nil {
        impossible.append(code)
      } else {
        days += 1
      }
      return true
    }
    return (days, impossible)
  }

  private func issues(_ codes: [Int], _ format: DateFormat) -> [LoadIssue] {
    guard !codes.isEmpty else { return [] }
    var rows: [UInt32: (first: Int, count: Int)] = [:]
    for code in codes { rows[UInt32(code)] = (-1, 0) }
    for (row, code) in values.codes.enumerated() {
      guard let known = rows[code] else { continue }
      rows[code] = (known.count == 0 ? row : known.first, known.count + 1)
    }
    let held = codes.filter { rows[UInt32($0)]?.count ?? 0 > 0 }
    var issues = held.prefix(Self.mostReports).map { code in
      let place = rows[UInt32(code)] ?? (0, 0)
      let text = values.dictionary[code]
      let day = values.dictionary.withUTF8(at: code) {
        ImpossibleDate.inWords(CellText.trimmed($0), format)
      }
      return LoadIssue(
        .impossibleDate, file: file, record: place.first + 1, field: field.name,
        message: "\"\(text)\": there is no \(day ?? text); the column holds dates otherwise, and "
          + "stays text for its sake", count: place.count)
    }
    if let last = issues.indices.last {
      issues[last].count += held.dropFirst(Self.mostReports).reduce(0) {
        $0 + (rows[UInt32($1)]?.count ?? 0)
      }
    }
    return issues
  }
}
