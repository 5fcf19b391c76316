/// Gives each distinct text of a column a code, from bytes, without a string for each cell.
///
/// An open-addressing hash table over one arena of bytes.
struct TextInterner {
  /// The bytes of all distinct texts, one after another.
  private var arena: [UInt8] = []
  /// `count + 1` offsets into the arena.
  private var offsets: [Int] = [0]
  private var hashes: [UInt64] = []
  /// A code plus one in each slot; 0 is empty.
  ///
  /// A power of two, at most half full.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// The number of distinct texts.
  var count: Int { hashes.count }

  /// The distinct texts, in order of appearance.
  var texts: [String] {
    (0..<count).map { String(decoding: arena[offsets[$0]..<offsets[$0 + 1]], as: UTF8.self) }
  }

  /// The code of a text, given as a range of bytes.
  ///
  /// - Complexity: O(length) on average.
  mutating func code(of bytes: [UInt8], _ start: Int, _ end: Int) -> UInt32 {
    let hash = Self.hash(bytes, start, end)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = Int(slots[slot]) - 1
      if hashes[code] == hash, holds(code, bytes, start, end) { return UInt32(code) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(count + 1)
    hashes.append(hash)
    arena.append(contentsOf: bytes[start..<end])
    offsets.append(arena.count)
    if count * 2 > slots.count { grow() }
    return UInt32(count - 1)
  }

  private func holds(_ code: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let from = offsets[code]
    guard offsets[code + 1] - from == end - start else { return false }
    var index = 0
    while index < end - start {
      if arena[from + index] != bytes[start + index] { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(code + 1)
    }
  }

  /// FNV-1a with a last mix, so that the low bits depend on all bytes
  /// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = start
    while index < end {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      index &+= 1
    }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15 >> 7
  }
}

/// A column of texts as they stand in the file, by code.
struct RawColumn {
  /// The header.
  var name: String
  /// A code a row into `texts`.
  var codes: [UInt32]
  /// The distinct texts, in order of appearance.
  var texts: [String]

  /// The first row that holds a code.
  func firstRow(of code: Int) -> Int? { codes.firstIndex(of: UInt32(code)) }
}

/// A CSV file as columns of texts.
struct RawTable {
  /// What to call the file in issues.
  var file: String
  /// The columns, in file order.
  var columns: [RawColumn]
  /// The line on which each record begins, from 1.
  var lineOfRecord: [Int32]

  /// The number of records.
  var rowCount: Int { lineOfRecord.count }
}
