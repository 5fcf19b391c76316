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
  }

  /// The delimiter that divides the first lines most evenly; a comma when none does.
  private static func delimiter(_ lines: [[UInt8]]) -> UInt8 {
    var best = UInt8(ascii: ",")
    var bestScore = 0
    for candidate in [",", ";", "\t", "|"].compactMap({ $0.utf8.first }) {
      let counts = lines.prefix(10).map { breaks($0, candidate) }
      guard let first = counts.first, first > 0 else { continue }
      // Every line with as many as the header counts for it.
      let score = counts.filter { $0 == first }.count * 100 + first
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
