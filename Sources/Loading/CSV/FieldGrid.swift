internal import CDelimitedScan

/// Where the fields of a chunk are.
protocol FieldGrid {
  /// One field: its place, as a position in the window or the complement of one in the scratch; its
  /// bytes; and how many they are.
  typealias Field = (offset: Int, bytes: UnsafePointer<UInt8>, length: Int)

  /// The field of a column in a row.
  func field(of column: Int, row: Int) -> Field

  /// Writes out the codes of a column, from a row on, as far as its fields are known.
  ///
  /// - Returns: The row of the first field that is not, or `rows`.
  func lookUp(
    _ column: Int, from row: Int, rows: Int, in known: cds_known,
    _ codes: UnsafeMutablePointer<UInt32>
  ) -> Int

  /// Lists the texts of a column that are above the one before, if none is below; see
  /// `cds_list_ascending`.
  func listAscending(
    _ column: Int, rows: Int, in memory: ChunkMemory, _ codes: UnsafeMutablePointer<UInt32>
  ) -> SortedTexts?

  /// Calls a function with each field of a column in the first rows.
  ///
  /// - Parameter body: Takes the row; the place of the field, as a position in the window or the
  ///   complement of one in the scratch; its bytes; and how many they are.
  func forEachField(
    of column: Int, rows: Int, _ body: (Int, Int, UnsafePointer<UInt8>, Int) -> Void)
}

/// Fields between separators.
struct ScannedFields: FieldGrid {
  let base: UnsafePointer<UInt8>
  let start: Int
  /// The end of each field, after one that stands before the first.
  let ends: UnsafePointer<UInt32>
  let width: Int
  let quote: UInt8?
  let scratch: GrowingMemory<UInt8>

  @inline(__always)
  func forEachField(
    of column: Int, rows: Int, _ body: (Int, Int, UnsafePointer<UInt8>, Int) -> Void
  ) {
    // What the loop needs stays in registers: written memory might be that of a property.
    let (base, start, width) = (base, start, width)
    let quote = quote
    let isLast = column &+ 1 == width
    var end = ends + column
    for row in 0..<rows {
      let (offset, bytes, length) = field(endingAt: end, base, start, quote, isLast: isLast)
      end += width
      body(row, offset, bytes, length)
    }
  }

  func field(of column: Int, row: Int) -> Field {
    field(
      endingAt: ends + (row &* width &+ column), base, start, quote, isLast: column &+ 1 == width)
  }

  /// The field whose end stands after that of the one before it; last ones may have a carriage return.
  @inline(__always)
  private func field(
    endingAt end: UnsafePointer<UInt32>, _ base: UnsafePointer<UInt8>, _ start: Int,
    _ quote: UInt8?, isLast: Bool
  ) -> Field {
    let from = Int(end[0] &+ 1)
    var to = Int(end[1])
    if isLast, to > from, base[to &- 1] == 0x0D { to &-= 1 }
    guard let quote, base[from] == quote, to &- from >= 2 else {
      return (start &+ from, base + from, to &- from)
    }
    let (offset, length) = unquoted(from &+ 1, to &- 1, quote)
    let bytes = offset < 0 ? UnsafePointer(scratch.base) + ~offset : base + (offset &- start)
    return (offset, bytes, length)
  }

  func lookUp(
    _ column: Int, from row: Int, rows: Int, in known: cds_known,
    _ codes: UnsafeMutablePointer<UInt32>
  ) -> Int {
    cds_look_up(known, cells(column, rows), row, codes)
  }

  func listAscending(
    _ column: Int, rows: Int, in memory: ChunkMemory, _ codes: UnsafeMutablePointer<UInt32>
  ) -> SortedTexts? {
    memory.reserveSorted(bytes: Int(ends[rows &* width]), rows: rows)
    let listed = cds_list_ascending(
      cells(column, rows), memory.sorted.base + memory.sorted.count,
      memory.sortedEnds.base + memory.sortedEnds.count, codes)
    return listed.is_ascending != 0 ? memory.addSorted(listed) : nil
  }

  private func cells(_ column: Int, _ rows: Int) -> cds_column {
    cds_column(
      bytes: base, ends: ends + column, width: width, rows: rows,
      quote: quote.map { Int32($0) } ?? -1, is_last: column &+ 1 == width ? 1 : 0)
  }

  /// A field without its quotes, and with one for two inside.
  @inline(never)
  private func unquoted(_ from: Int, _ to: Int, _ quote: UInt8) -> (offset: Int, length: Int) {
    var at = from
    while at < to, base[at] != quote { at &+= 1 }
    if at >= to { return (start &+ from, to &- from) }
    let begin = scratch.count
    var copied = from
    while at < to {
      if base[at] == quote {
        // Up to and with the first of two.
        scratch.append(base + copied, at + 1 - copied)
        at += 2
        copied = at
      } else {
        at += 1
      }
    }
    if copied < to { scratch.append(base + copied, to - copied) }
    return (~begin, scratch.count - begin)
  }
}

/// Fields that were read one by one.
struct ListedFields: FieldGrid {
  /// What offsets are counted from.
  let base: UnsafePointer<UInt8>
  let cells: UnsafePointer<RecordReader.Field>
  let width: Int
  let scratch: GrowingMemory<UInt8>

  @inline(__always)
  func forEachField(
    of column: Int, rows: Int, _ body: (Int, Int, UnsafePointer<UInt8>, Int) -> Void
  ) {
    for row in 0..<rows {
      let (offset, bytes, length) = field(of: column, row: row)
      body(row, offset, bytes, length)
    }
  }

  @inline(__always)
  func field(of column: Int, row: Int) -> Field {
    let cell = cells[row &* width &+ column]
    let bytes = cell.offset < 0 ? UnsafePointer(scratch.base) + ~cell.offset : base + cell.offset
    return (cell.offset, bytes, cell.length)
  }

  // Fields are read one by one where a file is not as it should be, mostly a few of its chunks.

  func lookUp(
    _ column: Int, from row: Int, rows: Int, in known: cds_known,
    _ codes: UnsafeMutablePointer<UInt32>
  ) -> Int { row }

  func listAscending(
    _ column: Int, rows: Int, in memory: ChunkMemory, _ codes: UnsafeMutablePointer<UInt32>
  ) -> SortedTexts? {
    var listed = cds_ascending(texts: 0, bytes: 0, is_ascending: 1)
    var last: (bytes: UnsafePointer<UInt8>, length: Int)?
    for row in 0..<rows {
      let (_, bytes, length) = field(of: column, row: row)
      let place = last.map { TextBytes.place(bytes, length, beside: $0.bytes, $0.length) } ?? .above
      if place == .below { return nil }
      if place == .above {
        memory.reserveSorted(bytes: listed.bytes + length, rows: listed.texts + 1)
        memcpy(memory.sorted.base + memory.sorted.count + listed.bytes, bytes, length)
        listed.bytes += length
        memory.sortedEnds.base[memory.sortedEnds.count + listed.texts] = UInt32(listed.bytes)
        listed.texts += 1
        last = (bytes, length)
      }
      codes[row] = UInt32(listed.texts - 1)
    }
    return memory.addSorted(listed)
  }
}
