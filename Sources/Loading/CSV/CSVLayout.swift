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

/// A column while its file is read.
final class CSVColumn: @unchecked Sendable {
  let name: String
  let interner = TextInterner()
  /// A code a row so far.
  let codes = GrowingMemory<UInt32>()
  /// Whether most cells lately held a text that was not there before.
  private(set) var isMostlyNew = false

  init(name: String) { self.name = name }

  /// Takes in a column of chunks, in their order.
  func merge(_ chunks: [CSVChunk], column: Int) {
    let before = interner.count
    var rows = 0
    let codeOfNew = GrowingMemory<UInt32>()
    for chunk in chunks where chunk.rowCount > 0 {
      let news = chunk.newsOfColumn[column]..<chunk.newsOfColumn[column + 1]
      intern(chunk, news, codeOfNew)
      codes.reserve(chunk.rowCount)
      let out = codes.base + codes.count
      let own = chunk.memory.codes.base + column * chunk.rowCount
      for row in 0..<chunk.rowCount {
        let code = own[row]
        out[row] =
          code < CSVChunk.newBit ? code : codeOfNew.base[Int(code & ~CSVChunk.newBit)]
      }
      codes.count += chunk.rowCount
      rows += chunk.rowCount
    }
    isMostlyNew = (interner.count - before) * 2 > rows
  }

  private func intern(
    _ chunk: CSVChunk, _ news: Range<Int>, _ codeOfNew: GrowingMemory<UInt32>
  ) {
    codeOfNew.count = 0
    codeOfNew.reserve(news.count)
    let texts = chunk.memory.news.base
    let ahead = 12
    for position in news {
      if position &+ ahead < news.upperBound { interner.prefetch(texts[position &+ ahead].hash) }
      let text = texts[position]
      codeOfNew.base[position &- news.lowerBound] = interner.code(
        chunk.address(text), Int(text.length), text.hash)
    }
  }

  /// Makes room for as many rows as the file seems to have, and for as many texts as they seem to hold
  /// if most are new.
  func expect(rows total: Int) {
    let rows = codes.count
    guard rows > 0, total > rows else { return }
    codes.reserve(total - rows)
    if isMostlyNew { interner.reserve(Int(Double(interner.count) / Double(rows) * Double(total))) }
  }

  /// The column as it was read.
  func raw() -> RawColumn {
    RawColumn(name: name, codes: codes.storage(), texts: interner.dictionary())
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
