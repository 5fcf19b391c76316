internal import CDelimitedScan

/// What every chunk of a file needs to know.
struct CSVLayout: Sendable {
  let dialect: CSVDialect
  /// The bytes that a scan looks for.
  let marks: cds_marks

  init(_ dialect: CSVDialect) {
    self.dialect = dialect
    marks = cds_marks(
      delimiter: dialect.delimiter, quote: dialect.quote ?? 0,
      has_quote: dialect.quote == nil ? 0 : 1)
  }
}

/// Something wrong with a record of a chunk, whose place in the file is not known yet.
struct CSVFlaw: Sendable {
  enum Kind: Sendable {
    case strayQuote, unclosedQuote
    /// A record of as many fields, which is not as many as there are columns.
    case ragged(Int)

    init(_ kind: RecordReader.Flaw.Kind) {
      switch kind {
      case .strayQuote: self = .strayQuote
      case .unclosedQuote: self = .unclosedQuote
      }
    }
  }

  var kind: Kind
  /// The record and the line, counted from the first of the chunk.
  var row: Int
  var line: Int

  init(_ kind: Kind, row: Int, line: Int) {
    self.kind = kind
    self.row = row
    self.line = line
  }
}
