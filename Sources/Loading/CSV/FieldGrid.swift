/// Where the fields of a chunk are.
protocol FieldGrid {
  /// A field as a position in the window, or the complement of one in the scratch, and its length.
  func field(_ row: Int, _ column: Int) -> (offset: Int, length: Int)
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
  func field(_ row: Int, _ column: Int) -> (offset: Int, length: Int) {
    let index = row &* width &+ column
    let from = Int(ends[index] &+ 1)
    var to = Int(ends[index &+ 1])
    if column &+ 1 == width, to > from, base[to &- 1] == 0x0D { to &-= 1 }
    if let quote, to &- from >= 2, base[from] == quote {
      return unquoted(from &+ 1, to &- 1, quote)
    }
    return (start &+ from, to &- from)
  }

  /// A field without its quotes, and with one for two inside.
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
  let cells: UnsafePointer<RecordReader.Field>
  let width: Int

  @inline(__always)
  func field(_ row: Int, _ column: Int) -> (offset: Int, length: Int) {
    let cell = cells[row &* width &+ column]
    return (cell.offset, cell.length)
  }
}
