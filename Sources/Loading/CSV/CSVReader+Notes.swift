/// What is worth saying of the bytes of the source.
extension CSVReader {
  /// The lines of the first bytes that are out of place, when the window holds them.
  func noteForeign(_ blockPlace: Int, _ blockLine: Int, until end: Int) {
    func line(of found: Int?) -> Int? {
      guard let found, found >= blockPlace, found - blockPlace < end - window.start else {
        return nil
      }
      let first = window.base + window.start
      return blockLine
        + (0..<found - blockPlace).count {
          first[$0] == 0x0A || (first[$0] == 0x0D && first[$0 + 1] != 0x0A)
        }
    }
    lineOfForeign = lineOfForeign ?? line(of: feed.firstForeign)
    lineOfNul = lineOfNul ?? line(of: feed.firstNul)
  }

  func noteSource() {
    if feed.firstForeign != nil {
      let isMixed = feed.wideCharacters > 0
      issues.add(
        LoadIssue(
          .encoding, file: file, line: isMixed ? lineOfForeign ?? 1 : nil,
          message: isMixed
            ? "the file mixes encodings: it is UTF-8, but from this line on some bytes are not, and "
              + "were read as Windows-1252"
            : "the bytes are not UTF-8, and were read as Windows-1252, the usual encoding of old "
              + "exports"))
    }
    if feed.firstNul != nil {
      issues.add(
        LoadIssue(
          .encoding, file: file, line: lineOfNul ?? 1,
          message: "a byte of 0 stands here, which is no text; it was kept"))
    }
    if let damage = feed.damage {
      issues.add(
        LoadIssue(
          .damagedFile, file: file, line: line, message: "\(damage); it was read up to here"))
    }
    if feed.isCutOff {
      let last = lines.count > 0 ? lines[lines.count - 1] : 1
      issues.add(
        LoadIssue(
          .damagedFile, file: file, record: lines.count > 0 ? lines.count : nil, line: last,
          message:
            "the file ends in half a character, which was read as \u{FFFD}; it may be cut off"
        ))
    }
    if feed.isShort {
      issues.add(
        LoadIssue(
          .missingResource, file: file, line: line,
          message: "the file became shorter while it was read; it was read up to here"))
    }
  }
}
