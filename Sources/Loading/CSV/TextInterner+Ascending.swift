/// Texts in ascending order: shorter ones first, those of one length by their bytes.
///
/// Exports are mostly sorted by their key, and so are the keys in tables that were exported with
/// them. While each text is above the one before, it is new without a look into any table; a table of
/// ten million texts costs more to fill than the rest of reading them.
extension TextInterner {
  /// Where a text stands beside the last one that was added.
  enum Place {
    case below, same, above
  }

  /// Where a text stands beside the last one; above when there is none.
  func place(_ text: UnsafePointer<UInt8>, _ length: Int) -> Place {
    guard count > 0 else { return .above }
    // The difference of low halves: no text is as long as 4 GB.
    let last = Int(offsets.base[count] &- offsets.base[count &- 1])
    return TextBytes.place(
      text, length, beside: UnsafePointer(arena.base) + (arena.count - last), last)
  }

  /// Makes room for the texts that are there, times a factor.
  func reserveAscending(_ growth: Double) {
    arena.reserve(Int(Double(arena.count) * (growth - 1) * 1.02))
    offsets.reserve(Int(Double(offsets.count) * (growth - 1)))
  }

  /// Adds texts of a chunk that are above all others, without placing them in the table.
  ///
  /// Until `index` is called no text may be looked up, and none added otherwise.
  ///
  /// - Parameter skipped: How many of the first texts are left out.
  /// - Complexity: O(bytes).
  func appendAscending(_ sorted: SortedTexts, leavingOut skipped: Int, in memory: ChunkMemory) {
    let ends = memory.sortedEnds.base + sorted.ends.lowerBound
    let first = skipped == 0 ? 0 : Int(ends[skipped - 1])
    let bytes = sorted.bytes.count - first
    let number = sorted.count - skipped
    let before = arena.count
    offsets.reserve(number)
    arena.append(UnsafePointer(memory.sorted.base) + (sorted.bytes.lowerBound + first), bytes)
    if arena.count >> 32 > before >> 32 {
      arena.count = before
      for position in skipped..<sorted.count {
        arena.count += memory.text(position, of: sorted).length
        _ = endText()
      }
      return
    }
    let shift = UInt32(truncatingIfNeeded: before - first)
    let out = offsets.base + offsets.count
    for position in 0..<number { out[position] = ends[skipped &+ position] &+ shift }
    addTexts(number)
  }

  /// Places the texts in the table that were added in ascending order.
  ///
  /// - Complexity: O(bytes).
  func index() {
    guard indexedCount < count else { return }
    reserve(count)
    var text = UnsafePointer(arena.base)
    for code in 0..<count {
      let length = Int(offsets.base[code + 1] &- offsets.base[code])
      place(TextBytes.hash(text, length), UInt64(code))
      text += length
    }
    indexedCount = count
  }
}
