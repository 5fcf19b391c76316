internal import CDelimitedScan

/// A text of a chunk that its column's interner may lack.
struct NewText: BitwiseCopyable, Sendable {
  /// A position in the window, or the complement of one in the chunk's scratch.
  var offset: Int
  var length: UInt32
  var hash: UInt32
}

/// Some records of a window, parsed on one thread: first into fields, then into codes by column.
///
/// A chunk only looks texts up. Those that its columns lack it lists, and gives them codes of its
/// own, with the high bit set, until the chunks are merged in their order; so the codes are the same
/// however many threads there are.
final class CSVChunk: @unchecked Sendable {
  /// The bit of a code that is a position in `news`.
  static let newBit: UInt32 = 1 << 31

  private let layout: CSVLayout
  private let base: UnsafePointer<UInt8>
  /// Where the records begin.
  let start: Int
  /// Where the first record after these begins.
  private(set) var end: Int

  /// The number of records.
  private(set) var rowCount = 0
  /// The number of line breaks.
  private(set) var lineCount = 0
  /// The line of each record, counted from the chunk's first, where records take several.
  private(set) var lineOfRow: [Int]?
  private(set) var flaws: [CSVFlaw] = []

  /// The codes and the new texts.
  let memory: ChunkMemory
  /// Where the new texts of each column begin.
  var newsOfColumn: [Int] = []
  /// The texts of the columns in which each is above or equal to the one before; the codes of those
  /// columns are positions in them.
  var sorted: [SortedTexts?] = []
  private let pool: MemoryPool
  let codes: GrowingMemory<UInt32>
  let news: GrowingMemory<NewText>
  private let scratch: GrowingMemory<UInt8>

  /// A chunk of the records that begin in a range.
  init(
    _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ layout: CSVLayout, _ pool: MemoryPool
  ) {
    self.base = base
    self.pool = pool
    memory = pool.takeForChunk()
    codes = memory.codes
    news = memory.news
    scratch = memory.scratch
    start = range.lowerBound
    end = range.upperBound
    self.layout = layout
  }

  /// The bytes of a new text.
  @inline(__always)
  func address(_ text: NewText) -> UnsafePointer<UInt8> {
    text.offset < 0 ? UnsafePointer(scratch.base) + ~text.offset : base + text.offset
  }

  /// Reads the records.
  ///
  /// - Parameters:
  ///   - windowEnd: Where the window's bytes end, which a record may reach into.
  ///   - isLast: Whether the text ends with the window.
  func parse(windowEnd: Int, isLast: Bool, _ columns: [CSVColumn]) {
    pool.withParseMemory { parsing in
      if layout.dialect.isPlain, scan(isLast: isLast && end == windowEnd, columns, parsing) {
        return
      }
      readOneByOne(windowEnd: windowEnd, isLast: isLast, columns, parsing)
    }
  }

  // MARK: The common case

  /// Finds all fields by their separators.
  ///
  /// - Returns: Whether the records are regular: as many fields in each as there are columns, and
  ///   quotes only where they belong.
  private func scan(isLast: Bool, _ columns: [CSVColumn], _ parsing: ParseMemory) -> Bool {
    var count = end - start
    guard count > 0, count < Int(UInt32.max) - 64 else { return false }
    // A last line without its end gets one, in the room past the window's bytes.
    if isLast, base[end - 1] != 0x0A {
      UnsafeMutablePointer(mutating: base)[end] = 0x0A
      count += 1
    }
    // A field before the first ends where the chunk begins.
    let ends = parsing.ends
    ends.reserve(count + 128)
    ends.base[0] = .max
    let width = columns.count
    let found = cds_scan(base + start, count, layout.marks, ends.base + 1)
    guard found.is_irregular == 0, found.is_open == 0, found.records > 0,
      found.fields == found.records * width
    else { return false }
    let lastOfRecord = UnsafePointer(ends.base) + width
    for record in 0..<found.records {
      let place = Int(lastOfRecord[record &* width])
      guard base[start &+ place] == 0x0A else { return false }
    }
    rowCount = found.records
    lineCount = found.records
    if found.embedded > 0 { countLines(lastOfRecord, width) }
    encode(
      ScannedFields(
        base: base + start, start: start, ends: UnsafePointer(ends.base), width: width,
        quote: layout.dialect.quote, scratch: scratch),
      columns, parsing)
    return true
  }

  private func countLines(_ lastOfRecord: UnsafePointer<UInt32>, _ width: Int) {
    var lines: [Int] = []
    lines.reserveCapacity(rowCount)
    var line = 0
    var at = start
    for record in 0..<rowCount {
      lines.append(line)
      let end = start + Int(lastOfRecord[record * width])
      while at <= end {
        if base[at] == 0x0A || (base[at] == 0x0D && base[at + 1] != 0x0A) { line += 1 }
        at += 1
      }
    }
    lineOfRow = lines
    lineCount = line
  }

  // MARK: Anything else

  /// Reads records with the exact reader.
  private func readOneByOne(
    windowEnd: Int, isLast: Bool, _ columns: [CSVColumn], _ parsing: ParseMemory
  ) {
    var reader = RecordReader(
      base, start..<windowEnd, isLast: isLast, dialect: layout.dialect, line: 0, scratch: scratch)
    let cells = GrowingMemory<RecordReader.Field>()
    var lines: [Int] = []
    let width = columns.count
    let until = end
    while reader.position < until, reader.readRecord() {
      if reader.isBlank, width != 1 { continue }
      for flaw in reader.flaws {
        flaws.append(CSVFlaw(.init(flaw.kind), row: rowCount, line: flaw.line))
      }
      if reader.fields.count != width {
        flaws.append(CSVFlaw(.ragged(reader.fields.count), row: rowCount, line: reader.recordLine))
      }
      for column in 0..<width {
        cells.append(
          column < reader.fields.count
            ? reader.fields[column] : RecordReader.Field(offset: start, length: 0))
      }
      lines.append(reader.recordLine)
      rowCount += 1
    }
    end = isLast && reader.position < until ? windowEnd : reader.position
    lineCount = reader.line
    lineOfRow = lines
    encode(
      ListedFields(
        base: base, cells: UnsafePointer(cells.base), width: width, scratch: scratch),
      columns, parsing)
  }
}
