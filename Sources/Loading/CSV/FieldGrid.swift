/// Where the fields of a chunk are.
protocol FieldGrid {
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
    let isLast = column &+ 1 == width
    let (hasQuote, quoteByte) = (quote != nil, quote ?? 0)
    var end = ends + column
    for row in 0..<rows {
      let from = Int(end[0] &+ 1)
      var to = Int(end[1])
      end += width
      if isLast, to > from, base[to &- 1] == 0x0D { to &-= 1 }
      if hasQuote, base[from] == quoteByte, to &- from >= 2 {
        let (offset, length) = unquoted(from &+ 1, to &- 1, quoteByte)
        let bytes = offset < 0 ? UnsafePointer(scratch.base) + ~offset : base + (offset &- start)
        body(row, offset, bytes, length)
      } else {
        body(row, start &+ from, base + from, to &- from)
      }
    }
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
      let cell = cells[row &* width &+ column]
      let bytes =
        cell.offset < 0 ? UnsafePointer(scratch.base) + ~cell.offset : base + cell.offset
      body(row, cell.offset, bytes, cell.length)
    }
  }
}
