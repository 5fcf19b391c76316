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
  /// - Complexity: O(bytes).
  func appendAscending(_ texts: UnsafeBufferPointer<NewText>, of chunk: CSVChunk) {
    let bytes = texts.reduce(0) { $0 &+ Int($1.length) }
    arena.reserve(bytes)
    if (arena.count + bytes) >> 32 > arena.count >> 32 {
      for text in texts {
        arena.append(chunk.address(text), Int(text.length))
        _ = endText()
      }
      return
    }
    // What the loop needs stays in registers.
    offsets.reserve(texts.count)
    let (target, ends) = (arena.base, offsets.base + offsets.count)
    var end = arena.count
    for (position, text) in texts.enumerated() {
      TextBytes.copy(chunk.address(text), Int(text.length), to: target + end)
      end &+= Int(text.length)
      ends[position] = UInt32(truncatingIfNeeded: end)
    }
    arena.count = end
    addTexts(texts.count)
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
