internal import Tables

/// Values that are there twice in a column that looks like a key and is not declared as one.
struct RepeatedIdentifiers {
  private let table: Table
  private let file: String
  /// The fields that lead to other rows, and so may repeat.
  private let references: Set<Int>

  init(_ table: Table, file: String, references: Set<Int>) {
    self.table = table
    self.file = file
    self.references = references
  }

  /// This many values are named for each column; any more are counted.
  private static let mostReports = 20

  /// The positions of the fields that look like a key.
  var candidates: [Int] {
    table.schema.fields.indices.filter { field in
      !references.contains(field) && table.schema.primaryKey != [table.schema.fields[field].name]
        && isTelling(table.schema.fields[field].name, isFirst: field == 0)
    }
  }

  /// Whether a name says that the values tell the rows of this table apart: `id`, `child_id` of
  /// children, or any identifier in the first column.
  private func isTelling(_ name: String, isFirst: Bool) -> Bool {
    let words = TypeInference.words(of: name)
    guard let last = words.last,
      ["id", "code", "urn", "upn", "ukprn", "uprn", "number", "no", "ref", "key"].contains(last)
    else { return false }
    let own =
      TypeInference.words(of: table.schema.name) + TypeInference.words(of: table.schema.singular)
    return isFirst || words.dropLast().allSatisfy(own.contains)
  }

  /// An issue for each value of a field that is there twice, if nearly all others are there once.
  ///
  /// - Complexity: O(rows).
  func issues(ofField field: Int) -> [LoadIssue] {
    let column = table.columns[field]
    switch column.values {
    case .coded, .integers: break
    case .numbers, .dates, .flags, .lists: return []
    }
    let keys = KeyCodes(column)
    var rowsOfValue = [Int](repeating: 0, count: keys.texts.count)
    var firstRow = [Int](repeating: 0, count: keys.texts.count)
    var repeats: [(value: Int, row: Int)] = []
    var recorded = 0
    for row in 0..<table.rowCount {
      guard let value = keys.code(row) else { continue }
      recorded += 1
      rowsOfValue[value] += 1
      if rowsOfValue[value] == 1 { firstRow[value] = row }
      if rowsOfValue[value] == 2 { repeats.append((value, row)) }
    }
    let distinct = rowsOfValue.count { $0 > 0 }
    // A column that repeats much is no key, whatever its name says.
    guard !repeats.isEmpty, distinct * 10 >= recorded * 9 else { return [] }
    let schema = table.schema.fields[field]
    var issues = repeats.prefix(Self.mostReports).map { repeated in
      LoadIssue(
        .repeatedIdentifier, file: file, record: repeated.row + 1, field: schema.name,
        message: "\(schema.isPersonal ? "a value" : "\"\(keys.texts[repeated.value])\"") is there "
          + "before, in record \(firstRow[repeated.value] + 1); the column looks like a key, which "
          + "holds each value once",
        count: rowsOfValue[repeated.value] - 1)
    }
    let told = issues.reduce(0) { $0 + $1.count }
    if let last = issues.indices.last { issues[last].count += recorded - distinct - told }
    return issues
  }
}
