/// Finds the new texts of one column of a chunk again.
final class NewTextTable: @unchecked Sendable {
  private var slots: UnsafeMutableBufferPointer<UInt32>

  init() {
    slots = .allocate(capacity: 16)
    clear()
  }

  deinit { slots.deallocate() }

  /// Makes room for as many texts; nothing may be in the table.
  func reserve(_ count: Int) {
    var size = slots.count
    while size < count * 2 { size *= 2 }
    guard size > slots.count else { return }
    slots.deallocate()
    slots = .allocate(capacity: size)
    clear()
  }

  func clear() { slots.update(repeating: 0) }

  /// The position of a text among the news of its column, to which it is added if it is not there.
  func position(_ text: NewText, from first: Int, in chunk: CSVChunk) -> Int {
    let mask = slots.count &- 1
    var slot = Int(text.hash) & mask
    while slots[slot] != 0 {
      let known = Int(slots[slot]) &- 1
      let other = chunk.memory.news.base[first + known]
      if other.hash == text.hash, other.length == text.length,
        TextBytes.areEqual(chunk.address(other), chunk.address(text), Int(text.length))
      {
        return known
      }
      slot = (slot &+ 1) & mask
    }
    let position = chunk.memory.news.count - first
    slots[slot] = UInt32(position + 1)
    chunk.memory.news.append(text)
    return position
  }
}
