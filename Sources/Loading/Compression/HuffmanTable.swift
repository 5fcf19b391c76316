/// A prefix code as a table: the next bits of the input are a position, and the entry there says what
/// they mean (RFC 1951, 3.2.2).
///
/// Codes longer than the first table's bits lead to a second table; both lie in one block of memory.
final class HuffmanTable {
  /// What a code stands for: a byte, the end, or a length or distance with bits to be added.
  ///
  /// The low 8 bits are the length of the whole code, 4 bits the number of bits to be added, then
  /// come the marks, and the value is in the high half. An entry that leads to a second table has
  /// that table's bits in the low 8, and where it begins in the high half.
  typealias Entry = UInt32

  static let literal: Entry = 1 << 12
  static let end: Entry = 1 << 13
  static let second: Entry = 1 << 14
  static let invalid: Entry = 1 << 15

  /// The longest code of a literal, a length or a distance.
  private static let longest = 15

  let entries: UnsafeMutablePointer<Entry>
  /// How many bits are looked up first.
  let bits: Int
  private let capacity: Int

  init(bits: Int, symbols: Int) {
    self.bits = bits
    capacity = (1 << bits) + symbols << (Self.longest - bits)
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: Self.invalid, count: capacity)
  }

  deinit { entries.deallocate() }

  /// Builds the table from the length of each symbol's code, 0 for a symbol without one.
  ///
  /// - Parameter meanings: The entry of each symbol, without the length.
  /// - Returns: Whether the lengths can be those of a code; bits that are none of a code that lacks
  ///   some are found when they are met.
  func build(_ lengths: ArraySlice<UInt8>, _ meanings: [Entry]) -> Bool {
    var next = [Int](repeating: 0, count: Self.longest + 2)
    for length in lengths where length > 0 { next[Int(length) + 1] += 1 }
    var code = 0
    for length in 1...Self.longest {
      code = (code + next[length]) << 1
      // As many codes of this length as there are bits for, at most.
      if code + next[length + 1] > 1 << length { return false }
      next[length] = code
    }
    entries.update(repeating: Self.invalid, count: 1 << bits)
    let codes = Self.codes(lengths, &next)
    placeSecondTables(lengths, codes)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      place(codes[symbol], Int(length), meanings[symbol] | Entry(length))
    }
    return true
  }

  /// The codes, each with its first bit lowest, as they stand in the input.
  private static func codes(_ lengths: ArraySlice<UInt8>, _ next: inout [Int]) -> [Int] {
    lengths.map { length in
      guard length > 0 else { return 0 }
      var (rest, reversed) = (next[Int(length)], 0)
      next[Int(length)] += 1
      for _ in 0..<length {
        reversed = reversed << 1 | rest & 1
        rest >>= 1
      }
      return reversed
    }
  }

  /// Makes a second table for each beginning that longer codes share.
  private func placeSecondTables(_ lengths: ArraySlice<UInt8>, _ codes: [Int]) {
    var longestOf: [Int: Int] = [:]
    for (symbol, length) in lengths.enumerated() where Int(length) > bits {
      longestOf[codes[symbol] & (1 << bits - 1), default: 0].formMax(Int(length) - bits)
    }
    var free = 1 << bits
    for (beginning, more) in longestOf {
      entries[beginning] = Self.second | Entry(more) | Entry(free) << 16
      (entries + free).update(repeating: Self.invalid, count: 1 << more)
      free += 1 << more
    }
  }

  private func place(_ code: Int, _ length: Int, _ entry: Entry) {
    var (first, step, limit, table) = (code, 1 << length, 1 << bits, entries)
    if length > bits {
      let lead = entries[code & (1 << bits - 1)]
      table = entries + Int(lead >> 16)
      first = code >> bits
      step = 1 << (length - bits)
      limit = 1 << Int(lead & 0xFF)
    }
    while first < limit {
      table[first] = entry
      first += step
    }
  }
}

extension Int {
  fileprivate mutating func formMax(_ other: Int) { self = Swift.max(self, other) }
}

extension HuffmanTable {
  /// What the symbols of literals and lengths mean (RFC 1951, 3.2.5).
  static let literalMeanings: [Entry] =
    (0..<256).map { literal | Entry($0) << 16 } + [end]
    + lengths.map { Entry($0.extra) << 8 | Entry($0.base) << 16 } + [invalid, invalid]

  /// What the symbols of distances mean.
  static let distanceMeanings: [Entry] =
    (0..<30).map { symbol in
      let extra = max(0, symbol / 2 - 1)
      let base = symbol < 4 ? symbol + 1 : (2 + symbol % 2) << extra + 1
      return Entry(extra) << 8 | Entry(base) << 16
    } + [invalid, invalid]

  /// What the symbols of code lengths mean: themselves.
  static let plainMeanings: [Entry] = (0..<19).map { Entry($0) << 16 }

  private static let lengths: [(base: Int, extra: Int)] = (0..<29).map { symbol in
    if symbol < 8 { return (symbol + 3, 0) }
    if symbol == 28 { return (258, 0) }
    let extra = symbol / 4 - 1
    return ((4 + symbol % 4) << extra + 3, extra)
  }
}
