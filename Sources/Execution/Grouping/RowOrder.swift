internal import Bitmaps
internal import Tables

/// The order in which a list shows rows: by one key after another, and otherwise as the table has
/// them.
struct RowOrder: Sendable {
  /// What rows are sorted by; those without a value come last.
  struct Key: Sendable {
    let values: Values
    let isDescending: Bool

    enum Values: Sendable {
      case numbers(RowNumbers)
      /// Codes, with the place of each where they are not in order.
      case codes(GroupKeys, places: [UInt32]?)
    }
  }

  private let keys: ArraySlice<Key>
  private let cancellation: CancellationCheck

  /// So few rows are looked up one by one: to go through the words of a set takes as long.
  private static let few = 1000

  /// A row with the bits of its first key.
  fileprivate typealias Ranked = (row: Int, bits: UInt64)

  init(_ keys: [Key], _ cancellation: CancellationCheck) {
    self.init(keys[...], cancellation)
  }

  private init(_ keys: ArraySlice<Key>, _ cancellation: CancellationCheck) {
    self.keys = keys
    self.cancellation = cancellation
  }

  /// The first rows of a selection, or all, in order.
  ///
  /// - Complexity: O(rows selected × keys) while few are wanted.
  func rows(_ selected: Bitmap, first: Int?) throws(QueryCancelled) -> [Int] {
    guard let key = keys.first else { return first.map(selected.firstRows) ?? Array(selected) }
    let selected = first.flatMap { key.leading(selected, first: $0) } ?? selected
    if selected.count <= Self.few {
      return Array(sorted(key.ranked(selected)).prefix(first ?? Int.max))
    }
    let parts = key.parted(selected)
    guard let first, first < selected.count / 4 else {
      var all: [Ranked] = []
      all.reserveCapacity(selected.count)
      try key.forEachBits(of: parts, in: 0..<selected.capacity, cancellation) { row, bits in
        all.append((row, bits))
      }
      try cancellation.check()
      return Array(sorted(all).prefix(first ?? Int.max))
    }
    let leading = try RowBlocks(selected.capacity).map { range throws(QueryCancelled) in
      var leading = Leading<Ranked>(first)
      try key.forEachBits(of: parts, in: range, cancellation) { row, bits in
        leading.consider((row, bits), Self.precedes)
      }
      return leading.first(Self.precedes)
    }
    // What precedes all others in its stretch may still not do so in the table.
    let found = leading.joined().sorted(by: Self.precedes).prefix(first)
    guard keys.count > 1, let last = found.last?.bits else { return found.map(\.row) }
    let before = found.filter { $0.bits < last }
    // Which of the rows that have the last one's value come first is for the next key to say.
    let ties = try rows(with: last, key, parts, selected.capacity)
    return sorted(before)
      + (try RowOrder(keys.dropFirst(), cancellation).rows(ties, first: first - before.count))
  }

  @inline(__always)
  private static func precedes(_ a: Ranked, _ b: Ranked) -> Bool {
    a.bits != b.bits ? a.bits < b.bits : a.row < b.row
  }

  /// Puts rows in order by all keys, given the bits of the first.
  private func sorted(_ rows: [Ranked]) -> [Int] {
    let rows = rows.sorted(by: Self.precedes)
    guard keys.count > 1, let next = keys.dropFirst().first else { return rows.map(\.row) }
    let others = RowOrder(keys.dropFirst(), cancellation)
    var result: [Int] = []
    result.reserveCapacity(rows.count)
    var start = 0
    while start < rows.count {
      let end = rows[start...].firstIndex { $0.bits != rows[start].bits } ?? rows.count
      if end == start + 1 {
        result.append(rows[start].row)
      } else {
        result += others.sorted(next.ranked(rows[start..<end].lazy.map(\.row)))
      }
      start = end
    }
    return result
  }

  /// The rows that have some bits in the first key.
  private func rows(
    with wanted: UInt64, _ key: Key, _ parts: Key.Parts, _ capacity: Int
  ) throws(QueryCancelled) -> Bitmap {
    let found = try RowBlocks(capacity).map { range throws(QueryCancelled) in
      var words = [UInt64](repeating: 0, count: (range.count + 63) / 64)
      try key.forEachBits(of: parts, in: range, cancellation) { row, bits in
        if bits == wanted {
          let place = row &- range.lowerBound
          words[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
        }
      }
      return words
    }
    return Bitmap(capacity: capacity, words: Array(found.joined()))
  }
}

extension RowOrder.Key {
  /// A selection in the rows to look at and those known to have no value, if any are known.
  fileprivate typealias Parts = (rows: RowBits, others: RowBits?)

