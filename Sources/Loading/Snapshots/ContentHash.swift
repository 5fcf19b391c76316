/// A fast hash that tells a damaged file from a whole one: XXH64
/// (<https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md>), with seed 0.
///
/// It guards against accidents, not against someone who means to deceive.
enum ContentHash {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The hash of some bytes.
  ///
  /// - Complexity: O(bytes); about the speed of memory.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var position = 0
    var hash: UInt64
    if bytes.count >= 32 {
      // Four numbers and not a vector: the processor multiplies them one by one, and side by side.
      var (first, second) = (prime1 &+ prime2, prime2)
      var (third, fourth): (UInt64, UInt64) = (0, 0 &- prime1)
      while position &+ 32 <= bytes.count {
        first = round(first, word(bytes, position))
        second = round(second, word(bytes, position &+ 8))
        third = round(third, word(bytes, position &+ 16))
        fourth = round(fourth, word(bytes, position &+ 24))
        position &+= 32
      }
      hash =
        rotated(first, 1) &+ rotated(second, 7) &+ rotated(third, 12) &+ rotated(fourth, 18)
      for lane in [first, second, third, fourth] {
        hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
      }
    } else {
      hash = prime5
    }
    hash &+= UInt64(bytes.count)
    return finished(hash, bytes, from: position)
  }

  /// The hash of some bytes.
  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  private static func finished(
    _ start: UInt64, _ bytes: UnsafeRawBufferPointer, from: Int
  ) -> UInt64 {
    var hash = start
    var position = from
    while position + 8 <= bytes.count {
      hash = rotated(hash ^ round(0, word(bytes, position)), 27) &* prime1 &+ prime4
      position += 8
    }
    if position + 4 <= bytes.count {
      let half = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
      hash = rotated(hash ^ UInt64(half) &* prime1, 23) &* prime2 &+ prime3
      position += 4
    }
    while position < bytes.count {
      hash = rotated(hash ^ UInt64(bytes[position]) &* prime5, 11) &* prime1
      position += 1
    }
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* prime2, 31) &* prime1
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word &<< count | word &>> (64 - count)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    // The caller stays inside the bytes; asking again for each word would take most of the time.
    UInt64(
      littleEndian: bytes.baseAddress.unsafelyUnwrapped
        .loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}
