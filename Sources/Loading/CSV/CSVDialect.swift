/// How a delimited file is written.
struct CSVDialect {
  /// The byte between fields.
  var delimiter = UInt8(ascii: ",")
  /// The byte around fields that hold a delimiter or a line break.
  var quote = UInt8(ascii: "\"")
  /// Whether the first record holds the names of the columns.
  var hasHeader = true

  /// The delimiter that divides the first lines most evenly; a comma when none does.
  static func guessed(from bytes: [UInt8], fileName: String) -> CSVDialect {
    if ["tsv", "tab"].contains(PathText.fileExtension(fileName)) {
      return CSVDialect(delimiter: UInt8(ascii: "\t"))
    }
    let candidates = [",", ";", "\t", "|"].compactMap { $0.utf8.first }
    let lines = firstLines(bytes, 10)
    var best = CSVDialect()
    var bestScore = 0
    for candidate in candidates {
      let counts = lines.map { line in fieldBreaks(line, candidate) }
      guard let first = counts.first, first > 0 else { continue }
      // Every line with as many as the header counts for it.
      let score = counts.filter { $0 == first }.count * 100 + first
      if score > bestScore {
        bestScore = score
        best.delimiter = candidate
      }
    }
    return best
  }

  private static func firstLines(_ bytes: [UInt8], _ limit: Int) -> [ArraySlice<UInt8>] {
    bytes.prefix(1 << 16).split(separator: UInt8(ascii: "\n"), maxSplits: limit).prefix(limit)
      .map { $0 }
  }

  /// The delimiters of a line outside quotes.
  private static func fieldBreaks(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> Int {
    var isQuoted = false
    var count = 0
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == delimiter, !isQuoted { count += 1 }
    }
    return count
  }
}
