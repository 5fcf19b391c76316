internal import Bitmaps
internal import Tables

/// The selected rows of one block, each with the number of its group: as many times as it stands in
/// groups.
///
/// A block is small enough for all of this to stay in the nearest cache, and the memory serves block
/// after block.
final class Members<Slot: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  /// The rows of a block.
  static var blockRows: Int { 4096 }
  /// After so many blocks it is asked whether to go on.
  private static var blocksBetweenChecks: Int { 16 }

  /// How many members there are.
  private(set) var count = 0
  /// Whether the rows follow one another without a gap.
  private(set) var isRun = false
  /// The row of each member.
  private(set) var rows: UnsafeMutablePointer<UInt32>
  /// The number of each member's group.
  private(set) var slots: UnsafeMutablePointer<Slot>
  private var capacity: Int

  init() {
    capacity = Self.blockRows
    rows = .allocate(capacity: capacity)
    slots = .allocate(capacity: capacity)
  }

  deinit {
    rows.deallocate()
    slots.deallocate()
  }

  /// Calls a function with the members of each block of a stretch of rows that has any.
  ///
  /// - Parameters:
  ///   - range: Begins at a multiple of 64.
  ///   - dimensions: What numbers the groups; `nil` where no numbers are wanted.
  static func forEachBlock(
    of selection: RowBits, in range: Range<Int>, by dimensions: [GroupKeys]?,
    _ cancellation: CancellationCheck, _ body: (Members) -> Void
  ) throws(QueryCancelled) {
    let members = Members()
    var start = range.lowerBound
    var blocks = 0
    while start < range.upperBound {
      if blocks % blocksBetweenChecks == 0 { try cancellation.check() }
      let end = min(start + blockRows, range.upperBound)
      members.load(selection, start..<end)
      if members.count > 0 {
        if let dimensions { members.number(by: dimensions) }
        body(members)
      }
      start = end
      blocks += 1
    }
  }

  /// Takes the selected rows of a block.
  private func load(_ selection: RowBits, _ range: Range<Int>) {
    let rows = rows
    count = selection.read { selection in
      var found = 0
      var start = range.lowerBound
      while start < range.upperBound {
        var word = selection.word(start &>> 6)
        let base = UInt32(truncatingIfNeeded: start)
        let length = min(64, range.upperBound &- start)
        if word == ~0 {
          for bit in 0..<length { rows[found &+ bit] = base &+ UInt32(truncatingIfNeeded: bit) }
          found &+= length
          word = 0
        }
        while word != 0 {
          rows[found] = base &+ UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
          found &+= 1
          word &= word &- 1
        }
        start &+= 64
      }
      return found
    }
    isRun = count == range.count
  }

  /// Numbers the groups in mixed radix, missing being the last digit of each dimension.
  ///
  /// - Parameter isFirst: Whether the numbers begin here; else they stand before the new digits.
  func number(by dimensions: [GroupKeys], isFirst: Bool = true) {
    if dimensions.isEmpty, isFirst { slots.update(repeating: 0, count: count) }
    for (position, keys) in dimensions.enumerated() {
      let isFirst = isFirst && position == 0
      if let several = keys.several {
        expand(several, radix: Slot(keys.radix), isFirst: isFirst)
      } else {
        add(keys, isFirst: isFirst)
      }
    }
  }

  /// Adds a digit to the number of each member.
  ///
  /// - Parameter digit: A digit by the position of a member.
  @inline(__always)
  func combine(radix: Slot, isFirst: Bool, digit: (Int) -> Slot) {
    // Kept beside the loop: it cannot know that the numbers it writes are not these.
    let (slots, count) = (slots, count)
    if isFirst {
      for member in 0..<count { slots[member] = digit(member) }
    } else {
      for member in 0..<count { slots[member] = slots[member] &* radix &+ digit(member) }
    }
  }

  /// Puts each member in the place of as many as it holds codes, or of one that is missing.
  private func expand(_ several: GroupKeys.Several, radix: Slot, isFirst: Bool) {
    let (oldRows, oldSlots, oldCount) = (rows, slots, count)
    several.read { entries in
      var total = 0
      for member in 0..<oldCount { total &+= max(1, entries.count(of: Int(oldRows[member]))) }
      let room = max(total, capacity)
      let newRows = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
      let newSlots = UnsafeMutablePointer<Slot>.allocate(capacity: room)
      var place = 0
      for member in 0..<oldCount {
        let row = oldRows[member]
        let head = isFirst ? 0 : oldSlots[member] &* radix
        // Most rows hold one code at most, and for these the way is the same whatever they hold.
        let held = entries.range(of: Int(row))
        newRows[place] = row
        newSlots[place] = head &+ Slot(truncatingIfNeeded: held.first)
        place &+= 1
        for entry in held.others {
          newRows[place] = row
          newSlots[place] = head &+ Slot(truncatingIfNeeded: entries.codes[entry])
          place &+= 1
        }
      }
      oldRows.deallocate()
      oldSlots.deallocate()
      (rows, slots, capacity, count, isRun) = (newRows, newSlots, room, total, false)
    }
  }

  /// Takes the members of another block, each with another number.
  func take<Other>(_ others: Members<Other>, _ number: (Other) -> Slot) {
    if others.count > capacity {
      rows.deallocate()
      slots.deallocate()
      capacity = others.count
      rows = .allocate(capacity: capacity)
      slots = .allocate(capacity: capacity)
    }
    (count, isRun) = (others.count, others.isRun)
    rows.update(from: others.rows, count: count)
    let (slots, old) = (slots, others.slots)
    for member in 0..<count { slots[member] = number(old[member]) }
  }

  /// Gives each member another number.
  func renumber(_ numbers: (Slot) -> Slot) {
    let slots = slots
    for member in 0..<count { slots[member] = numbers(slots[member]) }
  }
}
