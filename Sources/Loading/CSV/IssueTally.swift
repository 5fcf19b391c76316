/// The issues of one file, of which only so many of a kind are kept one by one.
struct IssueTally {
  private let file: String
  private(set) var issues: [LoadIssue] = []
  private var countOfKind: [LoadIssue.Kind: Int] = [:]
  /// The last issue of each kind, which stands for those that are not kept.
  private var lastOfKind: [LoadIssue.Kind: Int] = [:]

  /// This many issues of a kind are kept with their places; any more are counted.
  private static let mostOfKind = 100

  init(file: String) { self.file = file }

  mutating func add(_ issues: [LoadIssue]) {
    for issue in issues { add(issue) }
  }

  mutating func add(_ issue: LoadIssue) {
    countOfKind[issue.kind, default: 0] += 1
    if countOfKind[issue.kind, default: 0] > Self.mostOfKind, let last = lastOfKind[issue.kind] {
      issues[last].count += issue.count
      return
    }
    lastOfKind[issue.kind] = issues.count
    issues.append(issue)
  }

  /// Adds a flaw of a chunk.
  ///
  /// - Parameters:
  ///   - row: The number of records before the chunk; `nil` in the header, which is none.
  ///   - line: The chunk's first line.
  ///   - width: The number of columns.
  mutating func add(_ flaw: CSVFlaw, row: Int?, line: Int, width: Int = 0) {
    let (kind, message) = Self.words(flaw.kind, width)
    add(
      LoadIssue(
        kind, file: file, record: row.map { $0 + flaw.row + 1 }, line: line + flaw.line,
        message: message))
  }

  private static func words(_ kind: CSVFlaw.Kind, _ width: Int) -> (LoadIssue.Kind, String) {
    switch kind {
    case .strayQuote:
      return (.strayQuote, "text follows a closing quote; it was kept as part of the field")
    case .unclosedQuote:
      return (
        .unclosedQuote, "a quote that opens here is never closed; the file may be cut off"
      )
    case .ragged(let count):
      let outcome = count < width ? "the rest are missing" : "those past the header are left out"
      return (.raggedRow, "\(count) fields where the header has \(width); \(outcome)")
    }
  }
}
