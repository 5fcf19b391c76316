internal import Bitmaps

/// How many different codes each group holds.
struct DistinctCodes {
  /// How a code is known to have been seen.
  enum Method {
    /// A bit for each code and group.
    case bits
    /// The codes of each group side by side, and a bit for each code that serves group after group.
    case gathered
  }

  /// The number of codes of each group.
  let counts: [Int]

  /// Bits are used up to 64 MB of them.
  private static let mostBits = 1 << 29

  /// - Parameters:
  ///   - rows: Part of those that the groups were made from.
  ///   - method: How to go about it; the better one when left out.
  init(
    _ rows: Bitmap, _ keys: GroupKeys, _ groups: Groups, method: Method? = nil
  ) throws(QueryCancelled) {
    let radix = keys.radix
    let (size, overflow) = radix.multipliedReportingOverflow(by: groups.count)
    // A list that holds nothing has the last code, and a row without a value the digit after it.
    let values = keys.codeCount - (keys.several == nil ? 0 : 1)
    if method ?? (!overflow && size <= Self.mostBits ? .bits : .gathered) == .bits {
      let seen = try Self.bits(rows, keys, groups, size)
      counts = (0..<groups.count).map { group in
        seen.countBits(in: group * radix..<group * radix + values)
      }
    } else {
      counts = try Self.gathered(rows, keys, groups, values)
    }
  }

  private static func gathered(
    _ rows: Bitmap, _ keys: GroupKeys, _ groups: Groups, _ values: Int
  ) throws(QueryCancelled) -> [Int] {
    let radix = UInt64(keys.radix)
    let bits = RowBits(rows)
    // First how many codes each group has, then where the next one goes.
    var places = [Int](repeating: 0, count: groups.count + 1)
    try forEachBlock(of: bits, keys, groups, in: 0..<rows.capacity) { members in
      for member in 0..<members.count { places[Int(members.slots[member] / radix) + 1] &+= 1 }
    }
    for group in 0..<groups.count { places[group + 1] += places[group] }
    let ends = places
    var codes = [UInt32](repeating: 0, count: ends[groups.count])
    try forEachBlock(of: bits, keys, groups, in: 0..<rows.capacity) { members in
      for member in 0..<members.count {
        let (group, code) = members.slots[member].quotientAndRemainder(dividingBy: radix)
        codes[places[Int(group)]] = UInt32(truncatingIfNeeded: code)
        places[Int(group)] &+= 1
      }
    }
    var seen = [UInt64](repeating: 0, count: (keys.radix + 63) / 64)
    return (0..<groups.count).map { group in
      let held = codes[ends[group]..<ends[group + 1]]
      var count = 0
      for code in held where Int(code) < values {
        let (word, bit) = (Int(code >> 6), UInt64(1) << UInt64(code & 63))
        if seen[word] & bit == 0 { count += 1 }
        seen[word] |= bit
      }
      for code in held { seen[Int(code >> 6)] = 0 }
      return count
    }
  }

  private static func bits(
    _ rows: Bitmap, _ keys: GroupKeys, _ groups: Groups, _ size: Int
  ) throws(QueryCancelled) -> [UInt64] {
    let wordCount = (size + 63) / 64
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity, cells: wordCount * 4).map {
      range throws(QueryCancelled) in
      var seen = [UInt64](repeating: 0, count: wordCount)
      try forEachBlock(of: bits, keys, groups, in: range) { members in
        seen.withUnsafeMutableBufferPointer { seen in
          for member in 0..<members.count {
            let slot = members.slots[member]
            seen[Int(truncatingIfNeeded: slot &>> 6)] |= 1 &<< (slot & 63)
          }
        }
      }
      return seen
    }
    return parts.dropFirst().reduce(into: parts[0]) { total, part in
      for index in total.indices { total[index] |= part[index] }
    }
  }

  /// The members of each block, numbered by group and code.
  private static func forEachBlock(
    of rows: RowBits, _ keys: GroupKeys, _ groups: Groups, in range: Range<Int>,
    _ body: (Members<UInt64>) -> Void
  ) throws(QueryCancelled) {
    if groups.dimensions.isEmpty {
      try Members<UInt64>.forEachBlock(of: rows, in: range, by: [keys], groups.cancellation, body)
      return
    }
    let wide = Members<UInt64>()
    try groups.forEachBlock(of: rows, in: range) { members in
      wide.take(members) { UInt64($0) }
      wide.number(by: [keys], isFirst: false)
      body(wide)
    }
  }
}

extension [UInt64] {
  /// The bits that are set in a range of them.
  fileprivate func countBits(in range: Range<Int>) -> Int {
    if range.isEmpty { return 0 }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    let head = ~UInt64(0) << UInt64(range.lowerBound & 63)
    let tail = ~UInt64(0) >> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last { return (self[first] & head & tail).nonzeroBitCount }
    var total = (self[first] & head).nonzeroBitCount &+ (self[last] & tail).nonzeroBitCount
    for index in first + 1..<last { total &+= self[index].nonzeroBitCount }
    return total
  }
}
