/// The checksum of gzip, CRC-32 (RFC 1952, 8), eight bytes at a time.
struct CyclicChecksum {
  private var state: UInt32 = ~0

  /// The checksum of what was added so far.
  var value: UInt32 { ~state }

  /// A remainder for each byte in each of eight places.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      tables[byte] = value
    }
    for place in 1..<8 {
      for byte in 0..<256 {
        let before = tables[(place - 1) * 256 + byte]
        tables[place * 256 + byte] = before >> 8 ^ tables[Int(before & 0xFF)]
      }
    }
    return tables
  }()

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    state = Self.tables.withUnsafeBufferPointer { tables in
      guard let table = tables.baseAddress else { return state }
      var (value, at) = (state, 0)
      @inline(__always) func part(_ word: UInt32, _ shift: UInt32, _ place: Int) -> UInt32 {
        table[place &* 256 &+ Int(word &>> shift & 0xFF)]
      }
      while at &+ 8 <= count {
        let raw = UnsafeRawPointer(base)
        let low =
          UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)) ^ value
        let high = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at &+ 4, as: UInt32.self))
        value =
          part(low, 0, 7) ^ part(low, 8, 6) ^ part(low, 16, 5) ^ part(low, 24, 4)
          ^ part(high, 0, 3) ^ part(high, 8, 2) ^ part(high, 16, 1) ^ part(high, 24, 0)
        at &+= 8
      }
      while at < count {
        value = value &>> 8 ^ table[Int((value ^ UInt32(base[at])) & 0xFF)]
        at &+= 1
      }
      return value
    }
  }
}
