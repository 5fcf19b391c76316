internal import CDelimitedScan

/// The texts of one column of a chunk, each above the one before: where they are in the chunk's memory.
struct SortedTexts {
  /// The texts' bytes, one after another, in `ChunkMemory.sorted`.
  let bytes: Range<Int>
  /// Where each ends, counted from the first byte of all, in `ChunkMemory.sortedEnds`.
  let ends: Range<Int>

  var count: Int { ends.count }
}

extension ChunkMemory {
  /// Makes room for the texts of a column, and for what is written past them.
  func reserveSorted(bytes: Int, rows: Int) {
    sorted.reserve(bytes + GrowingMemory<UInt8>.slack)
    sortedEnds.reserve(rows + 1)
  }

  /// Keeps texts that were written into the room.
  func addSorted(_ listed: cds_ascending) -> SortedTexts {
    let texts = SortedTexts(
      bytes: sorted.count..<sorted.count + listed.bytes,
      ends: sortedEnds.count..<sortedEnds.count + listed.texts)
    sorted.count &+= listed.bytes
    sortedEnds.count &+= listed.texts
    return texts
  }

  /// The bytes of a text in sorted texts.
  @inline(__always)
  func text(_ index: Int, of texts: SortedTexts) -> (bytes: UnsafePointer<UInt8>, length: Int) {
    let ends = sortedEnds.base + texts.ends.lowerBound
    let start = index == 0 ? 0 : Int(ends[index &- 1])
    return (
      UnsafePointer(sorted.base) + (texts.bytes.lowerBound &+ start), Int(ends[index]) &- start
    )
  }
}
