/// How a file is written, from its beginning.
struct DialectGuess {
  private(set) var dialect = CSVDialect()
  /// What is worth saying of it.
  private(set) var issues: [LoadIssue] = []

  /// The lines that are looked at.
  private static let lineCount = 40

  init(_ bytes: UnsafeBufferPointer<UInt8>, fileName: String) {
    let lines = Self.firstLines(bytes)
    if ["tsv", "tab"].contains(PathText.fileExtension(PathText.uncompressed(fileName))) {
      dialect.delimiter = UInt8(ascii: "\t")
    } else {
      dialect.delimiter = Self.delimiter(lines)
    }
    let header = HeaderGuess(bytes, dialect)
    if let record = header.record {
      dialect.headerRecords = [record]
    } else {
      dialect.hasHeader = false
    }
    if let message = header.message {
      issues.append(
        LoadIssue(
          header.record == nil ? .readAs : .leftOut, file: fileName, line: 1, message: message))
    }
  }

  /// The delimiter that divides the first lines most evenly; a comma when none does.
  private static func delimiter(_ lines: [[UInt8]]) -> UInt8 {
    var best = UInt8(ascii: ",")
    var bestScore = 0
    for candidate in [",", ";", "\t", "|"].compactMap({ $0.utf8.first }) {
      let counts = lines.map { breaks($0, candidate) }
      // The number that most lines agree on: lines of title above the names have none.
      let usual = Dictionary(grouping: counts.filter { $0 > 0 }) { $0 }
        .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
      guard let usual else { continue }
      let score = usual.value.count * 100 + min(usual.key, 99)
      if score > bestScore {
        bestScore = score
        best = candidate
      }
    }
    return best
  }

  private static func firstLines(_ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    return beginning.split(maxSplits: lineCount) { $0 == 0x0A || $0 == 0x0D }.prefix(lineCount)
      .map { Array($0) }
  }

  /// The delimiters of a line outside quotes.
  private static func breaks(_ line: [UInt8], _ delimiter: UInt8) -> Int {
    var isQuoted = false
    var count = 0
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == delimiter, !isQuoted { count += 1 }
    }
    return count
  }
}
