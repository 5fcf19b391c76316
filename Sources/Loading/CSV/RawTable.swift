internal import Tables

/// A column of texts as they stand in the file, by code.
struct RawColumn: Sendable {
  /// The header.
  var name: String
  /// A code a row into `texts`.
  var codes: Codes
  /// The distinct texts, in order of appearance.
  var texts: TextDictionary

  /// Gives the codes away, and keeps none.
  mutating func takeCodes() -> Codes {
    defer { codes = [] }
    return codes
  }

  /// The first row that holds a code.
  func firstRow(of code: Int) -> Int? { codes.firstIndex(of: UInt32(code)) }
}

/// A CSV file as columns of texts.
struct RawTable: Sendable {
  /// What to call the file in issues.
  var file: String
  /// The columns, in file order.
  var columns: [RawColumn]
  /// The line on which each record begins, from 1.
  var lineOfRecord: RecordLines
  /// How the file is written.
  var dialect = CSVDialect()
  /// The encoding it was read in, as a descriptor names it.
  var encoding = "utf-8"
  /// The files that it is in, of a table in several, and the first record of each.
  var parts: [(file: String, firstRecord: Int)] = []
  /// Whether it stands in lines of a file, and not among other things in a descriptor.
  var hasLines = true

  /// The number of records.
  var rowCount: Int { lineOfRecord.count }

  /// Where a row stands: its file, its number there from 1, and its line.
  func place(ofRow row: Int) -> (file: String, record: Int, line: Int?) {
    let part = parts.last { $0.firstRecord <= row }
    return (
      part?.file ?? file, row - (part?.firstRecord ?? 0) + 1, hasLines ? lineOfRecord[row] : nil
    )
  }
}

/// The line on which each record of a file begins.
///
/// Most records take one line, so only those that do not follow from the one before are kept.
struct RecordLines: Sendable {
  private var records: [Int] = []
  private var lines: [Int] = []
  /// The number of records.
  private(set) var count = 0

  /// Adds records that take one line each.
  mutating func append(_ number: Int, from line: Int) {
    guard number > 0 else { return }
    if expected != line {
      records.append(count)
      lines.append(line)
    }
    count += number
  }

  /// Adds the lines of another part.
  mutating func append(_ other: RecordLines) {
    for record in 0..<other.records.count {
      let end = record + 1 < other.records.count ? other.records[record + 1] : other.count
      append(end - other.records[record], from: other.lines[record])
    }
  }

  /// The line of the next record if the last took one line; `nil` before the first.
  private var expected: Int? {
    guard let record = records.last, let line = lines.last else { return nil }
    return line + count - record
  }

  /// The line of a record.
  subscript(record: Int) -> Int {
    precondition(record >= 0 && record < count, "no such record")
    var (low, high) = (0, records.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if records[middle] <= record { low = middle } else { high = middle }
    }
    return lines[low] + record - records[low]
  }
}

extension RecordLines: ExpressibleByArrayLiteral {
  /// Creates lines written out.
  init(arrayLiteral lines: Int...) {
    for line in lines { append(1, from: line) }
  }
}