  fileprivate func parted(_ rows: Bitmap) -> Parts {
    guard case .numbers(let numbers) = values else { return (RowBits(rows), nil) }
    let others = rows.subtracting(numbers.recorded)
    return (
      RowBits(rows.intersection(numbers.recorded)), others.isEmpty ? nil : RowBits(others)
    )
  }

  /// The rows with the best numbers of a selection, at least as many as are wanted and all that share
  /// the last one's; `nil` where the counts of the numbers are not kept, or would not spare much.
  fileprivate func leading(_ rows: Bitmap, first: Int) -> Bitmap? {
    guard case .numbers(let numbers) = values, first < rows.count / 64,
      let narrow = numbers.narrow?.value
    else { return nil }
    if let extreme = narrow.extremeRows(areHighest: isDescending) {
      let found = rows.intersection(extreme)
      if found.count >= first { return found }
    }
    func best(of counts: [Int], holding wanted: Int) -> Bitmap? {
      range(of: narrow, holding: wanted, by: counts).map { rows.intersection(narrow.rows(in: $0)) }
    }
    // As many of the selected rows are expected in a range as of all rows; to count the selected ones
    // takes longer than to try a range with some to spare.
    let (whole, part) = (narrow.counts.reduce(0, +), rows.count)
    let share = Double(first * 4 + 64) * Double(whole) / Double(part)
    if let found = best(of: narrow.counts, holding: Int(share)), found.count >= first,
      found.count < part / 8
    {
      return found
    }
    return best(of: narrow.counts(in: rows.intersection(numbers.recorded)), holding: first)
  }

  /// The range of the best numbers that so many rows have; `nil` when fewer rows have a number.
  ///
  /// - Parameter counts: How many rows have the lowest number, the next, and so on.
  private func range(
    of narrow: NarrowNumbers, holding wanted: Int, by counts: [Int]
  ) -> ClosedRange<Int>? {
    var found = 0
    for step in counts.indices {
      let place = isDescending ? counts.count - 1 - step : step
      found += counts[place]
      if found >= wanted {
        let limit = narrow.lowest + place
        return isDescending ? limit...narrow.highest : narrow.lowest...limit
      }
    }
    return nil
  }

  /// Rows with bits that are in the order of the key; the largest for a row without a value.
  fileprivate func ranked(_ rows: some Sequence<Int>) -> [RowOrder.Ranked] {
    switch values {
    case .codes(let keys, let places):
      rows.map { row in
        let code = keys.code(ofRow: row)
        guard code != GroupKeys.missing else { return (row, .max) }
        return (row, directed(UInt64(places?[Int(code)] ?? code) &+ 1))
      }
    case .numbers(let numbers):
      rows.map { row in
        (row, numbers.recorded.contains(row) ? directed(numbers.bits(ofRow: row)) : .max)
      }
    }
  }

  /// Bits from 0 upwards in the direction of the sort, never the largest, which is for rows without a
  /// value: the two lowest whole numbers of 64 bits are taken for one.
  @inline(__always)
  private func directed(_ bits: UInt64) -> UInt64 {
    isDescending ? ~max(bits, 1) : min(bits, .max - 1)
  }

  /// Calls a function with each row of a stretch, those known to have no value last, and its bits.
  @inline(__always)
  fileprivate func forEachBits(
    of parts: Parts, in range: Range<Int>, _ cancellation: CancellationCheck,
    _ body: (Int, UInt64) -> Void
  ) throws(QueryCancelled) {
    switch values {
    case .codes(let keys, let places):
      let last = UInt32(keys.codeCount)
      try Members<UInt32>.forEachBlock(of: parts.rows, in: range, by: [keys], cancellation) {
        members in
        for member in 0..<members.count {
          let code = members.slots[member]
          let bits = code == last ? .max : directed(UInt64(places?[Int(code)] ?? code) &+ 1)
          body(Int(members.rows[member]), bits)
        }
      }
    case .numbers(let numbers):
      let bits = MemberNumbers<UInt64>()
      try Members<UInt32>.forEachBlock(of: parts.rows, in: range, by: nil, cancellation) {
        members in
        numbers.copy(members, to: bits)
        for member in 0..<members.count {
          body(Int(members.rows[member]), directed(bits[member]))
        }
      }
    }
    guard let others = parts.others else { return }
    try Members<UInt32>.forEachBlock(of: others, in: range, by: nil, cancellation) { members in
      for member in 0..<members.count { body(Int(members.rows[member]), .max) }
    }
  }
}
